import { sameWords } from '#language';

/** Half-open, in UTF-16 units. */
export interface DiffSpan {
  readonly start: number;
  readonly end: number;
}

/** One stretch that differs. Where words were only added or only removed, the other span is empty and stands where they would. */
export interface WordChange {
  readonly before: DiffSpan;
  readonly after: DiffSpan;
  /** The words are the same: only marks, digit shapes, spaces or quotation marks differ. */
  readonly typographic: boolean;
}

interface Piece extends DiffSpan {
  readonly text: string;
}

/** Words with their vowel marks, single other characters, and runs of space. */
const PIECES = /[\p{L}\p{M}\p{N}_]+|\s+|./gsu;
/** Cells of the table; beyond it the middle of a block counts as rewritten. */
const MOST_CELLS = 4_000_000;

/**
 * What differs between two texts, word by word: a longest common subsequence between their common beginning and end.
 * Changes that only a space separates are one. Quadratic in what lies between, up to a limit. Source: R. Wagner and M. Fischer,
 * "The string-to-string correction problem" (1974).
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const olds = pieces(before);
  const news = pieces(after);
  let head = 0;
  while (head < olds.length && head < news.length && olds[head]!.text === news[head]!.text) head++;
  let tail = 0;
  while (
    tail < olds.length - head &&
    tail < news.length - head &&
    olds[olds.length - 1 - tail]!.text === news[news.length - 1 - tail]!.text
  )
    tail++;
  const pairs = commonPairs(olds.slice(head, olds.length - tail), news.slice(head, news.length - tail));
  const kept: [number, number][] = pairs.map(([i, j]) => [i + head, j + head]);
  const ends: [number, number] = [olds.length - tail, news.length - tail];
  return merged(gaps(kept, [head, head], ends, olds, news, before.length, after.length), before, after).map((gap) => ({
    ...gap,
    typographic: sameWords(before.slice(gap.before.start, gap.before.end), after.slice(gap.after.start, gap.after.end)),
  }));
}

function pieces(text: string): Piece[] {
  return [...text.matchAll(PIECES)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Index pairs of a longest common subsequence, in order. */
function commonPairs(olds: readonly Piece[], news: readonly Piece[]): [number, number][] {
  const width = news.length + 1;
  if (olds.length === 0 || news.length === 0 || (olds.length + 1) * width > MOST_CELLS) return [];
  const lengths = new Uint32Array((olds.length + 1) * width);
  for (let i = olds.length - 1; i >= 0; i--)
    for (let j = news.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        olds[i]!.text === news[j]!.text
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    if (olds[i]!.text === news[j]!.text) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

type Gap = Pick<WordChange, 'before' | 'after'>;

/** What lies between kept pieces, as spans. */
function gaps(
  kept: readonly [number, number][],
  from: readonly [number, number],
  to: readonly [number, number],
  olds: readonly Piece[],
  news: readonly Piece[],
  oldLength: number,
  newLength: number,
): Gap[] {
  const found: Gap[] = [];
  let [i, j] = from;
  const startOf = (list: readonly Piece[], index: number, length: number) => list[index]?.start ?? length;
  for (const [nextI, nextJ] of [...kept, to]) {
    if (nextI > i || nextJ > j)
      found.push({
        before: { start: startOf(olds, i, oldLength), end: startOf(olds, nextI, oldLength) },
        after: { start: startOf(news, j, newLength), end: startOf(news, nextJ, newLength) },
      });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return found;
}

/** Two changes with nothing but space between them read as one. */
function merged(found: readonly Gap[], before: string, after: string): Gap[] {
  const result: Gap[] = [];
  for (const gap of found) {
    const last = result.at(-1);
    const onlySpace =
      last !== undefined &&
      before.slice(last.before.end, gap.before.start).trim() === '' &&
      after.slice(last.after.end, gap.after.start).trim() === '';
    if (!onlySpace) result.push(gap);
    else
      result[result.length - 1] = {
        before: { start: last.before.start, end: gap.before.end },
        after: { start: last.after.start, end: gap.after.end },
      };
  }
  return result;
}
