import {
  type Connection,
  defaultDataFolder,
  type EmbeddedEvent,
  externalConnection,
  findRunningEmbedded,
  startEmbedded,
} from '#persistence';
import type { Config } from '#platform';
import { resolve } from 'node:path';
import type { CommandContext } from '../program/command.context.js';

/** A database a command may use until it calls `close`. */
export interface OpenDatabase {
  readonly connection: Connection;
  /** Folder for everything that is not in the database. */
  readonly dataDir: string;
  readonly embedded: boolean;
  /** Embedded and made just now. */
  readonly isNew: boolean;
  readonly close: () => Promise<void>;
}

export async function dataFolder(config: Config, context: CommandContext): Promise<string> {
  if (config.dataDir !== undefined) return resolve(context.folder, config.dataDir);
  if (config.database !== undefined) return resolve(context.folder, '.isnad'); // no other account has to reach it
  const { path, moved } = await defaultDataFolder(context.folder);
  if (moved) {
    context.terminal.say({
      en: `Started as root from a closed folder: the data are in ${path}.`,
      ar: `بدأ التشغيل بحساب root من مجلد مغلق: البيانات في ${path}.`,
    });
  }
  return path;
}

/** The external database where one is set, else the embedded one, started and owned by this process. */
export async function openDatabase(
  config: Config,
  context: CommandContext,
  onEvent: (event: EmbeddedEvent) => void,
): Promise<OpenDatabase> {
  const dataDir = await dataFolder(config, context);
  if (config.database !== undefined) return external(config.database, dataDir);
  let isNew = false;
  const database = await startEmbedded({
    dataDir,
    onEvent: (event) => {
      isNew ||= event.kind === 'created';
      onEvent(event);
    },
  });
  context.terminal.timing('PostgreSQL started');
  return { connection: database.connection, dataDir, embedded: true, isNew, close: () => database.stop() };
}

/** The embedded database of a process that runs already, which stays its own; else as `openDatabase`. */
export async function joinDatabase(
  config: Config,
  context: CommandContext,
  onEvent: (event: EmbeddedEvent) => void = () => {},
): Promise<OpenDatabase> {
  if (config.database === undefined) {
    const dataDir = await dataFolder(config, context);
    const running = await findRunningEmbedded(dataDir);
    if (running !== undefined) {
      return { connection: running.connection, dataDir, embedded: true, isNew: false, close: () => running.stop() };
    }
  }
  return openDatabase(config, context, onEvent);
}

function external(database: NonNullable<Config['database']>, dataDir: string): OpenDatabase {
  const connection = externalConnection(database.url, database.ownerUrl);
  return { connection, dataDir, embedded: false, isNew: false, close: async () => {} };
}
