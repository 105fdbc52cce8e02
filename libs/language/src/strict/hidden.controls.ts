/** One invisible control character; `start` is a UTF-16 offset, all of these are one unit long. */
export interface HiddenControl {
  readonly start: number;
  readonly codePoint: number;
  readonly kind: 'bidi' | 'zero-width' | 'byte-order-mark';
}

const hidden = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Every bidi or zero-width control in a text, in order: what a reader cannot see and an editor should know of. */
export function hiddenControls(text: string): HiddenControl[] {
  return [...text.matchAll(hidden)].map((match) => ({
    start: match.index,
    codePoint: match[0].charCodeAt(0),
    kind: match[0] === '\uFEFF' ? 'byte-order-mark' : bidi.test(match[0]) ? 'bidi' : 'zero-width',
  }));
}
