import { foldedSet, words } from '../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import type { Region } from '../attribution/attribution.types.js';

/** A clause that may become a claim; token indices, and why it was cut off (a preface is kept only when it asserts). */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly preface: boolean;
  readonly conditional: boolean;
}

const breakers = phraseTable(words.breakers);
const temporals = phraseTable(words.temporalSubordinators);
const conditionals = foldedSet(['إذا', 'لو', 'مهما', 'كلما', 'لولا', 'طالما']);
const prefaceWords = foldedSet([
  ...words.prepositions,
  ...words.subordinators.filter((entry) => !entry.includes(' ')),
  'بالإضافة',
  'بعد',
  'مع',
  'رغم',
  'برغم',
  'وبعد',
  'إضافة',
  'نتيجة',
  'بفضل',
  'لحظة',
  'فيما',
  'بمجرد',
  'أنه',
  'بينما',
  'فضلا',
]);
const LONG_TOKENS = 22;
const MIN_SIDE = 4;

const has = (token: Token | undefined, flag: number): boolean => token !== undefined && (token.word.flags & flag) !== 0;

function finiteWithin(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.FINITE | W.PARTICLE)) return true;
  return false;
}

const COPULA = /^(?:كان|كانت|كانوا)$/;

/** A verb at k, certain by form or made certain by what follows (a preposition, a definite subject). */
function verbAt(tokens: readonly Token[], k: number, to: number): boolean {
  const token = tokens[k];
  if (!token || k >= to) return false;
  if (COPULA.test(token.word.stem)) return true;
  if (has(token, W.FINITE) && !has(token, W.ROLE | W.ANONYMOUS)) return true;
  if (!has(token, W.MAYBE_FINITE) || has(token, W.ROLE)) return false;
  const next = tokens[k + 1];
  return (
    k + 1 < to &&
    ((has(next, W.PREPOSITION) && !/^(في|من)$/.test(next?.word.norm ?? '')) ||
      has(next, W.ROLE | W.COUNTRY | W.INSTITUTION))
  );
}

/** «… وأن الشركة امتنعت»: a second clause under the same verb; «وأن تكون» is not one. */
function isFurtherThat(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k];
  if (token?.word.conjunction !== 'و' || !/^ان(ه|ها|هم|هما)?$/.test(token.word.stem)) return false;
  if (token.word.stem !== 'ان' || !has(tokens[k + 1], W.FINITE | W.MAYBE_FINITE)) return true;
  // «وأن طلب إعادتها رُفض»: a form of the past behind «أن» of a report is a noun
  const past = !/^[يتنا]/.test(tokens[k + 1]?.word.norm ?? '') && has(tokens[k + 1], W.MAYBE_FINITE);
  if (past && /[أا]ن$/u.test(token.word.raw)) return true;
  // «وإن كلفته بلغت»: a noun spelt like a verb, its own verb behind it; «وإن طال الوقت» concedes
  const noun = /(?:ه|ها|هم|هما)$/.test(tokens[k + 1]?.word.norm ?? '') && !has(tokens[k + 1], W.FUTURE);
  return noun && has(tokens[k + 2], W.FINITE) && !has(tokens[k + 2], W.ROLE);
}

/** «هذا الموقف زاد من عزلته، وأكد له أن الحلفاء تخلوا عنه»: no frame was taken at «أكد», so nobody speaks and the verb keeps its subject. */
function saysForNobody(tokens: readonly Token[], k: number, to: number): boolean {
  const form = tokens[k]?.word.report;
  if (!form || form.tense === 'participle' || form.verb.needs) return false;
  const next = has(tokens[k + 1], W.PREPOSITION) ? k + 2 : k + 1;
  return next < to && has(tokens[next], W.COMPLEMENTISER);
}

