import { fold } from '../normal/normal.fold.js';
import { arabicForms, type Word } from '../worthiness/word.token.js';
import data from './lexicon/numbers.json' with { type: 'json' };

export interface NumberMention {
  readonly value: number;
  readonly percent: boolean;
  /** first word and the one after the last */
  readonly from: number;
  readonly to: number;
}

const folded = (table: Readonly<Record<string, number>>) =>
  new Map(Object.entries(table).map(([word, value]) => [fold(word), value]));
const CARDINALS = folded(data.cardinals);
const SCALES = folded(data.scales);
const WHOLE = folded(data.whole);
const PERCENT = new Set(data.percent.map(fold));
/** Words that «في المئة» and the like begin with: only behind these the next word is looked at. */
const PERCENT_BEGINNINGS = new Set([...PERCENT].flatMap((words) => (words.includes(' ') ? words.split(' ', 1) : [])));

/** The value a word stands for in one of the tables; a leading و or ب is looked through («وعشرين», «بخمسة»). */
function lookup(table: ReadonlyMap<string, number>, word: Word): number | undefined {
  if (word.type !== 'word') return undefined;
  for (const form of arabicForms(word.folded)) {
    const value = table.get(form);
    if (value !== undefined) return value;
  }
  return undefined;
}

function digits(word: Word): number | undefined {
  if (word.type !== 'number') return undefined;
  const value = Number(word.folded.replace(/[,٬](?=\d{3})/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** How many words after a number say that it is a share: 1 («%», «بالمئة»), 2 («في المئة») or 0. */
function percentWords(words: readonly Word[], at: number): number {
  const one = words[at]?.folded ?? '';
  if (PERCENT.has(one)) return 1;
  return PERCENT_BEGINNINGS.has(one) && PERCENT.has(`${one} ${words[at + 1]?.folded ?? ''}`) ? 2 : 0;
}

/** Reads one number that begins at `from`: digits or words, compounds («خمسة وعشرون»), scales («3.5 مليون», “two hundred thousand”). */
function readNumber(words: readonly Word[], from: number): { value: number; to: number } | null {
  let total = 0;
  let group: number | null = null;
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    if (percentWords(words, at) > 0) break;
    const plain = digits(word);
    const scale = lookup(SCALES, word);
    const small = lookup(CARDINALS, word) ?? lookup(WHOLE, word);
    const joined = word.folded.startsWith('و');
    if (plain !== undefined) {
      if (at > from) break;
      group = plain;
    } else if (scale !== undefined && (group !== null || scale === 100)) {
      if (scale === 100) group = (group ?? 1) * 100;
      else {
        total += (group ?? 1) * scale;
        group = null;
      }
    } else if (small !== undefined && (at === from || joined || (group !== null && group >= 20 && small < 10))) {
      group = (group ?? 0) + small;
    } else if (!(word.folded === 'and' && at > from && group !== null)) break;
  }
  if (at === from) return null;
  return { value: total + (group ?? 0), to: at };
}

/** Every number of the words, in order. Vague plurals («آلاف», “millions of”) and the ambiguous «واحد» are none. */
export function numbersIn(words: readonly Word[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (let at = 0; at < words.length;) {
    const read = readNumber(words, at);
    if (!read) {
      at += 1;
      continue;
    }
    const share = percentWords(words, read.to);
    mentions.push({ value: read.value, percent: share > 0, from: at, to: read.to + share });
    at = read.to + share;
  }
  return mentions;
}
