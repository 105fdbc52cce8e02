import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { migrate } from '../../libs/persistence/src/database/migration.runner.js';
import { clusterFolder } from '../../libs/persistence/src/embedded/cluster.files.js';
import { startEmbedded, type EmbeddedDatabase } from '../../libs/persistence/src/embedded/cluster.supervisor.js';
import { runningPostmaster } from '../../libs/persistence/src/embedded/postmaster.lock.js';
import { MIGRATIONS } from '../../libs/persistence/src/migrations/index.js';

/** A PostgreSQL of one's own with the settings of a real one (everything reaches the disk), under our supervisor, to be killed. */
export class FaultCluster {
  private constructor(
    readonly folder: string,
    private readonly database: EmbeddedDatabase,
  ) {}

  static async start(): Promise<FaultCluster> {
    const folder = await mkdtemp(join(tmpdir(), `isnad-test-${process.pid}-`));
    await chmod(folder, 0o711); // as root, PostgreSQL runs as somebody else
    const database = await startEmbedded({ dataDir: folder });
    await migrate(database.connection, MIGRATIONS);
    return new FaultCluster(folder, database);
  }

  get port(): number {
    return this.database.port;
  }

  get connection(): EmbeddedDatabase['connection'] {
    return this.database.connection;
  }

  /** The isnad database as superuser, past row-level security. */
  get superuserUrl(): string {
    return Object.assign(new URL(this.database.superuserUrl), { pathname: '/isnad' }).href;
  }

  /** The app role's address through another port of this machine. */
  appUrlAt(port: number): string {
    return Object.assign(new URL(this.database.connection.appUrl), { port: String(port) }).href;
  }

  /** Runs one statement on a connection of its own, since any other may have been killed. */
  async query<T extends object>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.superuserUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<T>(text, parameters)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /**
   * Resolves when the next one is ready. Connections of the killed one go on for a moment and may even commit, which must not be
   * taken for a recovery.
   */
  async killPostmaster(): Promise<void> {
    const folder = clusterFolder(this.folder);
    const killed = await runningPostmaster(folder);
    if (killed === undefined) throw new Error('there is no PostgreSQL to kill');
    process.kill(killed.pid, 'SIGKILL');
    for (;;) {
      await sleep(20);
      const running = await runningPostmaster(folder);
      if (running !== undefined && running.pid !== killed.pid && running.status === 'ready') return;
    }
  }

  async stop(): Promise<void> {
    await this.database.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Ends one server connection after another from the database's side, those inside a transaction first. */
export class BackendKiller {
  private readonly client: Client;

  constructor(superuserUrl: string) {
    this.client = new Client({ connectionString: superuserUrl });
    this.client.on('error', () => {});
  }

  async start(): Promise<void> {
    await this.client.connect();
  }

  /** False when no server was connected at that moment. */
  async killOne(): Promise<boolean> {
    const { rows } = await this.client.query<{ killed: boolean }>(
      `SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
       WHERE usename = 'isnad_app' AND pid <> pg_backend_pid() ORDER BY xact_start IS NULL, random() LIMIT 1`,
    );
    return rows[0]?.killed === true;
  }

  async stop(): Promise<void> {
    await this.client.end().catch(() => {});
  }
}