/** A token after a comma that begins a clause of its own. */
function startsClause(tokens: readonly Token[], k: number, to: number): boolean {
  const token = tokens[k];
  if (!token) return false;
  const { stem, norm, conjunction } = token.word;
  const next = tokens[k + 1];
  const verbal = W.FINITE | W.PARTICLE | W.NEGATION;
  if (norm === 'فقد' || norm === 'وقد') return has(next, W.FINITE | W.MAYBE_FINITE);
  if (!conjunction) return false;
  if (isFurtherThat(tokens, k)) return true;
  if (/^(هو|هي|هم)$/.test(stem)) return has(next, verbal) && next?.word.norm !== 'ما';
  if (/^(لا|ما|ليس|ليست)$/.test(stem)) return has(next, W.FINITE) && next !== undefined && /^[يت]/.test(next.word.norm);
  if (/^(قد|لقد|كان|كانت|كانوا|لم|لن|سوف)$/.test(stem)) return true;
  // «وكذلك فعلت الدول المجاورة»
  if (/^(?:كذلك|ايضا)$/.test(stem)) return has(next, W.FINITE) && !has(next, W.ROLE);
  if (verbAt(tokens, k, to)) return !saysForNobody(tokens, k, to);
  if (conjunction === 'ف') return has(token, W.ROLE | W.DEFINITE | W.COUNTRY | W.COMPLEMENTISER | W.ANONYMOUS);
  if (!has(token, W.DEFINITE | W.COUNTRY)) return false;
  for (let n = k + 1; n < Math.min(k + 4, to); n += 1)
    if ((has(tokens[n], W.FINITE) && verbAt(tokens, n, to)) || /^(لم|لن|لا|قد)$/.test(tokens[n]?.word.norm ?? ''))
      return !has(tokens[n - 1], W.RELATIVE | W.COMPLEMENTISER);
  return false;
}

function relativeSince(tokens: readonly Token[], from: number, k: number, window: number): boolean {
  for (let n = k - 1; n >= Math.max(from, k - window); n -= 1)
    if (has(tokens[n], W.RELATIVE) || tokens[n]?.word.norm === 'ان') return true;
  return false;
}

/**
 * «… وهذا الغزو الذي عارضه المجتمع الدولي ولم تؤيد سوى دول قليلة اجتياح الجارة»: the negated verb at k is of another gender than the
 * relative clause before it and has no pronoun that points back («التي رفضها الوزير ولم يوقعها المجلس» has): it is the sentence's own.
 */
function leavesRelative(tokens: readonly Token[], from: number, k: number): boolean {
  const verb = tokens[k + 1]?.word.norm ?? '';
  if (!/^و(?:لم|لن)$/.test(tokens[k]?.word.norm ?? '') || !/^[يت]/.test(verb) || /(?:ه|ها|هم|هما)$/.test(verb))
    return false;
  for (let n = k - 1; n >= Math.max(from, k - 10); n -= 1)
    if (has(tokens[n], W.RELATIVE)) return tokens[n]?.word.stem === (verb.startsWith('ت') ? 'الذي' : 'التي');
  return false;
}

interface Cut {
  /** First token of the next clause. */
  readonly next: number;
  /** Last token (exclusive) of the clause before. */
  readonly end: number;
  readonly preface: boolean;
}

/** The clause being read: where it began, whether it waits for its main clause, whether it is a condition. */
interface Reading {
  from: number;
  opens: boolean;
  conditional: boolean;
  asserted: boolean;
}

const BUT_IT = /^و?لكن(?:ه|ها|هم|هما)$/;
const MEASURED_TOKENS = 14;

/** «لكنها لم تعقد سوى اجتماع واحد»: says by itself how much or how many; «لكنه تراجع» says nothing without what stands before. */
function isMeasured(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + MEASURED_TOKENS); k += 1) {
    if (has(tokens[k], W.COMMA | W.SENTENCE_END)) return false;
    if (tokens[k]?.kind === 'number' || has(tokens[k], W.QUANTITY) || /^(?:سوي|الا)$/.test(tokens[k]?.word.norm ?? ''))
      return true;
  }
  return false;
}

