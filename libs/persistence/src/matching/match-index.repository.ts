import { integerArray, textArray } from '../database/array.binary.js';
import { sql, type Tx } from '../unit-of-work/tx.js';
import type { PackedPostings, PostingSheet } from './posting.sheet.js';

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
        `{${claims.map(({ claimId }) => claimId).join(',')}}`,
        integerArray(claims.map(({ document }) => document)),
        textArray(claims.map(({ line }) => line)),
        textArray(claims.map(({ stems }) => stems)),
      ],
    );
  }

  /** Adds texts; `documents` numbers them from `stand.nextDocument` on, 0 is left out. Answers the stand to be saved. */
  async add(tx: Tx, stand: IndexStand, texts: PostingSheet, documents: Int32Array): Promise<IndexStand> {
    const last = documents.reduce((most, document) => Math.max(most, document), 0);
    if (last === 0) return stand;
    const postings = texts.packed(documents);
    return {
      ...stand,
      nextTerm: stand.nextTerm + (await this.addPostings(tx, stand, postings)),
      documents: stand.documents + last + 1 - stand.nextDocument,
      length: stand.length + postings.length,
      nextDocument: last + 1,
    };
  }

  /** Terms and blocks in one statement. Answers how many terms were new. */
  private async addPostings(tx: Tx, stand: IndexStand, { terms, df, bytes, blocks }: PackedPostings): Promise<number> {
    if (terms.length === 0) return 0;
    const [row] = await sql<{ fresh: number }>(
      tx,
      `WITH given AS MATERIALIZED (
         SELECT * FROM unnest($2::text[], $3::integer[]) WITH ORDINALITY AS g (term, df, at)
       ), known AS (
         UPDATE match_term t SET df = t.df + g.df FROM given g WHERE t.newsroom_id = $1 AND t.term = g.term
         RETURNING g.at, t.id
       ), fresh AS MATERIALIZED (
         SELECT g.*, ($4 + row_number() OVER (ORDER BY g.at) - 1)::integer AS id FROM given g
         WHERE NOT EXISTS (SELECT FROM match_term t WHERE t.newsroom_id = $1 AND t.term = g.term)
       ), kept AS (
         INSERT INTO match_term SELECT $1, term, id, df FROM fresh
       ), stored AS (
         INSERT INTO match_posting
         SELECT $1, n.id, b.first, substring($5::bytea FROM b.start FOR b.size)
         FROM unnest($6::integer[], $7::integer[], $8::integer[], $9::integer[]) AS b (term, first, start, size)
         JOIN (SELECT at, id FROM known UNION ALL SELECT at, id FROM fresh) n ON n.at = b.term
         ORDER BY n.id, b.first
       )
       SELECT count(*)::integer AS fresh FROM fresh`,
      [
        tx.newsroomId,
        textArray(terms),
        integerArray(df),
        stand.nextTerm,
        bytes,
        integerArray(blocks.term),
        integerArray(blocks.first),
        integerArray(blocks.start),
        integerArray(blocks.size),
      ],
    );
    return row!.fresh;
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
