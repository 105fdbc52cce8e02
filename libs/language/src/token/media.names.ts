import { foldedSet, media, nounSet } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';

type Rests = readonly (readonly string[])[];

const CONSONANTS: Readonly<Record<string, string>> = {
  غ: 'ج',
  ق: 'ج',
  ك: 'ج',
  گ: 'ج',
  چ: 'ج',
  ژ: 'ج',
  ڤ: 'ف',
  پ: 'ب',
  ط: 'ت',
  ث: 'ت',
  ص: 'س',
  ز: 'س',
  ض: 'د',
};
const SHORT = 4;

/**
 * What a foreign word sounds like, whichever way it was written: «فاينانشال» and «فايننشيال», «جورنال» and «غورنال». Its first letter
 * and its consonants, those that transliterators confuse as one; short words, whose vowels tell them apart, as they are.
 */
export function soundOf(norm: string): string {
  if (norm.length <= SHORT) return norm;
  const known = sounds.get(norm);
  if (known !== undefined) return known;
  if (sounds.size >= SOUNDS) sounds.clear();
  const sound = heardAs(norm);
  sounds.set(norm, sound);
  return sound;
}

/** Pure memo, as large as the words that may begin or go on a name. */
const sounds = new Map<string, string>();
const SOUNDS = 4096;

function heardAs(norm: string): string {
  let sound = norm.charAt(0);
  for (let i = 1; i < norm.length; i += 1) {
    const letter = norm.charAt(i);
    if ('اوي'.includes(letter) || letter === norm.charAt(i - 1)) continue;
    sound += CONSONANTS[letter] ?? letter;
  }
  return (CONSONANTS[sound.charAt(0)] ?? sound.charAt(0)) + sound.slice(1);
}

const marked = foldedSet(Object.values(media.inMarks).flat());
const spelt = [...media.agencies.spelt, ...Object.values(media.spelt).flat()].map(fold);
const heard = [...media.agencies.heard, ...Object.values(media.heard).flat()].map(fold);

/** Spelt like something else («الوطن», «الشرق الأوسط»): a medium's only behind its noun or in marks. */
const isPlain = (name: string): boolean => !marked.has(name);

/** Names of one word that are a medium's wherever they stand, folded. */
export const mediaOfOneWord: ReadonlySet<string> = new Set(
  [...spelt, ...heard].filter((name) => !name.includes(' ') && isPlain(name)),
);

/** Agencies of one word, without the article. */
export const agencyNames = nounSet(
  [...media.agencies.spelt, ...media.agencies.heard].filter((name) => !name.includes(' ')),
);

const soundsOf = (name: string): string => name.split(' ').map(soundOf).join(' ');
const agencySounds: ReadonlySet<string> = new Set(
  [...media.agencies.spelt, ...media.agencies.heard].map((name) => soundsOf(fold(name))),
);

/** Whether a medium's name is an agency's, of however many words. */
export const isAgencyName = (name: string): boolean => agencySounds.has(soundsOf(fold(name)));

/** Names by their first word, as `key` reads it, to the rest; the longest first. */
function byFirst(names: readonly string[], key: (word: string) => string): ReadonlyMap<string, Rests> {
  const table = new Map<string, string[][]>();
  for (const name of names) {
    const [first = '', ...rest] = name.split(' ').map(key);
    table.set(first, [...(table.get(first) ?? []), rest]);
  }
  for (const rests of table.values()) rests.sort((a, b) => b.length - a.length);
  return table;
}

const longer = (name: string): boolean => name.includes(' ') && isPlain(name);
const asWritten = (word: string): string => word;
const bySpelling = byFirst([...spelt, ...heard].filter(longer), asWritten);
const bySound = byFirst(heard.filter(longer), soundOf);
const inMarks = byFirst([...marked], asWritten);

const LONGEST = 14;

const seconds: ReadonlySet<string> = new Set(
  [bySpelling, bySound].flatMap((table) =>
    [...table.values()].flatMap((rests) => rests.map(([second = '']) => second)),
  ),
);

