import * as W from '../../token/word.flags.js';
import { englishVerbs, type EnglishVerb } from '../../token/english.words.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import { englishSource, pronounOf } from './english.source.js';
import { isCapital, isDeterminer } from './english.shape.js';
import type { Frame, Source } from '../attribution.types.js';

const SUBJECT_TOKENS = 26;
const PASSIVE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'got']);

export interface Subject {
  readonly from: number;
  readonly source: Source | null;
  readonly elided: Frame['elided'];
  /** "as" stands before it: the clause is a remark on another. */
  readonly asRemark: boolean;
}

export function verbAt(view: SentenceView, k: number): EnglishVerb | undefined {
  const verb = englishVerbs.get(at(view, k)?.word.norm ?? '');
  return verb && isPartOfName(view, k) ? undefined : verb;
}

/** "Lighthouse Reports found", "Sachs Claims said": a capital before the verb of the clause is the name of whoever did it. */
const isPartOfName = (view: SentenceView, k: number): boolean =>
  isCapital(at(view, k)) &&
  isCapital(at(view, k - 1)) &&
  /^(?:found|said|says|has|had|showed|revealed|reported)$/.test(at(view, k + 1)?.word.raw ?? '');

/** Bodies before which things are said: "the court heard that", "the inquest was told that". */
export const HEARERS =
  /^(?:court|jury|jurors|inquest|tribunal|hearing|inquiry|committee|panel|trial|magistrates|commission)$/;

/** "the court was told that", "the BBC has been told that": whoever stands before the passive listens to tell it. */
function isHearer(view: SentenceView, k: number): boolean {
  const last = /^(?:has|have|had)$/.test(at(view, k)?.word.norm ?? '') ? at(view, k - 1) : at(view, k);
  return HEARERS.test(last?.word.norm ?? '') || (has(last, W.OUTLET | W.KNOWN_OUTLET) && isCapital(last));
}

/** First token of the verb group that ends at k ("has also said"), or -1 for a passive ("was told", "is said"). */
function groupStart(view: SentenceView, k: number): number {
  let start = k;
  while (start > view.from) {
    const before = at(view, start - 1);
    if (!before || before.kind !== 'word') break;
    if (PASSIVE.has(before.word.norm) && at(view, k)?.word.norm === 'told' && isHearer(view, start - 2))
      return start - (/^(?:has|have|had)$/.test(at(view, start - 2)?.word.norm ?? '') ? 2 : 1);
    if (PASSIVE.has(before.word.norm) && verbAt(view, k)?.form === 'finite') return -1;
    if (
      !has(before, W.ADVERB) &&
      !/^(has|have|had|would|will|did|does|do|could|can|may|might|to|long)$/.test(before.word.norm)
    )
      break;
    // "appeared to show that"
    if (before.word.norm === 'to' && !/^(?:appear|seem)(?:s|ed)?$/.test(at(view, start - 2)?.word.norm ?? ''))
      return -1;
    if (before.word.norm === 'to') start -= 1;
    start -= 1;
  }
  return start;
}

const STOPS = new Set('that but while because although though if whether so ; : – — -'.split(' '));
const CLAUSE_STARTS = new Set('and as when after before than until since'.split(' '));

/** Scans back over the noun phrase that ends before token `end`. */
function phraseStart(view: SentenceView, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < SUBJECT_TOKENS) {
    const token = view.tokens[start - 1];
    if (!token || (has(token, W.COMMA | W.SENTENCE_END | W.QUOTE_MARK) && !isListed(view, start - 1))) break;
    // "two people with knowledge of that inquiry"
    const points = token.word.norm === 'that' && has(at(view, start - 2), W.PREPOSITION);
    if (STOPS.has(token.word.norm) && !points && !isRelativeThat(view, start - 1)) break;
    if (
      CLAUSE_STARTS.has(token.word.norm) &&
      (token.word.norm !== 'and' || (clauseBefore(view, start - 1, floor) && !isPassedOn(view, start)))
    )
      break;
    start -= 1;
  }
  return start;
}

/** "on Facebook, X and TikTok": a comma between names of one list behind a preposition. */
const isListed = (view: SentenceView, k: number): boolean =>
  has(at(view, k), W.COMMA) &&
  isCapital(at(view, k + 1)) &&
  isCapital(at(view, k - 1)) &&
  [k + 2, k + 3].some((n) => at(view, n)?.word.norm === 'and' && isCapital(at(view, n + 1))) &&
  [k - 2, k - 3].some((n) => has(at(view, n), W.PREPOSITION));

/** "a report dated Friday and seen by the agency" */
const isPassedOn = (view: SentenceView, k: number): boolean =>
  /^(?:seen|obtained|reviewed|viewed|published|released|shared|leaked)$/.test(at(view, k)?.word.norm ?? '') &&
  at(view, k + 1)?.word.norm === 'by';

