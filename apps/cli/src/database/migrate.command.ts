import { migrate, MIGRATIONS } from '#persistence';
import { loadConfig } from '#platform';
import type { CommandContext } from '../program/command.context.js';
import { joinDatabase } from './database.access.js';

/** Brings the database up to date and prints the names of the migrations that ran, one a line. */
export async function migrateCommand(context: CommandContext): Promise<void> {
  const database = await joinDatabase(loadConfig(context.environment), context);
  try {
    const applied = await migrate(database.connection, MIGRATIONS);
    context.terminal.timing('migrated');
    await context.terminal.result(applied.map((name) => `${name}\n`).join(''));
    if (applied.length === 0) context.terminal.say({ en: 'The database is up to date.', ar: 'قاعدة البيانات محدّثة.' });
  } finally {
    await database.close();
  }
}
