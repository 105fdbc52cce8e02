import { ascribedNoun } from './arabic.act.js';
import { complementOf } from './arabic.complement.js';
import { type FoundFrame, makeFrame } from './arabic.frame.js';
import { nounComplement } from './arabic.noun.js';
import { venueLength } from './arabic.phrase.js';
import { readSubject } from './arabic.subject.js';
import type { SentenceView } from '../sentence.view.js';
import type { Frame } from '../attribution.types.js';

const REACH = 5;

/** «مضيفًا أن», «مشيرًا إلى أن», «محذرًا من أن», «قائلا: “…”»: goes on with the governing speaker. */
export function participleFrame(view: SentenceView, cue: number, governing: Frame | null): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense !== 'participle' || !governing) return null;
  const found =
    form.verb.needs === 'ascribes' ? ascribedNoun(view, cue) : nounComplement(view, cue, complementOf(view, cue));
  if (!found || found.subjectEnd - cue > REACH + venueLength(view, cue + 1, found.subjectEnd)) return null;
  // «مشيرا في حديثه للمدار إلى أن»
  const told = readSubject(view, cue + 1, found.subjectEnd).via.filter(({ role }) => role === 'outlet');
  const via = told.length > 0 ? told : governing.via;
  const base = makeFrame(view, cue, cue, { speaker: governing.speaker, via }, governing.elided);
  const frame = { ...base, speaker: governing.speaker, elided: governing.elided };
  return { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
}
