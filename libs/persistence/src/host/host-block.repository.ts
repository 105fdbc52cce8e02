import { sql, type Tx } from '../unit-of-work/tx.js';

/** What lines the pages of a host have shared so far. A memory that only helps reading: nothing of the record hangs on it, so no leaf tells of it. */
export class HostBlockRepository {
  /** Those of the hashes that stood on at least `pages` pages of the host other than `page`. */
  async known(
    tx: Tx,
    host: string,
    page: string,
    hashes: readonly string[],
    pages: number,
  ): Promise<ReadonlySet<string>> {
    const rows = await sql<{ hash: string }>(
      tx,
      `SELECT block_hash AS hash FROM host_block
       WHERE newsroom_id = $1 AND host = $2 AND block_hash = ANY ($3) AND pages - (last_page = $4)::int >= $5`,
      [tx.newsroomId, host, hashes, page, pages],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  /** Counts a page of the host once for each of its lines; in one order, so that two pages at a time do not wait for each other in a circle. */
  async remember(tx: Tx, host: string, page: string, hashes: readonly string[]): Promise<void> {
    await sql(
      tx,
      `INSERT INTO host_block (newsroom_id, host, block_hash, last_page)
       SELECT $1, $2, hash, $4 FROM unnest($3::text[]) AS hash ORDER BY hash
       ON CONFLICT (newsroom_id, host, block_hash) DO UPDATE
         SET pages = host_block.pages + 1, last_page = excluded.last_page, seen_at = now()
         WHERE host_block.last_page <> excluded.last_page`,
      [tx.newsroomId, host, [...new Set(hashes)].sort(), page],
    );
  }
}
