import { wordOf } from '../token/word.entry.js';
import { ACCUSES } from '../token/word.traits.js';

/** Whether the words charge somebody with something: the same list by which a claim is suggested for tier A. */
export function accuses(text: string): boolean {
  return (text.match(/[\p{L}\p{M}\p{N}\u0640]+/gu) ?? []).some((word) => (wordOf(word).traits & ACCUSES) !== 0);
}
