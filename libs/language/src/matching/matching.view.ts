import { fold } from '../normal/normal.fold.js';
import { arabicStem } from './arabic.stem.js';
import { englishStem } from './english.stem.js';
import stopwords from './lexicon/stopwords.json' with { type: 'json' };
import { wordBounds, type WordBounds } from './word.bounds.js';
import { WordMemory } from './word.memory.js';

const STOPWORDS = new Set(`${stopwords.ar} ${stopwords.en}`.split(' ').map(fold));
const LINK = /https?:\/\/\S+|(?:pic\.)?twitter\.com\/\S+/giu;
const HANDLE = /\(@\w+\)/g;
const WRITTEN = /[\p{L}\p{N}\p{P}]$/u;
const TAG = /[#@]([\p{L}\p{N}_]+)/gu;
const BLANK = 0x20;
const HAS_ARABIC = /[\u0621-\u064a\u066e-\u06d3]/;

/** «#AustralianFires» and «#لا_للعنف» are phrases: cut them at capitals and underscores. */
function spread(text: string): string {
  // most texts have none of these, and looking for a sign costs less than looking for an expression
  const plain = text.includes('/') ? text.replace(LINK, ' ') : text;
  const named = plain.includes('(@') ? plain.replace(HANDLE, behindName) : plain;
  const tags = named.includes('#') || named.includes('@') ? named.replace(TAG, opened) : named;
  return tags.includes('_') ? tags.replace(/_/g, ' ') : tags;
}

/**
 * «— Sara Haddad (@sarah_press) …»: after a name, its handle says nothing more, and its pieces are like pieces of other words. Looking
 * back only from a handle keeps long blanks from being read again and again.
 */
function behindName(handle: string, at: number, text: string): string {
  return WRITTEN.test(text.slice(0, at).trimEnd().slice(-2)) ? ' ' : handle;
}

function opened(_: string, tag: string): string {
  return ` ${tag.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')} `;
}

/** A text whose words `wordBounds` finds. */
export function foldedText(text: string): string {
  return fold(spread(text));
}

/** The words of a text as matching sees them: links gone, hashtags opened, folded, digits unified; stop words still in. */
export function plainWords(text: string): string[] {
  const folded = foldedText(text);
  const { at, count } = wordBounds(folded);
  return Array.from({ length: count }, (_, word) => folded.slice(at[2 * word], at[2 * word + 1]));
}

export function isStopword(word: string): boolean {
  return STOPWORDS.has(word);
}

/** One word's stem by its own script; numbers lose their thousands separators. */
export function stemOf(word: string): string {
  if (/^\p{N}/u.test(word)) return word.replace(/[,٬](?=\d{3})/g, '');
  return HAS_ARABIC.test(word) ? arabicStem(word) : englishStem(word);
}

/** A word's stem; '' for a stop word. */
export interface Stem {
  readonly text: string;
  /** For whoever collects stems: the collection that met it last, and its number there. Finding it by its text takes far longer. */
  collection: object | null;
  number: number;
}

export function stemNamed(text: string): Stem {
  return { text, collection: null, number: 0 };
}

/**
 * Stems of words met before; a language uses the same words again and again, and stemming is most of what reading a text costs. A few
 * megabytes at most.
 */
const stems = new WordMemory((word) => stemNamed(isStopword(word) ? '' : stemOf(word)));

/** Stems of a folded text's words in their order, stop words left out. */
export function stemsAt(folded: string, { at, count }: WordBounds): Stem[] {
  const found: Stem[] = [];
  for (let word = 0; word < count; word += 1) {
    const stem = stems.of(folded, at[2 * word]!, at[2 * word + 1]!);
    if (stem.text !== '') found.push(stem);
  }
  return found;
}

/** Stems in reading order, stop words left out. */
export function stemsOf(text: string): string[] {
  const folded = foldedText(text);
  return stemsAt(folded, wordBounds(folded)).map((stem) => stem.text);
}

/** The folded words of a text with one blank between and around them: what character sequences are taken from. Keep it beside the text. */
export function matchingLine(text: string): string {
  const folded = foldedText(text);
  return lineAt(folded, wordBounds(folded));
}

export function lineAt(folded: string, { at, count }: WordBounds): string {
  let line = ' ';
  for (let word = 0; word < count;) {
    const from = at[2 * word]!;
    let to = at[2 * word + 1]!;
    // words that stand one blank apart are taken over together
    for (word += 1; word < count && at[2 * word] === to + 1 && folded.charCodeAt(to) === BLANK; word += 1)
      to = at[2 * word + 1]!;
    line += `${folded.slice(from, to)} `;
  }
  return count === 0 ? '  ' : line;
}
