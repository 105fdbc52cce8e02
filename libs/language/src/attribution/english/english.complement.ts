import { englishSources, englishWords } from '../../lexicon/lexicon.load.js';
import { englishVerbs, type EnglishVerb } from '../../token/english.words.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { openerAt } from './english.opener.js';
import { carrierWithin } from './english.carrier.js';
import { pronounOf } from './english.source.js';
import { finiteBefore } from './english.edge.js';
import { isCapital, isDeterminer } from './english.shape.js';
import { mediumOf, outletEnd, paperEnd, platformAt, stationEnd } from './english.outlet.js';
import { venueEnd } from './english.venue.js';
import {
  actionAfter,
  blamed,
  type Complement,
  estimated,
  LABELLING,
  labelled,
  ONLY_LABELLING,
  plainly,
} from './english.object.js';
import type { Source } from '../attribution.types.js';

const months = new Set(Object.keys(englishWords.months));
const weekdays = new Set(englishWords.weekdays);

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
  let n = k + 1;
  const told = verb.lemma === 'tell' || verb.lemma === 'inform' || verb.lemma === 'assure';
  for (; n < view.to && n - k < 26; n += 1) {
    const token = view.tokens[n];
    if (!token) break;
    const { norm } = token.word;
    const platform = platformAt(view.text, view.tokens, n + 1);
    if (platform) {
      outlet ??= platform;
      n += 1;
      continue;
    }
    // "claimed on Wednesday to have retaken the ridge"
    if (CLAIMING.has(verb.lemma) && norm === 'to' && /^(?:have|be)$/.test(at(view, n + 1)?.word.norm ?? ''))
      return { content: n, quote: -1, outlet, cited, closes: false, next: n };
    const venue = venueEnd(view, n);
    if (venue > n) {
      n = venue - 1;
      continue;
    }
    if (n === k + 1 && TELLING_HOW.has(verb.lemma) && norm === 'how')
      return { content: n + 1, quote: -1, outlet, cited, closes: false, next: n + 1 };
    // "had agreed to keep talking", "promised to publish": an act of the subject, which stays with its verb
    // "show at least 212 spills were entered"
    const atLeast = norm === 'at' && /^(?:least|most)$/.test(at(view, n + 1)?.word.norm ?? '');
    if (atLeast && verb.bare) return plainly(n, outlet, cited);
    if (n === k + 1 && atLeast) return null;
    if (n === k + 1 && norm === 'out' && verb.lemma === 'point') continue;
    if (n === k + 1 && norm === 'to' && isInfinitive(view, n + 1)) return null;
    if (norm === 'that' && !has(view.tokens[n + 1], W.PREPOSITION))
      return { content: n + 1, quote: -1, outlet, cited, closes: false, next: n + 1 };
    const close = has(token, W.QUOTE_MARK) ? partner(view, n) : -1;
    // "in four states alongside a column labeled “flight risk”"
    if (close > n && verb.nounLike && finiteBefore(view, k + 1, n)) return null;
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
    if (isTime(view, n)) {
      n += 1;
      continue;
    }
    const aside = has(token, W.COMMA) ? asideEnd(view, n) : -1;
    if (aside > n && !/^(?:citing|quoting)$/.test(at(view, n + 1)?.word.norm ?? '')) {
      outlet ??= carrierWithin(view.text, view.tokens, n, aside);
      n = aside;
      continue;
    }
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
    // "on condition that he not be named": on which terms, not what
    if (norm === 'condition' && /^(?:that|of)$/.test(at(view, n + 1)?.word.norm ?? '')) {
      while (n + 1 < view.to && !has(view.tokens[n + 1], W.COMMA | W.SENTENCE_END | W.QUOTE_MARK)) n += 1;
      continue;
    }
    if (n > k + 1 && MEANWHILE.test(norm) && !thatAhead(view, n, 14))
      return { content: n, quote: -1, outlet, cited, closes: true, next: n };
    // "denied reports that"
    if (n === k + 1 && verb.stance === 'negating' && RUMOURS.test(norm) && at(view, n + 1)?.word.norm === 'that')
      continue;
    const known = outletEnd(view.text, view.tokens, n, view.to);
    // "told CP that"
    const initials =
      told && n === k + 1 && /^\p{Lu}{2,4}$/u.test(token.word.raw) && !has(token, W.INSTITUTION | W.COUNTRY);
    const whenTold = told && n === k + 1 && isCapital(token) && WHEN_TOLD.has(norm) && !isCapital(at(view, n + 1));
    const hearer = told || (norm === 'the' && at(view, n - 1)?.word.norm === 'to');
    const paper = hearer && n <= k + 2 ? paperEnd(view.tokens, n, view.to) : n;
    const named = known > n ? known : whenTold ? n + 1 : initials ? stationEnd(view.tokens, n + 1) : paper;
    if (named > n && (told || inWhich(view, n, named))) {
      // "state television"
      const kind = /^(?:state|national|local|public|private)$/.test(view.tokens[n - 1]?.word.norm ?? '') ? 1 : 0;
      // "told Kan public radio", "told BBC Radio": what it is behind its name
      let end = named;
      while (!isCapital(at(view, end)) && MEDIUM_KIND.test(at(view, end)?.word.norm ?? '')) end += 1;
      // "BBC Radio 4's Today programme"
      if (at(view, end)?.kind === 'mark' && at(view, end + 1)?.word.norm === 's' && isCapital(at(view, end + 2))) {
        end += 2;
        while (isCapital(at(view, end))) end += 1;
        if (/^(?:programme|program|show|podcast)$/.test(at(view, end)?.word.norm ?? '')) end += 1;
      }
      outlet = mediumOf(view.text, view.tokens, n - kind, end);
      n = end - 1;
      // "told CNN's “State of the Union” that": what is broadcast there, not what was said
      const show = /['’]s?$/.test(at(view, n)?.word.norm ?? '') ? partner(view, named) : -1;
      if (show > named) n = show;
      continue;
    }
    const adverbial =
      has(token, W.PREPOSITION | W.ADVERB) || weekdays.has(norm) || inAdverbial(view, k, n) || (told && n - k <= 4);
    // "Officials hope the probe will wake": behind a plural a verb, not the noun
    const noun =
      verb.nounLike &&
      !(verb.form === 'base' && /s$/.test(at(view, k - 1)?.word.norm ?? '') && isDeterminer(token)) &&
      !claimsOf(view, k, n);
    if (verb.bare && !noun && startsClause(view, k, n, told, verb.lemma === 'say'))
      return { content: n, quote: -1, outlet, cited, closes: false, next: n };
    if (!adverbial) return n === k + 1 && actionAfter(view, k, verb) ? plainly(n, outlet, cited) : null;
  }
  return n >= view.to ? { content: n, quote: -1, outlet, cited, closes: true, next: n } : null;
}

