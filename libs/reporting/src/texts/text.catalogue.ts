import type { ReportLanguage } from '../model/label.model.js';
import { pluralForm, type PluralForm } from './plural.rule.js';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

/** Grammatical gender of the noun a word qualifies: معلومة is feminine, ادّعاء masculine. English forms are equal. */
export type Gender = 'm' | 'f';
export type WordKey = keyof typeof en.words;
export type AgreedKey = keyof typeof en.agreed;
export type PluralKey = keyof typeof en.plurals;

interface Texts {
  readonly words: Record<WordKey, string>;
  readonly agreed: Record<AgreedKey, { readonly m: string; readonly f: string }>;
  readonly plurals: Record<PluralKey, Partial<Record<PluralForm, string>> & { readonly other: string }>;
}

// The compiler checks here that neither language lacks a text the other has.
const TEXTS: Record<ReportLanguage, Texts> = { ar, en };

export interface Catalogue {
  readonly language: ReportLanguage;
  readonly direction: 'rtl' | 'ltr';
  /** A fixed text; `{name}` stands for what the caller fills in. */
  word(key: WordKey): string;
  /** The name of a check-worthiness feature; the code itself while the catalogue does not know it. */
  feature(code: string): string;
  /** A word in the form that agrees with the noun it qualifies. */
  agreed(key: AgreedKey, gender: Gender): string;
  /** A counted noun with its number in the grammatically right form, e.g. «مصدران», «11 مصدرًا». */
  plural(key: PluralKey, count: number): string;
  /** Separator between the items of a running list. */
  readonly comma: string;
  /** Arrow from a carrier back to whom it has its words from, in the direction of reading. */
  readonly backwards: '←' | '→';
}

/** The texts of one language. */
export function catalogueOf(language: ReportLanguage): Catalogue {
  const texts = TEXTS[language];
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    comma: language === 'ar' ? '، ' : ', ',
    backwards: language === 'ar' ? '→' : '←',
    word: (key) => texts.words[key],
    feature: (code) => {
      const key = `feature.${code}`;
      return Object.hasOwn(texts.words, key) ? texts.words[key as WordKey] : code;
    },
    agreed: (key, gender) => texts.agreed[key][gender],
    plural: (key, count) => {
      const forms = texts.plurals[key];
      // English has no zero form of its own, but “no sources” reads better than “0 sources”.
      const form = count === 0 && forms.zero ? forms.zero : (forms[pluralForm(language, count)] ?? forms.other);
      return form.replace('{n}', String(count));
    },
  };
}

/** Replaces each `{name}` of a text by a plain value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
