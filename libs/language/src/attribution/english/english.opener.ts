import { englishWords } from '../../lexicon/lexicon.load.js';
import { englishVerbs } from '../../token/english.words.js';
import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { englishSource } from './english.source.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { hedgeFrame } from '../frame.merge.js';
import type { Frame, Source } from '../attribution.types.js';

const hedgePhrases = phraseTable(Object.values(englishWords.hedges).flat());
const hedgeStances = new Map(
  Object.entries(englishWords.hedges).flatMap(([stance, list]) =>
    list.map((phrase) => [phrase, stance as Frame['stance']] as const),
  ),
);
const openers = phraseTable(englishWords.openers);
const openerNotAfter = new Set(englishWords.openerNotAfter);

export interface FoundPhrase {
  readonly from: number;
  readonly next: number;
  readonly cue: string;
}

export interface FoundOpener extends FoundPhrase {
  readonly source: Source;
}

/** ", per the Shooting Database": behind a comma and before a name, unlike "per day". */
const perLength = (view: SentenceView, k: number): number =>
  at(view, k)?.word.norm === 'per' &&
  has(at(view, k - 1), W.COMMA) &&
  (isCapital(at(view, k + 1)) || isDeterminer(at(view, k + 1)))
    ? 1
    : 0;

/** "citing what it calls “informed sources”": those in quotation marks. */
function calledSource(view: SentenceView, k: number): { source: Source; next: number } | null {
  if (at(view, k)?.word.norm !== 'what') return null;
  for (let n = k + 2; n < Math.min(view.to, k + 6); n += 1) {
    const close = has(at(view, n), W.QUOTE_MARK) ? partner(view, n) : -1;
    if (close < 0) continue;
    const named = /^(?:call(?:s|ed)|describe[sd]|as)$/.test(at(view, n - 1)?.word.norm ?? '');
    const source = named ? englishSource(view.text, view.tokens, n + 1, close) : null;
    return source && { source, next: close + 1 };
  }
  return null;
}

/** "according to NP", "citing NP". */
export function openerAt(view: SentenceView, k: number): FoundOpener | null {
  const length = matchPhrase(openers, view.tokens, k, view.to) || perLength(view, k);
  if (length === 0 || openerNotAfter.has(at(view, k + length)?.word.norm ?? '')) return null;
  // "a letter that was first reported by Politico": said of the letter
  if (at(view, k)?.word.norm === 'first' && k > view.from && !has(at(view, k - 1), W.COMMA)) return null;
  const called = calledSource(view, k + length);
  if (called) return { from: k, next: called.next, cue: cueText(view, k, k + length - 1), source: called.source };
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
  // "declined to comment, citing the continuing investigation": a reason, not a source
  const cites = at(view, k)?.word.norm === 'citing';
  if (cites && view.tokens.slice(view.from, k).some((token) => /^(declin|refus)(e|es|ed|ing)$/.test(token.word.norm)))
    return null;
  if (cites && source && source.role === 'speaker' && source.type !== 'person' && !isSource(view, source, k + length))
    return null;
  return source ? { from: k, next, cue: cueText(view, k, k + length - 1), source } : null;
}

/** Somebody or something that can tell: an unnamed person, an office, an institution known as such, a name. */
function isSource(view: SentenceView, source: Source, from: number): boolean {
  if (source.anonymous) return true;
  for (let n = from; n < view.to && (view.tokens[n]?.start ?? Infinity) < source.end; n += 1)
    if (has(view.tokens[n], W.INSTITUTION | W.ROLE | W.ANONYMOUS) || isCapital(view.tokens[n])) return true;
  return false;
}

/** ", a spokesman for X," ", who …,": belongs to the name before it. */
function apposition(view: SentenceView, comma: number): boolean {
  const next = view.tokens[comma + 1];
  // "the UN refugee agency, UNHCR, …"
  if (next && /^\p{Lu}{2,6}$/u.test(next.word.raw) && has(view.tokens[comma + 2], W.COMMA)) return true;
  if (!next || !(isDeterminer(next) || has(next, W.RELATIVE | W.ROLE))) return false;
  for (let n = comma + 1; n < Math.min(view.to, comma + 14); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END))
      return (
        n - comma > 2 &&
        view.tokens
          .slice(comma + 1, n)
          .some(
            (token) =>
              has(token, W.ROLE | W.RELATIVE | W.ANONYMOUS) &&
              !/^(?:second|third|fourth|fifth|other|one)$/.test(token.word.norm),
          )
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

const SUPPOSED: Readonly<Record<string, Frame['stance']>> = {
  believed: 'evaluative',
  thought: 'evaluative',
  assumed: 'evaluative',
  understood: 'evaluative',
  alleged: 'distancing',
  claimed: 'distancing',
  rumoured: 'neutral',
  rumored: 'neutral',
  reported: 'neutral',
  said: 'neutral',
  expected: 'predictive',
  feared: 'predictive',
};

/** "It is widely believed in the capital that": tokens up to and with "that", and the participle; null elsewhere. */
function supposedAt(view: SentenceView, k: number): { length: number; participle: string } | null {
  if (at(view, k)?.word.norm !== 'it') return null;
  let participle = '';
  for (let n = k + 1; n < Math.min(view.to, k + 11); n += 1) {
    const { norm = '' } = at(view, n)?.word ?? {};
    if (norm === 'that' && participle) return { length: n + 1 - k, participle };
    if (has(at(view, n), W.COMMA | W.SENTENCE_END | W.QUOTE_MARK)) return null;
    if (SUPPOSED[norm] && !participle) participle = norm;
    else if (!participle && !/^(?:is|was|has|had|been)$|ly$/.test(norm) && !has(at(view, n), W.ADVERB)) return null;
    else if (participle && has(at(view, n), W.FINITE)) return null;
  }
  return null;
}

export function hedgeAt(view: SentenceView, k: number): FoundHedge | null {
  const supposed = supposedAt(view, k);
  const length = supposed?.length ?? matchPhrase(hedgePhrases, view.tokens, k, view.to);
  const first = at(view, k);
  if (length === 0 || !first) return null;
  // "is understood to accept that": with a verb of saying whose subject he is
  if (at(view, k + length - 1)?.word.norm === 'to' && at(view, k + length + 1)?.word.norm === 'that')
    if (englishVerbs.get(at(view, k + length)?.word.norm ?? '')?.form === 'base') return null;
  const cue = cueText(view, k, k + length - 1);
  const words = view.tokens
    .slice(k, k + length)
    .map((token) => token.word.norm)
    .join(' ');
  const stance = hedgeStances.get(words) ?? SUPPOSED[supposed?.participle ?? ''] ?? 'neutral';
  const frame = hedgeFrame(cue, stance, first.start);
  return { frame, from: k, next: k + length, cue, leads: /^(it|there|rumou?r|word|some|reports) /.test(words) };
}

export function cueText(view: SentenceView, from: number, to: number): string {
  return view.text.slice(view.tokens[from]?.start ?? 0, view.tokens[to]?.end ?? 0);
}

/** "Leaked minutes, first reported by the Tribune, revealed that …": between a subject and its verb of saying. */
export const isWithinSubject = (view: SentenceView, { from, next }: FoundPhrase): boolean =>
  /^(?:as|first)$/.test(at(view, from)?.word.norm ?? '') &&
  /^(?:reported|told)$/.test(at(view, from + 1)?.word.norm ?? at(view, from + 2)?.word.norm ?? '') &&
  has(at(view, from - 1), W.COMMA) &&
  has(at(view, next), W.COMMA) &&
  englishVerbs.get(at(view, next + 1)?.word.norm ?? '')?.form === 'finite';
