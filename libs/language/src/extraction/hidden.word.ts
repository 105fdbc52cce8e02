import hiddenWords from '../lexicon/hidden-words.json' with { type: 'json' };
import { fold } from '../normal/normal.fold.js';
import type { Flag } from './extraction.types.js';

const lexicon = new Set([...hiddenWords.ar, ...hiddenWords.en].map(fold));
/** A sign between two letters: where a word may have been broken up. */
const SIGN = /[.*_·•@#~^+=|/\\-]{1,2}(?=\p{L})/gu;
const SPACED = /(?<!\p{L})(?:\p{L}[ \u00a0]){2,9}\p{L}(?![\p{L}\p{M}])/gu;
const STROKE = '\u0640';
const TORN = /\u0640[ \u00a0]{1,4}\u0640(?=[\p{L}\p{M}])/gu;
const LETTER = /[\p{L}\p{M}]/u;
const WORD_UNITS = 40;
const CLITICS = /^(?:[وف]?(?:ب?ال|لل|[بلك])?)(?=.{3})/;

function flagOf(text: string, start: number, end: number, detail: string): Flag {
  return { code: 'obfuscated-word', start, end, detail: detail || text.slice(start, end) };
}

/** «قـ ـاسية»: torn by lengthening strokes and a blank; always reported, whatever the word. */
function tornWords(text: string, limit: number): Flag[] {
  const flags: Flag[] = [];
  if (!text.includes(STROKE)) return flags;
  for (const match of text.matchAll(TORN)) {
    let start = match.index;
    let end = start + match[0].length;
    const stop = end + WORD_UNITS;
    while (start > 0 && match.index - start < WORD_UNITS && LETTER.test(text.charAt(start - 1))) start -= 1;
    while (end < stop && LETTER.test(text.charAt(end))) end += 1;
    if (start === match.index) continue;
    flags.push(flagOf(text, start, end, text.slice(start, end).replace(/[\u0640\s]+/g, '')));
    if (flags.length >= limit) break;
  }
  return flags;
}

function known(word: string): boolean {
  const folded = fold(word);
  return lexicon.has(folded) || lexicon.has(folded.replace(CLITICS, ''));
}

const SIGNS = '.*_·•@#~^+=|/\\-';
const inWord = (char: string): boolean => char !== '' && (SIGNS.includes(char) || LETTER.test(char));

/** «ق.ت.ل»; "k*lled" is not guessed at: the letters left must spell a word of the list exactly. */
function signedWords(text: string, limit: number): Flag[] {
  const flags: Flag[] = [];
  let read = 0;
  for (const match of text.matchAll(SIGN)) {
    if (match.index < read || !LETTER.test(text.charAt(match.index - 1))) continue;
    let start = match.index;
    let end = start + match[0].length;
    while (start > read && match.index - start < WORD_UNITS && LETTER.test(text.charAt(start - 1))) start -= 1;
    while (end - start < WORD_UNITS && inWord(text.charAt(end))) end += 1;
    while (SIGNS.includes(text.charAt(end - 1))) end -= 1;
    read = end;
    const word = text.slice(start, end).replace(/[^\p{L}\p{M}]+/gu, '');
    if (known(word)) flags.push(flagOf(text, start, end, word));
    if (flags.length >= limit) break;
  }
  return flags;
}

const isGap = (unit: number): boolean => unit === 0x20 || unit === 0xa0;
const isLetter = (text: string, at: number): boolean => /\p{L}/u.test(text.charAt(at));

/** Whether two single letters stand in front of a third anywhere; letters of two units are rare enough to look closer. */
function maySpace(text: string): boolean {
  for (let i = 1; i + 3 < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) return true;
    if (!isGap(unit) || !isGap(text.charCodeAt(i + 2))) continue;
    if (isLetter(text, i - 1) && isLetter(text, i + 1) && !isLetter(text, i - 2)) return true;
  }
  return false;
}

/** «غ ز ة»: single letters with blanks between them. */
function spacedWords(text: string, limit: number): Flag[] {
  const flags: Flag[] = [];
  if (!maySpace(text)) return flags;
  for (const match of text.matchAll(SPACED)) {
    const word = match[0].replace(/\s+/g, '');
    if (known(word)) flags.push(flagOf(text, match.index, match.index + match[0].length, word));
    if (flags.length >= limit) break;
  }
  return flags;
}

/** Words broken up to slip past a filter, at most `limit` of each way; the detail is the word joined again. */
export function hiddenWordFlags(text: string, limit: number): Flag[] {
  return [...tornWords(text, limit), ...signedWords(text, limit), ...spacedWords(text, limit)];
}
