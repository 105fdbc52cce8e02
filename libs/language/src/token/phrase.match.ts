import { fold } from '../normal/normal.fold.js';
import type { Token } from './token.scan.js';

/** Phrases of one or more words looked up by their first word; an entry ending in a bare «ل» matches a word that begins with it. */
export interface PhraseTable {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export function phraseTable(list: readonly string[]): PhraseTable {
  const byFirst = new Map<string, string[][]>();
  for (const entry of list) {
    const parts = fold(entry).split(' ');
    const first = parts[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  for (const parts of byFirst.values()) parts.sort((a, b) => b.length - a.length);
  return { byFirst };
}

/** «أن» in an entry stands for «أنه», «أنها» … as well. */
const THAT = /^ان(?:ه|ها|هم|هما|هن|نا|ي|ني)$/;

function matches(tokens: readonly Token[], at: number, limit: number, parts: readonly string[]): number {
  for (let k = 1; k < parts.length; k += 1) {
    const token = tokens[at + k];
    const part = parts[k] ?? '';
    if (!token || at + k >= limit) return 0;
    if (
      part === 'ل'
        ? !token.word.norm.startsWith('ل')
        : token.word.norm !== part && !(part === 'ان' && THAT.test(token.word.norm))
    )
      return 0;
  }
  // a closing «ل» belongs to the noun, not to the phrase
  return parts[parts.length - 1] === 'ل' ? parts.length - 1 : parts.length;
}

/** Number of tokens the longest phrase at `at` covers, 0 for none. A leading و or ف on the first word is allowed. */
export function matchPhrase(table: PhraseTable, tokens: readonly Token[], at: number, limit: number): number {
  const word = tokens[at]?.word;
  if (!word) return 0;
  for (const key of word.stem === word.norm ? [word.norm] : [word.norm, word.stem]) {
    for (const parts of table.byFirst.get(key) ?? []) {
      const length = matches(tokens, at, limit, parts);
      if (length > 0) return length;
    }
  }
  return 0;
}
