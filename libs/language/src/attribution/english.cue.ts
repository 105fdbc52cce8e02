import { englishWords } from '../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import { englishVerbs, type EnglishVerb } from '../token/english.words.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import { at, has, partner, type SentenceView } from './sentence.view.js';
import { englishSource, isCapital, isDeterminer, outletEnd, pronounOf } from './english.source.js';
import type { Frame, Source } from './attribution.types.js';

const weekdays = new Set(englishWords.weekdays);
const hedgePhrases = phraseTable(Object.values(englishWords.hedges).flat());
const hedgeStances = new Map(
  Object.entries(englishWords.hedges).flatMap(([stance, list]) =>
    list.map((phrase) => [phrase, stance as Frame['stance']] as const),
  ),
);
const openers = phraseTable(englishWords.openers);
const openerNotAfter = new Set(englishWords.openerNotAfter);
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
  return englishVerbs.get(at(view, k)?.word.norm ?? '');
}

/** First token of the verb group that ends at k ("has also said"), or -1 for a passive ("was told", "is said"). */
function groupStart(view: SentenceView, k: number): number {
  let start = k;
  while (start > view.from) {
    const before = at(view, start - 1);
    if (!before || before.kind !== 'word') break;
    if (PASSIVE.has(before.word.norm) && verbAt(view, k)?.form === 'finite') return -1;
    if (
      !has(before, W.ADVERB) &&
      !/^(has|have|had|would|will|did|does|do|could|can|may|might|to)$/.test(before.word.norm)
    )
      break;
    if (before.word.norm === 'to') return -1;
    start -= 1;
  }
  return start;
}

const STOPS = /^(that|but|while|because|although|though|if|whether|so|;|:|–|—|-)$/;

/** Scans back over the noun phrase that ends before token `end`. */
function phraseStart(view: SentenceView, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < SUBJECT_TOKENS) {
    const token = view.tokens[start - 1];
    if (!token || has(token, W.COMMA | W.SENTENCE_END | W.QUOTE_MARK) || STOPS.test(token.word.norm)) break;
    if (
      /^(and|as|when|after|before|than|until|since)$/.test(token.word.norm) &&
      (token.word.norm !== 'and' || clauseBefore(view, start - 1, floor))
    )
      break;
    start -= 1;
  }
  return start;
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
    if (has(view.tokens[n + 1], W.RELATIVE)) return n;
    if (nearest < 0 && n < end - 1) nearest = n;
  }
  if (nearest < 0) return -1;
  for (let n = nearest + 1; n < end; n += 1) if (has(view.tokens[n], W.FINITE)) return -1;
  return nearest;
}

/** The subject before the verb at k: its noun phrase with an apposition between commas, or a pronoun. Null when the verb has none there. */
export function subjectBefore(view: SentenceView, k: number, floor: number): Subject | null {
  const group = groupStart(view, k);
  if (group < 0 || at(view, k + 1)?.word.norm === 'by') return null;
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
  for (let n = from; n < end; n += 1) if (has(view.tokens[n], W.PREPOSITION) && n === from) return null;
  const clause = finiteOutsideRelative(view, from, end);
  if (clause >= 0) {
    // zero-marked clause before: "… the war is over he said"
    const pronoun = pronounOf(view.tokens, end - 1, end);
    return pronoun ? { from: end - 1, source: null, elided: pronoun, asRemark: false } : null;
  }
  let first = from;
  while (
    first < end &&
    (has(view.tokens[first], W.ADVERB) || /^(but|and|so|however)$/.test(view.tokens[first]?.word.norm ?? ''))
  )
    first += 1;
  const pronoun = pronounOf(view.tokens, first, end);
  if (pronoun && view.tokens[first]?.word.norm === 'it' && has(view.tokens[end], W.FINITE) === false) return null;
  const source = pronoun ? null : englishSource(view.text, view.tokens, first, end);
  if (!pronoun && !source) return null;
  return subjectOf(view, from, source, pronoun);
}

