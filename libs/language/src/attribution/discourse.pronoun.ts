import { wordOf } from '../token/word.entry.js';
import type { AttributionLink, Frame, Source } from './attribution.types.js';

// What a pronoun or the form of a verb says of whom it stands for.

/** "They", "she", "it" behind a sentence that somebody acted in. */
export function fitsPronoun({ type, number }: Source, { human, number: asked }: NonNullable<Frame['elided']>): boolean {
  if (asked === 'p') return number !== 's';
  return number === 's' && (type === 'person' || type === 'anonymous') === (human === true);
}

/** «تقول أم خالد»: a name does not show whose it is, the verb does. */
export function womanBy(cue: string, speaker: Source | null): Source | null {
  if (!speaker || speaker.type !== 'person' || speaker.gender !== null) return speaker;
  const form = wordOf(cue).report;
  return form?.gender === 'f' && form.tense !== 'participle' ? { ...speaker, gender: 'f' } : speaker;
}

/** "he said" where nobody has been named: the pronoun, or the verb that implies it, keeps the words from passing for the article's own. */
export function unresolved({ elided, cue, at }: Frame): AttributionLink {
  const { start, end, name } = elided?.mention ?? { start: at, end: at + cue.length, name: cue };
  return { role: 'speaker', name, type: elided?.mention ? 'person' : 'anonymous', start, end };
}