/** «فيما», «حيث», «لكن» … open a clause when its verb is near; «في وقت» only when the verb follows at once («في وقت قياسي» does not). */
function breakerAt(tokens: readonly Token[], k: number, to: number): number {
  const length = matchPhrase(breakers, tokens, k, to);
  if (length === 0) return 0;
  // nothing but a clause stands behind these
  if (/^(?:بينما|حين)$/.test(tokens[k + length - 1]?.word.norm ?? '') && to - k - length >= MIN_SIDE) return length;
  if (BUT_IT.test(tokens[k]?.word.norm ?? '') && !isMeasured(tokens, k + length, to)) return 0;
  const immediate = tokens[k + length - 1]?.word.norm === 'وقت';
  const window = Math.min(to, k + length + (immediate ? 1 : 6));
  for (let n = k + length; n < window; n += 1)
    if (has(tokens[n], W.FINITE | W.PARTICLE | W.NEGATION | W.MAYBE_FINITE | W.COMPLEMENTISER)) return length;
  return 0;
}

function cutAfterComma(tokens: readonly Token[], k: number, to: number, reading: Reading): Cut | null {
  const next = k + 1;
  const token = tokens[next];
  if (!token || to - next < 3) return null;
  const breaker = breakerAt(tokens, next, to);
  if (breaker > 0) return { next: next + breaker, end: k, preface: false };
  // «أما الرئيس، فقد …»: topic and comment are one clause
  if (tokens[reading.from]?.word.norm === 'اما' && token.word.norm.startsWith('ف')) return null;
  // a prediction is worth nothing without its condition: «إذا استمرت الأزمة، فإن الأسعار سترتفع» is one claim
  if (reading.conditional) return null;
  const already = token.word.norm === 'فقد' && startsClause(tokens, next, to);
  if (already) return { next, end: k, preface: reading.opens };
  const likely = has(token, W.MAYBE_FINITE) && has(tokens[next + 1], W.DEFINITE);
  const bare = reading.opens && !token.word.conjunction && (verbAt(tokens, next, to) || likely);
  if (bare && to - next >= MIN_SIDE) return { next, end: k, preface: true };
  if (reading.opens && has(token, W.MAYBE_FINITE)) return null;
  // «كانت روسيا تخطط للهروب، كان هناك صوت …»: two sentences with only a comma between
  const spliced =
    reading.asserted &&
    !reading.opens &&
    k - reading.from >= MIN_SIDE &&
    to - next >= MIN_SIDE &&
    /^(?:كان|كانت|كانوا|هناك|لقد)$/.test(token.word.norm) &&
    !relativeSince(tokens, reading.from, k, 10);
  if (spliced) return { next, end: k, preface: false };
  if (!startsClause(tokens, next, to)) return null;
  return { next, end: k, preface: reading.opens && token.word.norm.startsWith('ف') };
}

/** «بعدما أدرك أن», «عندما انتقل إلى»: the subject stands in the clause before; cut off, the words would speak of nobody. */
function lacksSubject(tokens: readonly Token[], k: number, to: number): boolean {
  const verb = tokens[k]?.word;
  if (!verb || !has(tokens[k], W.FINITE | W.MAYBE_FINITE) || has(tokens[k], W.NEGATION)) return false;
  if (verb.raw.includes('\u064f') || verb.norm === 'تم') return false;
  const next = tokens[k + 1];
  if (k + 1 >= to || has(next, W.COMMA | W.SENTENCE_END)) return true;
  if (has(next, W.PREPOSITION | W.COMPLEMENTISER)) return true;
  return !has(next, W.DEFINITE | W.COUNTRY | W.ROLE) && has(tokens[k + 2], W.COMPLEMENTISER);
}

