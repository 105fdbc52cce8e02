import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import { fold } from '../../normal/normal.fold.js';
import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { appositionEnd } from './arabic.name.js';
import { talksTo } from './arabic.phrase.js';
import { ownWordsAt } from './arabic.self.js';
import { arabicSource } from './arabic.source.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import { hedgeFrame } from '../frame.merge.js';
import type { Frame, Source } from '../attribution.types.js';

const openers = phraseTable(words.openers);
const hedges = phraseTable(words.hedges);
const notAfter = foldedSet(words.openerNotAfter);
const hedgeStance = new Map(
  Object.entries(words.hedgeVerbs).flatMap(([stance, verbs]) => verbs.map((verb) => [fold(verb), stance] as const)),
);
const PHRASE_TOKENS = 22;

export interface FoundOpener {
  readonly sources: readonly Source[];
  readonly cue: string;
  readonly from: number;
  /** First token after the phrase. */
  readonly next: number;
  /** «على حد قوله»: who is meant has been named before. */
  readonly elided?: NonNullable<Frame['elided']>;
}

const BRACKET_TOKENS = 6;

/** The closing bracket of a short insertion that opens at k, or -1. */
function bracketEnd(view: SentenceView, k: number): number {
  for (let end = k + 1; end < view.to && end - k <= BRACKET_TOKENS; end += 1)
    if (view.tokens[end]?.word.norm === ')') return end;
  return -1;
}

/** Where the noun phrase of «بحسب …» ends: a comma, a full stop, a verb of its clause, «فإن», a dash. */
function phraseEnd(view: SentenceView, from: number, closing: boolean): number {
  for (let k = from; k < view.to; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.QUOTE_MARK)) {
      const close = partner(view, k);
      if (close > k && close - k < 14) k = close;
      continue;
    }
    if (!token || has(token, W.COMMA | W.SENTENCE_END) || k - from >= PHRASE_TOKENS) return k;
    // «وكالة الأنباء الألمانية (د ب أ)»
    if (token.word.norm === '(' && k > from) {
      const close = bracketEnd(view, k);
      if (close < 0) return k;
      k = close;
      continue;
    }
    if (['–', '—', '-', '(', ')', ':'].includes(token.word.norm)) return k;
    if (
      k > from &&
      token.word.conjunction === 'ف' &&
      (has(token, W.COMPLEMENTISER | W.FINITE) || token.word.stem === 'قد')
    )
      return k;
    // «دراسة أعدّها فلان ونشرتها مجلة …»: a clause about the noun, not the sentence's own verb
    const told = view.tokens[from]?.word.stem === 'ما' && k <= from + 2;
    const own = !told && has(token, W.FINITE) && !has(token, W.ROLE | W.RELATIVE) && !/(?:ها|ه)$/.test(token.word.norm);
    // «وثيقة حصلت عليها صحيفة …»
    const about = own && POINTS_BACK.test(at(view, k + 1)?.word.norm ?? '') && isDocument(view.tokens[from]);
    // «بحسب دبلوماسيين تحدثوا للوكالة»
    if (own && talksTo(view.tokens, k)) continue;
    if (k > from && own && !about && !closing && !has(view.tokens[k - 1], W.RELATIVE)) return k;
    if (k > from && token.word.norm === 'ان') return k;
  }
  return view.to;
}

/** «وثيقة», «وفقا لوثيقة» */
const isDocument = (token: Token | undefined): boolean =>
  has(token, W.DOCUMENT) || (W.wordOf(token?.word.raw.replace(/^ل[\u0640\p{M}]*/u, '') ?? '').flags & W.DOCUMENT) !== 0;

/** Openers whose noun begins with «ل»; behind «بحسب» that letter is the noun's own («بحسب لائحة الاتهام»). */
const TAKES_LAM = /^[وف]?(?:وفقا|طبقا|تبعا|سندا|خلافا)$/;

