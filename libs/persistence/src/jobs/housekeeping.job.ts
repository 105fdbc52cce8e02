import type { PoolClient } from 'pg';

export const HOUSEKEEPING = 'housekeeping';

/** Kept longer than the 72 hours that clients are promised. */
const SWEEPS = [
  `DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days'`,
  `DELETE FROM host_block WHERE seen_at < now() - interval '180 days'`,
  // files of an archive that never came whole, because their server died while it received them
  `DELETE FROM archive_chunk c USING archive_import i WHERE i.newsroom_id = c.newsroom_id AND i.id = c.import_id
     AND i.status IN ('receiving', 'failed') AND i.created_at < now() - interval '1 day'`,
  `DELETE FROM archive_import WHERE status = 'receiving' AND created_at < now() - interval '1 day'`,
  // with their attempts; what is still to be sent stays
  `DELETE FROM webhook_delivery WHERE status <> 'pending' AND created_at < now() - interval '30 days'`,
  `DELETE FROM throttle WHERE window_start < now() - interval '1 day'`,
];

/** Removes what has served its time, as the owner: the app role deletes nothing. Answers the number of rows. */
export async function sweep(client: PoolClient): Promise<number> {
  let removed = 0;
  for (const statement of SWEEPS) removed += (await client.query(statement)).rowCount ?? 0;
  return removed;
}
