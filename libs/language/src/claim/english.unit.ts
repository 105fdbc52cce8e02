import { pronounOf } from '../attribution/english/english.source.js';
import { isCapital, isDeterminer } from '../attribution/english/english.shape.js';
import type { Region } from '../attribution/attribution.types.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import type { Clause } from './claim.unit.js';

const JOINERS = new Set(['while', 'whereas', 'although', 'though', 'but', 'yet', 'and', 'so']);
const CONDITIONS = new Set(['if', 'unless']);
const CONCESSIONS = new Set(['while', 'although', 'though', 'whereas']);
const MIN_SIDE = 4;
const SUBJECT_REACH = 9;

const has = (token: Token | undefined, flag: number): boolean => token !== undefined && (token.word.flags & flag) !== 0;

/** "a spokeswoman for the bank, Lara Mansour, declined": the comma behind a name between two, or -1. */
function nameEnd(tokens: readonly Token[], comma: number, to: number): number {
  for (let k = comma + 1; k < Math.min(to, comma + 6); k += 1) {
    if (has(tokens[k], W.COMMA)) return k > comma + 2 ? k : -1;
    if (!isCapital(tokens[k])) return -1;
  }
  return -1;
}

const AUXILIARIES = new Set('has have had was were been is are'.split(' '));
/** Spelt like a participle, and not only as a past tense. */
const isParticiple = ({ word: { norm } }: Token): boolean =>
  /.{2}ed$|^(?:found|held|kept|left|lost|made|paid|put|sold|sent|spent|built|bought|brought|cut|shut|set|shot|hit|met|read|won|caught|taught|struck|told|led|fed|bound|hurt)$/.test(
    norm,
  );

/** A subject at k with a finite verb near: a clause that can stand alone. */
export function standsAlone(tokens: readonly Token[], k: number, to: number): boolean {
  const first = tokens[k];
  if (!first || k >= to) return false;
  const subject =
    pronounOf(tokens, k, k + 1) !== null ||
    isDeterminer(first) ||
    isCapital(first) ||
    first.kind === 'number' ||
    /^(there|this|that|these|those|most|more)$/.test(first.word.norm) ||
    (/(s|ion|ment|ing)$/.test(first.word.norm) && !has(first, W.PREPOSITION | W.FINITE));
  if (!subject) return false;
  let reach = k + SUBJECT_REACH;
  for (let n = k + 1; n < Math.min(to, reach); n += 1) {
    if (has(tokens[n], W.COMMA)) {
      const after = nameEnd(tokens, n, to);
      if (after < 0) return false;
      reach += after - n;
      n = after;
      continue;
    }
    if (has(tokens[n], W.SENTENCE_END | W.RELATIVE)) return false;
    // "£17,500 and her ring so it could be blessed": the verb is that of another clause
    if (/^(?:so|because|when|if|until|although|though|unless)$/.test(tokens[n]?.word.norm ?? '')) return false;
    // "a key and a torch and told to stay": a second verb of the clause before
    if (has(tokens[n], W.FINITE)) return tokens[n - 1]?.word.norm !== 'and';
  }
  return false;
}

function relativeNear(tokens: readonly Token[], from: number, k: number): boolean {
  for (let n = k - 1; n >= Math.max(from, k - 9); n -= 1)
    if (has(tokens[n], W.RELATIVE) || tokens[n]?.word.norm === 'that') return true;
  return false;
}

/** "said that A, and that B": the token behind the second "that" when its clause has a verb; 0 elsewhere. */
function secondThat(tokens: readonly Token[], k: number, to: number): number {
  const and = has(tokens[k], W.COMMA) ? k + 1 : k;
  const joiner = tokens[and]?.word.norm;
  if ((joiner !== 'and' && joiner !== 'but') || tokens[and + 1]?.word.norm !== 'that') return 0;
  if (to - and < MIN_SIDE + 1 || has(tokens[and + 2], W.FINITE | W.PREPOSITION)) return 0;
  for (let n = and + 3; n < to; n += 1) if (has(tokens[n], W.FINITE)) return and + 2;
  return 0;
}

