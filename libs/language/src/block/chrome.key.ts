import { fold } from '../normal/normal.fold.js';
import { countWords } from './block.line.js';

const MOST_UNITS = 300;
const MOST_WORDS = 25;
const PROSE_WORDS = 10;
const TERMINAL = /[.؟?!…。][")”»’'\]\s*]*$/;

/**
 * What a line is remembered by when pages of one host are compared: folded, its numbers kept («حصيلة اليوم: 12 قتيلا» is another line than with 14). Null for what is never
 * taken for the page's however often it returns: long lines, and sentences of prose, which agencies repeat word for word as background.
 */
export function chromeKey(line: string): string | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.length > MOST_UNITS) return null;
  const words = countWords(trimmed, 0, trimmed.length, MOST_WORDS + 1);
  if (words > MOST_WORDS || (words >= PROSE_WORDS && TERMINAL.test(trimmed))) return null;
  return fold(trimmed).replace(/\s+/g, ' ');
}
