import { Conditions } from '../unit-of-work/conditions.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

export interface LeafRow {
  seq: number;
  /** The leaf's canonical bytes, as text. */
  bytes: string;
  /** Lower-case hexadecimal. */
  hash: string;
  action: string;
  objectType: string;
  objectId: string;
  memberId: string | null;
  articleId: string | null;
  claimId: string | null;
  payload: string | null;
  salt: string | null;
}

const LEAF = `l.seq, l.bytes, encode(l.hash, 'hex') AS hash, l.action, l.object_type AS "objectType", l.object_id AS "objectId",
  l.member_id AS "memberId", o.article_id AS "articleId", o.claim_id AS "claimId", p.payload, encode(p.salt, 'hex') AS salt`;
const JOINED = `ledger_leaf l JOIN outbox o ON o.newsroom_id = l.newsroom_id AND o.seq = l.seq
  LEFT JOIN ledger_payload p ON p.newsroom_id = l.newsroom_id AND p.seq = l.seq`;

/** A stretch of a history: up to `limit` leaves beyond `after`, or from its end. */
export interface HistoryRange {
  readonly after: number | undefined;
  readonly limit: number;
  readonly newestFirst: boolean;
}

export class LedgerRepository {
  async head(tx: Tx): Promise<{ seq: number; hash: string }> {
    const rows = await sql<{ seq: number; hash: string }>(
      tx,
      "SELECT seq, encode(hash, 'hex') AS hash FROM ledger_head WHERE newsroom_id = $1",
      [tx.newsroomId],
    );
    return rows[0] ?? { seq: 0, hash: '00'.repeat(32) };
  }

  /** Leaves after `seq`, in order. */
  after(tx: Tx, seq: number, limit: number): Promise<LeafRow[]> {
    return sql(tx, `SELECT ${LEAF} FROM ${JOINED} WHERE l.newsroom_id = $1 AND l.seq > $2 ORDER BY l.seq LIMIT $3`, [
      tx.newsroomId,
      seq,
      limit,
    ]);
  }

  /** What happened on a claim or an article, in order, with the moment as RFC 3339. */
  history(
    tx: Tx,
    of: { claimId?: string; articleId?: string },
    { after, limit, newestFirst }: HistoryRange,
  ): Promise<(LeafRow & { at: Date })[]> {
    const where = new Conditions()
      .add('l.newsroom_id = ?', tx.newsroomId)
      .add('o.claim_id = ?', of.claimId)
      .add('o.article_id = ?', of.articleId)
      .add(newestFirst ? 'l.seq < ?' : 'l.seq > ?', after);
    return sql(
      tx,
      `SELECT ${LEAF}, l.at FROM ${JOINED} WHERE ${where.where} ORDER BY l.seq ${newestFirst ? 'DESC' : ''} LIMIT ${limit}`,
      where.parameters,
    );
  }

  /** What happened to these objects before `seq`, in order: what a change found there. */
  earlier(
    tx: Tx,
    of: { claimId?: string; articleId?: string },
    objectIds: readonly string[],
    seq: number,
  ): Promise<LeafRow[]> {
    const where = new Conditions()
      .add('l.newsroom_id = ?', tx.newsroomId)
      .add('o.claim_id = ?', of.claimId)
      .add('o.article_id = ?', of.articleId)
      .add('l.object_id = ANY (?::uuid[])', objectIds)
      .add('l.seq < ?', seq);
    return sql(tx, `SELECT ${LEAF} FROM ${JOINED} WHERE ${where.where} ORDER BY l.seq`, where.parameters);
  }
}
