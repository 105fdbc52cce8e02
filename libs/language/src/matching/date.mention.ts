import { fold } from '../normal/normal.fold.js';
import { arabicForms, type Word } from '../worthiness/word.token.js';
import months from './lexicon/months.json' with { type: 'json' };

export interface DateMention {
  /** 2024, 2024-12, 2024-12-08, or with an unknown year --12-08, --12 */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const MONTHS = new Map(months.flatMap((names, i) => names.map((name) => [fold(name), i + 1] as const)));
/** Words that names of two words begin with («كانون الثاني»): only behind these the next word is looked at. */
const BEGINNINGS = new Set(
  Array.from(MONTHS.keys(), (name) => name.split(' ')).flatMap((words) => (words.length > 1 ? words.slice(0, 1) : [])),
);
const SLASHED = /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})$/;
/** «March» and «may» are months only beside a day or a year. */
const pad = (value: number) => String(value).padStart(2, '0');

function monthAt(words: readonly Word[], at: number): { month: number; to: number } | null {
  const word = words[at];
  if (word?.type !== 'word') return null;
  for (const form of arabicForms(word.folded)) {
    const two = BEGINNINGS.has(form) ? MONTHS.get(`${form} ${words[at + 1]?.folded ?? ''}`) : undefined;
    if (two !== undefined) return { month: two, to: at + 2 };
    const one = MONTHS.get(form);
    if (one !== undefined) return { month: one, to: at + 1 };
  }
  return null;
}

function numberAt(words: readonly Word[], at: number, low: number, high: number): number | null {
  const word = words[at];
  if (word?.type !== 'number' || !/^\d{1,4}$/.test(word.folded)) return null;
  const value = Number(word.folded);
  return value >= low && value <= high ? value : null;
}

const yearAt = (words: readonly Word[], at: number) => numberAt(words, at, 1800, 2100);
const dayAt = (words: readonly Word[], at: number) => numberAt(words, at, 1, 31);

function key(year: number | null, month: number, day: number | null): string {
  return `${year ?? '-'}-${pad(month)}${day === null ? '' : `-${pad(day)}`}`;
}

function slashed(word: Word, at: number): DateMention | null {
  const [, a = '', b = '', c = ''] = SLASHED.exec(word.folded) ?? [];
  if (a === '') return null;
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  if (year.length !== 4 || Number(month) > 12 || Number(day) > 31) return null;
  return { key: key(Number(year), Number(month), Number(day)), from: at, to: at + 1 };
}

/** The month name at `at` with the day before or after it and the year behind; null without either, «may» being a verb too. */
function named(words: readonly Word[], at: number): DateMention | null {
  const found = monthAt(words, at);
  if (!found) return null;
  const before = dayAt(words, at - 1);
  const after = before === null ? dayAt(words, found.to) : null;
  const yearFrom = found.to + (after === null ? 0 : 1);
  const year = yearAt(words, yearFrom);
  if (before === null && after === null && year === null) {
    const latin = /^[a-z]/.test(words[at]?.folded ?? '');
    return latin ? null : { key: key(null, found.month, null), from: at, to: found.to };
  }
  return {
    key: key(year, found.month, before ?? after),
    from: before === null ? at : at - 1,
    to: yearFrom + (year === null ? 0 : 1),
  };
}

/** Dates and years of the words, in order; a number that belongs to a date is not counted again by `numbersIn`'s callers. */
export function datesIn(words: readonly Word[]): DateMention[] {
  const mentions: DateMention[] = [];
  const taken = () => mentions.at(-1)?.to ?? 0;
  words.forEach((word, at) => {
    if (at < taken()) return;
    const mention = word.type === 'number' ? slashed(word, at) : named(words, at);
    if (mention) {
      if (mention.from < taken()) return;
      const last = mentions.at(-1);
      if (last && last.from >= mention.from) mentions.pop();
      mentions.push(mention);
      return;
    }
    const next = monthAt(words, at + 1);
    const year = yearAt(words, at);
    if (year !== null && !next) mentions.push({ key: String(year), from: at, to: at + 1 });
  });
  return mentions;
}
