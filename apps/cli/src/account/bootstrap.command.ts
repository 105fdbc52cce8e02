import { checkDatabase, countNewsrooms, migrate, MIGRATIONS } from '#persistence';
import { ConfigError, createLog, type Language, loadConfig } from '#platform';
import { withApplication } from '../database/application.use.js';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { ADMINISTRATOR, foundNewsroom } from './first.admin.js';
import { passwordUrl } from './password.url.js';

export interface BootstrapOptions {
  readonly email?: string;
  readonly newsroom?: string;
  readonly locale: Language;
}

/**
 * Makes the first newsroom and its administrator, once. The password comes from ISNAD_ADMIN_PASSWORD, never from the command line,
 * which other users can see; without one, a one-time link is printed by which he names one himself.
 */
export async function bootstrapCommand(options: BootstrapOptions, context: CommandContext): Promise<void> {
  const { ISNAD_ADMIN_EMAIL, ISNAD_ADMIN_PASSWORD, ...rest } = context.environment;
  const email = options.email ?? (ISNAD_ADMIN_EMAIL || undefined);
  if (email === undefined) throw noEmail();
  const password = ISNAD_ADMIN_PASSWORD || undefined;
  // The settings' own rules judge both; a password nobody gave passes as one of the least length.
  const config = loadConfig({ ...rest, ISNAD_ADMIN_EMAIL: email, ISNAD_ADMIN_PASSWORD: password ?? ' '.repeat(15) });
  const { connection, close } = await joinDatabase(config, context);
  try {
    await migrate(connection, MIGRATIONS);
    await checkDatabase(connection, MIGRATIONS);
    if ((await countNewsrooms(connection.ownerUrl)) > 0) throw alreadyMade();
    const founder = { email, password, newsroom: options.newsroom, locale: options.locale };
    const secret = await withApplication(connection, createLog('isnad', 'warn'), (application) =>
      foundNewsroom(application, founder),
    );
    context.terminal.say({ en: `Made the administrator ${email}.`, ar: `أُنشئ حساب مدير النظام ${email}.` });
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    if (secret !== null) {
      const link = { token: secret, name: ADMINISTRATOR[options.locale], locale: options.locale };
      await context.terminal.result(`${passwordUrl(url, link)}\n`);
    }
  } finally {
    await close();
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
