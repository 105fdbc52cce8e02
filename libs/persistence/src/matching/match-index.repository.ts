import { plainArray, textArray } from '../database/array.literal.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
import { packPostings, type NewDocument, type PackedPostings } from './posting.codec.js';

/** What a newsroom's index holds; the number columns of `match_index`. */
export interface IndexStand {
  documents: number;
  length: number;
  nextDocument: number;
  nextTerm: number;
  ledgerSeq: number;
}

/** A claim whose words may have changed since it was indexed. */
export interface ClaimToIndex {
  id: string;
  quote: string;
  /** What stands in the index for it; null when it is new there. */
  line: string | null;
}

export interface IndexedClaim {
  readonly claimId: string;
  readonly document: number;
  readonly line: string;
  readonly stems: string;
}

const COLUMNS = `documents, length, next_document AS "nextDocument", next_term AS "nextTerm", ledger_seq AS "ledgerSeq"`;

/** Writes to the index of earlier claims. Whoever writes holds the lock of the newsroom's one row in `match_index`. */
export class MatchIndexRepository {
  /** Waits for whoever is writing; with `skip` answers null instead. */
  async lock(tx: Tx, skip = false): Promise<IndexStand | null> {
    await sql(tx, 'INSERT INTO match_index (newsroom_id) VALUES ($1) ON CONFLICT DO NOTHING', [tx.newsroomId]);
    const rows = await sql<IndexStand>(
      tx,
      `SELECT ${COLUMNS} FROM match_index WHERE newsroom_id = $1 FOR UPDATE${skip ? ' SKIP LOCKED' : ''}`,
      [tx.newsroomId],
    );
    return rows[0] ?? null;
  }

  /** Claims that the next leaves speak of, and the last of these leaves. Fewer leaves than asked for: there are no more. */
  async changedClaims(
    tx: Tx,
    { ledgerSeq }: IndexStand,
    leaves: number,
  ): Promise<{ claims: ClaimToIndex[]; seq: number; more: boolean }> {
    const [range] = await sql<{ last: number | null; count: number }>(
      tx,
      `SELECT max(seq) AS last, count(*)::int AS count
       FROM (SELECT seq FROM outbox WHERE newsroom_id = $1 AND seq > $2 ORDER BY seq LIMIT $3) o`,
      [tx.newsroomId, ledgerSeq, leaves],
    );
    const seq = range?.last ?? ledgerSeq;
    const claims = await sql<ClaimToIndex>(
      tx,
      `SELECT c.id, c.quote, d.line FROM claim c
       LEFT JOIN claim_document d ON d.newsroom_id = c.newsroom_id AND d.claim_id = c.id
       WHERE c.newsroom_id = $1 AND c.disposition = 'active' AND c.id IN (
         SELECT object_id FROM outbox WHERE newsroom_id = $1 AND seq > $2 AND seq <= $3 AND object_type = 'claim')
       ORDER BY c.id`,
      [tx.newsroomId, ledgerSeq, seq],
    );
    return { claims, seq, more: range?.count === leaves };
  }

  /** A claim with other words than before gets the new number; the postings of its old one lead nowhere from then on. */
  async keepClaims(tx: Tx, claims: readonly IndexedClaim[]): Promise<void> {
    if (claims.length === 0) return;
    await sql(
      tx,
      `INSERT INTO claim_document AS d (newsroom_id, claim_id, document, line, stems)
       SELECT $1, * FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::text[])
       ON CONFLICT (newsroom_id, claim_id) DO UPDATE
         SET document = excluded.document, line = excluded.line, stems = excluded.stems`,
      [
        tx.newsroomId,
        plainArray(claims.map(({ claimId }) => claimId)),
        plainArray(claims.map(({ document }) => document)),
        textArray(claims.map(({ line }) => line)),
        textArray(claims.map(({ stems }) => stems)),
      ],
    );
  }

