import { englishWords } from '../../lexicon/lexicon.load.js';
import { englishVerbs, type EnglishVerb } from '../../token/english.words.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { asideBetween, type Behind, type Passed, placeBetween } from './english.between.js';
import { pronounOf } from './english.source.js';
import { finiteBefore, isPast } from './english.edge.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { mediumBetween } from './english.hearer.js';
import {
  actionAfter,
  blamed,
  type Complement,
  estimated,
  LABELLING,
  labelled,
  ONLY_LABELLING,
} from './english.object.js';
import type { Source } from '../attribution.types.js';

const months = new Set(Object.keys(englishWords.months));
const weekdays = new Set(englishWords.weekdays);

/** What a word behind the verb begins or ends, without the media on the way. */
type Found = Pick<Complement, 'content' | 'quote' | 'closes' | 'next'>;
const NOTHING = 'nothing';

const begins = (n: number): Found => ({ content: n, quote: -1, closes: false, next: n });
const ends = (n: number): Found => ({ content: n, quote: -1, closes: true, next: n });

const REACH = 26;
/** Verbs that name whom it was told. */
const TELLING = /^(?:tell|inform|assure|remind|notify|advise)$/;

/** What follows the reporting verb at k: "that", a quotation, a bare clause, or an end. */
export function complementAfter(view: SentenceView, k: number, verb: EnglishVerb): Complement | null {
  if (LABELLING.has(verb.lemma)) {
    const named = labelled(view, k, verb.lemma);
    if (named || ONLY_LABELLING.has(verb.lemma)) return named;
  }
  if (verb.lemma === 'put' || verb.lemma === 'value') return estimated(view, k);
  if (verb.lemma === 'point' && at(view, k + 1)?.word.norm !== 'out') return null;
  if (verb.lemma === 'blame') return blamed(view, k);
  let outlet: Source | null = null;
  let cited: Source | null = null;
  const told = TELLING.test(verb.lemma);
  let n = k + 1;
  while (n < view.to && n - k < REACH) {
    const token = view.tokens[n];
    if (!token) return null;
    const step = stepBehind({ view, k, n, token, verb, told });
    if (step === NOTHING) return null;
    if ('content' in step) return { ...step, outlet, cited };
    outlet = step.outlet ?? outlet ?? step.carrier ?? null;
    cited = step.cited ?? cited;
    n = step.next;
  }
  return n >= view.to ? { ...ends(n), outlet, cited } : null;
}

const stepBehind = (word: Behind): Found | Passed | typeof NOTHING =>
  firstWord(word) ??
  placeBetween(word) ??
  leastWord(word) ??
  marked(word) ??
  asideBetween(word) ??
  ending(word) ??
  mediumBetween(word) ??
  clauseOrThing(word);

/** Words that say by themselves what comes: "claimed on Wednesday to have retaken the ridge", "described how". */
function firstWord({ view, k, n, token, verb }: Behind): Found | null {
  const { norm } = token.word;
  const claims = CLAIMING.has(verb.lemma) && norm === 'to';
  if (claims && /^(?:have|be)$/.test(at(view, n + 1)?.word.norm ?? '')) return begins(n);
  return n === k + 1 && TELLING_HOW.has(verb.lemma) && norm === 'how' ? begins(n + 1) : null;
}

function leastWord({ view, k, n, token, verb }: Behind): Found | Passed | typeof NOTHING | null {
  const { norm } = token.word;
  // "show at least 212 spills were entered"
  const atLeast = norm === 'at' && /^(?:least|most)$/.test(at(view, n + 1)?.word.norm ?? '');
  if (atLeast && verb.bare) return begins(n);
  if (n !== k + 1) return null;
  if (norm === 'out' && verb.lemma === 'point') return { next: n + 1 };
  // "had agreed to keep talking", "promised to publish": an act of the subject, which stays with its verb
  return atLeast || (norm === 'to' && isInfinitive(view, n + 1)) ? NOTHING : null;
}

/** "that", or a quotation. */
function marked({ view, k, n, token, verb }: Behind): Found | typeof NOTHING | null {
  if (token.word.norm === 'that' && !has(view.tokens[n + 1], W.PREPOSITION)) return begins(n + 1);
  const close = has(token, W.QUOTE_MARK) ? partner(view, n) : -1;
  if (close <= n) return null;
  // "boasted of 40,000 “new” jobs": a word in a phrase, nothing said
  const inside = at(view, close + 1)?.kind === 'word' && at(view, n - 1)?.kind !== 'mark';
  if (close - n <= 2 && n > k + 1 && inside) return NOTHING;
  // "in four states alongside a column labeled “flight risk”"
  if (verb.nounLike && finiteBefore(view, k + 1, n)) return NOTHING;
  return { ...begins(n + 1), quote: close - n > 2 || n === k + 1 ? n : -1 };
}

