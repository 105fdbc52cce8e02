import type { RecoverableMember, RecoveredMember } from '#application';
import { checkDatabase, MIGRATIONS } from '#persistence';
import { createLog, loadConfig } from '#platform';
import { withApplication } from '../database/application.use.js';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import type { Terminal } from '../program/terminal.js';
import { passwordUrl } from './password.url.js';

export interface RecoverOptions {
  /** Its short name, where the address is known to several. */
  readonly newsroom?: string;
  readonly resetSecondFactor?: boolean;
}

/** Lets a member in again whom nobody else can help; prints the link by which he names a new password. */
export async function recoverCommand(email: string, options: RecoverOptions, context: CommandContext): Promise<void> {
  const config = loadConfig(context.environment);
  const { connection, close } = await joinDatabase(config, context);
  try {
    await checkDatabase(connection, MIGRATIONS);
    const recovered = await withApplication(connection, createLog('isnad', 'warn'), async ({ recovery }) => {
      const member = chosen(await recovery.find(email), email, options.newsroom);
      return (await recovery.recover(member, { resetSecondFactor: options.resetSecondFactor === true })).value;
    });
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    tell(context.terminal, recovered, config.publicUrl === undefined ? url : null);
    await context.terminal.result(`${passwordUrl(url, recovered)}\n`);
  } finally {
    await close();
  }
}

function chosen(members: readonly RecoverableMember[], email: string, slug: string | undefined): RecoverableMember {
  const fitting = members.filter(({ newsroomSlug }) => slug === undefined || newsroomSlug === slug);
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0)
    throw new CommandFailure(EXIT.notFound, {
      en: `no active member has the address ${email}${slug === undefined ? '' : ` in ${slug}`}`,
      ar: `لا يوجد عضو نشط عنوانه ${email}${slug === undefined ? '' : ` في ${slug}`}`,
    });
  const slugs = fitting.map(({ newsroomSlug }) => newsroomSlug).join(', ');
  throw new CommandFailure(EXIT.notFound, {
    en: `${email} is a member of several newsrooms (${slugs}): choose one with --newsroom`,
    ar: `‏${email} عضو في أكثر من غرفة أخبار (${slugs}): اختر واحدة بالخيار --newsroom`,
  });
}

const FACTOR_WORDS = {
  none: null,
  reset: { en: 'The second factor was taken away.', ar: 'أُلغي التحقق بخطوتين لهذا العضو.' },
  kept: {
    en: 'A code of the authenticator app or a recovery code will be asked for; for somebody who has neither, use --reset-second-factor.',
    ar: 'سيُطلب رمز من تطبيق المصادقة أو رمز استرداد؛ ومن لا يملك أيًّا منهما فأضف الخيار ‎--reset-second-factor.',
  },
} as const;

/** `presumed`: the address of the link where nobody set one; `npm start` may have taken another port than the settings name. */
function tell(terminal: Terminal, { secondFactor }: RecoveredMember, presumed: string | null): void {
  const words = FACTOR_WORDS[secondFactor];
  if (words !== null) terminal.say(words);
  if (presumed !== null)
    terminal.say({
      en: `ISNAD_PUBLIC_URL is not set, so the link begins with ${presumed}; where the server told another address when it started, put that in its place.`,
      ar: `‏ISNAD_PUBLIC_URL غير مضبوط، لذلك يبدأ الرابط بالعنوان ${presumed}؛ فإن كان الخادم قد أعلن عند بدئه عنوانًا آخر فضعه مكانه.`,
    });
  terminal.say({
    en: 'All sessions of this member ended, and the audit ledger says so. The link works once, within ten minutes:',
    ar: 'انتهت جلسات هذا العضو كلها وسُجّل ذلك في سجل التدقيق. يعمل الرابط مرة واحدة خلال عشر دقائق:',
  });
}
