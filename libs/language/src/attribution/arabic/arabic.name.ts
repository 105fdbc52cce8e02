import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';

export const has = (token: Token | undefined, flag: number): boolean =>
  token !== undefined && (token.word.flags & flag) !== 0;
export const isWord = (token: Token | undefined): boolean => token !== undefined && token.kind === 'word';

/** A personal name inside a titled phrase: two or more words without article after the definite title, up to the end. */
export function nameWithin(tokens: readonly Token[], from: number, to: number): [number, number] | null {
  let start = to;
  for (let k = to - 1; k > from; k -= 1) {
    const token = tokens[k];
    if (isFamily(tokens, k, to)) {
      start = k;
      continue;
    }
    if (
      !isWord(token) ||
      /^باسم/.test(token?.word.stem ?? '') ||
      isHoused(token) ||
      has(token, W.PREPOSITION | W.ROLE | W.INSTITUTION | W.OUTLET | W.COUNTRY | W.ANONYMOUS | W.STATEMENT)
    )
      break;
    start = k;
    if (has(tokens[k - 1], W.DEFINITE | W.ROLE) && !has(token, W.DEFINITE)) break;
  }
  const behind = behindHouse(tokens, from, to);
  if (behind > 0) return [behind, to];
  if (nestedTitle(tokens, from, start) && !speaksFor(tokens, from, start, to)) return null;
  // «محمد بن سلمان», «بشار الأسد», «عبد الفتاح السيسي»: starts on a bare word, behind something definite or the bare title
  while (start < to && has(tokens[start], W.DEFINITE)) start += 1;
  const before = tokens[start - 1];
  const titled =
    has(before, W.DEFINITE | W.COUNTRY) ||
    (has(before, W.ROLE) &&
      start - 1 === from &&
      (has(before, W.DEFINITE) || /ه(?:ا|م)?$/.test(before?.word.raw ?? '')));
  return start < to && titled && to - start <= 5 && (to - start >= 2 || has(tokens[from], W.DEFINITE))
    ? [start, to]
    : null;
}

/** «معن القضاة»: the last word behind one that nothing is known of, and a definite title before them. */
const isFamily = (tokens: readonly Token[], k: number, to: number): boolean =>
  k === to - 1 &&
  has(tokens[k], W.DEFINITE) &&
  has(tokens[k], W.ANONYMOUS) &&
  tokens[k - 1]?.word.flags === W.ARABIC &&
  has(tokens[k - 2], W.DEFINITE);

/** «بوزارة الصحة», «بالغرفة التجارية», «لحزب الله»: where somebody works. */
function isHoused(token: Token | undefined): boolean {
  const norm = token?.word.norm ?? '';
  if (/^ل(?!ل)\p{L}{3,}$/u.test(norm)) return (W.wordOf(norm.slice(1)).flags & (W.INSTITUTION | W.COUNTRY)) !== 0;
  if (!/^ب\p{L}{4,}$/u.test(norm)) return false;
  return /^بال\p{L}{3,}$/u.test(norm) || (W.wordOf(norm.slice(1)).flags & (W.INSTITUTION | W.OUTLET | W.COUNTRY)) !== 0;
}

const HOUSE = W.PREPOSITION | W.ROLE | W.INSTITUTION | W.OUTLET | W.COUNTRY | W.ANONYMOUS | W.STATEMENT | W.FINITE;

/** «الباحث في جامعة أكسفورد خالد المصري»: where the name begins behind the house and what it is called, or -1. */
function behindHouse(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from + 2; k < to - 2; k += 1) {
    if (
      !has(tokens[k], W.INSTITUTION) ||
      has(tokens[k], W.DEFINITE) ||
      !/^(?:في|من|لدي|ب)$/.test(tokens[k - 1]?.word.stem ?? '')
    )
      continue;
    let name = k + 2;
    while (name < to && has(tokens[name], W.DEFINITE)) name += 1;
    const length = to - name;
    if (length < 2 || length > 4) return -1;
    for (let n = name; n < to; n += 1) if (!isWord(tokens[n]) || has(tokens[n], HOUSE)) return -1;
    return name;
  }
  return -1;
}

