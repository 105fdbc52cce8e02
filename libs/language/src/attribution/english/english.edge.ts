import { standsAlone } from '../../claim/english.unit.js';
import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import type { Frame, Source } from '../attribution.types.js';
import type { Complement } from './english.object.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { englishSource } from './english.source.js';
import { type Subject, verbAt } from './english.subject.js';
import { SPEAKING } from './english.venue.js';
import { at, has, type SentenceView } from '../sentence.view.js';

/** "from a previous forecast", "in an internal report". */
export function isNoun(view: SentenceView, k: number, { nounLike, form }: EnglishVerb): boolean {
  if (!nounLike && form !== 'base') return false;
  if (form === 'base' && /[^s]s$/.test(at(view, k - 1)?.word.norm ?? '')) return false;
  return [1, 2, 3].some((back) => k - back >= view.from && /^(an?)$/.test(at(view, k - back)?.word.norm ?? ''));
}

export function isNegated(view: SentenceView, k: number): boolean {
  return [1, 2].some((back) => has(at(view, k - back), W.NEGATION));
}

export function ownSubject(view: SentenceView, regionFrom: number): Source | null {
  let end = -1;
  const from = behindLead(view, regionFrom);
  for (let n = from; n < view.to && n - from < 24; n += 1) {
    if (has(view.tokens[n], W.QUOTE_MARK)) return null;
    if (has(view.tokens[n], W.COMMA)) {
      // "The council, in its monthly outlook, cut …": one aside between commas
      if (end >= 0 || n === from) return null;
      end = n;
      while (n + 1 < view.to && !has(at(view, n + 1), W.COMMA)) n += 1;
      n += 1;
    } else if (has(view.tokens[n], W.FINITE) || (n > from && verbAt(view, n)?.form === 'finite'))
      return n > from ? englishSource(view.text, view.tokens, from, n) : null;
  }
  return null;
}

const LEAD_TOKENS = 18;

/** "Approached at his home on Thursday, Pell …": where the subject begins behind a participle or "asked" with what belongs to it. */
function behindLead(view: SentenceView, from: number): number {
  if (!SPEAKING.test(at(view, from)?.word.norm ?? '')) return from;
  for (let n = from + 1; n < Math.min(view.to, from + LEAD_TOKENS); n += 1) {
    if (has(view.tokens[n], W.QUOTE_MARK)) return from;
    if (has(view.tokens[n], W.COMMA)) return n + 1;
  }
  return from;
}

export function finiteBefore(view: SentenceView, regionFrom: number, to: number): boolean {
  for (let n = regionFrom; n < to; n += 1) if (has(view.tokens[n], W.FINITE)) return true;
  return false;
}

/** "“…,” her neighbour, Carl Umber, said": what stands between a quotation and the name that spoke it. */
const APPOSED_TOKENS = 6;

const MANY =
  /^(?:both|most|all|many|few|they|these|those|several|nearly|almost|half|thousands|hundreds|dozens|millions)$/;

/** "fraud cost its customers £76m": spelt like the noun, and followed by what it did it to. */
export const isPast = (view: SentenceView, m: number): boolean =>
  /^(?:cost|hurt|beat|quit|shed|burst|cast|split)$/.test(at(view, m)?.word.norm ?? '') &&
  (isDeterminer(at(view, m + 1)) || at(view, m + 1)?.kind === 'number' || isCapital(at(view, m + 1)));

/** Something has been said before the cue: a quotation or a clause that ends in a comma. `spoken`: a region of the sentence is closed. */
export function hasContent(view: SentenceView, regionFrom: number, from: number, spoken: boolean): boolean {
  const before = at(view, from - 1);
  if (!has(before, W.COMMA | W.QUOTE_MARK) && before?.word.norm !== 'as') return false;
  if (spoken && from - regionFrom <= APPOSED_TOKENS && !finiteBefore(view, regionFrom, from)) return true;
  for (let n = regionFrom; n < from; n += 1)
    if (has(view.tokens[n], W.FINITE) || isPast(view, n))
      return has(at(view, from - 1), W.COMMA | W.QUOTE_MARK) || at(view, from - 1)?.word.norm === 'as';
  // "Both share an address, filings show": a plural has a verb that is spelt like a noun
  return from - regionFrom > APPOSED_TOKENS - 2 && MANY.test(at(view, regionFrom)?.word.norm ?? '');
}

/** "… but declined to say", "… but gave no details": what the speaker kept back is not what he said. */
export function withholds(view: SentenceView, k: number): boolean {
  if (at(view, k)?.word.norm !== 'but') return false;
  const { norm: next = '' } = at(view, k + 1)?.word ?? {};
  if (/^(?:he|she|they|it)$/.test(next))
    return at(view, k + 2)?.word.norm === 'stopped' && at(view, k + 3)?.word.norm === 'short';
  const verb = next;
  // "but would not discuss its purpose", "but did not elaborate"
  if (/^(?:would|did|could)$/.test(verb) && at(view, k + 2)?.word.norm === 'not')
    return /^(?:say|discuss|confirm|comment|elaborate|give|provide|specify|name|identify|disclose|explain)$/.test(
      at(view, k + 3)?.word.norm ?? '',
    );
  if (verb === 'stopped') return at(view, k + 2)?.word.norm === 'short';
  if (/^(?:declined|refused)$/.test(verb)) return at(view, k + 2)?.word.norm === 'to';
  return /^(?:gave|offered|provided)$/.test(verb) && at(view, k + 2)?.word.norm === 'no';
}

/** Verbs that report only with their subject before them. */
const NEVER_INVERTED = /^(?:put|hear|blame)$/;

/** “…,” said …: behind what can have been said, a verb whose subject may follow. */
export function mayInvert(view: SentenceView, k: number, verb: EnglishVerb): boolean {
  const finite = verb.form === 'finite' && !verb.nounLike && !NEVER_INVERTED.test(verb.lemma);
  if (verb.quotedOnly && !has(at(view, k - 1), W.QUOTE_MARK)) return false;
  return finite && has(at(view, k - 1), W.QUOTE_MARK | W.COMMA);
}

/** ", adding that", ", also noting that", "while acknowledging that": a participle at k that goes on. */
export function followsOn(view: SentenceView, k: number): boolean {
  const before = at(view, k - 1);
  if (/^(?:while|before)$/.test(before?.word.norm ?? '')) return true;
  return has(before, W.COMMA | W.QUOTE_MARK) || (has(before, W.ADVERB) && has(at(view, k - 2), W.COMMA));
}

/** Who does something in a sentence of the article's own: "Researchers at Leiden followed 900 adults." They may be the ones who found. */
export function englishActor(view: SentenceView): Source | null {
  if (has(at(view, view.from), W.PREPOSITION)) return null;
  const subject = ownSubject(view, view.from);
  if (subject?.role === 'document') return subject.definite ? subject : null;
  return subject?.role === 'speaker' && (subject.named || subject.anonymous || subject.definite) ? subject : null;
}

/** "…, according to the bank, and the number is projected …": another clause behind the cue. */
export const leadsOn = (view: SentenceView, next: number): boolean =>
  /^(?:and|but|while)$/.test(at(view, next)?.word.norm ?? '') && standsAlone(view.tokens, next + 1, view.to);

/** "Maddow acknowledged that he had denied making payments": what one says of oneself stays whole. */
export const saysOfHimself = (frame: Frame | null, { elided }: Subject, found: Complement): boolean =>
  frame !== null && !frame.hedge && !frame.implicit && !found.closes && !!elided?.mention?.name;
