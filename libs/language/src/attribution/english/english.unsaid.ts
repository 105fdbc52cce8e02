import type { EnglishVerb } from '../../token/english.words.js';
import type { Complement } from './english.object.js';
import { finiteBefore, isNegated } from './english.edge.js';
import type { Source } from '../attribution.types.js';
import { HEARERS } from './english.group.js';
import { type Subject } from './english.subject.js';
import * as W from '../../token/word.flags.js';
import { at, has, type SentenceView } from '../sentence.view.js';

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
  // "I think that he is no liar": the writer, who is no source of his own text
  if (elided?.mention?.name === 'I') return true;
  if (verb.lemma === 'understand' && source?.role !== 'outlet') return true;
  if (verb.quotedOnly && !isBesideQuote(view, found, from)) return true;
  if (verb.lemma === 'read' && !(source && isWritten(source)) && !(elided && !elided.human)) return true;
  // "the company had shown “a reckless disregard”": a thing in quotation marks, not a saying
  if (found.quote >= 0 && FINDING.test(verb.lemma) && source?.role !== 'document') return true;
  // "… speaking anonymously because they feared reprisals, said": why, not what
  if (elided && at(view, from - 1)?.word.norm === 'because') return true;
  if (verb.form === 'base') {
    // "did not say when": nothing was said
    if (isNegated(view, k) && (verb.lemma === 'say' || verb.lemma === 'tell')) return true;
    const free = at(view, k - 1)?.word.norm === 'to' || isReady(view, k, source);
    if (source && source.number === 's' && !source.anonymous && !free) return true;
  }
  if (!found.closes) return false;
  if (isInserted(view, subject, found)) return false;
  // "emails, invoices and inspection reports, many of them leaked": things, and no verb
  if (verb.nounLike && source && !source.named && !source.definite && !source.anonymous && !isTeller(view, k))
    return true;
  if (!verb.bare && !verb.nounLike && !isSaid) return true;
  // "a claim the company denied"
  if (verb.stance === 'negating') return true;
  return source?.role === 'document' && /^(find|show)$/.test(verb.lemma) && !isSaid;
}

/** "he fumed that", "he fumed: “…”", "“…,” she sobbed": nothing but a comma or colon between the words and who uttered them. */
const isBesideQuote = (view: SentenceView, found: Complement, from: number): boolean =>
  found.closes
    ? [1, 2].some((back) => has(at(view, from - back), W.QUOTE_MARK))
    : at(view, found.content - 1)?.word.norm === 'that' || (found.quote >= 0 && found.quote === found.content - 1);

/** "The Mail on Sunday can reveal": what a medium says it has found out. */
const isReady = (view: SentenceView, k: number, source: Subject['source']): boolean =>
  source?.role === 'outlet' && [1, 2].some((back) => at(view, k - back)?.word.norm === 'can');

/** What can be read: a person who reads “War and Peace” said none of it. */
export const isWritten = ({ role, head }: Source): boolean =>
  role === 'document' ||
  /^(?:post|comment|tweet|caption|sign|banner|placard|slogan|plaque|leaflet|poster|inscription)$/.test(head);

/** "In the next five years, the files show, officers came 22 times": between two commas, and a clause behind them. */
const isInserted = (view: SentenceView, { from, source }: Subject, { next }: Complement): boolean =>
  source?.role === 'document' &&
  from - 2 > view.from &&
  has(at(view, from - 1), W.COMMA) &&
  has(at(view, next), W.COMMA) &&
  finiteBefore(view, next, view.to);

/** A noun before the verb that can tell something, whatever else it is: "government forecasts" has one, "inspection reports" none. */
const isTeller = (view: SentenceView, k: number): boolean =>
  has(at(view, k - 1), W.INSTITUTION | W.ROLE | W.ANONYMOUS | W.DOCUMENT | W.OUTLET) ||
  at(view, k - 1)?.kind === 'mark';