/** «كاتب سابق لخطابات الرئيس الروسي فلاديمير بوتين»: the name belongs to the inner title, not to the phrase's head. */
function nestedTitle(tokens: readonly Token[], from: number, to: number): boolean {
  let construct = true;
  for (let k = from + 1; k < to; k += 1) {
    const token = tokens[k];
    // «أستاذ الاقتصاد في الجامعة الدكتور محمود حسن»: a form of address before the name
    if (k === to - 1 && k > from + 1 && HONORIFIC.test(token?.word.norm.replace(/^ال/, '') ?? '')) continue;
    const role = has(token, W.ROLE) && !/^(خارجيه|داخليه|دفاع|عام|اول|سابق|سابقه|مساعد)$/.test(token?.word.head ?? '');
    // «عضو المكتب السياسي»: what an office is like
    if (role && has(tokens[k - 1], W.DEFINITE) && !has(tokens[k - 1], W.ROLE) && LIKE_ROLE.test(token?.word.head ?? ''))
      continue;
    // «نائب الرئيس المستقيل فؤاد بكر»: a deputy is named himself
    if (k === from + 1 && /^(?:نايب|مساعد|وكيل)(?:ه)?$/.test(tokens[from]?.word.norm ?? '')) continue;
    if (role && (!construct || has(token, W.DEFINITE)) && !(k === from + 1 && has(tokens[from], W.DEFINITE)))
      return true;
    if (!role) construct = false;
  }
  return false;
}

/** «المتحدث باسم القائد العام للقوات المسلحة حيدر العبودي»: whoever speaks for an office, unless the name is right behind its holder's title. */
const speaksFor = (tokens: readonly Token[], from: number, start: number, to: number): boolean =>
  tokens[from + 1]?.word.norm === 'باسم' && to - start >= 2 && !has(tokens[start - 1], W.ROLE);

const LIKE_ROLE = /^(?:سياسي|اقتصادي|حقوقي|دبلوماسي|نقابي|استشاري)(?:ه)?$/;

/** A name first, its title after: «عباس جالياموف الكاتب السابق …»: the name ends where a title with the article begins. */
export function nameBeforeTitle(tokens: readonly Token[], from: number, to: number): [number, number] {
  for (let k = from + 1; k < to; k += 1) {
    if (has(tokens[k], W.DEFINITE) && has(tokens[k], W.ROLE)) return [from, k];
    if (has(tokens[k], W.PREPOSITION)) return [from, k];
  }
  return [from, to];
}

const TANWIN = /(?:\u064b\u0627?|\u0627\u064b)$/;

/** «لكن مسؤولًا سابقًا»: an adjective in the case of its noun is no adverb. */
const agreeing = (tokens: readonly Token[], noun: number, k: number): boolean =>
  k > noun && TANWIN.test(tokens[k]?.word.raw ?? '') && TANWIN.test(tokens[noun]?.word.raw ?? '');

export function trimmed(tokens: readonly Token[], from: number, to: number): [number, number] {
  let a = from;
  let b = to;
  while (
    a < b &&
    (has(tokens[a], W.COMMA | W.ADVERB) || ['(', ')', '-', '–', '—', ':'].includes(tokens[a]?.word.norm ?? ''))
  )
    a += 1;
  while (
    b > a &&
    (has(tokens[b - 1], W.COMMA | W.PREPOSITION) ||
      (has(tokens[b - 1], W.ADVERB) && !agreeing(tokens, a, b - 1)) ||
      // «جاء رد المتحدث مقتضبًا»: how, not who
      (b - a > 1 && TANWIN.test(tokens[b - 1]?.word.raw ?? '') && !agreeing(tokens, a, b - 1)) ||
      ['(', ')', '-', '–', '—', ':', 'قد', 'فقد'].includes(tokens[b - 1]?.word.norm ?? ''))
  )
    b -= 1;
  return [a, b];
}

