import { checkDatabase, migrate, MIGRATIONS } from '#persistence';
import { ConfigError, createLog, loadConfig } from '#platform';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { loadApi } from '../server/api.app.js';

export interface BootstrapOptions {
  readonly email?: string;
  readonly newsroom: string;
  readonly locale: 'ar' | 'en';
}

/**
 * Makes the first newsroom and its administrator, once. The password comes from ISNAD_ADMIN_PASSWORD, never from the command line,
 * which other users can see; without one, the path of a one-time invitation is printed.
 */
export async function bootstrapCommand(options: BootstrapOptions, context: CommandContext): Promise<void> {
  const { ISNAD_ADMIN_EMAIL, ISNAD_ADMIN_PASSWORD, ...rest } = context.environment;
  const email = options.email ?? (ISNAD_ADMIN_EMAIL || undefined);
  if (email === undefined) throw noEmail();
  // Checked together, as a setting would be.
  const password = ISNAD_ADMIN_PASSWORD || undefined;
  const checked = { ISNAD_ADMIN_EMAIL: email, ISNAD_ADMIN_PASSWORD: password ?? 'x'.repeat(15) };
  const config = loadConfig({ ...rest, ...checked });
  const database = await joinDatabase(config, context);
  try {
    await migrate(database.connection, MIGRATIONS);
    await checkDatabase(database.connection, MIGRATIONS);
    const { connection, dataDir } = database;
    const log = createLog('isnad', 'warn');
    const apiOptions = { config, connection, dataDir, log, host: config.host, port: config.port, demo: false };
    const api = await loadApi();
    const made = await api.bootstrap(apiOptions, {
      email,
      password,
      newsroom: options.newsroom,
      locale: options.locale,
    });
    if (made === null) throw alreadyMade();
    if (made.path !== null) await context.terminal.result(`${made.path}\n`);
    context.terminal.say({ en: `Made the administrator ${email}.`, ar: `أُنشئ حساب مدير النظام ${email}.` });
  } finally {
    await database.close();
  }
}

function noEmail(): ConfigError {
  return new ConfigError('ISNAD_ADMIN_EMAIL', {
    en: 'name the administrator: --email, or ISNAD_ADMIN_EMAIL',
    ar: 'اذكر بريد مدير النظام بالخيار --email أو في ISNAD_ADMIN_EMAIL',
  });
}

function alreadyMade(): CommandFailure {
  return new CommandFailure(EXIT.failed, {
    en: 'there is a newsroom already: its administrator invites further members',
    ar: 'توجد غرفة أخبار بالفعل: يدعو مدير نظامها بقية الأعضاء',
  });
}