function cutAt(tokens: readonly Token[], k: number, to: number, reading: Reading): Cut | null {
  const token = tokens[k];
  if (!token) return null;
  if (has(token, W.SENTENCE_END)) return { next: k + 1, end: k + 1, preface: false };
  if (has(token, W.COMMA)) return cutAfterComma(tokens, k, to, reading);
  const { from } = reading;
  // «إن المشروع سيستمر وإن كلفته بلغت …»
  if (isFurtherThat(tokens, k) && k - from >= 2 && to - k >= MIN_SIDE) return { next: k, end: k, preface: false };
  const enough = k - from > MIN_SIDE && to - k >= MIN_SIDE;
  if (!enough) return null;
  if (reading.asserted && leavesRelative(tokens, from, k)) return { next: k, end: k, preface: false };
  const joined =
    token.word.conjunction === 'و' && has(token, W.FINITE) && verbAt(tokens, k, to) && !saysForNobody(tokens, k, to);
  const resumed =
    reading.asserted &&
    token.word.norm.startsWith('و') &&
    /^(وقد|ولقد|وكان|وكانت)$/.test(token.word.norm) &&
    (has(tokens[k + 1], W.FINITE | W.MAYBE_FINITE) || token.word.norm.startsWith('وك'));
  if (resumed) return { next: k, end: k, preface: false };
  if (joined && reading.asserted && !relativeSince(tokens, from, k, 10)) return { next: k, end: k, preface: false };
  if (to - from <= LONG_TOKENS) return null;
  const length = matchPhrase(temporals, tokens, k, to);
  const clause = k + length;
  if (length === 0 || to - clause < 8 || lacksSubject(tokens, clause, to)) return null;
  const verb =
    verbAt(tokens, clause, to) ||
    has(tokens[clause], W.FINITE | W.NEGATION) ||
    finiteWithin(tokens, clause, Math.min(to, clause + 3));
  return verb ? { next: clause, end: k, preface: false } : null;
}

/** «لكن مع وصول الشحنة، …»: the word that opposes stands before the preface. */
const isBut = (word: Token['word'] | undefined): boolean => word?.stem === 'لكن' || word?.stem === 'ثم';

function beginReading(tokens: readonly Token[], from: number, afterTemporal: boolean): Reading {
  const first = tokens[from]?.word;
  const listed = (set: ReadonlySet<string>): boolean =>
    first !== undefined && (set.has(first.stem) || set.has(first.norm));
  return {
    from,
    opens: afterTemporal || listed(prefaceWords) || has(tokens[isBut(first) ? from + 1 : from], W.PREPOSITION),
    conditional: listed(conditionals),
    asserted: has(tokens[from], W.FINITE | W.PARTICLE),
  };
}

/** Cuts the tokens of one region into clauses: coordinated verbs, breakers, answers after a preface, sentence ends inside a quotation. */
export function splitClauses(tokens: readonly Token[], region: Region): Clause[] {
  const clauses: Clause[] = [];
  let reading = beginReading(tokens, region.from, false);
  let condition = false;
  let quoted = false;
  const push = (to: number, preface: boolean): void => {
    if (to > reading.from)
      clauses.push({
        from: reading.from,
        to,
        preface: preface || region.preface,
        conditional: reading.conditional || condition,
      });
    condition = preface && reading.conditional;
  };
  for (let k = region.from; k < region.to; k += 1) {
    if (has(tokens[k], W.QUOTE_MARK)) quoted = !quoted;
    const closed = k > reading.from || has(tokens[k], W.SENTENCE_END);
    const cut = closed && !(quoted && !region.quoted) ? cutAt(tokens, k, region.to, reading) : null;
    reading.asserted ||= has(tokens[k], W.FINITE | W.PARTICLE) || verbAt(tokens, k, region.to);
    if (!cut) continue;
    push(cut.end, cut.preface);
    reading = beginReading(tokens, cut.next, cut.next > cut.end && !has(tokens[k], W.COMMA | W.SENTENCE_END));
    k = Math.max(k, cut.next - 1);
  }
  push(region.to, false);
  return clauses;
}