/** Whether any name has a second word that is spelt or, without the article, sounds like this one: most that follow a first word are none. */
export const maySecond = (norm: string): boolean =>
  seconds.has(norm) ||
  (norm.length > SHORT && norm.length <= LONGEST && !norm.startsWith('ال') && seconds.has(soundOf(norm)));

/** How many words of `at` (0 the first) are a medium's name that begins with `first`; 0 for none. */
export function mediumLength(first: string, at: (n: number) => string | undefined): number {
  const second = at(1);
  if (second === undefined) return 0;
  for (const rest of bySpelling.get(first) ?? [])
    if (rest[0] === second && rest.every((part, n) => at(n + 1) === part)) return rest.length + 1;
  const heardRests = bySound.get(soundOf(first));
  if (!heardRests || second.length > LONGEST) return 0;
  const sound = soundOf(second);
  for (const rest of heardRests)
    if (rest[0] === sound && rest.every((part, n) => soundOf(at(n + 1) ?? '') === part)) return rest.length + 1;
  return 0;
}

/** The same for the names that are a medium's only in marks. */
export function markedLength(first: string, at: (n: number) => string | undefined): number {
  for (const rest of inMarks.get(first) ?? []) if (rest.every((part, n) => at(n + 1) === part)) return rest.length + 1;
  return 0;
}

/** Whether a name of several words may begin with this word as it is spelt. */
export const isNameStart = (word: string): boolean =>
  bySpelling.has(word) || (word.length <= LONGEST && bySound.has(heardOnce(word)));

/** Asked once for every spelling: nothing to remember. */
const heardOnce = (word: string): string => (word.length <= SHORT ? word : heardAs(word));

/** Whether a name of several words may begin with this word, as it stands or behind «ل». */
export function opensMedium(norm: string, stem: string): boolean {
  if (isNameStart(norm) || isNameStart(stem)) return true;
  if (!stem.startsWith('ل')) return false;
  return isNameStart(stem.slice(1)) || (stem.startsWith('لل') && isNameStart(`ال${stem.slice(2)}`));
}

/** Consonants that are confused as one, vowels kept: «توربين» is no «تريبون». */
function spellingOf(norm: string): string {
  let spelling = '';
  for (const letter of norm) spelling += CONSONANTS[letter] ?? letter;
  return spelling;
}

const strong = byFirst(media.ends.strong.map(fold), spellingOf);
const weak = byFirst(media.ends.weak.map(fold), spellingOf);
const starts = foldedSet(media.starts);

/** «تايمز», «تي في», «بوست»: how a medium's name ends, and whether the word alone tells it. */
export interface NameEnd {
  readonly length: number;
  readonly strong: boolean;
}

/** The end of a medium's name that begins with `first`, or null. */
export function nameEndAt(first: string, at: (n: number) => string | undefined): NameEnd | null {
  for (const table of [strong, weak])
    for (const rest of table.get(spellingOf(first)) ?? [])
      if (rest.every((part, n) => spellingOf(at(n + 1) ?? '') === part))
        return { length: rest.length + 1, strong: table === strong };
  return null;
}

export const mayEndName = (norm: string): boolean =>
  norm.length <= LONGEST_END && initials.has(norm.charAt(0)) && isEnd(norm);
const LONGEST_END = 10;
const initials = new Set(
  [...media.ends.strong, ...media.ends.weak].flatMap((end) => {
    const initial = fold(end).charAt(0);
    const spelling = CONSONANTS[initial] ?? initial;
    return [initial, ...Object.keys(CONSONANTS).filter((letter) => CONSONANTS[letter] === spelling)];
  }),
);
const isEnd = (norm: string): boolean => strong.has(spellingOf(norm)) || weak.has(spellingOf(norm));
/** «ديلي», «ذا», «واشنطن»: what a medium's name often begins with. */
export const mayHeadName = (word: string): boolean => starts.has(word);
