import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import { cueText } from './english.opener.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

/** The frame that the verb at k opens for a speaker, or for the one left out; a medium that the speaker brings along counts where no other is told. */
export function frameOf(
  view: SentenceView,
  k: number,
  verb: EnglishVerb,
  subject: Source | null,
  elided: Frame['elided'],
  via: readonly Source[],
): Frame {
  const negated = has(at(view, k - 1), W.NEGATION) || /^(not|never|n't)$/.test(at(view, k - 1)?.word.norm ?? '');
  const speaker = subject && verb.lemma === 'report' && FOREIGN.test(subject.name) ? asPaper(subject) : subject;
  return {
    cue: cueText(view, k, k),
    stance: verb.stance,
    negated,
    speaker,
    via: speaker?.via && via.length === 0 ? [speaker.via] : via,
    elided: speaker ? null : elided,
    hedge: false,
    implicit: false,
    at: view.tokens[k]?.start ?? 0,
  };
}

/** "Las Provincias reported that": two words of another language, the first an article, that report are a paper. */
const FOREIGN = /^(?:El|La|Las|Los|Les|Il|Der|Die|Das) \p{Lu}\p{L}+$/u;

const asPaper = (source: Source): Source => ({ ...source, role: 'outlet', type: 'outlet' });
