/** A stretch of a quote, in code points of the quote; end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words of a quote, each with the code point it begins at. */
export function wordsOf(quote: string): readonly { readonly text: string; readonly start: number }[] {
  const words: { text: string; start: number }[] = [];
  let start = 0;
  for (const piece of quote.split(/(\s+)/u)) {
    if (piece.trim() !== '') words.push({ text: piece, start });
    start += [...piece].length;
  }
  return words;
}

/** The parts of a quote that is cut before each of the given words, without the spaces at their ends. */
export function partsOf(quote: string, cutsBefore: ReadonlySet<number>): Stretch[] {
  const words = wordsOf(quote);
  const parts: Stretch[] = [];
  let first = 0;
  for (let index = 1; index <= words.length; index++) {
    if (index < words.length && !cutsBefore.has(index)) continue;
    const last = words[index - 1]!;
    parts.push({ start: words[first]!.start, end: last.start + [...last.text].length });
    first = index;
  }
  return parts;
}
