// The tables an article's rows go to, with their columns, checks and indexes and nothing else: no foreign keys, no triggers,
// no row-level security, no ledger function. The kept answer of the request is one of the rows.
const OF_ARTICLE = {
  article: 'id = $1',
  revision: 'article_id = $1',
  claim: 'article_id = $1',
  anchor: 'article_id = $1',
  ledger_leaf: 'seq IN (SELECT seq FROM outbox WHERE article_id = $1)',
  ledger_payload: 'seq IN (SELECT seq FROM outbox WHERE article_id = $1)',
  outbox: 'article_id = $1',
  idempotency_key: "operation = 'createArticle' AND ledger_seq IN (SELECT seq FROM outbox WHERE article_id = $1)",
};
const TABLES = Object.keys(OF_ARTICLE);

export class BareTables {
  constructor(client) {
    this.client = client;
  }

  static async make(client) {
    await client.query('CREATE SCHEMA bare');
    for (const table of TABLES)
      await client.query(
        `CREATE TABLE bare.${table} (LIKE public.${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)`,
      );
    return new BareTables(client);
  }

  /** The rows an article has left in the real tables, by table, as JSON texts. */
  async rowsOf(articleId) {
    const rows = {};
    for (const table of TABLES) {
      const where = `newsroom_id = (SELECT newsroom_id FROM article WHERE id = $1) AND ${OF_ARTICLE[table]}`;
      const found = await this.client.query(`SELECT json_agg(t)::text AS rows FROM ${table} t WHERE ${where}`, [
        articleId,
      ]);
      rows[table] = found.rows[0].rows;
    }
    return rows;
  }

  /** One multi-row insert a table, prepared, in one transaction. */
  async insert(rows) {
    await this.client.query('BEGIN');
    for (const table of TABLES) {
      const text = `INSERT INTO bare.${table} SELECT * FROM json_populate_recordset(NULL::bare.${table}, $1)`;
      await this.client.query({ name: `bare_${table}`, text, values: [rows[table]] });
    }
    await this.client.query('COMMIT');
  }
}
