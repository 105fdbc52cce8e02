import type { Client } from 'pg';
import type { BackupTail } from './backup.manifest.js';

/** Where every newsroom's ledger stands in this transaction's snapshot. */
export async function ledgerStands(client: Client): Promise<BackupTail['ledgers']> {
  const { rows } = await client.query<{ newsroom: string; seq: string; hash: string }>(
    `SELECT newsroom_id AS newsroom, seq, encode(hash, 'hex') AS hash FROM ledger_head ORDER BY newsroom_id`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