/** Leaves out a Latin spelling in quotation marks or brackets behind an Arabic name. */
export function latinFree(tokens: readonly Token[], from: number, to: number): [number, number] {
  for (let k = from + 1; k < to; k += 1) {
    const next = tokens[k + 1];
    const opens = has(tokens[k], W.QUOTE_MARK) || tokens[k]?.word.norm === '(';
    if (opens && next && !has(next, W.ARABIC)) return [from, k];
  }
  return [from, to];
}

const OF_STATE = /^ال(?:وطني|رسمي|حكومي|عمومي|مركزي)(?:ه)?$/;

/** Something besides the generic noun and adjectives in -ي: a Latin or quoted name, a known outlet, a bare or unknown word. */
export function hasProperName(tokens: readonly Token[], head: number, to: number): boolean {
  if (has(tokens[head], W.KNOWN_OUTLET | W.COUNTRY | W.QUOTE_MARK)) return true;
  // «التلفزيون الوطني», «للإذاعة الرسمية»: there is one
  if (/^ل?(?:تلفزيون|اذاعه)$/.test(tokens[head]?.word.head ?? '') && OF_STATE.test(tokens[head + 1]?.word.norm ?? ''))
    return true;
  for (let k = head + 1; k < to; k += 1) {
    const token = tokens[k];
    if (!token) continue;
    if (has(token, W.QUOTE_MARK | W.KNOWN_OUTLET) || (token.kind === 'word' && !has(token, W.ARABIC))) return true;
    if (token.kind === 'word' && !/^ال.*(ي|يه)$/.test(token.word.norm) && !has(token, W.PREPOSITION | W.ADVERB))
      return true;
  }
  return false;
}

/** «”بلومبيرغ”» is the name in the marks; a mark whose partner lies outside the name goes too. */
export function withoutMarks(tokens: readonly Token[], from: number, to: number): [number, number] {
  const marks: number[] = [];
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.QUOTE_MARK)) marks.push(k);
  if (marks.length === 2 && marks[0] === from && marks[1] === to - 1 && to - from > 2) return [from + 1, to - 1];
  if (marks.length === 1 && marks[0] === from && to - from > 1) return [from + 1, to];
  // «مجلة “نيوز ويك الأمريكية”» cut off before its closing mark
  if (marks.length === 1 && marks[0] !== to - 1 && has(tokens[to], W.QUOTE_MARK)) return [from, to + 1];
  return [from, to];
}

/** «…، العقيد بشير الزغول»: the name in an apposition, behind the rank or title that may stand before it. */
export function nameApposed(
  tokens: readonly Token[],
  part: readonly [number, number] | undefined,
): [number, number] | null {
  if (!part) return null;
  let from = part[0];
  const to = part[1];
  while (from + 1 < to && isTitle(tokens, from)) from += 1;
  if (to - part[0] > 8 || from >= to) return null;
  const barred = W.PREPOSITION | W.ROLE | W.NEGATION | W.RELATIVE | W.DEFINITE | W.COMPLEMENTISER;
  const ranked = from > part[0];
  // «قال طبيب، مفضلًا عدم الكشف عن اسمه، إن»: what he asked for is no name
  for (let k = part[0]; k < to; k += 1)
    if (has(tokens[k], W.NEGATION) || WITHHOLDING.test(tokens[k]?.word.norm ?? '')) return null;
  // «فراس الجعبري»: a first name spelt like a verb, before a family name
  const family = to - from === 2 && /^ال.+ي$/.test(tokens[from + 1]?.word.norm ?? '');
  if (has(tokens[from], ranked || family ? barred : barred | W.FINITE | W.MAYBE_FINITE)) return null;
  return ranked && !isWord(tokens[from]) ? null : latinFree(tokens, from, to);
}

/** «العقيد», «د.», and a calling that is on no list: «الكيميائية ناديا بوعلام». */
function isTitle(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k];
  if (has(token, W.ROLE) || HONORIFIC.test(token?.word.norm ?? '')) return true;
  if (/^[.]$/.test(token?.word.norm ?? '') && HONORIFIC.test(tokens[k - 1]?.word.norm ?? '')) return true;
  return has(token, W.DEFINITE) && /(?:ي|يه)$/.test(token?.word.norm ?? '') && !has(tokens[k + 1], W.DEFINITE);
}