interface Reading {
  readonly from: number;
  readonly condition: boolean;
  readonly concession: boolean;
  asserted: boolean;
  /** Words in quotation marks stand in it, which may be its verb: "the deal “buries ten years of suspicion”". */
  quoted: boolean;
  /** "had tested", "was kept": a participle behind "and" shares the auxiliary. */
  auxiliary: boolean;
}

interface Cut {
  readonly end: number;
  readonly next: number;
  readonly preface: boolean;
}

function cutAt(tokens: readonly Token[], k: number, to: number, reading: Reading): Cut | null {
  const token = tokens[k];
  const next = tokens[k + 1];
  if (!token) return null;
  // "the site Maldita.es in Spain"
  if (has(token, W.SENTENCE_END))
    return next?.kind === 'word' && (!next.spaced || (token.word.raw === '.' && /^\p{Ll}/u.test(next.word.raw)))
      ? null
      : { end: k + 1, next: k + 1, preface: false };
  if (to - k < MIN_SIDE) return null;
  // "Investors are running scared: the shares fell 9%"
  if (token.word.norm === ':' && reading.asserted && k - reading.from >= MIN_SIDE - 1)
    return standsAlone(tokens, k + 1, to) ? { end: k, next: k + 1, preface: false } : null;
  const second = (reading.asserted || reading.quoted) && !reading.condition ? secondThat(tokens, k, to) : 0;
  if (second > 0) return { end: k, next: second, preface: false };
  if (has(token, W.COMMA)) {
    // a prediction is worth nothing without its condition
    if (reading.condition) return null;
    if (reading.concession && standsAlone(tokens, k + 1, to)) return { end: k, next: k + 1, preface: false };
    return next && reading.asserted && JOINERS.has(next.word.norm) && standsAlone(tokens, k + 2, to)
      ? { end: k, next: k + 2, preface: false }
      : null;
  }
  if (k - reading.from < MIN_SIDE || !reading.asserted || relativeNear(tokens, reading.from, k)) return null;
  if (token.word.norm === 'while' || token.word.norm === 'whereas' || token.word.norm === 'but')
    return standsAlone(tokens, k + 1, to) ? { end: k, next: k + 1, preface: false } : null;
  if (token.word.norm !== 'and') return null;
  const clause = pronounOf(tokens, k + 1, k + 2) !== null || next?.kind === 'number' || isDeterminer(next);
  const shared = reading.auxiliary && next !== undefined && isParticiple(next);
  const verb = !shared && has(next, W.FINITE) && !has(next, W.ROLE) && !has(tokens[k - 1], W.FINITE);
  return (clause && standsAlone(tokens, k + 1, to)) || verb ? { end: k, next: k + 1, preface: false } : null;
}

/** Cuts an English region into clauses; the counterpart of `splitClauses`. */
export function splitEnglishClauses(tokens: readonly Token[], region: Region): Clause[] {
  const clauses: Clause[] = [];
  let condition = false;
  let quoted = false;
  const begin = (from: number): Reading => ({
    from,
    condition: CONDITIONS.has(tokens[from]?.word.norm ?? ''),
    concession: CONCESSIONS.has(tokens[from]?.word.norm ?? ''),
    asserted: false,
    quoted: false,
    auxiliary: false,
  });
  let reading = begin(region.from);
  const push = (to: number, preface: boolean): void => {
    if (to > reading.from)
      clauses.push({
        from: reading.from,
        to,
        preface: preface || region.preface,
        conditional: reading.condition || condition,
      });
    condition = preface && reading.condition;
  };
  for (let k = region.from; k < region.to; k += 1) {
    if (has(tokens[k], W.QUOTE_MARK)) {
      quoted = !quoted;
      reading.quoted = true;
    }
    // what somebody said in one sentence is one claim
    const whole = region.quoted ? !has(tokens[k], W.SENTENCE_END) : quoted;
    const cut = whole ? null : cutAt(tokens, k, region.to, reading);
    reading.asserted ||= has(tokens[k], W.FINITE);
    reading.auxiliary ||= AUXILIARIES.has(tokens[k]?.word.norm ?? '');
    if (!cut) continue;
    push(cut.end, cut.preface);
    reading = begin(cut.next);
    k = Math.max(k, cut.next - 1);
  }
  push(region.to, false);
  return clauses;
}
