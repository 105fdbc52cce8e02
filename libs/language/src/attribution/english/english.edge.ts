import { standsAlone } from '../../claim/english.unit.js';
import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import type { Frame, Source } from '../attribution.types.js';
import type { Complement } from './english.object.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { englishSource } from './english.source.js';
import { groupStart, verbAt } from './english.group.js';
import { type Subject } from './english.subject.js';
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
  // "There is a moment", "What matters is"
  if (
    /^(?:there|here|what|this|that|it|nothing|nobody|none|everyone|everybody)$/.test(at(view, from)?.word.norm ?? '') &&
    !isNamedNext(view, from)
  )
    return null;
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

/** A verb between two places that is no adjective behind an article ("an accredited laboratory"). */
function assertsBefore(view: SentenceView, from: number, to: number): boolean {
  for (let n = from; n < to; n += 1)
    if (has(view.tokens[n], W.FINITE) && !(isDeterminer(at(view, n - 1)) && /ed$/.test(at(view, n)?.word.norm ?? '')))
      return true;
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
  // ", found that 61 children …": a clause follows, no subject
  return finite && has(at(view, k - 1), W.QUOTE_MARK | W.COMMA) && at(view, k + 1)?.word.norm !== 'that';
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
  // "Turkey's Yeni Safak is alone. It claims that …"
  if (subject?.role === 'outlet') return subject.named ? subject : null;
  return subject?.role === 'speaker' && (subject.named || subject.anonymous || subject.definite) ? subject : null;
}

/** "…, according to the bank, and the number is projected …": another clause behind the cue. */
const leadsOn = (view: SentenceView, next: number): boolean =>
  /^(?:and|but|while)$/.test(at(view, next)?.word.norm ?? '') && standsAlone(view.tokens, next + 1, view.to);

/** "Maddow acknowledged that he had denied making payments": what one says of oneself stays whole. */
const saysOfHimself = (frame: Frame | null, { elided }: Subject, found: Complement): boolean =>
  frame !== null && !frame.hedge && !frame.implicit && !found.closes && !!elided?.mention?.name;

const CIRCUMSTANCE_TOKENS = 24;

/** "…,” says Rudge, standing by the pond": what somebody did meanwhile; where it ends. A participle of saying goes on with his words. */
export function circumstanceEnd(view: SentenceView, comma: number): number {
  const doing = at(view, comma + 1);
  if (!has(at(view, comma), W.COMMA) || !/.{2}ing$/.test(doing?.word.norm ?? '') || isCapital(doing)) return comma;
  if (
    verbAt(view, comma + 1) ||
    /^(?:citing|quoting|according)$/.test(doing?.word.norm ?? '') ||
    has(doing, W.PREPOSITION | W.ADVERB)
  )
    return comma;
  for (let n = comma + 2; n < Math.min(view.to, comma + CIRCUMSTANCE_TOKENS); n += 1)
    if (has(view.tokens[n], W.QUOTE_MARK | W.SENTENCE_END)) return n;
    else if (has(view.tokens[n], W.COMMA) && verbAt(view, n + 1)) return n;
    else if (has(view.tokens[n], W.FINITE) || verbAt(view, n)) return comma;
  return view.to - comma < CIRCUMSTANCE_TOKENS ? view.to : comma;
}

/** "The season starts in June, and by then, experts say, …": the "and" behind which the clause with the remark begins; 0 without one. */
export function clauseEnd(view: SentenceView, floor: number, to: number): number {
  for (let n = to - 2; n > floor + 3; n -= 1) {
    if (has(view.tokens[n], W.FINITE | W.QUOTE_MARK)) return 0;
    if (/^(?:and|but)$/.test(at(view, n)?.word.norm ?? '') && has(at(view, n - 1), W.COMMA))
      return finiteBefore(view, floor, n) ? n : 0;
  }
  return 0;
}

/** "according to tests by Eurofins, an accredited laboratory": nothing but what the source is; the end of the sentence, else `next`. */
export function behindAddition(view: SentenceView, next: number): number {
  const adds = has(at(view, next - 1), W.COMMA) && /^(?:an?|the|one|both|all)$/.test(at(view, next)?.word.norm ?? '');
  return adds && !assertsBefore(view, next, view.to) ? view.to : next;
}

/** "… as “cynical” in a statement posted on X, …": how it was told is no part of what was said, nor a claim. */
export function untilMark(view: SentenceView, until: number): number {
  let next = until;
  while (next < view.to && !has(at(view, next), W.COMMA | W.SENTENCE_END)) next += 1;
  return next;
}

/** "She confirmed the sale but said that …", "Whitlock joined in 1998 and says …": the same subject, a second verb. */
export function goesOn(view: SentenceView, k: number, floor: number, frame: Frame | null): boolean {
  // "she was given a torch and told to keep them in"
  if (at(view, k)?.word.norm === 'told' && isPassive(view, floor, k)) return false;
  const group = Math.max(groupStart(view, k), floor);
  return /^(but|and)$/.test(at(view, group - 1)?.word.norm ?? '') && !frame?.hedge && group - 1 > floor;
}

/** "The rebels, according to a panel, bought nine tanks": the phrase from `from` to `next` stands between a subject and its verb. */
export const splits = (view: SentenceView, floor: number, from: number, next: number): boolean =>
  has(at(view, from - 1), W.COMMA) && next < view.to - 2 && !leadsOn(view, next) && !finiteBefore(view, floor, from);

/** A quotation from k to `end` that opens its region and is long enough, or punctuated, to be somebody's words. */
export function isSpoken(view: SentenceView, k: number, end: number, floor: number): boolean {
  const punctuated = has(view.tokens[end - 1], W.COMMA | W.SENTENCE_END);
  const starts = k === floor || (k - floor === 1 && at(view, k - 1)?.kind !== 'word');
  return starts && end - k >= 4 && (punctuated || end - k > 9);
}

/** "That minister", "This report": the word points to a noun behind it. */
const isNamedNext = (view: SentenceView, k: number): boolean =>
  /^(?:this|that)$/.test(at(view, k)?.word.norm ?? '') &&
  at(view, k + 1)?.kind === 'word' &&
  !has(at(view, k + 1), W.FINITE);

/** "The affidavit states that the suspect wrote “see you”": what a document tells of somebody's words stays the document's. */
const isRecounted = (frame: Frame | null, { source }: Subject, found: Complement): boolean =>
  frame?.speaker?.role === 'document' && !frame.hedge && found.quote >= 0 && source?.role === 'speaker';

/** A saying at the start of what is being told that is part of it. */
export const staysInside = (frame: Frame | null, subject: Subject, found: Complement, floor: number): boolean =>
  subject.from === floor && (saysOfHimself(frame, subject, found) || isRecounted(frame, subject, found));

const PASSIVE_TOKENS = 14;

function isPassive(view: SentenceView, floor: number, k: number): boolean {
  for (let n = k - 1; n >= Math.max(floor, k - PASSIVE_TOKENS); n -= 1) {
    if (has(view.tokens[n], W.COMMA | W.QUOTE_MARK)) return false;
    if (/^(?:was|were|been|being)$/.test(at(view, n)?.word.norm ?? '')) return true;
  }
  return false;
}

/** "She disputed that it mattered: “No system is …”": his words behind what he is reported to have said. */
export const followsColon = (view: SentenceView, k: number, end: number, frame: Frame | null): boolean =>
  frame !== null && !frame.hedge && at(view, k - 1)?.word.norm === ':' && end - k > 5;
