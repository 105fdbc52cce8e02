import type { CommanderError } from 'commander';
import type { Bilingual } from '#platform';

type Explain = (what: string) => Bilingual;

const EXPLAIN: Readonly<Record<string, Explain>> = {
  'commander.unknownOption': (what) => ({ en: `there is no option ${what}`, ar: `لا يوجد خيار ${what}` }),
  'commander.unknownCommand': (what) => ({ en: `there is no command ${what}`, ar: `لا يوجد أمر ${what}` }),
  'commander.missingArgument': (what) => ({ en: `${what} is missing`, ar: `ينقص ${what}` }),
  'commander.optionMissingArgument': (what) => ({ en: `${what} needs a value`, ar: `يحتاج ${what} إلى قيمة` }),
  'commander.missingMandatoryOptionValue': (what) => ({ en: `${what} is missing`, ar: `ينقص ${what}` }),
  'commander.invalidArgument': (what) => ({ en: `${what} has a value it cannot have`, ar: `قيمة ${what} غير مقبولة` }),
  'commander.excessArguments': () => ({
    en: 'there are more arguments than the command takes',
    ar: 'عدد المُدخلات أكثر مما يقبله الأمر',
  }),
};

/** One line for a mistake in the command line, with the way to the right one. */
export function usageFailure(error: CommanderError): Bilingual {
  const what = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const said = EXPLAIN[error.code]?.(what) ?? { en: error.message.replace(/^error: /, ''), ar: 'خطأ في كتابة الأمر' };
  return { en: `${said.en}: see isnad help`, ar: `${said.ar}: راجع isnad help` };
}