/** "two members of the panel that drafts it": "that" between a noun and its verb. */
function isRelativeThat(view: SentenceView, k: number): boolean {
  const [noun, that, verb, object] = [k - 1, k, k + 1, k + 2].map((n) => at(view, n));
  if (that?.word.norm !== 'that' || noun?.kind !== 'word' || has(noun, W.FINITE | W.ADVERB | W.PREPOSITION))
    return false;
  if (verbAt(view, k - 1) || verb?.kind !== 'word' || isCapital(verb) || isDeterminer(verb)) return false;
  if (has(verb, W.ANONYMOUS | W.ROLE | W.INSTITUTION | W.PREPOSITION) || pronounOf(view.tokens, k + 1, k + 2))
    return false;
  const bound = isDeterminer(object) || pronounOf(view.tokens, k + 2, k + 3) !== null || has(object, W.PREPOSITION);
  return has(verb, W.FINITE) || (/[^s]s$/.test(verb.word.norm) && bound);
}

function clauseBefore(view: SentenceView, k: number, floor: number): boolean {
  for (let n = k - 1; n >= floor && k - n < 30; n -= 1) {
    if (has(view.tokens[n], W.COMMA | W.QUOTE_MARK)) return false;
    if (has(view.tokens[n], W.FINITE)) return true;
  }
  return false;
}

/** The comma before an apposition that ends at `end`: one that a relative pronoun follows, else the nearest. */
function appositionStart(view: SentenceView, end: number, floor: number): number {
  let nearest = -1;
  for (let n = end - 1; n > floor && end - n < SUBJECT_TOKENS; n -= 1) {
    if (has(view.tokens[n], W.QUOTE_MARK | W.SENTENCE_END)) break;
    if (!has(view.tokens[n], W.COMMA)) continue;
    if (has(view.tokens[n + 1], W.RELATIVE) || /^(speaking|granted)$/.test(at(view, n + 1)?.word.norm ?? '')) return n;
    if (nearest < 0 && n < end - 1) nearest = n;
  }
  if (nearest < 0) return -1;
  // ", published in Nature,": a participle right behind the comma is no verb of its own
  for (let n = nearest + 2; n < end; n += 1) {
    if (has(view.tokens[n], W.RELATIVE) || at(view, n)?.word.norm === 'that') break;
    // ", Col Drew Mabry,"
    if (has(view.tokens[n], W.FINITE) && !isCapital(view.tokens[n])) return -1;
  }
  return nearest;
}

/** The subject before the verb at k: its noun phrase with an apposition between commas, or a pronoun. Null when the verb has none there. */
export function subjectBefore(view: SentenceView, k: number, floor: number): Subject | null {
  const group = groupStart(view, k);
  if (group < 0) return null;
  // "was bought by", but not "…, her deputy, said by phone"
  if (at(view, k + 1)?.word.norm === 'by' && !has(at(view, k - 1), W.COMMA)) return null;
  // "denied the reports, and said": a second verb of the same subject
  if (/^(?:and|but)$/.test(at(view, group - 1)?.word.norm ?? '')) return null;
  let end = group;
  let from = phraseStart(view, end, floor);
  if (from === end && has(at(view, end - 1), W.COMMA)) {
    // "Sergei Lavrov, Russia's foreign minister, said"; "…, who asked not to be named, said"
    const comma = appositionStart(view, end - 1, floor);
    if (comma < 0) return null;
    end = comma;
    from = phraseStart(view, end, floor);
    if (from === end) return null;
    const source = englishSource(view.text, view.tokens, from, group);
    return source ? subjectOf(view, from, source, null) : null;
  }
  if (from >= end) return null;
  if (at(view, end - 1)?.word.norm === 'who') return whoSubject(view, end - 1, floor);
  const inner = behindAdverbial(view, from, end);
  if (inner > from) {
    const who = pronounOf(view.tokens, inner, end);
    const own = who ? null : englishSource(view.text, view.tokens, inner, end);
    return who || own ? subjectOf(view, inner, own, who && mentioned(view, inner, who)) : null;
  }
  for (let n = from; n < end; n += 1) if (has(view.tokens[n], W.PREPOSITION) && n === from) return null;
  const clause = finiteOutsideRelative(view, from, end);
  if (clause >= 0) {
    // zero-marked clause before: "… the war is over he said"
    const pronoun = pronounOf(view.tokens, end - 1, end);
    return pronoun ? { from: end - 1, source: null, elided: mentioned(view, end - 1, pronoun), asRemark: false } : null;
  }
  let first = from;
  while (
    first < end &&
    (has(view.tokens[first], W.ADVERB) || /^(but|and|so|however)$/.test(view.tokens[first]?.word.norm ?? ''))
  )
    first += 1;
  const pronoun = pronounOf(view.tokens, first, end);
  const itsVerb =
    has(view.tokens[end], W.FINITE) || (has(view.tokens[end], W.ADVERB) && verbAt(view, k)?.form === 'finite');
  if (pronoun && view.tokens[first]?.word.norm === 'it' && !itsVerb) return null;
  const source = pronoun ? null : englishSource(view.text, view.tokens, first, end);
  if (!pronoun && !source) return null;
  return subjectOf(view, from, source, pronoun && mentioned(view, first, pronoun));
}

