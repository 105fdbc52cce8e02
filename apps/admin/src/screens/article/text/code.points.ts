/** Offsets on the wire count code points; strings of the browser count UTF-16 units. */

/** The UTF-16 offset of a code-point offset. Past the end: the length. */
export function unitOf(text: string, point: number): number {
  let unit = 0;
  for (let seen = 0; seen < point && unit < text.length; seen++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
  return unit;
}

/** The code-point offset of a UTF-16 offset. One inside a surrogate pair counts the pair as passed. */
export function pointOf(text: string, unit: number): number {
  let points = 0;
  for (let at = 0; at < Math.min(unit, text.length); points++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return points;
}
