import { ConnectionError, ProblemError } from '#client';
import type { Bilingual, Language } from '#platform';
import { plain } from '../layout/page.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT, type ExitCode } from '../program/exit.code.js';

const REFUSED = new Set([403, 409, 412, 428]);
const PASSING = new Set([429, 500, 502, 503, 504]);

/** Exit status for a refusal of the server. Whatever else it dislikes is a mistake in the command. */
export function exitOf(status: number): ExitCode {
  if (status === 401) return EXIT.signedOut;
  if (status === 404) return EXIT.notFound;
  if (REFUSED.has(status)) return EXIT.refused;
  return PASSING.has(status) ? EXIT.unavailable : EXIT.usage;
}

/** What a failed call means to a person; anything else is thrown on as it is. The server speaks the caller's language already. */
export function failureOf(error: unknown, profile: string): unknown {
  if (error instanceof ConnectionError) {
    return new CommandFailure(EXIT.unavailable, {
      en: `no answer from ${error.url}: is the server running, and the address right?`,
      ar: `لا جواب من ${error.url}: هل الخادم يعمل، وهل العنوان صحيح؟`,
    });
  }
  if (!(error instanceof ProblemError)) return error;
  return new CommandFailure(exitOf(error.status), saidOf(error, profile));
}

/** Where the server's own words would send a person to HTTP headers, ours send him to a command. */
const REMEDIES: Readonly<Record<string, (login: string) => Bilingual>> = {
  unauthenticated: (login) => ({
    en: `your sign-in is no longer valid: run ${login}`,
    ar: `لم يعد دخولك صالحًا: شغّل ${login}`,
  }),
  'scope-missing': (login) => ({
    en: `your sign-in does not cover this: run ${login} again, if your role has changed`,
    ar: `لا يشمل دخولك هذه العملية: إن كان دورك قد تغيّر فشغّل ${login} من جديد`,
  }),
  'version-stale': () => ({
    en: 'it has changed since it was read: look at it again with isnad show, then repeat',
    ar: 'تغيّر العنصر بعد قراءته: اعرضه من جديد بالأمر isnad show ثم أعد المحاولة',
  }),
  'requirements-unmet': () => ({
    en: 'refused: what is missing stands above',
    ar: 'لم تُستوفَ الشروط: ما ينقص مذكور أعلاه',
  }),
  'foreign-answer': () => ({
    en: 'something answers at that address, but it is not isnad: check the address',
    ar: 'في هذا العنوان ما يجيب، لكنه ليس خادم إسناد: تحقّق من العنوان',
  }),
};

function saidOf(error: ProblemError, profile: string): Bilingual {
  const login = profile === 'default' ? 'isnad login' : `isnad login --profile ${profile}`;
  const remedy = REMEDIES[error.code]?.(login);
  if (remedy) return remedy;
  const mistakes = error.errors.map(({ pointer, detail }) => `${pointer.replace(/^\//, '') || '—'}: ${detail}`);
  const text = plain(`${error.title}: ${mistakes.length > 0 ? mistakes.join(' ') : error.detail}`);
  return { en: text, ar: text } satisfies Record<Language, string>;
}
