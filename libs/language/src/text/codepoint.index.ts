/**
 * Translates UTF-16 offsets to code points and back. Texts without astral characters (nearly all news) cost nothing;
 * otherwise the positions of the pairs are kept and searched by bisection.
 */
export interface CodePointIndex {
  /** Length of the text in code points. */
  readonly length: number;
  toCodePoint(offset: number): number;
  toUtf16(codePoint: number): number;
}

export function codePointIndex(text: string): CodePointIndex {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i += 1) {
    const high = text.charCodeAt(i);
    if (high < 0xd800 || high > 0xdbff) continue;
    const low = text.charCodeAt(i + 1);
    if (low >= 0xdc00 && low <= 0xdfff) pairs.push(i++);
  }
  const before = (limit: (index: number) => boolean): number => {
    let from = 0;
    let to = pairs.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (limit(middle)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    length: text.length - pairs.length,
    toCodePoint: (offset) => offset - before((k) => (pairs[k] ?? 0) < offset),
    toUtf16: (codePoint) => codePoint + before((k) => (pairs[k] ?? 0) - k < codePoint),
  };
}