/** "to the paper", "on Sky News", "reported Monday in The Lancet" */
const inWhich = (view: SentenceView, n: number, end: number): boolean =>
  /^(?:to|with|by|on)$/.test(view.tokens[n - 1]?.word.norm ?? '') ||
  (view.tokens[n - 1]?.word.norm === 'in' &&
    isCapital(at(view, end - 1)) &&
    (isCapital(at(view, n)) || isCapital(at(view, n + 1))));

/** Names that are words or people's as well: a medium's where something is told to it. */
const WHEN_TOLD = new Set(englishSources.outletsWhenTold);

const MEDIUM_KIND =
  /^(?:public|state|national|local|news|radio|television|tv|magazine|newspaper|agency|website|podcast)$/;

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
const RUMOURS = /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs|speculation)$/;

const CLAIMING = new Set(['claim', 'purport', 'profess', 'deny']);
const TELLING_HOW = new Set(['describe', 'explain', 'recount', 'recall']);

/** "Horvat claims the fund paid", "The group hopes it will": behind one who can, with a subject of its own behind it, the verb. */
function claimsOf(view: SentenceView, k: number, n: number): boolean {
  const before = at(view, k - 1);
  if (n !== k + 1 || !/[^s]s$/.test(at(view, k)?.word.norm ?? '') || before?.kind !== 'word') return false;
  const can = isCapital(before) || has(before, W.INSTITUTION | W.ROLE | W.ANONYMOUS | W.OUTLET);
  if (!can || /(?:['’]s?|[^s]s)$/.test(isCapital(before) ? before.word.norm.replace(/s$/, '') : before.word.norm))
    return false;
  return isDeterminer(at(view, n)) || pronounOf(view.tokens, n, n + 1) !== null;
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

/** "fraud cost its customers £76m": spelt like the noun, and followed by what it did it to. */
const isPast = (view: SentenceView, m: number): boolean =>
  /^(?:cost|hurt|beat|quit|shed|burst|cast|split)$/.test(at(view, m)?.word.norm ?? '') &&
  (isDeterminer(at(view, m + 1)) || at(view, m + 1)?.kind === 'number' || isCapital(at(view, m + 1)));

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
    if (/^(?:but|because|although|though)$/.test(view.tokens[m]?.word.norm ?? '')) return false;
    // "said the sensors “tend to mistake …”": the verb stands in the quotation
    if (m - n < 6 && has(view.tokens[m], W.QUOTE_MARK) && partner(view, m) > m + 2) return true;
  }
  return false;
}
