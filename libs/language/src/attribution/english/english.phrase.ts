import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { pronounOf } from './english.source.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { SUBJECT_TOKENS, verbAt } from './english.group.js';

// Where the noun phrase before a verb begins.

const STOPS = new Set('that but while because although though if whether so ; : – — -'.split(' '));
const CLAUSE_STARTS = new Set('and as when after before than until since'.split(' '));

/** Scans back over the noun phrase that ends before token `end`. */
export function phraseStart(view: SentenceView, end: number, floor: number): number {
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
export function appositionStart(view: SentenceView, end: number, floor: number): number {
  let nearest = -1;
  for (let n = end - 1; n > floor && end - n < SUBJECT_TOKENS; n -= 1) {
    // ", who rates the stock “underweight,” said"
    const opening = has(view.tokens[n], W.QUOTE_MARK) ? partner(view, n) : -1;
    if (opening > floor && n - opening < 6) {
      n = opening;
      continue;
    }
    if (has(view.tokens[n], W.QUOTE_MARK | W.SENTENCE_END)) break;
    if (!has(view.tokens[n], W.COMMA)) continue;
    if (has(view.tokens[n + 1], W.RELATIVE) || /^(speaking|granted)$/.test(at(view, n + 1)?.word.norm ?? '')) return n;
    if (nearest < 0 && n < end - 1 && !isPlaceTail(view, n, end)) nearest = n;
  }
  if (nearest < 0) return -1;
  // ", published in Nature,": a participle right behind the comma is no verb of its own
  const late = /^(?:first|newly|originally|recently)$/.test(at(view, nearest + 1)?.word.norm ?? '') ? 1 : 0;
  for (let n = nearest + 2 + late; n < end; n += 1) {
    if (has(view.tokens[n], W.RELATIVE) || at(view, n)?.word.norm === 'that') break;
    // ", completed in April but published in July,"
    const shared =
      /^(?:and|but|or)$/.test(at(view, n - 1)?.word.norm ?? '') && /ed$/.test(at(view, nearest + 1)?.word.norm ?? '');
    if (shared && /ed$/.test(at(view, n)?.word.norm ?? '')) continue;
    // ", Col Drew Mabry,"
    if (has(view.tokens[n], W.FINITE) && !isCapital(view.tokens[n])) return -1;
  }
  return nearest;
}

/** "at the University of Oxford, UK, said": where the place lies, behind its own name. */
const isPlaceTail = (view: SentenceView, comma: number, end: number): boolean =>
  end - comma === 2 &&
  isCapital(at(view, comma + 1)) &&
  isCapital(at(view, comma - 1)) &&
  has(at(view, comma - 2), W.PREPOSITION);
