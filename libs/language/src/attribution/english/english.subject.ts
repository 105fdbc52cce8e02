import * as W from '../../token/word.flags.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import { groupStart, SUBJECT_TOKENS, verbAt } from './english.group.js';
import { appositionStart, phraseStart } from './english.phrase.js';
import { englishSource, pronounOf } from './english.source.js';
import { isCapital } from './english.shape.js';
import type { Frame, Source } from '../attribution.types.js';

export interface Subject {
  readonly from: number;
  readonly source: Source | null;
  readonly elided: Frame['elided'];
  /** "as" stands before it: the clause is a remark on another. */
  readonly asRemark: boolean;
}

/** The subject before the verb at k: its noun phrase with an apposition between commas, or a pronoun. Null when the verb has none there. */
export function subjectBefore(view: SentenceView, k: number, floor: number): Subject | null {
  const group = groupStart(view, k);
  if (group < 0) return null;
  // "was bought by", but not "…, her deputy, said by phone"
  if (at(view, k + 1)?.word.norm === 'by' && !has(at(view, k - 1), W.COMMA)) return null;
  // "denied the reports, and said": a second verb of the same subject
  if (/^(?:and|but)$/.test(at(view, group - 1)?.word.norm ?? '')) return null;
  let end = behindAside(view, group, floor);
  let from = phraseStart(view, end, floor);
  // ", who rates the stock “underweight,” said"
  if (from === end && has(at(view, end - 1), W.QUOTE_MARK) && has(at(view, end - 2), W.COMMA)) {
    const comma = appositionStart(view, end, floor);
    if (comma < 0 || !has(view.tokens[comma + 1], W.RELATIVE)) return null;
    from = phraseStart(view, comma, floor);
    const source = from < comma ? englishSource(view.text, view.tokens, from, comma) : null;
    return source ? subjectOf(view, from, source, null) : null;
  }
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

/** "A former minister, however, has told the radio": where the subject ends before a word between commas. */
const behindAside = (view: SentenceView, end: number, floor: number): number =>
  end - 4 > floor &&
  has(at(view, end - 1), W.COMMA) &&
  has(at(view, end - 3), W.COMMA) &&
  /^(?:however|though|meanwhile|too|moreover|therefore|nonetheless|nevertheless)$/.test(
    at(view, end - 2)?.word.norm ?? '',
  )
    ? end - 3
    : end;

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
      // "a tally kept by the clerk"
      view.tokens[n + 1]?.word.norm !== 'by' &&
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
