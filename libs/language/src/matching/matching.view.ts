import { fold } from '../normal/normal.fold.js';
import { arabicStem } from './arabic.stem.js';
import { englishStem } from './english.stem.js';
import stopwords from './lexicon/stopwords.json' with { type: 'json' };

const STOPWORDS = new Set(`${stopwords.ar} ${stopwords.en}`.split(' ').map(fold));
const LINK = /https?:\/\/\S+|(?:pic\.)?twitter\.com\/\S+/giu;
/** «— Sara Haddad (@sarah_press) …»: after a name, its handle says nothing more, and its pieces are like pieces of other words. */
const HANDLE = /(?<=[\p{L}\p{N}\p{P}]\s*)\(@\w+\)/gu;
const WORD = /\p{N}+(?:[.,٬]\p{N}+)*|\p{L}+(?:['’]\p{L}+)?/gu;
const HAS_ARABIC = /[\u0621-\u064a\u066e-\u06d3]/;

/** «#AustralianFires» and «#لا_للعنف» are phrases: cut them at capitals and underscores. */
function spread(text: string): string {
  return text
    .replace(LINK, ' ')
    .replace(HANDLE, ' ')
    .replace(/[#@]([\p{L}\p{N}_]+)/gu, (_, tag: string) => ` ${tag.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')} `)
    .replace(/_/g, ' ');
}

/** The words of a text as matching sees them: links gone, hashtags opened, folded, digits unified; stop words still in. */
export function plainWords(text: string): string[] {
  return fold(spread(text)).match(WORD) ?? [];
}

export function isStopword(word: string): boolean {
  return STOPWORDS.has(word);
}

/** One word's stem by its own script; numbers lose their thousands separators. */
export function stemOf(word: string): string {
  if (/^\p{N}/u.test(word)) return word.replace(/[,٬](?=\d{3})/g, '');
  return HAS_ARABIC.test(word) ? arabicStem(word) : englishStem(word);
}

/** Stems of words met before; a language uses the same words again and again, and stemming is most of what reading a text costs. */
const stems = new Map<string, string>();
/** Words remembered at most, a few megabytes; then remembering begins anew. */
const REMEMBERED = 60_000;
/** UTF-16 units. A longer word cut out of a text would keep the whole text in memory, and hardly comes twice. */
const LONGEST_REMEMBERED = 12;

/** A folded word's stem; '' for a stop word. */
function termOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = isStopword(word) ? '' : stemOf(word);
  if (word.length > LONGEST_REMEMBERED) return stem;
  if (stems.size >= REMEMBERED) stems.clear();
  stems.set(word, stem);
  return stem;
}
/** Stems of folded words in their order, stop words left out. */
export function stemsOfWords(words: readonly string[]): string[] {
  const found: string[] = [];
  for (const word of words) {
    const stem = termOf(word);
    if (stem !== '') found.push(stem);
  }
  return found;
}

/** Stems in reading order, stop words left out. */
export function stemsOf(text: string): string[] {
  return stemsOfWords(plainWords(text));
}

/** The folded words of a text with one blank between and around them: what character sequences are taken from. Keep it beside the text. */
export function matchingLine(text: string): string {
  return lineOfWords(plainWords(text));
}

export function lineOfWords(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
