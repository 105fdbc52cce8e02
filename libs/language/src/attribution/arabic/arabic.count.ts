import { foldedRecord, sources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { has } from './arabic.name.js';

// How many a source speaks of.

const counts = foldedRecord(sources.counts);
const ONE_OF = new Set(['احد', 'احدي', 'واحد', 'واحده']);
export const SOME_OF = new Set([
  'بعض',
  'عدد',
  'العديد',
  'مجموعه',
  'عده',
  'كل',
  'جميع',
  'الكثير',
  'كثير',
  'ايضا',
  'كلا',
]);
const PLURALS = new Set([
  'مصادر',
  'مسوولون',
  'مسوولين',
  'خبراء',
  'محللون',
  'مراقبون',
  'شهود',
  'اشخاص',
  'ناشطون',
  'تقارير',
  'سلطات',
  'قوات',
  'وسايل',
  'جنود',
  'سكان',
]);

/** Skips quantity words at the front of a phrase; answers where the noun stands and how many are meant (0: not said). */
export function countedHead(
  tokens: readonly Token[],
  from: number,
  to: number,
): { head: number; count: number; some: boolean } {
  let head = from;
  let count = 0;
  let some = false;
  while (head < to) {
    const word = tokens[head]?.word;
    if (!word) break;
    const number = counts.get(word.norm) ?? counts.get(word.stem);
    if (number !== undefined && head + 1 < to && !has(tokens[head], W.ANONYMOUS)) count = number;
    else if (tokens[head]?.kind === 'number' && head + 1 < to) count = Number(word.norm.replace(/\D/g, '')) || 0;
    else if (ONE_OF.has(word.stem) && head + 1 < to) {
      count = 1;
      some = true;
    } else if (!(SOME_OF.has(word.stem) || (head > from && word.norm === 'من')) || head + 1 >= to) break;
    head += 1;
  }
  return { head, count, some: some || head > from };
}

const OF_THEM = /^من(?:هم|هما|هن)$/;

/** «ستة منهم», «اثنان منهما»: so many of a group that stands before, at [from, from + 2). */
export const countOfThem = (tokens: readonly Token[], from: number, to: number): number | null => {
  const token = tokens[from];
  if (!token || from + 2 !== to || !OF_THEM.test(tokens[from + 1]?.word.norm ?? '')) return null;
  if (token.kind === 'number') return Number(token.word.norm.replace(/\D/g, '')) || 0;
  if (/^اثن(?:ان|ين|تان|تين)$/.test(token.word.stem)) return 2;
  return counts.get(token.word.norm) ?? counts.get(token.word.stem) ?? (SOME_OF.has(token.word.stem) ? 0 : null);
};

const DUAL = /^(?:مصدر|شخص|مسوول|دبلوماسي|شاهد|خبير|باحث|ضابط)ان$/;

export function numberOf(head: string, count: number): 's' | 'd' | 'p' {
  if (count === 1) return 's';
  if (count === 2 || counts.get(head) === 2 || DUAL.test(head)) return 'd';
  return count > 2 || PLURALS.has(head) || /(?:ون|يين)$/.test(head) ? 'p' : 's';
}

/** How many the words speak of; 0 where a plural names no number. */
export function countOf(token: Token, stated: number, anonymous: boolean): number {
  if (stated > 0) return stated;
  const number = numberOf(token.word.head, 0);
  if (number === 'd') return 2;
  return number === 'p' && anonymous ? 0 : 1;
}
