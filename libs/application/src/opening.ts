import { createDataSource, LedgerListener, MIGRATIONS, missingMigrations, type Connection } from '#persistence';
import { PasswordHasher, ProviderClient, SecretSeal, systemClock, type Log, type ProviderSettings } from '#platform';
import { createApplication, type Application } from './application.js';
import type { FetchPage } from './evidence/page.keeper.js';
import type { PostWebhook } from './webhook/webhook.sender.js';

export interface OpeningOptions {
  readonly connection: Connection;
  readonly poolSize: number;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly log: Log;
  /** Milliseconds a statement may take; the bound of requests unless told. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds a connection may take to come; the bound of requests unless told. */
  readonly poolWaitMs?: number;
  /** How foreign addresses are opened; the worker's business alone. */
  readonly fetchPage?: FetchPage | undefined;
  /** How messages are sent to foreign addresses; the worker's business alone. */
  readonly postWebhook?: PostWebhook | undefined;
  /** The installation's key, not in the database: seals second factors and what webhooks sign with. Without it none can be used here. */
  readonly secretsKey?: Uint8Array | undefined;
  /** Who may be asked for proposals; nobody unless set. */
  readonly provider?: ProviderSettings | undefined;
}

/** Questions to the index of earlier claims at a time: more of them would only wait for each other. */
const MATCHING_POOL = 2;

/** The use cases on one database, and how to let go of it. */
export interface OpenApplication {
  readonly application: Application;
  /** Whether the database answers and has this release's schema. */
  readonly ready: () => Promise<{ ready: boolean; checks: Readonly<Record<string, boolean>> }>;
  readonly close: () => Promise<void>;
}

/** Connects and wires everything; rejects when the database does not answer. Migrations are a step of their own. */
export async function openApplication(options: OpeningOptions): Promise<OpenApplication> {
  const { connection, poolSize, name, log, statementTimeoutMs, poolWaitMs, fetchPage, postWebhook, secretsKey } =
    options;
  const database = createDataSource(connection, {
    poolSize,
    applicationName: name,
    onPoolError: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
    ...(statementTimeoutMs === undefined ? {} : { statementTimeoutMs }),
    ...(poolWaitMs === undefined ? {} : { poolWaitMs }),
  });
  const matching = createDataSource(connection, {
    poolSize: MATCHING_POOL,
    applicationName: `${name} matching`,
    ...(poolWaitMs === undefined ? {} : { poolWaitMs }),
    onPoolError: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
  });
  const listener = new LedgerListener(connection);
  await Promise.all([database.initialize(), matching.initialize(), listener.start()]);
  const parts = {
    database,
    matching,
    listener,
    hasher: new PasswordHasher(),
    clock: systemClock,
    log,
    provider: options.provider && new ProviderClient(options.provider),
    fetchPage,
    postWebhook,
    seals: secretsKey && {
      factors: new SecretSeal(secretsKey, 'second factor'),
      webhooks: new SecretSeal(secretsKey, 'webhook'),
    },
  };
  const application = createApplication(parts);
  return {
    application,
    ready: async () => {
      const missing = await missingMigrations((text) => database.query(text), MIGRATIONS).catch(() => null);
      const checks = { database: missing !== null, schema: missing?.length === 0 };
      return { ready: checks.database && checks.schema, checks };
    },
    close: async () => {
      await listener.stop();
      await Promise.all([database.destroy(), matching.destroy()]);
    },
  };
}
