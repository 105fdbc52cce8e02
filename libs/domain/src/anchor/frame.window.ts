import type { Frame } from './anchor.types.js';

const WHOLE = 3000;
const BEFORE = 1500;
const AFTER = 500;

/**
 * Reads a frame in so much of a block as can bear on it. Paragraphs are read whole; in a block far longer than any
 * paragraph, what stands more than 1500 characters before the claim or 500 behind it is left out, from the nearest end
 * of a sentence or space, so that the time does not grow with claims times length.
 */
export function frameInWindow(
  read: (text: string, start: number, end: number) => Frame | null,
  text: string,
  start: number,
  end: number,
): Frame | null {
  if (text.length <= WHOLE) return read(text, start, end);
  const from = start <= BEFORE ? 0 : sentenceStart(text, start - BEFORE, start);
  const to = wordEnd(text, end + AFTER);
  return read(text.slice(from, to), start - from, end - from);
}

function sentenceStart(text: string, from: number, limit: number): number {
  const stop = /[.!?؟…\n]\s+/u.exec(text.slice(from, limit));
  return stop ? from + stop.index + stop[0].length : from;
}

function wordEnd(text: string, from: number): number {
  return from + Math.max(0, text.slice(from, from + 100).search(/\s/u));
}
