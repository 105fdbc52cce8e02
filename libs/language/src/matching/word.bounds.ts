const UNKNOWN = 0;
const OTHER = 1;
const LETTER = 2;
const NUMBER = 3;
/** Half of a character outside the basic plane. */
const HALF = 4;

/** What each UTF-16 unit is, filled as they are met. */
const CLASSES = new Uint8Array(0x10000);

function classOf(unit: number): number {
  const known = CLASSES[unit]!;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(unit);
  const found =
    unit >= 0xd800 && unit <= 0xdfff ? HALF : /\p{L}/u.test(char) ? LETTER : /\p{N}/u.test(char) ? NUMBER : OTHER;
  CLASSES[unit] = found;
  return found;
}

/** Inside a number; each before one more digit. */
const isPoint = (unit: number) => unit === 0x2e || unit === 0x2c || unit === 0x66c;
const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;
/** The same in one expression, which also knows letters outside the basic plane. */
const WORD = /\p{N}+(?:[.,٬]\p{N}+)*|\p{L}+(?:['’]\p{L}+)?/gu;

/** Where words stand in a text: from, to, from, to, … */
export interface WordBounds {
  readonly at: Int32Array;
  /** words */
  readonly count: number;
}

let at = new Int32Array(256);

/**
 * The words of a folded text: letters with an apostrophe between them at most once, and numbers with their separators. The answer is
 * valid until the next text is asked for.
 */
export function wordBounds(text: string): WordBounds {
  let count = 0;
  for (let from = 0; from < text.length;) {
    const kind = classOf(text.charCodeAt(from));
    if (kind === HALF) return boundsByExpression(text);
    if (kind === OTHER) {
      from += 1;
      continue;
    }
    const to = kind === LETTER ? letterEnd(text, from) : numberEnd(text, from);
    count = keep(count, from, to);
    from = to;
  }
  return { at, count };
}

function keep(count: number, from: number, to: number): number {
  if (2 * count + 2 > at.length) {
    const larger = new Int32Array(2 * at.length);
    larger.set(at);
    at = larger;
  }
  at[2 * count] = from;
  at[2 * count + 1] = to;
  return count + 1;
}

/** The end of a run of one kind; a text's end is of no kind. */
function runEnd(text: string, from: number, kind: number): number {
  let to = from;
  while (to < text.length && classOf(text.charCodeAt(to)) === kind) to += 1;
  return to;
}

function letterEnd(text: string, from: number): number {
  const end = runEnd(text, from, LETTER);
  if (!isApostrophe(text.charCodeAt(end))) return end;
  const more = runEnd(text, end + 1, LETTER);
  return more > end + 1 ? more : end;
}

function numberEnd(text: string, from: number): number {
  let end = runEnd(text, from, NUMBER);
  while (isPoint(text.charCodeAt(end))) {
    const more = runEnd(text, end + 1, NUMBER);
    if (more === end + 1) break;
    end = more;
  }
  return end;
}

function boundsByExpression(text: string): WordBounds {
  let count = 0;
  for (const found of text.matchAll(WORD)) count = keep(count, found.index, found.index + found[0].length);
  return { at, count };
}