function subjectOf(view: SentenceView, from: number, source: Source | null, elided: Frame['elided']): Subject {
  return { from, source, elided, asRemark: at(view, from - 1)?.word.norm === 'as' };
}

function finiteOutsideRelative(view: SentenceView, from: number, to: number): number {
  let relative = false;
  for (let n = from; n < to; n += 1) {
    if (has(view.tokens[n], W.RELATIVE)) relative = true;
    if (
      has(view.tokens[n], W.FINITE) &&
      !relative &&
      !/(ed|led|set|cut|put|read)$/.test(view.tokens[n]?.word.norm ?? '') &&
      !isCapital(view.tokens[n])
    )
      return n;
  }
  return -1;
}

const APPOSED = /^(a|an|the|who|whose|chief|head|director|former|senior|vice|president|chairman|professor)$/;

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
  if (next === k + 1 || pronounOf(view.tokens, k + 1, next)) return null;
  if (finiteOutsideRelative(view, k + 1, next) >= 0) return null;
  const source = englishSource(view.text, view.tokens, k + 1, next);
  return source ? { source, next } : null;
}

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

const asOutlet = (source: Source): Source => ({
  ...source,
  role: 'outlet',
  type: source.type === 'agency' ? 'agency' : 'outlet',
  anonymous: false,
  named: true,
});

/** What follows the reporting verb at k: "that", a quotation, a bare clause, or an end. */
export function complementAfter(view: SentenceView, k: number, verb: EnglishVerb): Complement | null {
  let outlet: Source | null = null;
  let cited: Source | null = null;
  let n = k + 1;
  const told = verb.lemma === 'tell' || verb.lemma === 'inform' || verb.lemma === 'assure';
  for (; n < view.to && n - k < 22; n += 1) {
    const token = view.tokens[n];
    if (!token) break;
    const { norm } = token.word;
    if (norm === 'that' && !has(view.tokens[n + 1], W.PREPOSITION))
      return { content: n + 1, quote: -1, outlet, cited, closes: false, next: n + 1 };
    const close = has(token, W.QUOTE_MARK) ? partner(view, n) : -1;
    if (close > n)
      return {
        content: n + 1,
        quote: close - n > 2 || n === k + 1 ? n : -1,
        outlet,
        cited,
        closes: false,
        next: n + 1,
      };
    if (norm === ':' || (has(token, W.COMMA) && partner(view, n + 1) > n + 1)) continue;
    const citing =
      has(token, W.COMMA) && /^(citing|quoting)$/.test(view.tokens[n + 1]?.word.norm ?? '')
        ? openerAt(view, n + 1)
        : null;
    if (citing && has(at(view, citing.next), W.COMMA) && at(view, citing.next + 1)?.word.norm === 'that') {
      cited = citing.source;
      n = citing.next;
      continue;
    }
    if (has(token, W.COMMA | W.SENTENCE_END)) return { content: n, quote: -1, outlet, cited, closes: true, next: n };
    const named = outletEnd(view.text, view.tokens, n, view.to);
    if (named > n && (told || /^(to|with|by|on)$/.test(view.tokens[n - 1]?.word.norm ?? ''))) {
      const source = englishSource(view.text, view.tokens, n, named);
      if (source) outlet = asOutlet(source);
      n = named - 1;
      continue;
    }
    const adverbial =
      has(token, W.PREPOSITION | W.ADVERB) || weekdays.has(norm) || inAdverbial(view, k, n) || (told && n - k <= 4);
    if (verb.bare && !verb.nounLike && startsClause(view, k, n, told, verb.lemma === 'say'))
      return { content: n, quote: -1, outlet, cited, closes: false, next: n };
    if (!adverbial) return null;
  }
  return n >= view.to ? { content: n, quote: -1, outlet, cited, closes: true, next: n } : null;
}

function inAdverbial(view: SentenceView, k: number, n: number): boolean {
  for (let m = n - 1; m > k && n - m < 7; m -= 1) if (has(view.tokens[m], W.PREPOSITION)) return true;
  return false;
}