function ending({ view, k, n, token }: Behind): Found | Passed | null {
  const { norm } = token.word;
  if (has(token, W.COMMA | W.SENTENCE_END)) return ends(n);
  // "figures show – a rise of 38 per cent"
  if (n === k + 1 && /^[–—]$/.test(norm)) return ends(finiteBefore(view, n, view.to) ? n : view.to);
  // "on condition that he not be named": on which terms, not what
  if (norm === 'condition' && /^(?:that|of)$/.test(at(view, n + 1)?.word.norm ?? '')) {
    let next = n + 1;
    while (next < view.to && !has(view.tokens[next], W.COMMA | W.SENTENCE_END | W.QUOTE_MARK)) next += 1;
    return { next };
  }
  return n > k + 1 && MEANWHILE.test(norm) && !thatAhead(view, n, 14) ? ends(n) : null;
}

/** A clause without "that", an act of the subject, or an adverbial that is passed over. */
function clauseOrThing({ view, k, n, token, verb, told }: Behind): Found | Passed | typeof NOTHING {
  const adverbial =
    has(token, W.PREPOSITION | W.ADVERB) ||
    weekdays.has(token.word.norm) ||
    inAdverbial(view, k, n) ||
    (told && n - k <= 4);
  // "Officials hope the probe will wake": behind a plural a verb, not the noun
  const noun =
    verb.nounLike &&
    !(verb.form === 'base' && /s$/.test(at(view, k - 1)?.word.norm ?? '') && isDeterminer(token)) &&
    !claimsOf(view, k, n) &&
    !tellersOf(view, k, verb);
  if (verb.bare && !noun && startsClause(view, k, n, told, verb.lemma === 'say')) return begins(n);
  if (adverbial) return { next: n + 1 };
  return n === k + 1 && actionAfter(view, k, verb) ? begins(n) : NOTHING;
}

function isInfinitive(view: SentenceView, n: number): boolean {
  const token = at(view, n);
  if (!token || token.kind !== 'word' || isCapital(token) || isDeterminer(token)) return false;
  const hearer = W.PREPOSITION | W.ROLE | W.ANONYMOUS | W.INSTITUTION | W.OUTLET | W.KNOWN_OUTLET;
  return (
    !has(token, hearer) &&
    !/(?:s|ing)$|^(?:us|me|it|him|them|her|you|parliament|congress|supporters)$/.test(token.word.norm)
  );
}

export const MEANWHILE = /^(?:as|while|when)$/;

const CLAIMING = new Set(['claim', 'purport', 'profess', 'deny']);
const TELLING_HOW = new Set(['describe', 'explain', 'recount', 'recall', 'show', 'reveal', 'learn', 'remember']);

