import type { EnglishVerb } from '../token/english.words.js';
import * as W from '../token/word.flags.js';
import { isDeterminer } from './english.shape.js';
import { at, has, partner, type SentenceView } from './sentence.view.js';
import type { Source } from './attribution.types.js';

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
}

const AWAITING = new Set(['expect', 'believe', 'estimate', 'forecast', 'anticipate', 'reckon']);
const ACTION_TOKENS = 8;

export const plainly = (content: number, outlet: Source | null, cited: Source | null): Complement => ({
  content,
  quote: -1,
  outlet,
  cited,
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
  if (first?.kind !== 'word' || has(first, W.PREPOSITION | W.ADVERB)) return null;
  for (let n = k + 2; n < Math.min(view.to, k + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE)) return null;
    const quoted = has(view.tokens[n], W.QUOTE_MARK) && partner(view, n) > n;
    if (quoted || (lemma !== 'call' && at(view, n)?.word.norm === 'as')) return plainly(k + 1, null, null);
  }
  return null;
}

/** "records show a donation of £4,500": what a document shows may be a thing; no clause follows. */
export function shownAfter(
  view: SentenceView,
  k: number,
  verb: EnglishVerb,
  subject: Source | null,
): Complement | null {
  if (verb.lemma === 'report' && verb.form === 'finite') return measured(view, k);
  if (subject?.role !== 'document' || !/^(?:show|reveal|indicate|list|record)$/.test(verb.lemma)) return null;
  const first = at(view, k + 1);
  if (first?.kind !== 'word' && first?.kind !== 'number') return null;
  return has(first, W.PREPOSITION | W.ADVERB) || k + 3 >= view.to ? null : plainly(k + 1, null, null);
}

/** "reported a loss of $84 million" */
function measured(view: SentenceView, k: number): Complement | null {
  if (!isDeterminer(at(view, k + 1)) && at(view, k + 1)?.kind !== 'word') return null;
  for (let n = k + 2; n < Math.min(view.to, k + 8); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE | W.QUOTE_MARK)) return null;
    if (at(view, n)?.kind === 'number') return plainly(k + 1, null, null);
  }
  return null;
}

/** "put the number of wounded at 87": the estimate with what it is of. */
export function estimated(view: SentenceView, k: number): Complement | null {
  for (let n = k + 2; n < Math.min(view.to, k + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END)) return null;
    if (at(view, n)?.word.norm !== 'at') continue;
    for (let m = n + 1; m < Math.min(view.to, n + 7); m += 1)
      if (at(view, m)?.kind === 'number' || has(at(view, m), W.QUANTITY)) return plainly(k + 1, null, null);
    return null;
  }
  return null;
}

/** What is denied, expected or laid to somebody without a clause: "denied supplying …", "expect rates to fall", "accuse him of taking …". */
export function actionAfter(view: SentenceView, k: number, verb: EnglishVerb): boolean {
  const first = at(view, k + 1);
  if (!first || first.kind === 'mark') return false;
  if (verb.stance === 'negating' || verb.lemma === 'admit' || verb.lemma === 'acknowledge')
    return /.{3}ing$/.test(first.word.norm) && !has(first, W.ADVERB) && k + 3 < view.to;
  const awaits = AWAITING.has(verb.lemma);
  if (!awaits && verb.lemma !== 'accuse') return false;
  for (let n = k + 2; n < Math.min(view.to - 1, k + 2 + ACTION_TOKENS); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.FINITE)) return false;
    const { norm = '' } = at(view, n)?.word ?? {};
    const next = at(view, n + 1)?.word.norm ?? '';
    if (awaits ? norm === 'to' && /^\p{Ll}{2,}$/u.test(next) && next !== 'the' : norm === 'of' && /.{2}ing$/.test(next))
      return true;
  }
  return false;
}
