import { BackupError, type BackupSummary, checkDatabase, makeBackup, MIGRATIONS } from '#persistence';
import { type Config, loadConfig } from '#platform';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { joinDatabase, type OpenDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import type { BackupOptions } from './backup.options.js';

/** Writes the backup and prints what it holds. A server that runs on the database goes on running. */
export async function backupCommand(file: string, options: BackupOptions, context: CommandContext): Promise<void> {
  const path = resolve(context.folder, file);
  await requireFolder(path);
  await withDatabase(loadConfig(context.environment), context, async ({ connection }) => {
    await checkDatabase(connection, MIGRATIONS);
    const summary = await makeBackup(connection.ownerUrl, path, (table) => {
      context.terminal.progress({ en: `copying ${table}`, ar: `يُنسخ ${table}` });
    });
    context.terminal.timing('copied');
    await context.terminal.result(
      options.json === true ? `${JSON.stringify({ file: path, ...summary })}\n` : forPeople(summary, path),
    );
  });
}

/** Opens the database for one piece of work; what a backup has to say is told as a failure of the command. */
export async function withDatabase(
  config: Config,
  context: CommandContext,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = await joinDatabase(config, context);
  try {
    await work(database);
  } catch (error) {
    throw error instanceof BackupError ? new CommandFailure(EXIT.failed, error.text) : error;
  } finally {
    await database.close();
  }
}

async function requireFolder(path: string): Promise<void> {
  await access(dirname(path)).catch(() => {
    throw new CommandFailure(EXIT.usage, {
      en: `there is no folder ${dirname(path)}: make it, or name another file`,
      ar: `لا يوجد مجلد ${dirname(path)}: أنشئه أو اختر ملفًا آخر`,
    });
  });
}

function forPeople({ tables, rows, newsrooms, jobs }: BackupSummary, path: string): string {
  return `file ${path}\ntables ${tables}\nrows ${rows}\nnewsrooms ${newsrooms}\njobs ${jobs}\n`;
}
