import { foldedRecord, foldedSet, nounSet, sources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { isNameStart, markedLength, maySecond, mediumLength } from '../../token/media.names.js';
import { formedName } from './arabic.media.form.js';
import { endsName } from './arabic.phrase.js';
import { has } from './arabic.name.js';
import { arabicSource } from './arabic.source.js';
import type { Source } from '../attribution.types.js';

// Words that would be read one by one as verbs, particles or prepositions, were they not the name of a medium: «سي إن إن», «وول ستريت جورنال».

const latin = foldedSet(sources.latinMedia);
/** «برنامج «المدرج»», «يومية «الخبر»»: a medium only where its name stands in marks. */
const marked = nounSet(sources.mediaInMarks);
/** By the noun, what may follow it where it is no medium's. */
const notMedia = new Map([...foldedRecord(sources.notMedia)].map(([noun, others]) => [noun, foldedSet(others)]));
const AGENCY = 'وكاله';
const KEPT = W.ARABIC | W.DEFINITE;

/** Marks the words of every medium's name in a block, in place. One look at each token; only those that may begin a name cost more. */
export function nameMedia(tokens: Token[]): Token[] {
  for (let k = 0; k < tokens.length; k += 1) {
    const token = tokens[k];
    if (token === undefined || (token.kind !== 'word' && !has(token, W.QUOTE_MARK))) continue;
    const { flags, norm } = token.word;
    if (flags & W.NAME_START) {
      const length = nameLength(tokens, k);
      if (length > 0) {
        mark(tokens, k, length, isTold(token.word));
        k += length - 1;
        continue;
      }
    }
    if (flags & W.QUOTE_MARK) {
      markQuoted(tokens, k);
      continue;
    }
    const formed = flags & W.NAME_END ? formedName(tokens, k) : null;
    if (formed) {
      mark(tokens, formed.from, formed.to - formed.from, formed.told);
      k = formed.to - 1;
      continue;
    }
    if (flags & (W.OUTLET | W.TO_OUTLET) && isOther(tokens, k)) {
      give(tokens, k, (flags & ~(W.OUTLET | W.TO_OUTLET)) | W.INSTITUTION);
      continue;
    }
    // «الوكالة الوطنية للإعلام»: nobody is told
    const own = flags & W.OUTLET && token.word.head === AGENCY ? tokens[k + 2] : undefined;
    if (own && NEWS.test(own.word.norm)) give(tokens, k + 2, own.word.flags & ~(W.OUTLET | W.TO_OUTLET));
    // «هيئة البث العامة «إيه آر دي»»
    if (/^ل?هييه$/.test(token.word.head) && /^(?:البث|الاذاعه|التلفزيون)$/.test(tokens[k + 1]?.word.norm ?? ''))
      give(tokens, k, flags | (token.word.head === 'هييه' ? W.OUTLET : W.TO_OUTLET));
    if (!(flags & W.ARABIC)) {
      if (latin.has(norm)) give(tokens, k, flags | W.KNOWN_OUTLET);
    } else if ((flags & W.OUTLET && !(flags & W.DEFINITE)) || tellsNoun(token.word)) bareName(tokens, k + 1);
    else if (has(tokens[k + 1], W.QUOTE_MARK) && marked.has(token.word.head)) give(tokens, k, flags | W.OUTLET);
    else if (isFirstName(tokens, k)) give(tokens, k, W.ARABIC);
    else if (isApposedName(tokens, k)) give(tokens, k, flags & ~W.FINITE);
    else if (isGivenName(tokens, k)) give(tokens, k, flags & ~W.FINITE);
    else if (isSurname(tokens, k)) give(tokens, k, flags & ~W.FINITE);
  }
  return tokens;
}

function give(tokens: Token[], k: number, flags: number): void {
  const token = tokens[k];
  if (token) tokens[k] = { ...token, word: W.withFlags(token.word, flags) };
}

/** The first word as it would stand without what is joined to it: «لفرانس», «للجزيرة», «وسكاي». */
function firstWords({ norm, stem }: W.Word): readonly string[] {
  const lam = stem.startsWith('لل') ? `ال${stem.slice(2)}` : stem.startsWith('ل') ? stem.slice(1) : '';
  return [norm, stem, lam];
}

/** How many tokens the name of a medium that begins at k covers; 0 for none. */
function nameLength(tokens: readonly Token[], k: number): number {
  const word = tokens[k]?.word;
  const second = tokens[k + 1];
  if (!word || second === undefined || second.kind === 'mark' || !maySecond(second.word.norm)) return 0;
  for (const first of firstWords(word)) {
    const length = mediumLength(first, (n) => tokens[k + n]?.word.norm);
    if (length > 0) return length;
  }
  return 0;
}

/** «لفرانس برس»: the name stands behind the «ل» of whom something was told. */
const isTold = ({ norm, stem }: W.Word): boolean => !isNameStart(norm) && !isNameStart(stem);

function mark(tokens: Token[], from: number, length: number, told: boolean): void {
  const first = tokens[from]?.word;
  if (!first) return;
  give(tokens, from, (first.flags & (KEPT | W.OUTLET)) | (told ? W.TO_OUTLET : W.KNOWN_OUTLET));
  for (let k = from + 1; k < from + length; k += 1) {
    const ends = k === from + length - 1 ? W.NAME_END : 0;
    give(tokens, k, ((tokens[k]?.word.flags ?? 0) & KEPT) | ends);
  }
}

/** «اطلع عليها «المدار»», «راجعها «المدار»»: whoever has seen a document that an article tells of is a medium. */
const isSeenBy = (tokens: readonly Token[], k: number): boolean => {
  const before = tokens[k - 1]?.word.norm ?? '';
  if (/^(?:راجع|فحص|عاين)ت?(?:ه|ها|هم|هما)$/.test(before)) return true;
  return /^علي(?:ه|ها|هما)$/.test(before) && /^(?:اطلع|حصل)ت?$/.test(tokens[k - 2]?.word.norm ?? '');
};

/** The mark that closes a name of at most three words which opens at k; -1 where something else stands in them. */
function closingMark(tokens: readonly Token[], k: number): number {
  for (let close = k + 1; close <= k + 1 + NAME_WORDS + 1; close += 1) {
    if (has(tokens[close], W.QUOTE_MARK)) return close > k + 1 ? close : -1;
    if (tokens[close]?.kind !== 'word' || has(tokens[close], W.COMPLEMENTISER | W.PREPOSITION)) return -1;
  }
  return -1;
}

/** «مجموعة «الشرق»», «حزب «الوطن»»: the bare noun before the marks says what is called so, and it is no medium. */
const isOfAnother = (token: Token | undefined): boolean =>
  !has(token, W.DEFINITE | W.OUTLET | W.TO_OUTLET) &&
  (/^(?:مجموعه|كتله|تيار|لواء|فرقه|كتيبه|عمليه|سفينه|ناقله|فيلم|كتاب|روايه|ملعب|فندق|مشروع|حي)$/.test(
    token?.word.norm ?? '',
  ) ||
    /^(?:حزب|حركه|شركه|بنك|مصرف|جماعه|منظمه|تحالف|نادي|قوات|كتايب|سرايا|فريق|رابطه)$/.test(token?.word.norm ?? ''));

/** «قالت «الوطن» إن»: a name that is a medium's only in marks, and the marks, that open at k. */
function markQuoted(tokens: Token[], k: number): void {
  if (isOfAnother(tokens[k - 1])) return;
  const seen = isSeenBy(tokens, k) ? closingMark(tokens, k) : -1;
  if (seen > 0) {
    mark(tokens, k + 1, seen - k - 1, false);
    return;
  }
  const first = tokens[k + 1]?.word.norm ?? '';
  const length = markedLength(first, (n) => tokens[k + 1 + n]?.word.norm);
  if (length > 0 && has(tokens[k + 1 + length], W.QUOTE_MARK)) mark(tokens, k + 1, length, false);
}

const NAMED_TOKENS = 7;

/** «نشرت مجلة «المدار» مقتطفات منه»: the media that a block names, also in the article's own voice. */
export function mediaNamed(text: string, tokens: readonly Token[]): Source[] {
  const named: Source[] = [];
  let past = 0;
  for (let k = 0; k < tokens.length; k += 1) {
    const { start = 0 } = tokens[k] ?? {};
    if (start < past || !has(tokens[k], W.OUTLET | W.KNOWN_OUTLET | W.TO_OUTLET)) continue;
    if (has(tokens[k], W.OUTLET) && has(tokens[k], W.DEFINITE)) continue;
    const source = arabicSource(text, tokens, k, nameEnd(tokens, k), true);
    if (source?.role !== 'outlet' || !source.named) continue;
    named.push(source);
    past = source.end;
  }
  return named;
}

/** «صحيفة بيلد الحصول على»: behind a name that is known, or that its marks close, only an adjective is part of it. */
function nameEnd(tokens: readonly Token[], from: number): number {
  const to = Math.min(tokens.length, from + NAMED_TOKENS);
  let marks = 0;
  const inMarks = has(tokens[from - 1], W.QUOTE_MARK);
  for (let k = from + 1; k < to; k += 1) {
    if (inMarks && has(tokens[k], W.QUOTE_MARK)) return k;
    if (tokens[k]?.word.norm === ':' || has(tokens[k], W.SENTENCE_END)) return k;
    if (endsName(tokens, k)) return k;
    const closed = marks === 2 || (marks === 0 && has(tokens[k - 1], W.KNOWN_OUTLET) && has(tokens[k], W.DEFINITE));
    if (closed && !(has(tokens[k], W.DEFINITE) && /(?:ي|يه)$/.test(tokens[k]?.word.norm ?? ''))) return k;
    if (has(tokens[k], W.QUOTE_MARK)) marks += 1;
  }
  return to;
}

/** «وكالة الطاقة», «قناة السويس», «الوكالة الأوروبية للأدوية»: the noun of a medium, and something else. */
function isOther(tokens: readonly Token[], k: number): boolean {
  const { head = '' } = tokens[k]?.word ?? {};
  const noun = head.replace(/^ل(?=.{3})/, '');
  const next = tokens[has(tokens[k + 1], W.QUOTE_MARK) ? k + 2 : k + 1]?.word.norm ?? '';
  if (notMedia.get(noun)?.has(next)) return true;
  return (
    noun === AGENCY && next.startsWith('ال') && serves(tokens[k + 2]) && !NEWS.test(tokens[k + 2]?.word.norm ?? '')
  );
}

const NEWS = /^لل(?:انباء|اعلام|صحاف)/;
/** «للطاقة»: what an agency with an adjective is for */
const serves = (token: Token | undefined): boolean => /^لل?\p{L}{4,}$/u.test(token?.word.norm ?? '');

/** «لصحيفة حرييت» */
const tellsNoun = ({ flags, stem }: W.Word): boolean =>
  (flags & W.TO_OUTLET) !== 0 && /^ل(?!ل)/.test(stem) && (W.wordOf(stem.slice(1)).flags & W.OUTLET) !== 0;

const NAME_WORDS = 2;

/** «صحيفة يديعوت أحرونوت», «قناة يورونيوز»: what stands behind the bare noun only looks like a verb. */
function bareName(tokens: Token[], from: number): void {
  for (let k = from; k < from + NAME_WORDS; k += 1) {
    const word = tokens[k]?.word;
    if (!word || tokens[k]?.kind !== 'word' || word.conjunction) return;
    if (W.isGuessedVerb(word)) give(tokens, k, word.flags & ~W.FINITE);
    else if (word.flags !== W.ARABIC) return;
  }
}

/** «الباحثة هيلين ماركفارت، من معهد …», «المتحدث، أليخاندرو فيدال، إن»: behind a first name, and before a pause, stands no verb. */
const isSurname = (tokens: readonly Token[], k: number): boolean =>
  has(tokens[k + 1], W.COMMA) &&
  has(tokens[k - 2], W.ROLE | W.COMMA) &&
  tokens[k - 1]?.word.flags === W.ARABIC &&
  W.isGuessedVerb((tokens[k] as Token).word);

/** «عالمة السياسة البريطانية هارييت دونلي، مؤلفة …»: between what somebody is and a last name before a pause stands no verb. */
function isGivenName(tokens: readonly Token[], k: number): boolean {
  const [before, word, last, next] = [tokens[k - 1], tokens[k]?.word, tokens[k + 1], tokens[k + 2]];
  if (!word?.norm.endsWith('ت') || !W.isGuessedVerb(word) || !has(before, W.DEFINITE)) return false;
  if (last?.word.flags !== W.ARABIC || /(?:ه|ها|هم|ا)$/.test(last.word.norm) || word.conjunction) return false;
  return has(next, W.COMMA | W.COMPLEMENTISER) && (has(before, W.ROLE) || /(?:ي|يه)$/.test(before?.word.norm ?? ''));
}

/** «النائب علي بزي»: with its dots, and between a title and a name, it is no preposition. */
const isFirstName = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.word.raw === 'علي' && has(tokens[k - 1], W.ROLE) && !has(tokens[k + 1], W.DEFINITE);

const TITLE_REACH = 6;

/** «المحلل في الصحيفة، يوآف لهافي، أن»: two words between commas behind a title are a name, whatever the first is spelt like. */
function isApposedName(tokens: readonly Token[], k: number): boolean {
  const [first, last] = [tokens[k], tokens[k + 1]];
  if (!has(tokens[k - 1], W.COMMA) || !has(tokens[k + 2], W.COMMA) || !first || !W.isGuessedVerb(first.word))
    return false;
  if (last?.word.flags !== W.ARABIC || /ه(?:ا|م)?$/.test(last.word.norm)) return false;
  return tokens.slice(Math.max(0, k - 1 - TITLE_REACH), k - 1).some((token) => has(token, W.ROLE));
}
