import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../database/connection.js';
import { APP_ROLE, OWNER_ROLE } from '../database/connection.js';
import { type SystemAccount, systemAccount } from './account.system.js';
import { type ClusterCredentials, newCredentials, readCredentials, writeCredentials } from './cluster.credentials.js';
import { clusterExists, clusterFolder, createCluster, prepareDataFolder } from './cluster.files.js';
import { clusterUrl, prepareRoles } from './cluster.roles.js';
import { laptopSettings, TEST_SETTINGS } from './cluster.settings.js';
import { EmbeddedDatabaseError } from './embedded.error.js';
import { type Engine, locateEngine } from './engine.files.js';
import { removeStaleLock, runningPostmaster, waitUntilFree } from './postmaster.lock.js';
import { type Postmaster, startPostmaster } from './postmaster.process.js';

export type EmbeddedEvent =
  | { readonly kind: 'created'; readonly folder: string }
  | { readonly kind: 'ended-unexpectedly'; readonly code: number | null; readonly output: string }
  | { readonly kind: 'restarted'; readonly port: number }
  | { readonly kind: 'restart-failed'; readonly reason: string; readonly nextInMs: number }
  | { readonly kind: 'log'; readonly line: string };

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Nothing is flushed to disk; for tests only. */
  readonly forTests?: boolean;
  readonly onEvent?: (event: EmbeddedEvent) => void;
}

/** A running embedded PostgreSQL. It is started again when it ends by itself, at the same port. */
export interface EmbeddedDatabase {
  readonly port: number;
  readonly connection: Connection;
  /** For tests and backups; the server itself never logs in with it. */
  readonly superuserUrl: string;
  readonly credentialsFile: string;
  stop(): Promise<void>;
}

/** A server killed a moment ago leaves PostgreSQL shutting down for as long as this. */
const PREDECESSOR_PATIENCE_MS = 6_000;
const LONGEST_RESTART_PAUSE_MS = 2_000;
/** Connections of a PostgreSQL that was killed keep its memory for a moment; for this long the next one is tried for eagerly, ms. */
const EAGER_MS = 10_000;
const EAGER_PAUSE_MS = 300;

/** Makes the cluster when there is none, starts it and watches over it. Throws EmbeddedDatabaseError. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = await systemAccount();
  const dataDir = await prepareDataFolder(options.dataDir, account);
  const engine = await locateEngine(account, dataDir);
  const folder = clusterFolder(dataDir);
  const credentialsFile = join(dataDir, 'postgres.json');
  const credentials = await ensureCluster(engine, account, dataDir, credentialsFile, options);
  await claimFolder(folder);
  const supervisor = new Supervisor(engine, account, folder, options);
  const port = await supervisor.start();
  if (!credentials.prepared) await prepareRoles(credentials, port);
  await writeCredentials(credentialsFile, { ...credentials, prepared: true, port });
  return describe(credentials, port, credentialsFile, () => supervisor.stop());
}

/** The embedded PostgreSQL that another process keeps running over this data folder, if any; `stop` leaves it alone. */
export async function findRunningEmbedded(dataDir: string): Promise<EmbeddedDatabase | undefined> {
  const credentialsFile = join(dataDir, 'postgres.json');
  const running = await runningPostmaster(clusterFolder(dataDir));
  if (running === undefined) return undefined;
  const credentials = await readCredentials(credentialsFile);
  if (credentials?.prepared !== true) return undefined;
  return describe(credentials, running.port, credentialsFile, async () => {});
}

function describe(
  credentials: ClusterCredentials,
  port: number,
  credentialsFile: string,
  stop: () => Promise<void>,
): EmbeddedDatabase {
  return {
    port,
    connection: {
      ownerUrl: clusterUrl(OWNER_ROLE, credentials.owner, port),
      appUrl: clusterUrl(APP_ROLE, credentials.app, port),
    },
    superuserUrl: clusterUrl('postgres', credentials.superuser, port, 'postgres'),
    credentialsFile,
    stop,
  };
}