/** From the comma behind a title that has no name yet to the end of the name that follows it, or -1: «بحسب مدير الدائرة، عبد الكريم الحيالي، …». */
export function appositionEnd(tokens: readonly Token[], from: number, comma: number, to: number): number {
  if (!has(tokens[comma], W.COMMA) || !has(tokens[from], W.ROLE) || nameWithin(tokens, from, comma)) return -1;
  let end = comma + 1;
  while (end < to && isWord(tokens[end]) && !has(tokens[end], W.RELATIVE)) end += 1;
  const length = end - comma - 1;
  return length >= 2 && length <= 6 && nameApposed(tokens, [comma + 1, end]) ? end : -1;
}

const WITHHOLDING = /^(?:مفضل|طالب|رافض|مشترط|متحفظ)(?:ا|ه|ين)$/;

const HONORIFIC =
  /^(?:د|م|ا|ا د|(?:ال)?(?:سيد|سيده|دكتور|دكتوره|استاذ|استاذه|حاج|حاجه|شيخ|اب|قس|مهندس|مهندسه|لواء|عميد|عقيد|فريق|مطران|بروفيسور))$/;

/** «الكاتب العام للنقابة التي رفضت التوقيع، مصطفى أشبون، …»: the name stands behind the relative clause. */
export function laterName(tokens: readonly Token[], from: number, to: number): [number, number] | null {
  if (!has(tokens[from], W.RELATIVE)) return null;
  for (let k = from + 1; k < to && k - from < 14; k += 1) {
    if (!has(tokens[k], W.COMMA)) continue;
    let end = k + 1;
    while (end < to && isWord(tokens[end]) && !has(tokens[end], W.COMMA)) end += 1;
    return end - k >= 3 && end - k <= 5 ? nameApposed(tokens, [k + 1, end]) : null;
  }
  return null;
}

const NAME_OPENS = /^(?:عبد|ابو|ام|ابن|بن|ال)$/;

/** «كبير الاقتصاديين في البنك، طلال العنبري»: an office that is on no list, and plain words in apposition to it. */
export function nameOfOffice(
  tokens: readonly Token[],
  head: number,
  end: number,
  second: readonly [number, number] | undefined,
): [number, number] | null {
  const office = tokens[head]?.word;
  if (!second || !office || end - head < 2 || NAME_OPENS.test(office.norm)) return null;
  // «كبير الاقتصاديين», «كبير محللي السوق»
  const of = /ي$/.test(tokens[head + 1]?.word.norm ?? '') ? head + 2 : head + 1;
  if (office.flags !== W.ARABIC || !(has(tokens[head + 1], W.DEFINITE) || has(tokens[of], W.DEFINITE))) return null;
  const own = nameApposed(tokens, second);
  if (!own || own[1] - own[0] < 2 || own[1] - own[0] > 4) return null;
  for (let k = own[0]; k < own[1]; k += 1) if ((tokens[k]?.word.flags ?? 0) & ~(W.ARABIC | W.DEFINITE)) return null;
  return own;
}

/** «المحلل ناحوم برنياع في صحيفة «المدار»», «محلل الشؤون العسكرية في صحيفة «المدار» آفي أشكنازي»: the name before or behind the medium. */
export function nameAtMedium(tokens: readonly Token[], from: number, to: number): [number, number] | null {
  for (let k = from + 1; k < to - 1; k += 1) {
    if (tokens[k]?.word.norm !== 'في' || !has(tokens[k + 1], W.OUTLET)) continue;
    const before = nameWithin(tokens, from, k);
    if (before) return before;
    let close = to - 1;
    while (close > k + 2 && !has(tokens[close], W.QUOTE_MARK)) close -= 1;
    const length = to - close - 1;
    if (close <= k + 3 || length < 2 || length > 4) return null;
    for (let n = close + 1; n < to; n += 1) if ((tokens[n]?.word.flags ?? 0) & ~(W.ARABIC | W.DEFINITE)) return null;
    return [close + 1, to];
  }
  return null;
}
