// The three plain ways of finding earlier claims in PostgreSQL, each on a table of its own over the same texts.
import { idf, termsOf } from '#language';

const TOP = 10;

/** `{name, ask(text, limit) → ids}` of each, once their tables are filled from `archive_item`. */
export async function plainSearches(client) {
  await client.query(
    `CREATE TABLE plain AS SELECT id, document, claim || coalesce(' ' || title, '') AS text, line, stems FROM archive_item`,
  );
  await client.query('CREATE INDEX ON plain USING gin (line gin_trgm_ops)');
  await client.query("CREATE INDEX ON plain USING gin (to_tsvector('simple', stems))");
  await client.query(
    `CREATE TABLE plain_term AS SELECT w.term, p.document, count(*)::integer AS tf, max(cardinality(string_to_array(p.stems, ' '))) AS dl
     FROM plain p, unnest(string_to_array(p.stems, ' ')) AS w (term) GROUP BY 1, 2`,
  );
  await client.query('CREATE INDEX ON plain_term (term) INCLUDE (document, tf, dl)');
  await client.query('CREATE TABLE plain_df AS SELECT term, count(*)::integer AS df FROM plain_term GROUP BY term');
  await client.query('CREATE INDEX ON plain_df (term)');
  await client.query('CREATE INDEX ON plain (document)');
  await client.query('VACUUM ANALYZE plain, plain_term, plain_df');
  const [{ documents, mean }] = (
    await client.query(
      "SELECT count(*)::integer AS documents, avg(cardinality(string_to_array(stems, ' '))) AS mean FROM plain",
    )
  ).rows;
  return [
    { name: 'trigram search', ask: (text, limit = TOP) => trigram(client, text, limit) },
    { name: 'full-text search', ask: (text, limit = TOP) => fullText(client, text, limit) },
    {
      name: 'naive BM25 in SQL',
      ask: (text, limit = TOP) => naive(client, text, limit, documents, Number(mean)),
    },
  ];
}

async function trigram(client, text, limit) {
  await client.query('SET pg_trgm.similarity_threshold = 0.1');
  const { rows } = await client.query(
    'SELECT id FROM plain WHERE line % $1 ORDER BY similarity(line, $1) DESC, id LIMIT $2',
    [text, limit],
  );
  return rows.map(({ id }) => id);
}

async function fullText(client, text, limit) {
  const terms = termsOf(text).map(({ term }) => `'${term.replaceAll("'", "''").replaceAll('\\', '')}'`);
  if (terms.length === 0) return [];
  const { rows } = await client.query(
    `SELECT id FROM plain, to_tsquery('simple', $1) q WHERE to_tsvector('simple', stems) @@ q
     ORDER BY ts_rank(to_tsvector('simple', stems), q) DESC, id LIMIT $2`,
    [terms.join(' | '), limit],
  );
  return rows.map(({ id }) => id);
}

async function naive(client, text, limit, documents, mean) {
  const terms = termsOf(text).map(({ term }) => term);
  const { rows: dfs } = await client.query('SELECT term, df FROM plain_df WHERE term = ANY ($1)', [terms]);
  const { rows } = await client.query(
    `SELECT p.id FROM (
       SELECT t.document, sum(w.idf * t.tf * 2.2::float8 / (t.tf + 1.2::float8 * (0.25::float8 + 0.75::float8 * t.dl / $3))) AS score
       FROM unnest($1::text[], $2::float8[]) AS w (term, idf) JOIN plain_term t USING (term)
       GROUP BY t.document ORDER BY score DESC, t.document LIMIT $4) s JOIN plain p USING (document) ORDER BY s.score DESC`,
    [dfs.map(({ term }) => term), dfs.map(({ df }) => idf(df, documents)), mean, limit],
  );
  return rows.map(({ id }) => id);
}
