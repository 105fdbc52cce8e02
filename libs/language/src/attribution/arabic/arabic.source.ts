import { nounSet, sources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import { agencyNames } from '../../token/media.names.js';
import * as W from '../../token/word.entry.js';
import { countedHead, countOf, countOfThem, numberOf, SOME_OF } from './arabic.count.js';
import {
  has,
  hasProperName,
  isWord,
  laterName,
  latinFree,
  nameApposed,
  nameAtMedium,
  nameBeforeTitle,
  nameOfOffice,
  nameWithin,
  trimmed,
  withoutMarks,
} from './arabic.name.js';
import { isPeople } from './arabic.people.js';
import { commaParts, phraseEnd, talksTo, WITHHOLDS } from './arabic.phrase.js';
import type { LinkRole, Source, SourceType } from '../attribution.types.js';

const social = nounSet(sources.socialNouns);
const generic = nounSet(sources.generic);
const EACH = /^(?:كل|كلا|جميع|ايضا)$/;
const NOBODYS = /^(?:تقارير|انباء|معلومات|تسريبات|تسجيلات|منشورات|وثايق)$/;
const MAX_NAME_WORDS = 14;

/** The medium behind «تحدث إلى» at k: one that says so, or a name in quotation marks. */
function mediumTold(text: string, tokens: readonly Token[], k: number, to: number): Source | null {
  if (k >= to || !talksTo(tokens, k)) return null;
  const from =
    /^(?:الي|مع|ل)$/.test(tokens[k + 1]?.word.norm ?? '') || /^لـ+$/.test(tokens[k + 1]?.word.raw ?? '')
      ? k + 2
      : k + 1;
  if (from < to && has(tokens[from], W.QUOTE_MARK)) {
    let close = from + 1;
    while (close < to && !has(tokens[close], W.QUOTE_MARK)) close += 1;
    return close < to ? arabicSource(text, tokens, from, close + 1, true) : null;
  }
  return from < to && has(tokens[from], W.OUTLET | W.TO_OUTLET | W.KNOWN_OUTLET)
    ? arabicSource(text, tokens, from, to, true)
    : null;
}

/** «مسؤول بالمفوضية، لم تكشف المجلة عن اسمه»: the medium that does not name him. */
function mediumWithholding(text: string, tokens: readonly Token[], from: number, to: number): Source | null {
  for (let k = from; k + 2 < to && k - from < 3; k += 1) {
    const medium = tokens[k + 2];
    if (tokens[k]?.word.norm === 'لم' && has(medium, W.OUTLET) && has(medium, W.DEFINITE))
      return arabicSource(text, tokens, k + 2, k + 3, true);
  }
  return null;
}

const WISH_TOKENS = 4;

/** «طيار أوكراني، اشترط عدم كشف هويته»: behind the phrase stands that he will not be named. */
function willNotBeNamed(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to - 1 && k - from < WISH_TOKENS; k += 1)
    if (
      WITHHOLDS.test(tokens[k]?.word.stem ?? '') &&
      /^(?:عدم|كشف|ذكر|نشر|الكشف|ان)$/.test(tokens[k + 1]?.word.norm ?? '')
    )
      return true;
  return false;
}

function genderOf(head: string): 'm' | 'f' | null {
  if (/[هى]$/.test(head) || head.endsWith('ات')) return 'f';
  return null;
}

interface Kind {
  readonly role: LinkRole;
  readonly type: SourceType;
}

function kindOf(token: Token, next: Token | undefined, ownName: boolean): Kind {
  const { head, flags } = token.word;
  if (agencyNames.has(head) || (flags & W.OUTLET && /^وكال/.test(head))) return { role: 'outlet', type: 'agency' };
  if (flags & W.OUTLET || flags & W.KNOWN_OUTLET)
    return { role: 'outlet', type: social.has(head) ? 'social' : 'outlet' };
  if (social.has(head)) return { role: 'outlet', type: 'social' };
  if (flags & W.ANONYMOUS && !ownName) return { role: 'speaker', type: 'anonymous' };
  // «تشير تقارير إلى أن»: whose reports is not said
  if (NOBODYS.test(token.word.stem) && !next) return { role: 'document', type: 'anonymous' };
  if (flags & W.ROLE) return { role: 'speaker', type: 'person' };
  if (flags & W.DOCUMENT || isOrder(token, next)) return { role: 'document', type: 'document' };
  if (flags & (W.INSTITUTION | W.COUNTRY)) return { role: 'speaker', type: 'institution' };
  if (flags & W.STATEMENT && next) return { role: 'document', type: 'document' };
  return { role: 'speaker', type: isPeople(token, next) ? 'anonymous' : 'person' };
}

