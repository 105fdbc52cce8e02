import { charClass, DIGIT, SURROGATE, WORD } from '../text/char.table.js';

/** A variation sign is a mark to Unicode: it stays in the word it stands in, and alone («❤️») it is nothing. */
const PIECES = /(?![\ufe00-\ufe0f])[\p{L}\p{M}\p{N}]+/gu;

/** A letter, mark or digit of the scripts news is written in; of every other sign «perhaps». */
const NO = 0;
const YES = 1;
const PERHAPS = 2;
const VARIATION = 3;

function kindOf(unit: number): number {
  const kind = charClass(unit);
  if (kind === WORD || kind === DIGIT) return YES;
  if (unit >= 0xfe00 && unit <= 0xfe0f) return VARIATION;
  // fractions, superscripts and circled numbers are numbers to Unicode and punctuation to the table
  return kind === SURROGATE || /\p{N}/u.test(String.fromCharCode(unit)) ? PERHAPS : NO;
}

const KINDS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit += 1) KINDS[unit] = kindOf(unit);

/** Runs of letters, marks and numbers, in order: what `PIECES` finds, in a third of its time. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = -1;
  for (let i = 0; i < text.length; i += 1) {
    const kind = KINDS[text.charCodeAt(i)];
    if (kind === PERHAPS) return text.match(PIECES) ?? [];
    if (kind === YES) {
      if (from < 0) from = i;
    } else if (from >= 0 && kind !== VARIATION) {
      pieces.push(text.slice(from, i));
      from = -1;
    }
  }
  if (from >= 0) pieces.push(text.slice(from));
  return pieces;
}
