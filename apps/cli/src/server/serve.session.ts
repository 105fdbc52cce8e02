import { checkDatabase, migrate, MIGRATIONS } from '#persistence';
import { type Config, createLog, installationKey, loadConfig, type Log, unknownSettings } from '#platform';
import { joinDatabase, type OpenDatabase, openDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import type { ExitCode } from '../program/exit.code.js';
import type * as Api from '#apps/api';
import { databaseLog } from './database.log.js';
import { findPort } from './free.port.js';
import { RunningParts } from './running.parts.js';
import { withRoom } from './small.heap.js';

export interface ServeChoices {
  /** Runs jobs in this process too. */
  readonly withJobs: boolean;
  /** Serves requests. */
  readonly withApi: boolean;
  /** Brings the database up to date first, and owns it where it is embedded. Without it, another command does. */
  readonly migrates: boolean;
  /** Takes the next port when the configured one is taken. */
  readonly mayMovePort: boolean;
  /** After everything that listens was prepared and before it listens. */
  readonly prepare?: (session: Session) => Promise<void>;
  /** When everything runs. */
  readonly announce: (session: Session, url: string | undefined) => Promise<void>;
}

/** What the steps of a start share. */
export interface Session {
  readonly context: CommandContext;
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly log: Log;
}

/** Starts a server or a worker, keeps it until a signal, stops it in reverse order; answers the exit status. */
export async function runServer(context: CommandContext, choices: ServeChoices): Promise<ExitCode> {
  const parts = new RunningParts(context.terminal);
  try {
    await launch(context, choices, parts);
    await parts.untilSignal();
    return await parts.stop();
  } catch (error) {
    const code = await parts.stop();
    // Ctrl-C reaches initdb too: what it says about its end is no fault.
    if (parts.wasSignalled) return code;
    throw error;
  }
}

async function launch(context: CommandContext, choices: ServeChoices, parts: RunningParts): Promise<void> {
  const { terminal, environment } = context;
  const config = loadConfig(environment);
  for (const line of unknownSettings(environment)) terminal.say(line);
  const log = createLog('isnad', config.logLevel);
  // Loading the server's code takes as long as starting PostgreSQL: both at once.
  const loading = choices.withApi ? import('#apps/api') : undefined;
  loading?.catch(() => {}); // told where it is awaited
  // Only one process may own an embedded database; a second server or worker joins it.
  const open = choices.migrates ? openDatabase : joinDatabase;
  const database = await open(config, context, databaseLog(log));
  parts.add('PostgreSQL', database.close, true);
  parts.check();
  if (choices.migrates) await migrate(database.connection, MIGRATIONS);
  await checkDatabase(database.connection, MIGRATIONS);
  terminal.timing('database migrated and checked');
  parts.check();
  const api = await loading;
  terminal.timing('code loaded');
  const session: Session = { context, config, database, log };
  await choices.prepare?.(session);
  parts.check();
  await choices.announce(session, await startParts(session, api, choices, parts));
}

/** Address of the server, if one was asked for. */
async function startParts(
  session: Session,
  api: typeof Api | undefined,
  choices: ServeChoices,
  parts: RunningParts,
): Promise<string | undefined> {
  const { config, context, database, log } = session;
  const { connection, dataDir } = database;
  if (choices.withJobs) {
    const { start } = await import('#apps/worker');
    const secretsKey = await installationKey(config.secretsKeyFile, dataDir);
    const { jobs, provider } = config;
    const worker = await start({ connection, jobs, dataDir, log, provider, secretsKey, withRoom });
    parts.add('worker', () => worker.stop());
    context.terminal.timing('worker started');
    parts.check();
  }
  if (api === undefined) return undefined;
  const port = await portFor(session, choices.mayMovePort);
  const running = await api.start({ config, connection, log, dataDir, host: config.host, port });
  parts.add('server', () => running.stop());
  context.terminal.timing('server started');
  return running.url;
}

async function portFor({ config, context }: Session, mayMove: boolean): Promise<number> {
  const port = await findPort(config.host, config.port, mayMove);
  if (port !== config.port) {
    context.terminal.say({
      en: `Port ${config.port} is taken; using ${port}.`,
      ar: `المنفذ ${config.port} مشغول؛ استُخدم المنفذ ${port}.`,
    });
  }
  return port;
}
