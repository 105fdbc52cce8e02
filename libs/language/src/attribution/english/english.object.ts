import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import { isDeterminer, timeEnd } from './english.shape.js';
import { platformAt } from './english.outlet.js';
import { venueEnd } from './english.venue.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import type { Source } from '../attribution.types.js';

export interface Complement {
  readonly content: number;
  readonly quote: number;
  readonly outlet: Source | null;
  /** Whom an outlet cites between its verb and "that". */
  readonly cited: Source | null;
  /** Nothing follows: the words stand before the cue. */
  readonly closes: boolean;
  /** Token behind the cue and its adverbials, for a closing cue. */
  readonly next: number;
  /** Where the content ends, when only how it was told follows ("rejected the charge as "cynical" in a statement on X"). */
  readonly until?: number;
}

const AWAITING = new Set(['urge', 'expect', 'believe', 'estimate', 'forecast', 'anticipate', 'reckon']);
const ACTION_TOKENS = 8;

const plainly = (content: number): Complement => ({
  content,
  quote: -1,
  outlet: null,
  cited: null,
  closes: false,
  next: content,
});

export const ONLY_LABELLING = new Set(
  'call label brand blast slam hail condemn denounce characterise characterize'.split(' '),
);
export const LABELLING = new Set([
  ...ONLY_LABELLING,
  'describe',
  'dismiss',
  'criticise',
  'criticize',
  'reject',
  'regard',
]);

/** "called the offer 'an insult'", "blasted the bill as a gift to landlords": what somebody is said to be, from its name on. */
export function labelled(view: SentenceView, k: number, lemma: string): Complement | null {
  const first = at(view, k + 1);
  if (first?.kind !== 'word' || has(first, W.PREPOSITION | W.ADVERB) || isLabel(view, k)) return null;
  for (let n = k + 2; n < Math.min(view.to, k + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE)) return null;
    const quoted = has(view.tokens[n], W.QUOTE_MARK) && partner(view, n) > n;
    if (at(view, n)?.word.norm === 'as' && has(at(view, n + 1), W.QUOTE_MARK)) continue;
    if (quoted) return { ...plainly(k + 1), ...told(view, partner(view, n) + 1) };
    if (lemma === 'call' && isCalled(view, k, n)) return plainly(k + 1);
    if (lemma !== 'call' && at(view, n)?.word.norm === 'as') return plainly(k + 1);
  }
  return null;
}

/** "a column labeled “flight risk”": a thing that bears the words. */
const isLabel = (view: SentenceView, k: number): boolean =>
  /^an?$/.test(at(view, k - 2)?.word.norm ?? '') &&
  !has(at(view, k - 1), W.ROLE | W.ANONYMOUS | W.INSTITUTION | W.DOCUMENT);

const SPANS =
  /^(?:second|third|few|couple|dozen|minutes?|hours?|days?|weeks?|months?|years?|moment|while|time|bit|lot|little|half)$/;
const JUDGED = /(?:.{2}less|ful|ous|able|ible|.{2}al|.{2}ic|untrue|false|wrong|unfair|dangerous|forged)$/;

/** "called the letter a stunt", "called the charges baseless": what the thing is said to be begins at n, behind its own name. */
function isCalled(view: SentenceView, k: number, n: number): boolean {
  const { norm = '' } = at(view, n)?.word ?? {};
  if (/^an?$/.test(norm)) return at(view, n + 1)?.kind === 'word' && !SPANS.test(at(view, n + 1)?.word.norm ?? '');
  const ends =
    n + 1 >= view.to || has(at(view, n + 1), W.COMMA | W.SENTENCE_END) || at(view, n + 1)?.word.norm === 'and';
  return ends && n > k + 2 && isDeterminer(at(view, k + 1)) && JUDGED.test(norm);
}

/** How a judgement was told, behind its quotation: nothing where more than that follows. */
function told(view: SentenceView, from: number): { until?: number; outlet?: Source } {
  let outlet: Source | undefined;
  for (let n = from; n < view.to; n += 1) {
    const token = at(view, n);
    if (has(token, W.COMMA | W.SENTENCE_END)) return n > from ? { until: from, ...(outlet && { outlet }) } : {};
    const platform = platformAt(view.text, view.tokens, n + 1);
    if (platform) {
      outlet = platform;
      n += 1;
      continue;
    }
    const venue = venueEnd(view, n);
    const time = timeEnd(view.tokens, n);
    if (venue > n || time > n) n = Math.max(venue, time) - 1;
    else if (!/^(?:on|via|posted|published|released|shared|issued|in|at)$/.test(token?.word.norm ?? '')) return {};
  }
  return {};
}

