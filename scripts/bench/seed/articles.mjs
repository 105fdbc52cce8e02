// Articles of fifty claims each, every other one in Arabic, with what checking them has come to so far.
const CLAIMS_AN_ARTICLE = 50;

/** Numbered ids that sort as they were made, as the product's own do; `kind` keeps those of different tables apart. */
const idOf = (kind, number) => `('019a${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const ARABIC = `'قالت وزارة الاقتصاد إن صادرات المنطقة رقم ' || n || ' بلغت ' || (n * 37 % 9973) || ' مليون دولار في عام ' || (2000 + n % 25) || '، بزيادة ' || (n % 90) || ' في المئة'`;
const ENGLISH = `'The ministry of economy said exports of district ' || n || ' reached ' || (n * 37 % 9973) || ' million dollars in ' || (2000 + n % 25) || ', up ' || (n % 90) || ' percent'`;
const QUOTE = `CASE WHEN n / ${CLAIMS_AN_ARTICLE} % 2 = 0 THEN ${ARABIC} ELSE ${ENGLISH} END`;

const REASONS = JSON.stringify([
  { feature: 'number', weight: 14, evidence: '37' },
  { feature: 'attribution', weight: 9, evidence: 'said' },
  { feature: 'date', weight: 7, evidence: '2024' },
]);
const ATTRIBUTION = JSON.stringify({
  anonymous: false,
  sourceCount: null,
  cue: 'said',
  stance: 'neutral',
  negated: false,
  links: [{ role: 'speaker', name: 'ministry of economy', type: 'government' }],
});

const STATEMENTS = [
  `INSERT INTO source (newsroom_id, id, name, type) VALUES ($1, $2, 'Statistics office', 'government')`,
  `INSERT INTO article (newsroom_id, id, kind, title, language, revision_number, created_by, created_at, updated_at)
   SELECT $1, ${idOf('a000', 'n')}, 'external', 'Article ' || n, CASE WHEN n % 2 = 0 THEN 'ar' ELSE 'en' END, 1, $2,
     now() - make_interval(secs => n), now() - make_interval(secs => n)
   FROM generate_series($3::int, $4::int) n`,
  `INSERT INTO revision (newsroom_id, article_id, number, title, blocks, set_aside, flags, sentences, rules, received_sha256,
     text_sha256, posted_by)
   SELECT $1, ${idOf('a000', 'n')}, 1, 'Article ' || n,
     jsonb_build_array(jsonb_build_object('id', 'b1', 'field', 'body', 'text', repeat('x', 8000))), '[]', '[]', '[]', 'seed',
     encode(sha256(convert_to('r' || n, 'UTF8')), 'hex'), encode(sha256(convert_to('t' || n, 'UTF8')), 'hex'), $2
   FROM generate_series($3::int, $4::int) n`,
  `INSERT INTO claim (newsroom_id, id, article_id, quote, context, disposition, tier, kind, verifies, score, score_reasons,
     attribution, text_hash, entered, position, anchor_status, selected, created_at, updated_at)
   SELECT $1, ${idOf('c000', 'n')}, ${idOf('a000', `n / ${CLAIMS_AN_ARTICLE}`)}, q, q || ' (' || q || ').',
     (ARRAY['active', 'active', 'active', 'proposed'])[1 + n % 4], (ARRAY['A', 'B', 'C'])[1 + n % 3],
     (ARRAY['statistic', 'event', 'statement'])[1 + n % 3], 'substance', n % 101, '${REASONS}', '${ATTRIBUTION}',
     encode(sha256(convert_to(q, 'UTF8')), 'hex'), 'extracted', n % ${CLAIMS_AN_ARTICLE} * 150, 'exact', n % 4 < 3,
     now() - make_interval(secs => n), now() - make_interval(secs => n)
   FROM (SELECT n, ${QUOTE} AS q FROM generate_series($2::int, $3::int) n) c`,
  `INSERT INTO anchor (newsroom_id, claim_id, article_id, revision_number, status, block_id, start_at, end_at, quote)
   SELECT newsroom_id, id, article_id, 1, 'exact', 'b1', position, position + length(quote), quote FROM claim WHERE newsroom_id = $1`,
  `INSERT INTO evidence (newsroom_id, id, claim_id, source_id, stance, locator, author_id)
   SELECT $1, ${idOf('e000', 'n')}, ${idOf('c000', 'n')}, $2, 'supports', 'table 4', $3 FROM generate_series($4::int, $5::int) n`,
  `INSERT INTO assignment (newsroom_id, id, claim_id, reviewer_id, status, due_at, assigned_by)
   SELECT $1, ${idOf('5000', 'n')}, ${idOf('c000', 'n')}, $2, 'assigned', now() + interval '1 day', $3
   FROM generate_series($4::int, $5::int) n`,
];

/** Fills a newsroom; its claims are numbered from 1 in text order. Ids are the same in each: they are unique by newsroom. */
export async function seedArticles(client, { id, editor, reviewer }, claims) {
  const sourceId = '019af000-0000-7000-8000-000000000001';
  const lastArticle = Math.floor(claims / CLAIMS_AN_ARTICLE);
  const parameters = [
    [id, sourceId],
    [id, editor.id, 0, lastArticle],
    [id, editor.id, 0, lastArticle],
    [id, 1, claims],
    [id],
    [id, sourceId, reviewer.id, 1, claims],
    [id, reviewer.id, editor.id, 1, claims],
  ];
  for (const [at, text] of STATEMENTS.entries()) await client.query(text, parameters[at]);
}

const numbered = (kind, number) => `019a${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const claimId = (number) => numbered('c000', number);
export const evidenceId = (number) => numbered('e000', number);
export const assignmentId = (number) => numbered('5000', number);