/** "Horvat claims the fund paid", "The group hopes it will": behind one who can, with a subject of its own behind it, the verb. */
function claimsOf(view: SentenceView, k: number, n: number): boolean {
  const before = at(view, k - 1);
  if (n !== k + 1 || !/[^s]s$/.test(at(view, k)?.word.norm ?? '') || before?.kind !== 'word') return false;
  const can = isCapital(before) || has(before, W.INSTITUTION | W.ROLE | W.ANONYMOUS | W.OUTLET);
  if (!can || /(?:['’]s?|[^s]s)$/.test(isCapital(before) ? before.word.norm.replace(/s$/, '') : before.word.norm))
    return false;
  return isDeterminer(at(view, n)) || pronounOf(view.tokens, n, n + 1) !== null;
}

const TELLERS_REACH = 8;

/** "Neighbours in leafy Prestbury claim bailiffs came": behind several people and where they are, the verb. */
function tellersOf(view: SentenceView, k: number, { form }: EnglishVerb): boolean {
  if (form !== 'base') return false;
  for (let n = k - 1; n >= Math.max(view.from, k - TELLERS_REACH); n -= 1) {
    const token = view.tokens[n];
    if (token?.kind !== 'word' || has(token, W.FINITE | W.RELATIVE)) return false;
    const opens = n === view.from || isDeterminer(at(view, n - 1)) || at(view, n - 1)?.kind === 'mark';
    if (has(token, W.ANONYMOUS | W.ROLE) && /[^s]s$/.test(token.word.norm))
      return opens && has(at(view, n + 1), W.PREPOSITION);
  }
  return false;
}

/** "told lawmakers inflation would stay": behind whom it was told, a noun whose verb follows with nothing between. */
function clauseAfterHearer(view: SentenceView, k: number, n: number): boolean {
  if (n < k + 2 || at(view, n)?.kind !== 'word') return false;
  for (let m = n + 1; m < Math.min(view.to, n + 6); m += 1) {
    const token = at(view, m);
    if (has(token, W.FINITE)) return true;
    if (!token || token.kind === 'mark' || has(token, W.PREPOSITION | W.RELATIVE) || isDeterminer(token)) return false;
  }
  return false;
}

function inAdverbial(view: SentenceView, k: number, n: number): boolean {
  for (let m = n - 1; m > k && n - m < 7; m -= 1) if (has(view.tokens[m], W.PREPOSITION)) return true;
  return false;
}

/** "insisted as late as August that …": the marked clause is the content. */
function thatAhead(view: SentenceView, from: number, reach = 7): boolean {
  for (let n = from; n < Math.min(view.to, from + reach); n += 1) {
    if (view.tokens[n]?.word.norm === 'that') return n > from;
    if (has(view.tokens[n], W.FINITE | W.COMMA)) return false;
  }
  return false;
}

/** "to the European Development Bank": one name, which no day or month belongs to. */
const isSameName = (before: Token | undefined, token: Token): boolean =>
  isCapital(token) &&
  isCapital(before) &&
  !weekdays.has(before?.word.norm ?? '') &&
  !months.has(before?.word.norm ?? '');

/** "added the words “according to reports”": what is quoted is called something, and does nothing. */
const NAMING = /^(?:words?|phrase|term|title|slogan|line|hashtag|caption|headline|name|label|nickname)$/;

/** A subject with its verb near: the clause after a bare "said". */
function startsClause(view: SentenceView, k: number, n: number, told: boolean, said: boolean): boolean {
  const token = view.tokens[n];
  if (!token || has(token, W.PREPOSITION | W.ADVERB | W.COMMA) || weekdays.has(token.word.norm)) return false;
  // "said after the hearing: …"
  let before = n - 1;
  while (before > k && (isDeterminer(at(view, before)) || isSameName(at(view, before), token))) before -= 1;
  if (before > k && has(at(view, before), W.PREPOSITION)) return false;
  const pronoun =
    pronounOf(view.tokens, n, n + 1) !== null ||
    /^(there|this|these|those|what|none|nobody|nothing|everyone|everybody)$/.test(token.word.norm);
  const hearer = told && clauseAfterHearer(view, k, n);
  if (
    told &&
    !pronoun &&
    !hearer &&
    !(isDeterminer(token) && n > 0 && !englishVerbs.has(view.tokens[n - 1]?.word.norm ?? ''))
  )
    return false;
  const nominal =
    pronoun ||
    hearer ||
    isDeterminer(token) ||
    isCapital(token) ||
    token.kind === 'number' ||
    /(s|ing|y|ion|ment)$/.test(token.word.norm) ||
    has(token, W.NEGATION | W.QUANTITY | W.INSTITUTION) ||
    (said && n === k + 1);
  // "said inspections that once took an hour are over": which ones
  const which =
    said && n === k + 1 && at(view, n + 1)?.word.norm === 'that' && has(at(view, n + 2), W.ADVERB | W.FINITE);
  if (!nominal || (thatAhead(view, n) && !which)) return false;
  // "said drivers continue to pay": whoever spoke has been named, so what follows is what these do
  const next = view.tokens[n + 1];
  if (said && n === k + 1 && /[^s]s$/.test(token.word.norm) && next?.kind === 'word' && !isCapital(next))
    if (!has(next, W.PREPOSITION | W.RELATIVE) && view.to - n > 3) return true;
  // "had reported overheating since the spring": a thing, not a clause
  const plain = !pronoun && !isDeterminer(token) && !isCapital(token) && token.kind !== 'number';
  if (plain && !said && has(view.tokens[n + 1], W.PREPOSITION)) return false;
  for (let m = n + 1; m < Math.min(view.to, n + 16); m += 1) {
    if (has(view.tokens[m], W.SENTENCE_END) || view.tokens[m]?.word.norm === ':') return false;
    if (has(view.tokens[m], W.FINITE) || isPast(view, m)) return true;
    // "said it blames the pumps"
    if (m === n + 1 && /^(?:it|he|she)$/.test(token.word.norm) && /[^s]s$/.test(view.tokens[m]?.word.norm ?? ''))
      return true;
    if (/^(?:but|because|although|though)$/.test(view.tokens[m]?.word.norm ?? '')) return false;
    // "said the sensors “tend to mistake …”": the verb stands in the quotation
    if (m - n < 6 && has(view.tokens[m], W.QUOTE_MARK) && partner(view, m) > m + 2)
      return !NAMING.test(view.tokens[m - 1]?.word.norm ?? '');
  }
  return false;
}
