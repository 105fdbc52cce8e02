import type { HelpConfiguration, Option } from 'commander';
import type { Bilingual, Language } from '#platform';

const TITLES: Readonly<Record<string, Bilingual>> = {
  'Usage:': { en: 'Usage:', ar: 'طريقة الكتابة:' },
  'Arguments:': { en: 'Arguments:', ar: 'المُدخلات:' },
  'Options:': { en: 'Options:', ar: 'الخيارات:' },
  'Commands:': { en: 'Commands:', ar: 'الأوامر:' },
};
const DEFAULT: Bilingual = { en: 'otherwise', ar: 'وإلا' };

/** The parts of help that the parser writes itself, in the caller's language; the values of an option stand behind it. */
export function helpIn(language: Language): HelpConfiguration {
  return {
    styleTitle: (title) => TITLES[title]?.[language] ?? title,
    optionDescription: (option) => `${option.description}${valuesOf(option, language)}`,
    argumentDescription: ({ description, argChoices }) =>
      [description, ...(argChoices ?? [])].filter(Boolean).join(' '),
  };
}

function valuesOf({ argChoices, defaultValue, description }: Option, language: Language): string {
  const untold = argChoices?.filter((choice) => !new RegExp(`\\b${choice}\\b`).test(description)) ?? [];
  const values = untold.length === 0 ? '' : `: ${argChoices!.join(', ')}`;
  const usual = typeof defaultValue === 'string' ? ` (${DEFAULT[language]} ${defaultValue})` : '';
  return values + usual;
}
