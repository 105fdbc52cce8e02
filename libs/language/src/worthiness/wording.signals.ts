import english from './lexicon/wording-english.json' with { type: 'json' };
import { compileLexicon, lexiconHits } from './lexicon.index.js';
import type { Signals } from './sentence.signals.js';
import type { Word } from './word.token.js';

const { 'not-past': notPast, ...categories } = english;
const LEXICON = compileLexicon('en', categories);
const NOT_PAST: ReadonlySet<string> = new Set(notPast);
const REGULAR_PAST = /^[a-z]{3,}ed$/;
const LARGE = /^\d{3,}$|^\d{1,3}(?:,\d{3})+$|^\d+\.\d+$/;

/** What a sentence opens with says much of what it is for: a reply, a wish, a question, a report about others. */
const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  'opens-question': ['what', 'how', 'why', 'who', 'where', 'when', 'which', 'do', 'does', 'did', 'is', 'are', 'can'],
  'opens-i': ['i', "i'm", "i've", "i'll", "i'd"],
  'opens-we': ['we', "we're", "we've", "we'll"],
  'opens-other': ['he', 'she', 'they', "he's", "she's", "they're"],
  'opens-let': ['let', "let's"],
  'opens-link': ['and', 'but', 'so', 'now', 'well'],
};
const SHORT = 6;

function shapeOf(word: Word): string | null {
  if (word.type === 'number') return LARGE.test(word.folded) ? 'large-number' : 'digits';
  if (word.type === 'word' && REGULAR_PAST.test(word.folded) && !NOT_PAST.has(word.folded)) return 'past';
  return null;
}

/**
 * How an English sentence is worded, beyond what it is about: tense, person, conditions, records of votes, its opening. Feature code →
 * places that show it, the signals of `signalsOf` among them. Linear in the words. No other language has such signals yet: null.
 */
export function wordingOf(signals: Signals): ReadonlyMap<string, readonly string[]> | null {
  if (signals.language !== 'en') return null;
  const { words } = signals;
  const found = new Map<string, string[]>();
  for (const [feature, evidence] of signals.evidence) found.set(feature, [...evidence]);
  const add = (feature: string, evidence: string) => {
    const list = found.get(feature);
    if (list) list.push(evidence);
    else found.set(feature, [evidence]);
  };
  for (const { category, from, to } of lexiconHits(words, LEXICON)) {
    const shown = words.slice(from, to).map((word) => word.text);
    add(category, shown.join(' '));
  }
  for (const word of words) {
    const shape = shapeOf(word);
    if (shape) add(shape, word.text);
    if (shape === 'large-number') add('digits', word.text);
  }
  const first = words[0];
  if (first)
    for (const [feature, openings] of Object.entries(OPENINGS))
      if (openings.includes(first.folded.replace('’', "'"))) add(feature, first.text);
  if (signals.length < SHORT) add('short', '');
  return found;
}

const DIGIT = /^[0-9]/;

/** The distinct words of a sentence as the model compares them, in order; every number in digits is the same word. */
export function comparedWords({ words }: Signals): ReadonlySet<string> {
  return new Set(words.map((word) => (DIGIT.test(word.folded) ? '<number>' : word.folded)));
}
