let graphemes: Intl.Segmenter | undefined;
// Far more than any cluster people write; a longer one (stacked marks in abuse) is cut here rather than scanned again and again.
const WINDOW = 256;
const alwaysApart = /^[\x20-\x7E\u0621-\u063A\u0641-\u064A][\x20-\x7E\u0621-\u063A\u0641-\u064A]$/;

/** The code-point offset for a UTF-16 offset; undefined when outside the text or between the halves of one code point. */
export function toCodePoint(text: string, utf16: number): number | undefined {
  if (!Number.isInteger(utf16) || utf16 < 0 || utf16 > text.length || halvesPair(text, utf16)) return undefined;
  let count = 0;
  for (let i = 0; i < utf16; i++) if (!halvesPair(text, i + 1)) count++;
  return count;
}

/** The UTF-16 offset for a code-point offset; undefined when outside the text. */
export function fromCodePoint(text: string, codePoint: number): number | undefined {
  if (!Number.isInteger(codePoint) || codePoint < 0) return undefined;
  let at = 0;
  for (let left = codePoint; left > 0; left--) {
    if (at >= text.length) return undefined;
    at += halvesPair(text, at + 1) ? 2 : 1;
  }
  return at;
}

/** True when a UTF-16 offset lies inside what a reader sees as one character. The ends of a text split nothing. */
export function splitsGrapheme(text: string, offset: number): boolean {
  return graphemeStart(text, offset) !== offset;
}

/** The start of the grapheme that contains the offset (the offset itself when it is a boundary). */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length || alwaysApart.test(text.slice(offset - 1, offset + 1))) return offset;
  return clusterAt(text, offset).start;
}

/** The end of the grapheme that contains the offset (the offset itself when it is a boundary). */
export function graphemeEnd(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length || alwaysApart.test(text.slice(offset - 1, offset + 1))) return offset;
  const cluster = clusterAt(text, offset);
  return cluster.start === offset ? offset : cluster.end;
}

function clusterAt(text: string, offset: number): { start: number; end: number } {
  let from = Math.max(0, offset - WINDOW);
  if (halvesPair(text, from)) from--;
  graphemes ??= new Intl.Segmenter();
  const { index, segment } = graphemes.segment(text.slice(from, offset + WINDOW)).containing(offset - from)!;
  return { start: from + index, end: from + index + segment.length };
}

function halvesPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return offset > 0 && before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