/** A subject with its verb near: the clause after a bare "said". */
function startsClause(view: SentenceView, k: number, n: number, told: boolean, said: boolean): boolean {
  const token = view.tokens[n];
  if (!token || has(token, W.PREPOSITION | W.ADVERB | W.COMMA) || weekdays.has(token.word.norm)) return false;
  const pronoun = pronounOf(view.tokens, n, n + 1) !== null || /^(there|this|these|those|what)$/.test(token.word.norm);
  if (told && !pronoun && !(isDeterminer(token) && n > 0 && !englishVerbs.has(view.tokens[n - 1]?.word.norm ?? '')))
    return false;
  const nominal =
    pronoun ||
    isDeterminer(token) ||
    isCapital(token) ||
    token.kind === 'number' ||
    /(s|ing|y|ion|ment)$/.test(token.word.norm) ||
    has(token, W.NEGATION | W.QUANTITY | W.INSTITUTION) ||
    (said && n === k + 1);
  if (!nominal) return false;
  for (let m = n + 1; m < Math.min(view.to, n + 16); m += 1) {
    if (has(view.tokens[m], W.SENTENCE_END)) return false;
    if (has(view.tokens[m], W.FINITE)) return true;
  }
  return false;
}

export interface FoundPhrase {
  readonly from: number;
  readonly next: number;
  readonly cue: string;
}

export interface FoundOpener extends FoundPhrase {
  readonly source: Source;
}

/** "according to NP", "citing NP". */
export function openerAt(view: SentenceView, k: number): FoundOpener | null {
  const length = matchPhrase(openers, view.tokens, k, view.to);
  if (length === 0 || openerNotAfter.has(at(view, k + length)?.word.norm ?? '')) return null;
  let next = k + length;
  while (next < view.to && next - k < 30) {
    const token = view.tokens[next];
    if (!token || has(token, W.SENTENCE_END | W.QUOTE_MARK) || /^(–|—|;|:)$/.test(token.word.norm)) break;
    if (has(token, W.COMMA)) {
      if (!apposition(view, next)) break;
    }
    next += 1;
  }
  const source = englishSource(view.text, view.tokens, k + length, next);
  return source ? { from: k, next, cue: cueText(view, k, k + length - 1), source } : null;
}

/** ", a spokesman for X," ", who …,": belongs to the name before it. */
function apposition(view: SentenceView, comma: number): boolean {
  const next = view.tokens[comma + 1];
  if (!next || !(isDeterminer(next) || has(next, W.RELATIVE | W.ROLE))) return false;
  for (let n = comma + 1; n < Math.min(view.to, comma + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END))
      return (
        n - comma > 2 &&
        [...view.tokens.slice(comma + 1, n)].some((token) => has(token, W.ROLE | W.RELATIVE | W.ANONYMOUS))
      );
    if (has(view.tokens[n], W.FINITE) && !has(next, W.RELATIVE)) return false;
  }
  return false;
}

export interface FoundHedge extends FoundPhrase {
  readonly frame: Frame;
  /** "it is believed that": its content follows; an adverb stands inside its clause. */
  readonly leads: boolean;
}

export function hedgeAt(view: SentenceView, k: number): FoundHedge | null {
  const length = matchPhrase(hedgePhrases, view.tokens, k, view.to);
  const first = at(view, k);
  if (length === 0 || !first) return null;
  const cue = cueText(view, k, k + length - 1);
  const words = view.tokens
    .slice(k, k + length)
    .map((token) => token.word.norm)
    .join(' ');
  const frame: Frame = {
    cue,
    stance: hedgeStances.get(words) ?? 'neutral',
    negated: false,
    speaker: null,
    via: [],
    elided: null,
    hedge: true,
    implicit: false,
    at: first.start,
  };
  return { frame, from: k, next: k + length, cue, leads: /^(it|there|rumou?r|word|some|reports) /.test(words) };
}

export function cueText(view: SentenceView, from: number, to: number): string {
  return view.text.slice(view.tokens[from]?.start ?? 0, view.tokens[to]?.end ?? 0);
}

export function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word';
}
