import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../libs/persistence/src/database/migration.runner.js';
import { startEmbedded, type EmbeddedDatabase } from '../../libs/persistence/src/embedded/cluster.supervisor.js';
import { MIGRATIONS } from '../../libs/persistence/src/migrations/index.js';

/** What tests need to know of the run's PostgreSQL; passed to their processes as one environment variable. */
export interface TestCluster {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export const CLUSTER_VARIABLE = 'ISNAD_TEST_CLUSTER';
/** A migrated database that no test connects to; each test's database is a copy of its files. */
export const TEMPLATE = 'isnad';

interface RunningCluster {
  readonly cluster: TestCluster;
  readonly stop: () => Promise<void>;
}

/** One PostgreSQL for the run, in a folder of its own that goes with it. */
export async function startTestCluster(): Promise<RunningCluster> {
  await sweepLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `isnad-test-${process.pid}-`));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as somebody else
  const discard = () => rm(folder, { recursive: true, force: true });
  let database: EmbeddedDatabase | undefined;
  try {
    database = await startEmbedded({ dataDir: folder, forTests: true });
    await migrate(database.connection, MIGRATIONS);
    await closeToConnections(database.superuserUrl, TEMPLATE);
  } catch (error) {
    await database?.stop();
    await discard();
    throw error;
  }
  const running = database;
  return {
    cluster: { superuserUrl: running.superuserUrl, ...running.connection },
    stop: async () => {
      await running.stop();
      await discard();
    },
  };
}

/** Folders of runs that were killed; PostgreSQL itself ended with them. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^isnad-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {}); // another user's
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A database can be copied only while nobody is connected to it. */
async function closeToConnections(superuserUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await client.end();
}
