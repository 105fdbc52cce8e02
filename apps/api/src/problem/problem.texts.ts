import type { Locale } from '../http/accept.language.js';
import type { ProblemCode } from './transport.refusal.js';
import ar from './texts.ar.json' with { type: 'json' };
import en from './texts.en.json' with { type: 'json' };

interface Texts {
  readonly problems: Record<ProblemCode, { readonly title: string; readonly detail: string }>;
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

// The assignment is the check: a code without a text in either language does not compile.
const TEXTS: Record<Locale, Texts> = { ar, en };

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export function titleOf(code: ProblemCode, locale: Locale): string {
  return TEXTS[locale].problems[code].title;
}

export function detailOf(code: ProblemCode, locale: Locale, facts: object): string {
  return fill(TEXTS[locale].problems[code].detail, facts, locale);
}

/** The sentence for one mistake in a body; a general one where the code has none of its own. */
export function fieldDetailOf(code: string, locale: Locale, facts: object): string {
  const { fields } = TEXTS[locale];
  return fill(fields[code] ?? fields.other ?? '', facts, locale).trim();
}

/**
 * Puts facts into a sentence. What we have a word for is said in the reader's language; everything else is foreign
 * text and wrapped in a first-strong isolate, so that it cannot turn the sentence around it.
 */
function fill(template: string, facts: object, locale: Locale): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = (facts as Record<string, unknown>)[name];
    const parts = (Array.isArray(fact) ? fact : [fact]).map((part) => said(part, locale));
    return parts.join(locale === 'ar' ? '، ' : ', ');
  });
}

function said(fact: unknown, locale: Locale): string {
  if (fact === undefined || fact === null) return '';
  if (typeof fact === 'number') return String(fact);
  const text = typeof fact === 'string' ? fact : JSON.stringify(fact);
  const known = Object.hasOwn(TEXTS[locale].values, text) ? TEXTS[locale].values[text] : undefined;
  return known ?? FIRST_STRONG_ISOLATE + text.slice(0, 200).replace(/[\u2066-\u2069\u202a-\u202e]/g, '') + POP_ISOLATE;
}
