import type { Environment, Language } from '#platform';

/**
 * Language to speak: `--lang`, else the locale of the environment as POSIX orders it, else English. Looked up before the arguments
 * are parsed, since mistakes in them must be told in it too. An unusable `--lang` is told by the parser.
 */
export function chooseLanguage(args: readonly string[], environment: Environment): Language {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  if (at >= 0 && (asked === 'ar' || asked === 'en')) return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^ar(?![a-z])/i.test(locale) ? 'ar' : 'en';
}