  /** Adds texts that were numbered from `stand.nextDocument` on. Answers the stand to be saved. */
  async add(tx: Tx, stand: IndexStand, documents: readonly NewDocument[]): Promise<IndexStand> {
    if (documents.length === 0) return stand;
    const postings = packPostings(documents);
    return {
      ...stand,
      nextTerm: await this.addPostings(tx, stand, postings),
      documents: stand.documents + documents.length,
      length: stand.length + postings.length,
      nextDocument: documents.reduce((last, { document }) => Math.max(last, document), 0) + 1,
    };
  }

  /** One round trip for the terms and one for the blocks. Answers the next term's number. */
  private async addPostings(tx: Tx, stand: IndexStand, { df, blocks }: PackedPostings): Promise<number> {
    if (df.size === 0) return stand.nextTerm;
    // in the order of their index, whose pages are then met once
    const terms = [...df.keys()].sort();
    const rows = await sql<{ term: string; id: number }>(
      tx,
      `WITH given AS MATERIALIZED (SELECT * FROM unnest($2::text[], $3::integer[]) AS g (term, df)),
       known AS (
         UPDATE match_term t SET df = t.df + g.df FROM given g WHERE t.newsroom_id = $1 AND t.term = g.term
         RETURNING t.term, t.id
       ), fresh AS (
         INSERT INTO match_term
         SELECT $1, g.term, ($4 + row_number() OVER () - 1)::integer, g.df FROM given g
         WHERE NOT EXISTS (SELECT FROM match_term t WHERE t.newsroom_id = $1 AND t.term = g.term)
         RETURNING term, id
       )
       SELECT * FROM known UNION ALL SELECT * FROM fresh`,
      [tx.newsroomId, textArray(terms), plainArray(terms.map((term) => df.get(term)!)), stand.nextTerm],
    );
    const idOf = new Map(rows.map(({ term, id }) => [term, id]));
    const sorted = blocks
      .map((block) => ({ ...block, id: idOf.get(block.term)! }))
      .sort((a, b) => a.id - b.id || a.firstDocument - b.firstDocument);
    await sql(
      tx,
      `INSERT INTO match_posting
       SELECT $1, b.id, b.first, substring($2::bytea FROM b.start FOR b.size)
       FROM unnest($3::integer[], $4::integer[], $5::integer[], $6::integer[]) AS b (id, first, start, size)`,
      [
        tx.newsroomId,
        Buffer.concat(sorted.map(({ bytes }) => bytes)),
        plainArray(sorted.map(({ id }) => id)),
        plainArray(sorted.map(({ firstDocument }) => firstDocument)),
        plainArray(startsOf(sorted.map(({ bytes }) => bytes.length))),
        plainArray(sorted.map(({ bytes }) => bytes.length)),
      ],
    );
    return rows.reduce((next, { id }) => Math.max(next, id + 1), stand.nextTerm);
  }

  async settle(tx: Tx, stand: IndexStand): Promise<void> {
    await sql(
      tx,
      `UPDATE match_index SET documents = $2, length = $3, next_document = $4, next_term = $5, ledger_seq = $6
       WHERE newsroom_id = $1`,
      [tx.newsroomId, stand.documents, stand.length, stand.nextDocument, stand.nextTerm, stand.ledgerSeq],
    );
  }

  /** Joins small blocks of so many terms from one on; answers the term to go on with, null when there is none. */
  async tidy(tx: Tx, from: number, terms: number): Promise<number | null> {
    const [row] = await sql<{ last: number }>(
      tx,
      `SELECT i.next_term - 1 AS last FROM match_index i, match_tidy($1, $2, $3) WHERE i.newsroom_id = $1`,
      [tx.newsroomId, from, from + terms],
    );
    return row && from + terms <= row.last ? from + terms : null;
  }
}

/** Where each piece begins in all of them together, from 1 as SQL counts. */
function startsOf(sizes: readonly number[]): number[] {
  let next = 1;
  return sizes.map((size) => {
    const start = next;
    next += size;
    return start;
  });
}
