import { fold } from '../normal/normal.fold.js';
import type { BlockField } from './block.types.js';
import type { Line } from './block.line.js';

interface Signs {
  readonly title?: string;
  isCaption(line: Line): boolean;
  isDateline(line: Line): boolean;
}

const HEADING_WORDS = 12;
const TITLE_WORDS = 30;
const DEK_WORDS = 24;
const LONG_DEK_WORDS = 45;
const ARABIC = /[\u0600-\u06ff]/;

const isProse = (line: Line | undefined): boolean =>
  line === undefined || line.terminated || line.words <= HEADING_WORDS;

const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const wordSet = (key: string): ReadonlySet<string> =>
  new Set(
    keyOf(key)
      .split(' ')
      .filter((word) => word.length > 1),
  );

/** Share of the words of `part` that also stand in `whole`. */
function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of part) if (whole.has(word)) shared += 1;
  return part.size === 0 ? 0 : shared / part.size;
}

/** Index of the title line, or -1: the caller's title if it stands there, else a first line that reads like a headline. */
function titleIndex(text: string, lines: readonly Line[], signs: Signs): number {
  const wanted = signs.title ? keyOf(signs.title) : '';
  if (wanted) {
    const found = lines
      .slice(0, 12)
      .findIndex((line) => line.words <= 80 && keyOf(text.slice(line.start, line.end)) === wanted);
    if (found >= 0) return found;
  }
  const first = lines.findIndex((line) => !signs.isCaption(line) && !signs.isDateline(line));
  const line = lines[first];
  if (!line || lines.length < 2) return -1;
  const headline =
    line.words >= (line.question ? 3 : 4) &&
    line.words <= TITLE_WORDS &&
    (!line.terminated || line.question) &&
    !line.bullet;
  const followed = lines.slice(first + 1).some((next) => next.words > line.words || next.terminated);
  // a headline repeated word for word just below, even with its full stop, is still the headline
  const twin = lines[first + 1];
  const repeated = twin !== undefined && twin.key === line.key && line.words <= TITLE_WORDS;
  return (headline || repeated) && followed ? first : -1;
}

/** A repeated sentence set apart for display: unpunctuated, and nearly all its words stand in one nearby body line. */
function isPullQuote(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || line.terminated || line.words < 6 || line.words > 45 || !line.blankBefore || !line.blankAfter)
    return false;
  const own = wordSet(text.slice(line.start, line.end));
  return lines.some(
    (other, at) =>
      at !== index &&
      Math.abs(at - index) <= 12 &&
      other.words > line.words &&
      other.end - other.start < 4000 &&
      containment(own, wordSet(text.slice(other.start, other.end))) >= 0.75,
  );
}

/** The field of every kept line. */
export function fieldsOf(text: string, lines: readonly Line[], signs: Signs): BlockField[] {
  const title = titleIndex(text, lines, signs);
  let prose = false;
  return lines.map((line, index) => {
    if (index === title) return 'title';
    if (signs.isDateline(line)) return 'dateline';
    if (signs.isCaption(line)) return 'caption';
    const early = title >= 0 && index > title && index <= title + 5 && !prose;
    if (
      early &&
      line.words <= DEK_WORDS &&
      (line.bullet || (!line.terminated && line.words > HEADING_WORDS && line.blankAfter))
    )
      return 'dek';
    // a long standfirst without its full stop, over a text whose paragraphs have theirs; Arabic desks leave it out of paragraphs too
    if (
      early &&
      !ARABIC.test(line.key) &&
      !line.terminated &&
      line.words > HEADING_WORDS &&
      line.words <= LONG_DEK_WORDS &&
      line.blankAfter &&
      isProse(lines[index + 1]) &&
      isProse(lines[index + 2])
    )
      return 'dek';
    if (early && index === title + 1 && line.key === lines[title]?.key) return 'dek';
    if (line.markdown && line.words <= 20) return 'heading';
    if (!line.terminated && line.words <= HEADING_WORDS && !line.bullet && lines.length > 1)
      return early && line.words > 6 ? 'dek' : 'heading';
    if (line.question && line.words <= HEADING_WORDS && line.blankBefore && lines.length > 1) return 'heading';
    if (isPullQuote(text, lines, index)) return 'pullquote';
    prose = true;
    return 'body';
  });
}
