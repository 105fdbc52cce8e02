// The benchmark's own PostgreSQL: the embedded one with a newsroom's settings, everything reaching the disk.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, MIGRATIONS, startEmbedded } from '#persistence';

const TEMPLATE = 'isnad';

export class BenchCluster {
  constructor(folder, database) {
    this.folder = folder;
    this.database = database;
    this.made = 0;
  }

  static async start() {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-bench-'));
    await chmod(folder, 0o711); // as root, PostgreSQL runs as somebody else
    const database = await startEmbedded({ dataDir: folder });
    await migrate(database.connection, MIGRATIONS);
    return new BenchCluster(folder, database);
  }

  /** A migrated, empty database of its own: its addresses as app role, as owner of the schema, and as superuser. */
  async newDatabase() {
    const name = `bench_${++this.made}`;
    const client = await connected(this.database.superuserUrl);
    await client.query(`CREATE DATABASE ${name} OWNER isnad_owner TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
    await client.end();
    const inDatabase = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const { ownerUrl, appUrl } = this.database.connection;
    return {
      name,
      appUrl: inDatabase(appUrl),
      ownerUrl: inDatabase(ownerUrl),
      superuserUrl: inDatabase(this.database.superuserUrl),
    };
  }

  async stop() {
    await this.database.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {}); // when something else failed, PostgreSQL may end first
  await client.connect();
  return client;
}