/** "That was disputed by an engineer, who told the paper that …": whoever "who" stands for, when the clause before is complete. */
function whoSubject(view: SentenceView, who: number, floor: number): Subject | null {
  const comma = who - 1;
  if (!has(at(view, comma), W.COMMA)) return null;
  let from = comma;
  while (
    from > floor &&
    at(view, from - 1)?.word.norm !== 'by' &&
    !has(view.tokens[from - 1], W.COMMA | W.QUOTE_MARK)
  ) {
    if (has(view.tokens[from - 1], W.FINITE)) break;
    from -= 1;
  }
  const before = view.tokens.slice(floor, from).some((token) => has(token, W.FINITE));
  const source = before ? englishSource(view.text, view.tokens, from, comma) : null;
  return source && (source.anonymous || source.type === 'person') ? subjectOf(view, comma, source, null) : null;
}

/** "On Wednesday her office said", "In a post on Facebook it said", "Last year it said": where the subject begins behind them; else `from`. */
function behindAdverbial(view: SentenceView, from: number, end: number): number {
  const opening = at(view, from);
  const time = /^(?:last|this|next|earlier)$/.test(opening?.word.norm ?? '');
  if (!time && !has(opening, W.PREPOSITION)) return from;
  if (pronounOf(view.tokens, end - 1, end)) return end - 1;
  for (let n = end - 1; n > from + 1; n -= 1) {
    if (has(view.tokens[n], W.PREPOSITION | W.FINITE | W.RELATIVE)) return from;
    const before = at(view, n - 1);
    if (
      /^(?:the|an?|his|her|its|their|two|three|four|one)$/.test(at(view, n)?.word.norm ?? '') &&
      !has(before, W.PREPOSITION)
    )
      return n;
  }
  return from;
}

/** "She rejected the request, saying …": the pronoun that the sentence begins with, if it does. */
export function pronounAt(view: SentenceView, k: number): Frame['elided'] {
  const pronoun = pronounOf(view.tokens, k, k + 1);
  return pronoun?.human ? mentioned(view, k, pronoun) : null;
}

/** A pronoun with the place where it stands. */
function mentioned(view: SentenceView, k: number, pronoun: NonNullable<Frame['elided']>): Frame['elided'] {
  const token = at(view, k);
  return token ? { ...pronoun, mention: { start: token.start, end: token.end, name: token.word.raw } } : pronoun;
}

function subjectOf(view: SentenceView, from: number, source: Source | null, elided: Frame['elided']): Subject {
  return { from, source, elided, asRemark: at(view, from - 1)?.word.norm === 'as' };
}

function finiteOutsideRelative(view: SentenceView, from: number, to: number): number {
  let relative = false;
  for (let n = from; n < to; n += 1) {
    // "one post that had been viewed"
    const that = n > from && view.tokens[n]?.word.norm === 'that' && has(view.tokens[n + 1], W.FINITE);
    if (that || has(view.tokens[n], W.RELATIVE)) relative = true;
    if (
      has(view.tokens[n], W.FINITE) &&
      !relative &&
      // "said lead author Hanne Iqbal"
      !has(view.tokens[n + 1], W.ROLE) &&
      !/^tanks?$/.test(view.tokens[n + 1]?.word.norm ?? '') &&
      !/(ed|led|set|cut|put|read)$/.test(view.tokens[n]?.word.norm ?? '') &&
      !isCapital(view.tokens[n])
    )
      return n;
    // "Minister Hale Demir denied reports that …": a report behind a name is its verb
    if (
      !relative &&
      n > from &&
      isCapital(view.tokens[n - 1]) &&
      !(
        n - 1 === view.from &&
        has(view.tokens[n - 1], W.DOCUMENT | W.ANONYMOUS) &&
        has(view.tokens[n + 1], W.PREPOSITION)
      ) &&
      verbAt(view, n)?.form === 'finite' &&
      view.tokens[n + 1]?.word.norm !== 'by'
    )
      return n;
  }
  return -1;
}

const APPOSED = /^(a|an|the|of|from|who|whose|chief|head|director|former|senior|vice|president|chairman|professor)$/;

/** The subject after the verb: “…,” said John Smith, a farmer. Answers it with the first token behind it. */
export function subjectAfter(view: SentenceView, k: number): { source: Source; next: number } | null {
  let next = k + 1;
  let apposed = false;
  while (next < view.to && next - k < SUBJECT_TOKENS) {
    const token = view.tokens[next];
    if (
      !token ||
      has(token, W.SENTENCE_END | W.QUOTE_MARK) ||
      (!apposed && /^(in|on|at|during|after|when|as|while|:)$/.test(token.word.norm))
    )
      break;
    if (has(token, W.COMMA)) {
      const after = view.tokens[next + 1];
      if (!APPOSED.test(after?.word.norm ?? '') && after?.kind !== 'number') break;
      apposed = true;
    }
    next += 1;
  }
  if (next === k + 1 || has(view.tokens[k + 1], W.PREPOSITION) || pronounOf(view.tokens, k + 1, next)) return null;
  if (finiteOutsideRelative(view, k + 1, next) >= 0) return null;
  const source = englishSource(view.text, view.tokens, k + 1, next);
  return source ? { source, next } : null;
}
