import hiddenWords from '../lexicon/hidden-words.json' with { type: 'json' };
import { fold } from '../normal/normal.fold.js';
import type { Flag } from './extraction.types.js';

const lexicon = new Set([...hiddenWords.ar, ...hiddenWords.en].map(fold));
const SIGNED = /\p{L}{1,12}(?:[.*_·•@#~^+=|/\\-]{1,2}\p{L}{1,12}){1,8}/gu;
const SPACED = /(?<!\p{L})(?:\p{L}[ \u00a0]){2,9}\p{L}(?![\p{L}\p{M}])/gu;
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

/** «ق.ت.ل», "k*lled" is not guessed at: the letters left must spell a word of the list exactly. */
function signedWords(text: string, pattern: RegExp, limit: number): Flag[] {
  const flags: Flag[] = [];
  for (const match of text.matchAll(pattern)) {
    const word = match[0].replace(/[^\p{L}\p{M}]+/gu, '');
    if (!known(word)) continue;
    flags.push(flagOf(text, match.index, match.index + match[0].length, word));
    if (flags.length >= limit) break;
  }
  return flags;
}

/** Words broken up to slip past a filter, at most `limit` of each way; the detail is the word joined again. */
export function hiddenWordFlags(text: string, limit: number): Flag[] {
  return [...tornWords(text, limit), ...signedWords(text, SIGNED, limit), ...signedWords(text, SPACED, limit)];
}
