/**
 * How a token stands to the pieces that claims are compared and scored by. Only what both cut alike is told apart;
 * whatever else there is (an apostrophe, an invisible sign, letters and digits in one, «…») is `ODD` and cut again by its own rule.
 */
export const ODD = 0;
/** Letters and their marks alone. */
export const LETTERS = 1;
/** Digits alone. */
export const DIGITS = 2;
/** Digits with points between them: one number to a score, several pieces to a comparison. */
export const POINTED = 3;
/** A mark that a score asks for: %, $, ?, quotation marks. */
export const TELLING = 4;
/** A mark that says nothing. */
export const SILENT = 5;
/** A mark that may go on with the one behind it («...», «--»). */
export const RUNNING = 6;

const WAYS: readonly (readonly [RegExp, number])[] = [
  [/^\p{L}[\p{L}\p{M}]*$/u, LETTERS],
  [/^\p{Nd}+$/u, DIGITS],
  [/^\p{Nd}+(?:[.,٫٬/]\p{Nd}+)+$/u, POINTED],
  [/^[%٪$€£?؟!“”"«»—]$/u, TELLING],
  [/^[.-]$/, RUNNING],
  [/^[^\p{L}\p{M}\p{N}…]$/u, SILENT],
];
const ASTRAL = /[\ud800-\udfff]/;

/** The way a token is cut, by its spelling as written. */
export function cutOf(raw: string): number {
  if (ASTRAL.test(raw)) return ODD;
  return WAYS.find(([way]) => way.test(raw))?.[1] ?? ODD;
}