/** "blamed the delay on a supplier", "blaming a shortage of engines": what is held to be the cause. */
export function blamed(view: SentenceView, k: number): Complement | null {
  const first = at(view, k + 1);
  if (!first || k + 3 > view.to || has(first, W.PREPOSITION | W.ADVERB | W.COMMA | W.SENTENCE_END)) return null;
  return plainly(k + 1);
}

/** "records show a donation of £4,500": what a document shows may be a thing; no clause follows. */
export function shownAfter(
  view: SentenceView,
  k: number,
  verb: EnglishVerb,
  subject: Source | null,
): Complement | null {
  if (verb.lemma === 'report' && verb.form === 'finite') return measured(view, k);
  if (
    !(subject?.role === 'document' || (subject?.role === 'outlet' && verb.lemma === 'show')) ||
    !/^(?:show|reveal|indicate|list|record|find)$/.test(verb.lemma)
  )
    return null;
  const first = at(view, k + 1);
  // "A survey found 61 percent in favour"
  if (verb.lemma === 'find' && first?.kind !== 'number' && !has(first, W.QUANTITY)) return null;
  if (first?.kind !== 'word' && first?.kind !== 'number') return null;
  const atLeast = first.word.norm === 'at' && /^(?:least|most)$/.test(at(view, k + 2)?.word.norm ?? '');
  return (has(first, W.PREPOSITION | W.ADVERB) && !atLeast) || k + 3 >= view.to ? null : plainly(k + 1);
}

/** "reported a loss of $84 million" */
function measured(view: SentenceView, k: number): Complement | null {
  if (!isDeterminer(at(view, k + 1)) && at(view, k + 1)?.kind !== 'word') return null;
  for (let n = k + 2; n < Math.min(view.to, k + 8); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE | W.QUOTE_MARK)) return null;
    if (at(view, n)?.kind === 'number') return plainly(k + 1);
  }
  return null;
}

/** "put the number of wounded at 87": the estimate with what it is of. */
export function estimated(view: SentenceView, k: number): Complement | null {
  for (let n = k + 2; n < Math.min(view.to, k + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END)) return null;
    if (at(view, n)?.word.norm === 'on' && isTally(view, n + 1)) return plainly(k + 1);
    if (at(view, n)?.word.norm !== 'at') continue;
    for (let m = n + 1; m < Math.min(view.to, n + 7); m += 1)
      if (at(view, m)?.kind === 'number' || has(at(view, m), W.QUANTITY)) return plainly(k + 1);
    return null;
  }
  return null;
}

/** "on 141 seats", "on 31%" */
const isTally = (view: SentenceView, n: number): boolean =>
  at(view, n)?.kind === 'number' &&
  (/%$/.test(at(view, n)?.word.raw ?? '') ||
    /^(?:%|per|percent|pc|seats?|points?|votes?)$/.test(at(view, n + 1)?.word.norm ?? ''));

/** What begins a thing denied that nothing before has named: "the charges" have been told already. */
const DENIED =
  /^(?:any|all|involvement|wrongdoing|knowledge|responsibility|links|ties|contact|complicity|misconduct|plans)$/;

/** What is denied, expected or laid to somebody without a clause: "denied supplying …", "expect rates to fall", "accuse him of taking …". */
export function actionAfter(view: SentenceView, k: number, verb: EnglishVerb): boolean {
  const first = at(view, k + 1);
  if (!first || first.kind === 'mark') return false;
  // "denied any wrongdoing"
  if (verb.lemma === 'deny' && DENIED.test(first.word.norm)) return true;
  if (verb.stance === 'negating' || /^(?:admit|acknowledge|recall|remember|describe)$/.test(verb.lemma))
    return /.{2}ing$/.test(first.word.norm) && !has(first, W.ADVERB) && k + 3 < view.to;
  // "found no record of any contact"
  if (verb.lemma === 'find') return /^(?:no|little)$/.test(first.word.norm) && k + 3 < view.to;
  const awaits = AWAITING.has(verb.lemma);
  if (!awaits && verb.lemma !== 'accuse') return false;
  for (let n = k + 2; n < Math.min(view.to - 1, k + 2 + ACTION_TOKENS); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE)) return false;
    const { norm = '' } = at(view, n)?.word ?? {};
    // "accused her of “hiding in Washington”"
    const next = at(view, has(at(view, n + 1), W.QUOTE_MARK) ? n + 2 : n + 1)?.word.norm ?? '';
    if (awaits ? norm === 'to' && /^\p{Ll}{2,}$/u.test(next) && next !== 'the' : norm === 'of' && /.{2}ing$/.test(next))
      return true;
  }
  return false;
}