const POINTS_BACK = /^(?:علي|من|في|الي|ب)(?:ه|ها|هما|هم)$/;

const unclitic = (name: string): string => name.replace(/^ل[\u0640\p{M}]*/u, '');

/** «ما أعلنه النادي», «ما كشفته الوثائق»: the verb with its object behind «ما». */
function isToldVerb(view: SentenceView, k: number): boolean {
  if (at(view, k - 1)?.word.stem !== 'ما') return false;
  const raw = at(view, k)?.word.raw ?? '';
  return W.wordOf(raw.replace(/[هـ](?:ا|م)?$/u, '')).report !== undefined && raw.length > 3;
}

/** «لتصريحات جالياموف», «ما ورد في تقرير لمجلة …»: what stands behind the word for the statement is the source. */
function sourcesIn(view: SentenceView, from: number, to: number, takesLam: boolean): Source[] {
  const { text, tokens } = view;
  let start = from;
  while (
    start < to &&
    (isToldVerb(view, start) ||
      /^(ما|ورد|جاء|في|ل|نقلت|ذكرت|ذكر|نقل|نشرت|نشره|نشرته|اوردت|اوردته|قال|قاله|قالت|قالته|اعلن|اعلنت|اعلنته|افاد|افادت|كشفت|نقلته|ذكرته|صرح|به|بها|عنه|اكد|اكدت|اكده|اوضح|اوضحت)$/.test(
        tokens[start]?.word.stem ?? '',
      ))
  )
    start += 1;
  start = pastOwnPage(tokens, start);
  // «حسب ما علم لدى السلطات المحلية»
  if (/^علم(?:ت)?$/.test(tokens[start]?.word.norm ?? '') && /^(?:لدي|من)$/.test(tokens[start + 1]?.word.norm ?? ''))
    start += 2;
  if (has(tokens[start], W.TO_OUTLET)) return compact([arabicSource(text, tokens, start, to, true)]);
  const word = tokens[start]?.word;
  const bare = word ? word.stem.replace(/^ل(?=.{3})/, '').replace(/^ل/, '') : '';
  const statement =
    word &&
    (has(tokens[start], W.STATEMENT) ||
      isDocument(tokens[start]) ||
      /^(تصريح|تصريحات|بيان|حديث|مقابله|تقرير|دراسه|قول|روايه|تقديرات|بيانات|احصاءات|ارقام|منشور|تغريده|مقال)(ه|ها|هم)?$/.test(
        bare,
      ));
  if (statement && start + 1 < to) {
    for (let k = start + 1; k < to; k += 1) {
      if (!has(tokens[k], W.TO_OUTLET | W.OUTLET | W.KNOWN_OUTLET)) continue;
      const outlet = arabicSource(text, tokens, k, to, true);
      if (!outlet) continue;
      // «معطيات حصلت عليها صحيفة … من مصدر طبي»: the source, then who had it from him
      const informant = informantOf(view, k, to);
      if (informant) return [informant, outlet];
      // «دراسة … نشرتها مجلة …»: the document, then who carried it
      const document = isDocument(tokens[start]) ? documentAt(view, start, k, takesLam) : null;
      return document?.role === 'document' ? [document, outlet] : [outlet];
    }
    const spoken =
      /^(تصريح|تصريحات|حديث|قول|روايه|منشور|تغريده|تعبير|وصف)/.test(bare) ||
      (/^(?:افاد|شهاد|اقوال)/.test(bare) && has(tokens[start + 1], W.ANONYMOUS | W.ROLE));
    if (spoken) return compact([personAfter(view, start + 1, to)]);
  }
  const relayed = relayedBy(view, start, to);
  if (relayed) return relayed;
  const whole = arabicSource(text, tokens, start, to);
  if (!whole) return [];
  const cut = unclitic(whole.name);
  const lam =
    takesLam &&
    whole.name !== cut &&
    word !== undefined &&
    word.stem.startsWith('ل') &&
    start === from &&
    word.stem.length > 3;
  const source = lam ? retype(view, start, to, whole) : whole;
  // «بحسب "…"»: a name in quotation marks that no title leads in is a medium's
  if (has(tokens[start], W.QUOTE_MARK) && source.role === 'speaker' && source.type === 'person')
    return [{ ...source, role: 'outlet', type: 'outlet', anonymous: false }];
  const medium = source.via ?? source.toldTo;
  return medium ? [source, medium] : [source];
}

