import type { EnglishVerb } from '../../token/english.words.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { carrierWithin } from './english.carrier.js';
import { openerAt } from './english.opener.js';
import { platformAt } from './english.outlet.js';
import { isDeterminer } from './english.shape.js';
import { venueEnd } from './english.venue.js';
import type { Source } from '../attribution.types.js';

// What stands between a verb of saying and what is said: where, when, through whom.

/** The word at n behind the reporting verb at k. */
export interface Behind {
  readonly view: SentenceView;
  readonly k: number;
  readonly n: number;
  readonly token: Token;
  readonly verb: EnglishVerb;
  /** The verb names whom it was told. */
  readonly told: boolean;
}

/** Words passed over; reading goes on at `next`. */
export interface Passed {
  readonly next: number;
  /** Whom it was told, or where. */
  readonly outlet?: Source | null;
  /** Who carried it, where no medium has been named yet. */
  readonly carrier?: Source | null;
  readonly cited?: Source | null;
}

/** "on Twitter", "in a statement" */
export function placeBetween({ view, n }: Behind): Passed | null {
  const platform = platformAt(view.text, view.tokens, n + 1);
  if (platform) return { next: n + 2, carrier: platform };
  const venue = venueEnd(view, n);
  return venue > n ? { next: venue } : null;
}

/** When it was said, and what is inserted between commas: ", a copy of which was seen by Kontur, that …", ", citing officials, that …". */
export function asideBetween({ view, n, token }: Behind): Passed | null {
  const comma = has(token, W.COMMA);
  if (token.word.norm === ':' || (comma && partner(view, n + 1) > n + 1)) return { next: n + 1 };
  if (isTime(view, n)) return { next: n + 2 };
  if (!comma) return null;
  const cites = /^(?:citing|quoting)$/.test(view.tokens[n + 1]?.word.norm ?? '');
  const aside = asideEnd(view, n);
  if (aside > n && !cites) return { next: aside + 1, carrier: carrierWithin(view.text, view.tokens, n, aside) };
  const citing = cites ? openerAt(view, n + 1) : null;
  return citing && has(at(view, citing.next), W.COMMA) && at(view, citing.next + 1)?.word.norm === 'that'
    ? { next: citing.next + 1, cited: citing.source }
    : null;
}

const TIMES =
  /^(?:week|month|year|weekend|night|morning|afternoon|evening|summer|spring|autumn|fall|winter|decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "last week", "this year" behind the verb, but not the subject of what follows ("said this year was the worst"). */
function isTime(view: SentenceView, n: number): boolean {
  const when = /^(?:last|this|next|late|earlier|that)$/.test(at(view, n)?.word.norm ?? '');
  return when && TIMES.test(at(view, n + 1)?.word.norm ?? '') && !has(at(view, n + 2), W.FINITE);
}

const ASIDE_TOKENS = 20;

/** ", a copy of which was seen by Kontur, that …": the comma behind an aside between the verb and its "that", or -1. */
function asideEnd(view: SentenceView, comma: number): number {
  const first = at(view, comma + 1);
  if (!first || !(has(first, W.RELATIVE | W.PREPOSITION) || isDeterminer(first) || /ing$/.test(first.word.norm)))
    return -1;
  for (let n = comma + 2; n < Math.min(view.to, comma + ASIDE_TOKENS); n += 1) {
    if (has(view.tokens[n], W.SENTENCE_END | W.QUOTE_MARK)) return -1;
    if (has(view.tokens[n], W.COMMA)) return at(view, n + 1)?.word.norm === 'that' ? n : -1;
  }
  return -1;
}
