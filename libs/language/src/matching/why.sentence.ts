import type { PairExplanation, Shown } from './pair.explain.js';

const LISTED = 3;

/** At most three of them, as written in the text they stand in. */
function listed(items: readonly Shown[], joint: string): string {
  return items
    .slice(0, LISTED)
    .map(({ text }) => text)
    .join(joint);
}

type Difference = { readonly a: readonly Shown[]; readonly b: readonly Shown[] };
const parted = ({ a, b }: Difference) => a.length > 0 && b.length > 0;

function english({ shared, different, negation, antonyms, replaced, origin }: PairExplanation): string[] {
  const parts: string[] = [];
  const common = [...shared.names, ...shared.numbers, ...shared.dates];
  if (common.length > 0) parts.push(`both say ${listed(common, ', ')}`);
  const versus = (what: string, pair: Difference) => {
    if (parted(pair)) parts.push(`${what} here ${listed(pair.a, ', ')}, there ${listed(pair.b, ', ')}`);
  };
  versus('numbers differ:', different.numbers);
  versus('dates differ:', different.dates);
  versus('names differ:', different.names);
  if (negation.differs)
    parts.push(negation.a.length > 0 ? 'this one denies, that one does not' : 'that one denies, this one does not');
  for (const { a, b } of antonyms.slice(0, LISTED)) parts.push(`“${a}” here, “${b}” there`);
  if (replaced) parts.push(`the same but for “${replaced.a}” here, “${replaced.b}” there`);
  if (origin.same) parts.push(`both have it from ${origin.b ?? origin.a ?? ''}`);
  return parts;
}

function arabic({ shared, different, negation, antonyms, replaced, origin }: PairExplanation): string[] {
  const parts: string[] = [];
  const common = [...shared.names, ...shared.numbers, ...shared.dates];
  if (common.length > 0) parts.push(`يشتركان في: ${listed(common, '، ')}`);
  const versus = (what: string, pair: Difference) => {
    if (parted(pair)) parts.push(`${what}: هنا ${listed(pair.a, '، ')} وهناك ${listed(pair.b, '، ')}`);
  };
  versus('الأرقام مختلفة', different.numbers);
  versus('التواريخ مختلفة', different.dates);
  versus('الأسماء مختلفة', different.names);
  if (negation.differs) parts.push(negation.a.length > 0 ? 'هذا ينفي وذاك لا ينفي' : 'ذاك ينفي وهذا لا ينفي');
  for (const { a, b } of antonyms.slice(0, LISTED)) parts.push(`«${a}» هنا و«${b}» هناك`);
  if (replaced) parts.push(`لا يختلفان إلا في «${replaced.a}» هنا و«${replaced.b}» هناك`);
  if (origin.same) parts.push(`كلاهما عن ${origin.b ?? origin.a ?? ''}`);
  return parts;
}

const OPENING = {
  en: {
    duplicate: 'The same claim',
    'same-origin': 'From the same origin',
    similar: 'A similar claim',
    conflicting: 'A conflicting claim',
  },
  ar: {
    duplicate: 'الادّعاء نفسه',
    'same-origin': 'من المصدر الأصلي نفسه',
    similar: 'ادّعاء مشابه',
    conflicting: 'ادّعاء متعارض',
  },
} as const;

/** Added where the claim found is in the other language. */
const ELSEWHERE = { en: ' in the other language', ar: ' باللغة الأخرى' } as const;

/** One sentence that tells an editor why two claims were put side by side. `a` is the claim asked about («هنا»), `b` the one found. */
export function whySentence(explanation: PairExplanation, locale: 'ar' | 'en'): string {
  const found = OPENING[locale][explanation.class ?? 'similar'];
  const opening = explanation.crossLanguage ? `${found}${ELSEWHERE[locale]}` : found;
  const parts = locale === 'ar' ? arabic(explanation) : english(explanation);
  if (parts.length === 0 && explanation.crossLanguage)
    return `${opening}${locale === 'ar' ? ': وُجد بمفردات مشتركة المعنى.' : ': found by words of the same meaning.'}`;
  if (parts.length === 0)
    return locale === 'ar' ? `${opening}: يشتركان في كلمات كثيرة.` : `${opening}: they share many of their words.`;
  return `${opening}: ${parts.join(locale === 'ar' ? '؛ ' : '; ')}.`;
}