/** «وفقا لمسودة اطلعت عليها الوكالة»: the document, without the «ل» of the opener. */
function documentAt(view: SentenceView, from: number, to: number, takesLam: boolean): Source | null {
  const whole = arabicSource(view.text, view.tokens, from, to);
  return whole && takesLam && !has(view.tokens[from], W.DOCUMENT) ? retype(view, from, to, whole) : whole;
}

/** «وفق ما كتب على صفحته في فيسبوك»: the token of the network where he wrote; `from` where nobody wrote anywhere. */
function pastOwnPage(tokens: SentenceView['tokens'], from: number): number {
  const norm = (k: number): string => tokens[k]?.word.norm ?? '';
  if (!/^و?(?:كتب|غرد|نشر|دون)(?:ت|ه|ته)?$/.test(norm(from)) || !/^(?:علي|عبر|في)$/.test(norm(from + 1))) return from;
  const page = /^(?:صفحت|حساب)(?:ه|ها|هم)$/.test(norm(from + 2)) && /^(?:علي|عبر|في)$/.test(norm(from + 3));
  return page ? from + 4 : from + 2;
}

/** The unnamed source behind «من» or «عن» after the medium at `outlet`. */
function informantOf(view: SentenceView, outlet: number, to: number): Source | null {
  for (let k = outlet + 1; k < to - 1; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = Math.min(partner(view, k), to);
    if (/^(?:من|عن)$/.test(view.tokens[k]?.word.norm ?? '') && has(view.tokens[k + 1], W.ANONYMOUS))
      return arabicSource(view.text, view.tokens, k + 1, to);
  }
  return null;
}

/** «نقلًا عن وكالة … عن دبلوماسي»: the inner source, then who carried it; null where the phrase has no such chain. */
function relayedBy(view: SentenceView, from: number, to: number): Source[] | null {
  for (let k = from + 1; k < to - 1; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = Math.min(partner(view, k), to);
    if (view.tokens[k]?.word.norm !== 'عن') continue;
    const outlet = arabicSource(view.text, view.tokens, from, k);
    if (outlet?.role !== 'outlet') return null;
    const inner = sourcesIn(view, k + 1, to, false);
    return inner.length > 0 ? [...inner, outlet] : null;
  }
  return null;
}

function compact(list: readonly (Source | null)[]): Source[] {
  return list.filter((item): item is Source => item !== null);
}

function personAfter(view: SentenceView, from: number, to: number): Source | null {
  let start = from;
  while (
    start < to &&
    /^(ل|من|عن|ادلي|بها|به|صادر|صادره|رسمي|رسميه|صحفيه|صحافيه|صحفي)$/.test(view.tokens[start]?.word.stem ?? '')
  )
    start += 1;
  return arabicSource(view.text, view.tokens, start, to);
}

/** «وفقا لمصادر …»: the «ل» belongs to the opener, the noun is read without it. */
function retype(view: SentenceView, from: number, to: number, whole: Source): Source {
  const token = view.tokens[from];
  if (!token) return whole;
  const offset =
    token.start + 1 + (/^[\u0640\p{M}]*/u.exec(view.text.slice(token.start + 1, token.end))?.[0].length ?? 0);
  const rest = W.wordOf(view.text.slice(offset, token.end));
  const definite = rest.norm.startsWith('ل') && rest.norm.length > 3;
  const bare = definite ? W.wordOf(`ا${rest.raw}`) : rest;
  const patched = view.tokens.slice(from, to);
  patched[0] = { ...token, start: definite ? token.start : offset, word: bare };
  const source = arabicSource(view.text, patched, 0, patched.length);
  if (!source) return whole;
  // «للاتحاد» has swallowed the alif of its article
  return definite && source.start === token.start && source.name.startsWith('لل')
    ? { ...source, name: `ا${source.name.slice(1)}` }
    : source;
}

