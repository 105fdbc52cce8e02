import { detectLanguage } from '../text/language.detect.js';
import { bridgeTermsOf } from './bridge.terms.js';
import concepts from './lexicon/concepts.json' with { type: 'json' };
import gazetteer from './lexicon/gazetteer.json' with { type: 'json' };
import { explainer, type PairExplanation } from './pair.explain.js';
import { stemsOf } from './matching.view.js';

type Language = 'ar' | 'en';

/** The stems of each name and notion in either language; spellings of several words are left to their single ones. */
const STEMS: ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>> = new Map([
  ...Object.entries(gazetteer).flatMap(([kind, names]) =>
    Object.entries(names as Readonly<Record<string, readonly string[]>>).map(
      ([id, spellings]) => [`${kind}/${id}`, bothOf(spellings)] as const,
    ),
  ),
  ...Object.entries(concepts).map(([notion, spellings]) => [`%${notion}`, bothOf(spellings)] as const),
]);

function bothOf(spellings: readonly string[]): Record<Language, readonly string[]> {
  const stems: Record<Language, Set<string>> = { ar: new Set(), en: new Set() };
  for (const spelling of spellings) {
    const found = stemsOf(spelling.replace(/\*$/, ''));
    if (found.length === 1 && found[0]) stems[detectLanguage(spelling)].add(found[0]);
  }
  return { ar: [...stems.ar], en: [...stems.en] };
}

/** With fewer names, notions and numbers than this nothing in the other language can be meant. */
const LEAST_BRIDGES = 2;

/**
 * The stems under which a claim that says the same in the other language may be indexed: its names and notions as the lexicons write
 * them there, and its numbers. Names that no lexicon knows are not among them. Empty when the text gives too little to go by.
 */
export function bridgeStemsOf(text: string): string[] {
  const other = detectLanguage(text) === 'ar' ? 'en' : 'ar';
  const found = bridgeTermsOf(text).flatMap(({ term }) => {
    if (term.startsWith('#')) return [[term.slice(1)]];
    const stems = STEMS.get(term)?.[other] ?? [];
    return stems.length > 0 ? [stems] : [];
  });
  return found.length < LEAST_BRIDGES ? [] : [...new Set(found.flat())];
}

export interface AcrossCandidate {
  readonly id: string;
  readonly text: string;
}

export interface AcrossHit {
  readonly id: string;
  readonly explanation: PairExplanation;
}

/**
 * Candidates of the other language that are near enough to be shown, nearest first, by their share of common names, numbers, notions and
 * of names written alike by their consonants. It tells the same topic, hardly the same meaning: a suggestion, never more.
 */
export function rankAcross(text: string, candidates: readonly AcrossCandidate[]): AcrossHit[] {
  const explain = explainer({ text });
  return candidates
    .map(({ id, text: other }) => ({ id, explanation: explain({ text: other }) }))
    .filter(({ explanation }) => explanation.crossLanguage && explanation.class !== null)
    .sort((a, b) => b.explanation.similarity - a.explanation.similarity);
}
