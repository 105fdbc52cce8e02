import { ChainVerifier, commitToText, fromHex, type Leaf, readLeaf } from '#ledger';
import type { Client } from 'pg';
import { connectClient } from '../database/owner.client.js';

/** Where a stored ledger is not what it must be. `seq` is the position; 0 for the ledger's head. */
export interface LedgerFault {
  readonly newsroom: string;
  readonly seq: number;
  /** A fault of the chain, or the name of what disagrees with the leaf: `column:…`, `payload`, `outbox`, `head`. */
  readonly kind: string;
}

export interface LedgerAudit {
  readonly newsrooms: number;
  readonly leaves: number;
  /** Payloads that were erased: allowed, since only their commitment is in the chain. */
  readonly erased: number;
  /** First fault of each newsroom that has one. */
  readonly faults: readonly LedgerFault[];
}

interface StoredLeaf {
  seq: string;
  bytes: string;
  hash: string;
  action: string;
  object_type: string;
  object_id: string;
  object_seq: number;
  member_id: string | null;
  request_id: string;
  at: string;
  payload: string | null;
  salt: string | null;
  event: string | null;
}

const BATCH = 2_000;
const PAGE = `
  SELECT l.seq, l.bytes, encode(l.hash, 'hex') AS hash, l.action, l.object_type, l.object_id, l.object_seq, l.member_id, l.request_id,
         to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
         p.payload, encode(p.salt, 'hex') AS salt, o.event || ' ' || o.object_type || ' ' || o.object_id AS event
    FROM ledger_leaf l
    LEFT JOIN ledger_payload p ON p.newsroom_id = l.newsroom_id AND p.seq = l.seq
    LEFT JOIN outbox o ON o.newsroom_id = l.newsroom_id AND o.seq = l.seq
   WHERE l.newsroom_id = $1 AND l.seq > $2 ORDER BY l.seq LIMIT ${BATCH}`;

/** Re-derives every newsroom's ledger from its bytes once; see LedgerAuditor. Throws DatabaseError. */
export function auditLedger(ownerUrl: string, onProgress?: (leaves: number) => void): Promise<LedgerAudit> {
  return new LedgerAuditor(ownerUrl).run(onProgress);
}

/**
 * Re-derives every newsroom's ledger from its bytes, as the owner, over one snapshot: the chain, each leaf's columns, payload and
 * outbox entry, and the head. Asked again, it goes on where it stood: only what was appended since is read, it must lead on from
 * what was read before, and the head must stand at its end, so that a tail that was lost or rewritten is found too. What was read
 * once is not read again; a new auditor does.
 */
export class LedgerAuditor {
  private readonly audits = new Map<string, NewsroomAudit>();

  /** A server that is just starting is waited for, at most `patienceMs`. */
  constructor(
    private readonly ownerUrl: string,
    private readonly patienceMs = 0,
  ) {}

  /** The figures are of everything since the first run. `onProgress` is told the number of leaves read so far. Throws DatabaseError. */
  async run(onProgress: (leaves: number) => void = () => {}): Promise<LedgerAudit> {
    const client = await connectClient(this.ownerUrl, this.patienceMs, { application_name: 'isnad ledger fsck' });
    try {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { rows } = await client.query<{ id: string }>('SELECT id FROM newsroom ORDER BY id');
      const faults: LedgerFault[] = [];
      let leaves = 0;
      let erased = 0;
      for (const { id } of rows) {
        const audit = this.audits.get(id) ?? new NewsroomAudit(id);
        this.audits.set(id, audit);
        const fault = await audit.run(client, (count) => onProgress(leaves + count));
        if (fault !== null) faults.push(fault);
        leaves += audit.leaves;
        erased += audit.erased;
      }
      return { newsrooms: rows.length, leaves, erased, faults };
    } finally {
      await client.end().catch(() => {});
    }
  }
}

class NewsroomAudit {
  leaves = 0;
  erased = 0;
  private readonly chain: ChainVerifier;
  /** Beyond it nothing can be said. */
  private broken: LedgerFault | null = null;

  constructor(private readonly newsroom: string) {
    this.chain = new ChainVerifier(newsroom);
  }

  async run(client: Client, onProgress: (leaves: number) => void): Promise<LedgerFault | null> {
    while (this.broken === null) {
      const { rows } = await client.query<StoredLeaf>(PAGE, [this.newsroom, this.leaves]);
      for (const row of rows) {
        const fault = this.chain.add(row.bytes, row.hash)?.kind ?? this.disagreement(row);
        if (fault !== null) return (this.broken = { newsroom: this.newsroom, seq: this.leaves + 1, kind: fault });
        this.leaves++;
      }
      onProgress(this.leaves);
      if (rows.length < BATCH) return this.headFault(client);
    }
    return this.broken;
  }

  /** What beside the bytes says something else than they do. */
  private disagreement(row: StoredLeaf): string | null {
    const { leaf } = readLeaf(row.bytes) as { leaf: Leaf }; // the chain has read it already
    const columns: [string, unknown, unknown][] = [
      ['seq', Number(row.seq), leaf.seq],
      ['action', row.action, leaf.action],
      ['object_type', row.object_type, leaf.object.type],
      ['object_id', row.object_id, leaf.object.id],
      ['object_seq', row.object_seq, leaf.object.seq],
      ['member_id', row.member_id, leaf.actor.member],
      ['request_id', row.request_id, leaf.requestId],
      ['at', row.at, leaf.at],
    ];
    const different = columns.find(([, stored, said]) => stored !== said);
    if (different !== undefined) return `column:${different[0]}`;
    if (row.event !== `${leaf.action} ${leaf.object.type} ${leaf.object.id}`) return 'outbox';
    return this.opensPayload(row, leaf) ? null : 'payload';
  }

  private opensPayload(row: StoredLeaf, leaf: Leaf): boolean {
    if (row.payload === null || row.salt === null) {
      this.erased++;
      return row.payload === row.salt; // both gone, or neither
    }
    const salt = fromHex(row.salt);
    return salt?.length === 32 && commitToText(salt, row.payload) === leaf.payload;
  }

  private async headFault(client: Client): Promise<LedgerFault | null> {
    const { rows } = await client.query<{ seq: string; hash: string }>(
      `SELECT seq, encode(hash, 'hex') AS hash FROM ledger_head WHERE newsroom_id = $1`,
      [this.newsroom],
    );
    const { seq, hash } = this.chain.head;
    const stored = rows[0] ?? { seq: '0', hash };
    const agrees = Number(stored.seq) === seq && stored.hash === hash;
    return agrees ? null : { newsroom: this.newsroom, seq: 0, kind: 'head' };
  }
}