/** «بحسب/وفق/نقلا عن/على حد قول NP» at token k. */
export function openerAt(view: SentenceView, k: number): FoundOpener | null {
  const own = ownWordsAt(view, k);
  if (own) return { ...own, sources: [] };
  const length = matchPhrase(openers, view.tokens, k, view.to);
  if (length === 0) return null;
  const start = k + length;
  const first = at(view, start);
  const bare = first?.word.stem.replace(/^ل(?=..)/, '') ?? '';
  if (!first || notAfter.has(bare) || notAfter.has(first.word.stem) || notAfter.has(`ا${first.word.stem}`)) return null;
  const short = phraseEnd(view, start, k > view.from + 2);
  // «وفق ما أعلنه مدير المكافحة، مأمون الشريف»: the title stands behind the verb
  let title = start;
  while (first.word.norm === 'ما' && title < Math.min(short, start + 4) && !has(view.tokens[title], W.ROLE)) title += 1;
  const apposed = appositionEnd(view.tokens, title, short, view.to);
  const next = apposed < 0 ? short : apposed;
  const sources =
    next > start ? sourcesIn(view, start, next, TAKES_LAM.test(at(view, start - 1)?.word.norm ?? '')) : [];
  if (sources.length === 0) return null;
  const last = view.tokens[start - 1];
  return { sources, cue: view.text.slice(view.tokens[k]?.start ?? 0, last?.end ?? 0), from: k, next };
}

/** A frame from an opener: an outlet when a speaker is named elsewhere, else the source itself. */
export function openerFrame(view: SentenceView, found: FoundOpener): Frame {
  const [first, ...rest] = found.sources;
  const outlet = first !== undefined && first.role === 'outlet';
  return {
    cue: found.cue.replace(/^[وف](?=\S{3})/u, (match) => (/^(وفق|وفقا)/.test(fold(found.cue)) ? match : '')),
    stance: 'neutral',
    negated: false,
    speaker: outlet ? null : (first ?? null),
    via: outlet ? [first, ...rest] : rest,
    elided: found.elided ?? null,
    hedge: false,
    implicit: false,
    at: view.tokens[found.from]?.start ?? 0,
  };
}

export interface FoundHedge {
  readonly frame: Frame;
  readonly from: number;
  readonly content: number;
}

/** «يُعتقد أن», «يقال إن», «يبدو أن»: nobody stands behind the words. The cue itself is shown as the link. */
export function hedgeAt(view: SentenceView, k: number): FoundHedge | null {
  const length = matchPhrase(hedges, view.tokens, k, view.to);
  if (length === 0) return null;
  const first = view.tokens[k];
  const last = view.tokens[k + length - 1];
  if (!first || !last) return null;
  const that = has(last, W.COMPLEMENTISER);
  const cueEnd = that && length > 1 ? view.tokens[k + length - 2] : last;
  const start = first.start + (first.word.conjunction ? 1 : 0);
  const end = cueEnd?.end ?? first.end;
  const stance = view.tokens
    .slice(k, k + length)
    .map((token) => hedgeStance.get(token.word.stem))
    .find(Boolean);
  const cue = view.text.slice(start, end);
  const expected = /المرجح|المتوقع|المقرر/.test(fold(cue)) ? 'predictive' : 'neutral';
  const frame = hedgeFrame(cue, (stance as Frame['stance'] | undefined) ?? expected, start);
  return { frame, from: k, content: k + length };
}