async function ensureCluster(
  engine: Engine,
  account: SystemAccount,
  dataDir: string,
  credentialsFile: string,
  options: EmbeddedOptions,
): Promise<ClusterCredentials> {
  const known = await readCredentials(credentialsFile);
  if (await clusterExists(engine, dataDir)) {
    if (known !== undefined) return known;
    throw new EmbeddedDatabaseError({
      en: `${credentialsFile} is missing, and with it the passwords of ${clusterFolder(dataDir)}: restore it from a backup, or move the folder away to begin anew`,
      ar: `الملف ${credentialsFile} غير موجود ومعه كلمات سر ${clusterFolder(dataDir)}: استعده من نسخة احتياطية، أو انقل المجلد إلى مكان آخر لتبدأ من جديد`,
    });
  }
  // Passwords are written before the cluster is made: a cluster without its passwords would be lost.
  const credentials = newCredentials();
  await writeCredentials(credentialsFile, credentials);
  await createCluster(engine, account, dataDir, credentials.superuser, options.forTests === true);
  options.onEvent?.({ kind: 'created', folder: clusterFolder(dataDir) });
  return credentials;
}

async function claimFolder(folder: string): Promise<void> {
  if (!(await waitUntilFree(folder, PREDECESSOR_PATIENCE_MS))) {
    const holder = await runningPostmaster(folder);
    throw new EmbeddedDatabaseError({
      en: `another isnad already runs on ${folder} (PostgreSQL process ${holder?.pid}): stop it first, or set ISNAD_DATA_DIR`,
      ar: `نسخة أخرى من isnad تعمل على ${folder} (عملية PostgreSQL رقم ${holder?.pid}): أوقفها أولًا أو اضبط ISNAD_DATA_DIR`,
    });
  }
  await removeStaleLock(folder);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

class Supervisor {
  private current: Postmaster | undefined;
  private port = 0;
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();
  private readonly halt = new AbortController();

  constructor(
    private readonly engine: Engine,
    private readonly account: SystemAccount,
    private readonly folder: string,
    private readonly options: EmbeddedOptions,
  ) {}

  /** Port it listens on. A port found free may be taken before PostgreSQL has it: then the next one. */
  async start(): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      this.port = await freePort();
      try {
        this.watch(await this.launch());
        return this.port;
      } catch (error) {
        const taken = error instanceof EmbeddedDatabaseError && /could not bind|TCP\/IP sockets/.test(error.detail);
        if (!taken || attempt === 5) throw error;
      }
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.halt.abort();
    await this.restarting;
    await this.current?.stop();
  }

  private launch(): Promise<Postmaster> {
    return startPostmaster({
      engine: this.engine,
      account: this.account,
      folder: this.folder,
      port: this.port,
      settings: this.options.forTests === true ? TEST_SETTINGS : laptopSettings(memoryOfMachine()),
      onLine: (line) => this.options.onEvent?.({ kind: 'log', line }),
    });
  }

  private watch(postmaster: Postmaster): void {
    this.current = postmaster;
    void postmaster.ended.then(({ code, output }) => {
      if (this.stopping) return;
      this.options.onEvent?.({ kind: 'ended-unexpectedly', code, output });
      this.restarting = this.restart();
    });
  }

  /** Until it runs again or we are stopped: a server without its database has nothing better to do. */
  private async restart(): Promise<void> {
    const began = performance.now();
    for (let pause = 100; !this.stopping;) {
      try {
        await this.endLeftover();
        this.watch(await this.launch());
        this.options.onEvent?.({ kind: 'restarted', port: this.port });
        return;
      } catch (error) {
        this.options.onEvent?.({ kind: 'restart-failed', reason: (error as Error).message, nextInMs: pause });
        await sleep(pause, undefined, { signal: this.halt.signal }).catch(() => {});
        pause = Math.min(pause * 2, performance.now() - began < EAGER_MS ? EAGER_PAUSE_MS : LONGEST_RESTART_PAUSE_MS);
      }
    }
  }

  /** Only the shell was killed: the PostgreSQL it watched is nobody's any more and must go before a new one can start. */
  private async endLeftover(): Promise<void> {
    const leftover = await runningPostmaster(this.folder);
    if (leftover === undefined) return removeStaleLock(this.folder);
    try {
      process.kill(leftover.pid, 'SIGINT');
    } catch {
      // ended in between
    }
    await waitUntilFree(this.folder, PREDECESSOR_PATIENCE_MS);
  }
}

/** Bytes; of a container what it may use. */
function memoryOfMachine(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
