import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { APP_ROLE } from '../database/connection.js';

/** Schema of graphile-worker's own tables; only the owner may enter it. */
export const QUEUE_SCHEMA = 'graphile_worker';

const silent = new Logger(() => () => {});

/**
 * The one door through which a request may add a job, in its own transaction. Runs as the owner and reveals only the job's number.
 * Arguments as in graphile-worker's add_job.
 */
const ENQUEUE_FUNCTION = `
CREATE OR REPLACE FUNCTION enqueue_job(
  task text,
  payload json DEFAULT '{}',
  job_key text DEFAULT NULL,
  run_at timestamptz DEFAULT NULL,
  max_attempts integer DEFAULT NULL,
  queue_name text DEFAULT NULL,
  priority integer DEFAULT NULL
) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT id FROM ${QUEUE_SCHEMA}.add_job(
    identifier => task, payload => payload, queue_name => queue_name, run_at => run_at,
    max_attempts => max_attempts, job_key => job_key, priority => priority)
$$;
REVOKE ALL ON FUNCTION enqueue_job(text, json, text, timestamptz, integer, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text, timestamptz, integer, text, integer) TO ${APP_ROLE};
`;

/** Brings the job queue's tables up to date and opens the door to it. `client` and `ownerUrl` are the owner's. */
export async function migrateQueue(client: Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, logger: silent });
  await client.query(ENQUEUE_FUNCTION);
}
