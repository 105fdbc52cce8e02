import { wordOf } from '../token/word.entry.js';
import type { AttributionLink, Frame, Source } from './attribution.types.js';
import { ARABIC, lastWord } from './discourse.words.js';

// Whom a pronoun, the form of a verb, or "the diplomat" stands for.

/** "They", "she", "it" behind a sentence that somebody acted in. */
export function fitsPronoun(
  { type, number, name, titles }: Source,
  { human, number: asked, mention }: NonNullable<Frame['elided']>,
): boolean {
  if (asked === 'p') return number !== 's';
  // "Norrvik gave no forecast. It said": a name of one word may be a firm's
  if (mention && !human && type === 'person' && titles.length === 0 && !name.includes(' ')) return true;
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

/** Somebody whom "he", "she" or the form of a verb may stand for; an English pronoun shows which it is not. */
const isSomebody = ({ type, gender }: Source, { mention, gender: asked }: NonNullable<Frame['elided']>): boolean =>
  (type === 'person' || type === 'anonymous') && (!mention || !asked || !gender || gender === asked);

/** Whoever a pronoun or the form of a verb stands for, where `last` spoke last and `recent` before. */
export function impliedBy(
  form: NonNullable<Frame['elided']>,
  last: Source | null,
  recent: readonly Source[],
  outlet: Source | null,
): Source | null {
  if (!last) return null;
  // "he" is no office, and no woman: better nobody than the wrong one
  const nobodyElse = form.mention ? null : last;
  // he, she
  if (form.human && last.type !== 'person' && last.type !== 'anonymous')
    return recent.slice(0, 6).find((source) => isSomebody(source, form)) ?? nobodyElse;
  // "she" is not "the man"
  if (form.mention && form.human && form.gender && last.gender && last.gender !== form.gender)
    return recent.slice(0, 6).find((source) => isSomebody(source, form)) ?? nobodyElse;
  // it
  if (form.mention && !form.human && form.number === 's')
    return (
      recent.slice(0, 8).find(({ type, number }) => number === 's' && type !== 'person' && type !== 'anonymous') ?? last
    );
  if (form.number === 'd') return recent.find((source) => source.number === 'd') ?? last;
  if (form.number === 'p')
    return (
      recent.find((source) => source.number === 'p' || (form.mention && source.number === 'd')) ??
      recent.find((source) => source.role === 'outlet' || source.type === 'institution') ??
      last
    );
  if (form.gender === 'f' && last.gender !== 'f' && !form.mention) {
    const known = recent.slice(0, 4).find((source) => source.gender === 'f');
    if (known) return known;
    if (outlet?.gender === 'f') return outlet;
  }
  if (form.gender === 'm' && last.role === 'outlet' && last.gender === 'f')
    return recent.slice(0, 4).find((source) => source.role !== 'outlet' && source.gender !== 'f') ?? last;
  return last;
}

/** "A Western diplomat played it down. “…,” the diplomat said": whoever acted since anybody who was called so spoke. */
export function doerCalled(
  { head, anonymous }: Source,
  spoken: readonly Source[],
  doers: readonly Source[],
): Source | null {
  if (ARABIC.test(head)) return null;
  const acted = anonymous ? doers.find((earlier) => earlier.anonymous && earlier.head === head) : undefined;
  const spoke = spoken.find((earlier) => earlier.head === head);
  return acted && acted.start > (spoke?.start ?? -1) ? acted : null;
}

/** «المصدر ذاته»: whoever spoke or acted last, when it is somebody; else whoever was called so. */
export function spokenSame(source: Source, spoken: readonly Source[], doers: readonly Source[]): Source | null {
  const [spoke, acted] = [spoken[0], doers[0]];
  const last = acted && (!spoke || acted.start > spoke.start) ? acted : spoke;
  const fits =
    last?.role === 'speaker' && last.type !== 'institution' && (source.gender !== 'f' || last.gender !== 'm');
  // «وأورد بلاغ أن … وأفاد المصدر ذاته بأن»
  if (last?.role === 'document' && source.head === 'مصدر') return last;
  if (last && fits) return spoken.find((earlier) => lastWord(earlier.name) === lastWord(last.name)) ?? last;
  return spoken.find(({ head, titles }) => head === source.head || titles.includes(source.head)) ?? null;
}
