import type { Claim } from '#client';
import type { Bilingual, Language } from '#platform';
import { catalogueOf, type WordKey } from '#reporting';

export type Requirement = Claim['requirements']['verified'][number];

/** What is missing, by the rule's own code. {have} and {need} are its counts. */
const MISSING: Readonly<Record<string, Bilingual>> = {
  'decider-is-author': { en: 'you wrote these words yourself', ar: 'أنت من صاغ هذا النص' },
  'reviewer-is-author': {
    en: 'a verdict comes from whoever wrote these words',
    ar: 'أحد التقييمات ممن صاغ هذا النص',
  },
  'decider-gave-counted-verdict': {
    en: 'you gave one of the verdicts this would rest on',
    ar: 'قدّمت بنفسك تقييمًا يقوم عليه القرار',
  },
  'too-few-verdicts': { en: 'there: {have}, needed: {need}', ar: 'المتوفر {have}، المطلوب {need}' },
  'too-few-origins': {
    en: 'independent origins there: {have}, needed: {need}; or one primary source',
    ar: 'المصادر الأصول المستقلة: المتوفر {have}، المطلوب {need}؛ أو مصدر أولي واحد',
  },
  'anonymous-only': { en: 'all origins are anonymous', ar: 'كل المصادر الأصول غير مسمّاة' },
  'dispute-open': { en: 'open disputing verdicts: {have}', ar: 'تقييمات مخالفة لم تُحسم: {have}' },
  'anchor-waits': {
    en: 'the text has changed: confirm where the claim stands',
    ar: 'تغيّر النص: ثبّت موضعها فيه',
  },
  'query-open': { en: 'queries waiting for an answer: {have}', ar: 'طلبات إيضاح تنتظر الجواب: {have}' },
  'rationale-missing': { en: 'say why, with --rationale', ar: 'اذكر السبب بالخيار --rationale' },
  'no-contradicting-verdict': {
    en: 'no colleague’s disputing verdict cites refuting evidence',
    ar: 'لا تقييم مخالفًا من زميل يستند إلى دليل مخالف',
  },
  'search-log-short': {
    en: 'searches logged: {have}, needed: {need}; add --search',
    ar: 'عمليات البحث المسجَّلة: {have}، المطلوب {need}؛ أضف --search',
  },
  'own-voice': { en: 'the article says it in its own voice', ar: 'تقولها المادة بصوتها' },
  'nobody-named': { en: 'the sentence names no source', ar: 'لا تسمّي الجملة مصدرًا' },
  'cue-takes-sides': { en: 'the sentence takes its source’s side', ar: 'لفظ الإسناد في الجملة يتبنّى قول المصدر' },
  'recheck-not-ahead': {
    en: 'name a day to come with --recheck',
    ar: 'حدّد موعدًا قادمًا بالخيار --recheck',
  },
};

const TURNS = {
  reviewer: { en: 'fact-checker’s turn', ar: 'الدور على مدقق المعلومات' },
  editor: { en: 'editor’s turn', ar: 'الدور على المحرر المسؤول' },
  writer: { en: 'author’s turn', ar: 'الدور على معدّ المادة' },
  other: { en: 'a colleague must do this', ar: 'يقوم به زميل آخر' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Who can do something about an unmet requirement. */
const TURN: Readonly<Record<string, keyof typeof TURNS>> = {
  'not-own-text': 'other',
  'separate-decider': 'other',
  'supporting-verdicts': 'reviewer',
  'independent-sources': 'reviewer',
  contradiction: 'reviewer',
  'label-quorum': 'reviewer',
  'unproven-verdicts': 'reviewer',
  'queries-answered': 'writer',
};

export type Mark = 'met' | 'unmet' | 'excepted' | 'withheld' | 'idle';
const MARKS: Readonly<Record<Requirement['status'], Mark>> = {
  satisfied: 'met',
  unsatisfied: 'unmet',
  overridden: 'excepted',
  'not-applicable': 'idle',
  withheld: 'withheld',
};
export const SIGNS: Readonly<Record<Mark, string>> = { met: '✓', unmet: '✗', excepted: '!', withheld: '·', idle: '–' };

export function markOf({ status }: Requirement): Mark {
  return MARKS[status];
}

/** A requirement in words: its name, and where it is unmet what is missing and whose turn it is. */
export function requirementWords({ name, status, detail, have, need }: Requirement, language: Language): string {
  const title = catalogueOf(language).word(`requirement.${name}` as WordKey);
  if (status !== 'unsatisfied') return title;
  const missing = MISSING[detail]?.[language].replace('{have}', String(have ?? 0)).replace('{need}', String(need ?? 1));
  const turn = TURNS[TURN[name] ?? 'editor'][language];
  return `${title}: ${missing === undefined ? '' : `${missing} — `}${turn}`;
}