/** «أمر الإحالة», «قرار الاتهام», «نص الاتفاق»: what is written in them says so. */
const isOrder = ({ word }: Token, next: Token | undefined): boolean =>
  (/^(?:امر|اتفاق|عقد|عقود|مرسوم|نص|سندات|صكوك|مستخرجات)$/.test(word.head) ||
    (word.head === 'سجل' && word.stem !== 'سجل')) &&
  next?.kind === 'word' &&
  !has(next, W.PREPOSITION);

const TOGETHER = /^(?:بالتعاون|بالشراكه|بالاشتراك|بالتنسيق|تعاون|شراكه)$/;

/** The outlet named inside another source's phrase: «تقرير لمجلة …», «التقارير التي نقلتها وكالة …», «قناة … على تطبيق …». */
function outletWithin(text: string, tokens: readonly Token[], from: number, to: number): Source | undefined {
  for (let k = from + 1; k < to; k += 1) {
    if (!has(tokens[k], W.TO_OUTLET | W.KNOWN_OUTLET | W.OUTLET)) continue;
    // «الذي أُعد بالتعاون مع موقع …»
    if (tokens[k - 1]?.word.norm === 'مع' && TOGETHER.test(tokens[k - 2]?.word.norm ?? '')) return undefined;
    // «تلقت «الشرق الأوسط» نسخة منه»: the marks say where the name ends
    let end = to;
    if (has(tokens[k - 1], W.QUOTE_MARK)) for (end = k + 1; end < to && !has(tokens[end], W.QUOTE_MARK);) end += 1;
    const found = arabicSource(text, tokens, k, end, true);
    if (found?.role === 'outlet') return found;
  }
  return undefined;
}

/**
 * Reads the noun phrase tokens[from, to) as a source: what kind it is, whether a proper name stands in it, how many it speaks of.
 * `asOutlet` strips a leading «ل» («لصحيفة …»). Null when nothing nominal is left.
 */
export function arabicSource(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  asOutlet = false,
): Source | null {
  const ofThem = countOfThem(tokens, from, to);
  if (ofThem !== null) return someOfThem(text, tokens, from, ofThem);
  let [a, b] = trimmed(tokens, from, to);
  while (a < b && !isWord(tokens[a]) && tokens[a]?.kind !== 'number' && !has(tokens[a], W.QUOTE_MARK)) a += 1;
  if (a >= b) return null;
  if (has(tokens[a], W.PREPOSITION) && !SOME_OF.has(tokens[a]?.word.stem ?? '')) return null;
  const whole = b;
  b = phraseEnd(tokens, a, b, asOutlet || has(tokens[a], W.OUTLET | W.KNOWN_OUTLET));
  const parts = commaParts(tokens, a, b);
  const first = parts[0];
  if (!first) return null;
  const second = parts[1];
  const { head: headAt, count, some } = countedHead(tokens, first[0], first[1]);
  const quotedHead = has(tokens[headAt], W.QUOTE_MARK);
  const headToken = tokens[quotedHead ? headAt + 1 : headAt];
  if (!headToken || headAt >= b) return null;
  let [nameFrom, nameTo] = trimmed(tokens, first[0], Math.min(first[1], first[0] + MAX_NAME_WORDS));
  const title = has(headToken, W.ROLE) && !quotedHead;
  let named = false;
  const group =
    some &&
    kindOf(headToken, undefined, false).type === 'person' &&
    !title &&
    !EACH.test(tokens[first[0]]?.word.stem ?? '');
  if (title) {
    const own =
      nameAtMedium(tokens, headAt, first[1]) ??
      nameWithin(tokens, first[0], first[1]) ??
      nameApposed(tokens, second) ??
      laterName(tokens, b, whole);
    if (own) [nameFrom, nameTo] = own;
    named = own !== null;
  }
  const unlisted = title || asOutlet ? null : nameOfOffice(tokens, headAt, first[1], second);
  const kind = asOutlet
    ? outletKind(headToken)
    : kindOf(headToken, headAt + 1 < whole ? tokens[headAt + 1] : undefined, named);
  if (kind.type === 'person' && !title) {
    const [from, to] = latinFree(tokens, first[0], first[1]);
    [nameFrom, nameTo] = unlisted ?? [from, nameBeforeTitle(tokens, group ? headAt : from, to)[1]];
    named = !has(headToken, W.DEFINITE) || headToken.word.head.length > 6;
  }
  if (kind.role === 'outlet' || kind.type === 'institution') named = named || hasProperName(tokens, headAt, first[1]);
  [nameFrom, nameTo] = withoutMarks(tokens, nameFrom, nameTo);
  const start = trimLam(text, tokens[nameFrom], asOutlet);
  const end = tokens[nameTo - 1]?.end ?? start;
  if (end <= start) return null;
  const head = headToken.word.head.replace(asOutlet ? /^ل(?=.{3})/ : /^$/, '');
  // «ثلاثة من أصحاب المخابز», «عدد من سائقي الشاحنات»: a number of people and no name
  const anonymous =
    kind.type === 'anonymous' ||
    (kind.type === 'person' && ((title && !named) || group || (!title && willNotBeNamed(tokens, b, whole))));
  const via =
    kind.role === 'outlet'
      ? undefined
      : outletWithin(
          text,
          tokens,
          headAt,
          kind.role === 'document' || NOBODYS.test(headToken.word.bare) ? whole : first[1],
        );
  const hasDefinite = has(headToken, W.DEFINITE) || (asOutlet && headToken.word.stem.startsWith('لل'));
  const toldTo =
    kind.role === 'speaker'
      ? (mediumTold(text, tokens, b, whole) ?? mediumWithholding(text, tokens, first[1], whole))
      : null;
  return {
    start,
    end,
    name: withArticle(text, tokens[nameFrom], start, end, asOutlet),
    role: kind.role,
    type: anonymous ? 'anonymous' : kind.type,
    anonymous,
    count: countOf(headToken, count, anonymous),
    head,
    titles: titlesOf(tokens, first[0], b),
    office: title ? officeOf(tokens, headAt) : '',
    ...(hasDefinite && saysSame(tokens, headAt + 1, to) ? { same: true } : {}),
    definite: hasDefinite && !some,
    named: !group && (named || (!title && kind.type === 'person')),
    gender: genderOf(head),
    number: numberOf(headToken.word.head, count),
    ...(via ? { via } : {}),
    ...(toldTo ? { toldTo } : {}),
  };
}

