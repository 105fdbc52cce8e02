const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Units that never extend what stands before them, and (second class) never pull in what follows. */
const PLAIN_START = /[\p{L}\p{Nd}\s.,:;!?"'()[\]{}«»“”‘’„…،؛؟\-–—/*•%٪]/u;
const EXTENDING = /[\p{M}\u200c\u200d\u0600-\u0605\u06dd\u070f\u08e2]|\p{Lm}/u;
const COMPLEX = /[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff\u1780-\u17ff]/;

function plainly(text: string, offset: number): boolean {
  const next = text.charAt(offset);
  const previous = text.charAt(offset - 1);
  if (previous === '\n' || next === '\n') return previous !== '\r';
  return (
    PLAIN_START.test(next) &&
    !EXTENDING.test(next) &&
    !COMPLEX.test(next) &&
    !EXTENDING.test(previous) &&
    !COMPLEX.test(previous) &&
    !(previous >= '\ud800' && previous <= '\udfff')
  );
}

/**
 * The nearest grapheme boundary at or before `offset` (UTF-16). Nearly every call is answered by looking at two units;
 * only the cluster around an odd pair is handed to Intl.Segmenter, never the whole text.
 */
export function graphemeFloor(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length || plainly(text, offset)) return Math.min(Math.max(offset, 0), text.length);
  let from = offset - 1;
  while (from > 0 && !plainly(text, from)) from -= 1;
  let to = offset + 1;
  while (to < text.length && !plainly(text, to)) to += 1;
  const found = segmenter.segment(text.slice(from, to)).containing(offset - from);
  return found ? from + found.index : offset;
}

/** The nearest grapheme boundary at or after `offset` (UTF-16). */
export function graphemeCeil(text: string, offset: number): number {
  const floor = graphemeFloor(text, offset);
  if (floor === offset) return offset;
  let to = offset + 1;
  while (to < text.length && graphemeFloor(text, to) !== to) to += 1;
  return to;
}
