// A Fastify handler and `pg`, nothing else: what a list of claims costs with no rules, no row-level security and no checks.
import Fastify from 'fastify';
import pg from 'pg';

const LIST = `SELECT c.id, c.article_id, c.quote, c.context, c.state, c.disposition, c.dismissal_reason, c.dismissal_note, c.tier, c.kind,
    c.verifies, c.closure, c.selected, c.selection_reason, c.rating, c.text_hash, c.score, c.score_reasons, c.attribution, c.duplicate_of,
    c.group_id, c.entered, c.due_at, c.created_at, c.updated_at, c.version,
    n.revision_number, n.status AS anchor_status, n.block_id, n.start_at, n.end_at, n.flags, n.candidates
  FROM claim c
  JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  LEFT JOIN anchor n ON n.newsroom_id = c.newsroom_id AND n.claim_id = c.id AND n.revision_number = a.revision_number
  WHERE c.newsroom_id = $1 AND c.state = ANY ($2) AND c.disposition = ANY ($3) AND c.tier = ANY ($4) AND a.visibility = 'newsroom'
  ORDER BY c.updated_at DESC, c.id DESC LIMIT 51`;

const { BENCH_DATABASE_URL, BENCH_POOL_SIZE } = process.env;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: Number(BENCH_POOL_SIZE) });
const fastify = Fastify();
fastify.get('/claims', async ({ query }) => {
  const values = [query.newsroom, query.state.split(','), query.disposition.split(','), query.tier.split(',')];
  const { rows } = await pool.query({ name: 'list', text: LIST, values });
  return { items: rows.slice(0, 50), next: rows.length > 50 ? rows[49].id : undefined };
});
const address = await fastify.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`Ready at ${address}\n`);
