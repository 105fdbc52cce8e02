import type { EnglishVerb } from '../../token/english.words.js';
import type { Complement } from './english.object.js';
import { isNegated } from './english.edge.js';
import { HEARERS, type Subject } from './english.subject.js';
import { at, type SentenceView } from '../sentence.view.js';

/** A reporting verb at token k with what stands around it. */
export interface Saying {
  readonly k: number;
  readonly verb: EnglishVerb;
  readonly subject: Subject;
  readonly found: Complement;
  /** Something that can have been said stands before the subject. */
  readonly isSaid: boolean;
}

const FINDING = /^(?:show|find|prove|demonstrate|discover|establish|learn|expose)$/;

/** Verbs that report a clause with "that" and do something else without it. */
const ONLY_THAT =
  /^(?:hold|accept|recogni[sz]e|remind|advise|notify|posit|theori[sz]e|hypothesi[sz]e|infer|calculate|object)$/;

/** Whether a reporting verb reports nothing, although it has a subject and something to follow it. */
export function saysNothing(view: SentenceView, { k, verb, subject, found, isSaid }: Saying): boolean {
  const { source, elided, from } = subject;
  if (verb.lemma === 'hear' && !(source && (HEARERS.test(source.head) || source.head === 'juror'))) return true;
  // "held a banner", "she understands the risk": only with "that", and what a medium understands it has been told
  if (ONLY_THAT.test(verb.lemma) && (found.closes || at(view, found.content - 1)?.word.norm !== 'that')) return true;
  if (verb.lemma === 'understand' && source?.role !== 'outlet') return true;
  // "the company had shown “a reckless disregard”": a thing in quotation marks, not a saying
  if (found.quote >= 0 && FINDING.test(verb.lemma) && source?.role !== 'document') return true;
  // "… speaking anonymously because they feared reprisals, said": why, not what
  if (elided && at(view, from - 1)?.word.norm === 'because') return true;
  if (verb.form === 'base') {
    // "did not say when": nothing was said
    if (isNegated(view, k) && (verb.lemma === 'say' || verb.lemma === 'tell')) return true;
    if (source && source.number === 's' && !source.anonymous && at(view, k - 1)?.word.norm !== 'to') return true;
  }
  if (!found.closes) return false;
  if (!verb.bare && !verb.nounLike && !isSaid) return true;
  // "a claim the company denied"
  if (verb.stance === 'negating') return true;
  return source?.role === 'document' && /^(find|show)$/.test(verb.lemma) && !isSaid;
}