/** «ستة منهم» */
function someOfThem(text: string, tokens: readonly Token[], from: number, count: number): Source {
  const [first, last] = [tokens[from] as Token, tokens[from + 1] as Token];
  const start = first.start + (first.word.conjunction ? 1 : 0);
  return {
    start,
    end: last.end,
    name: text.slice(start, last.end),
    role: 'speaker',
    type: 'anonymous',
    anonymous: true,
    count,
    head: first.word.head,
    titles: [],
    office: '',
    definite: false,
    named: false,
    gender: null,
    number: count === 1 ? 's' : count === 2 ? 'd' : 'p',
  };
}

const SAME = new Set(['نفسه', 'نفسها', 'ذاته', 'ذاتها', 'عينه', 'عينها']);

/** «المصدر ذاته», «المتحدثة نفسها» */
function saysSame(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to && k < from + 3; k += 1) if (SAME.has(tokens[k]?.word.norm ?? '')) return true;
  return false;
}

/** «للجزيرة» has swallowed the alif of its article: the name is written out, the span stays what the text has. */
function withArticle(text: string, token: Token | undefined, start: number, end: number, asOutlet: boolean): string {
  const name = text.slice(start, end);
  return asOutlet && token?.start === start && token.word.stem.startsWith('لل') && name.startsWith('لل')
    ? `ا${name.slice(1)}`
    : name;
}

function outletKind(token: Token): Kind {
  const head = token.word.head.replace(/^ل/, '');
  if (agencyNames.has(head) || /^وكال/.test(head)) return { role: 'outlet', type: 'agency' };
  return { role: 'outlet', type: social.has(head) ? 'social' : 'outlet' };
}

/** Two words name an office («مديرة الصحة»); one alone is anybody's. */
function officeOf(tokens: readonly Token[], head: number): string {
  const of = tokens[head + 1];
  return isWord(of) && has(of, W.DEFINITE) ? `${tokens[head]?.word.stem ?? ''} ${of?.word.stem ?? ''}` : '';
}

function titlesOf(tokens: readonly Token[], from: number, to: number): string[] {
  const titles: string[] = [];
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.ROLE)) titles.push(tokens[k]?.word.head ?? '');
  return titles;
}

function trimLam(text: string, token: Token | undefined, asOutlet: boolean): number {
  if (!token) return 0;
  if (!asOutlet || !token.word.stem.startsWith('ل')) return token.start;
  // «لوموند»: nobody is told
  if (has(token, W.KNOWN_OUTLET) && !has(token, W.TO_OUTLET)) return token.start;
  let skip = token.start + (token.word.conjunction ? 1 : 0) + 1;
  while (skip < token.end && /[\p{M}\u0640]/u.test(text.charAt(skip))) skip += 1;
  // «للصحيفة»: the article has lost its alif, the noun is kept whole
  return (text.charAt(skip) === 'ل' && !W.tellsLam(token.word.stem)) || skip >= token.end ? token.start : skip;
}

/** A person called by a general noun alone («المسؤول», «الدبلوماسي الروسي»): to be looked up among those already named. */
export function isGenericPerson(source: Source): boolean {
  return source.definite && !source.named && generic.has(source.head);
}
