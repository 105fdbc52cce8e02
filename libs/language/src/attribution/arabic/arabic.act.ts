import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import { fold } from '../../normal/normal.fold.js';
import * as W from '../../token/word.entry.js';
import type { Complement } from './arabic.complement.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';

// What was told, where it is an act or a fact as a noun: «كشف عن توقف المطاحن», «أفاد بمقتل», «أرجع النقص إلى تأخر الشحنة».

const denied = foldedSet(words.deniedNouns);
/** How a verb is tied to such a noun. Not «أعلن عن»: whoever announces a plan does something. */
const TIED: Readonly<Record<string, RegExp>> = {
  كشف: /^عن$/,
  حذر: /^من$/,
  اشار: /^الي$/,
  لفت: /^الي$/,
  نبه: /^الي$/,
};
const REACH = 14;
/** Shorter phrases say nothing that could be checked. */
const LEAST_TOKENS = 3;
/** تفعيل، إفعال، افتعال، انفعال، استفعال، and acts of war and illness that follow no such pattern. */
const ACT =
  /^(?:ت\p{L}{2}ي\p{L}|ا(?!ل)\p{L}{1,4}ا\p{L}|(?:مقتل|وفاه|اصابه|وجود|وصول|وقوع|سقوط|سماع|صرف|دفع|رفع|خفض|وقف|توقف|تراجع|تعبيه|نزوح|عوده|بدء|فتح|نقل|زياده|نقص|عجز|خطه|اتفاق))$/u;
const NOT_NOUN =
  W.DEFINITE | W.COMPLEMENTISER | W.QUOTE_MARK | W.PREPOSITION | W.RELATIVE | W.ROLE | W.COUNTRY | W.INSTITUTION;

/** «بدء الإنتاج», «هروب شقيقه» at k: an act, behind a subject that is complete («مدير تطوير» is not). */
export function isAct(view: SentenceView, k: number): boolean {
  const token = at(view, k);
  if (token?.kind !== 'word' || view.to - k < 2) return false;
  // «أكد المتحدث فتح تحقيق»: no movement of that name
  if (has(token, NOT_NOUN | W.KNOWN_OUTLET) && token.word.norm !== 'فتح') return false;
  const before = at(view, k - 1);
  const complete =
    has(before, W.DEFINITE | W.COUNTRY | W.COMMA | W.QUOTE_MARK) || /..(?:ي|يه)$/.test(before?.word.norm ?? '');
  // «أكد مسؤول، طلب عدم نشر اسمه، أن»
  if (!complete || has(before, W.PREPOSITION) || /^(?:طلب|رفض)$/.test(token.word.norm)) return false;
  return (
    ACT.test(token.word.norm) || denied.has(token.word.norm) || (OWN_ACT.test(token.word.norm) && !has(token, W.FINITE))
  );
}

/** «توصل», «تورط» */
const OWN_ACT = /^ت\p{L}{3}$/u;

/** «متوقعًا انخفاض الأسعار», «مرجحًا الانتهاء من ذلك»: the noun right behind a participle. */
export const isActBehind = (token: SentenceView['tokens'][number] | undefined): boolean =>
  token?.kind === 'word' &&
  !has(token, W.COMPLEMENTISER | W.ROLE) &&
  [token.word.bare, token.word.norm].some((word) => ACT.test(word) || isChange(word));

/** The noun at k may be what was told: enough stands behind it. */
function isTold(view: SentenceView, k: number, any: boolean): boolean {
  const token = at(view, k);
  if (token?.kind !== 'word' || has(token, NOT_NOUN) || view.to - k < LEAST_TOKENS) return false;
  const { norm } = token.word;
  return any ? norm.length > 2 : ACT.test(norm) || denied.has(norm);
}

/** «كشف مصدر عن اتفاق لصرف …», «مشيرة إلى تعبئة 18 فريقًا»: the noun behind the word that ties it to the verb at `cue`. */
export function actNoun(view: SentenceView, cue: number): Complement | null {
  const past = fold(view.tokens[cue]?.word.report?.verb.past ?? '');
  // «لم يعلن الاتحاد عن أرقامه»
  if (has(at(view, cue - 1), W.NEGATION)) return null;
  if (past === 'افاد') return atVerb(view, cue);
  if (past === 'دفع') return pleaded(view, cue);
  if (past === 'نص') return stipulated(view, cue);
  if (SHOWS.test(past)) return shownNoun(view, cue);
  const tie = TIED[past];
  if (!tie) return null;
  for (let k = cue + 1; k < view.to && k - cue <= REACH; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (has(token, W.SENTENCE_END | W.COMPLEMENTISER)) return null;
    else if (tie.test(token?.word.norm ?? '') && view.tokens[k - 1]?.word.norm !== 'نقلا')
      return isTold(view, k + 1, past === 'كشف') ? { subjectEnd: k, content: k + 1, quote: -1 } : null;
  }
  return null;
}

const SHOWS = /^(?:اظهر|بين|رصد|سجل|اثبت)$/;
const CHANGES = /^(?:نمو|هبوط|تباطو|تحسن|فجوه|اتساع|عجز|فايض|تفاوت|تدهور|قفزه|صعود|تسارع|تغير|فروق)$/;

/** «ارتفاع», «تراجعا», «نمو»: a noun that tells of a change. */
export const isChange = (norm: string): boolean =>
  [norm, norm.replace(/ا$/, '')].some((form) => GROWS.test(form) || CHANGES.test(form));
const GROWS = /^(?:ارتفاع|انخفاض|تراجع|زياده|نمو|انكماش|انخفاضا|استقرار|تثبيت|انهيار|ازدياد|تاجيل|استمرار|خفض|رفع)$/;

/** «أظهر مسح تراجعًا في التوقعات», «أظهرت بيانات انخفاض التضخم»: what a document behind the verb shows, as a noun. */
function shownNoun(view: SentenceView, cue: number): Complement | null {
  if (!has(at(view, cue + 1), W.DOCUMENT | W.STATEMENT)) return null;
  for (let k = cue + 2; k < view.to && k - cue <= REACH; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (has(token, W.SENTENCE_END | W.COMPLEMENTISER)) return null;
    else if (
      token?.kind === 'word' &&
      !has(token, NOT_NOUN) &&
      !/[ات]ه(?:ا|م)?$/.test(token.word.norm) &&
      !token.word.conjunction &&
      view.to - k >= LEAST_TOKENS
    ) {
      const bare = token.word.norm.replace(/ا$/, '');
      if ([bare, token.word.norm].some((form) => ACT.test(form) || CHANGES.test(form)))
        return { subjectEnd: k, content: k, quote: -1 };
    }
  }
  return null;
}

const PLEAS = /^ب(?:بطلان|عدم|انتفاء|تناقض|كيديه|تلفيق|قصور|شيوع|انقطاع|خلو|سقوط|تقادم)$/;

/** «دفع المحامي ببطلان إذن القبض»: what the defence objects. */
function pleaded(view: SentenceView, cue: number): Complement | null {
  for (let k = cue + 2; k < view.to && k - cue <= REACH; k += 1) {
    if (has(view.tokens[k], W.SENTENCE_END | W.COMPLEMENTISER)) return null;
    if (PLEAS.test(view.tokens[k]?.word.norm ?? '')) return { subjectEnd: k, content: k, quote: -1 };
  }
  return null;
}

/** «تنص المسودة على إعفاء ضريبي»: not «نص الاتفاق», its text. */
function stipulated(view: SentenceView, cue: number): Complement | null {
  if (view.tokens[cue]?.word.report?.tense !== 'present') return null;
  for (let k = cue + 1; k < view.to && k - cue <= REACH; k += 1) {
    if (has(view.tokens[k], W.SENTENCE_END | W.COMPLEMENTISER | W.QUOTE_MARK)) return null;
    if (view.tokens[k]?.word.norm === 'علي')
      return has(at(view, k + 1), W.COMPLEMENTISER) ? null : { subjectEnd: k, content: k + 1, quote: -1 };
  }
  return null;
}

/** «أفاد مصدر أمني بمقتل أربعة أشخاص» */
function atVerb(view: SentenceView, cue: number): Complement | null {
  for (let k = cue + 2; k < view.to && k - cue <= REACH; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (has(token, W.SENTENCE_END | W.COMPLEMENTISER)) return null;
    else if (token?.word.stem.startsWith('ب') && view.to - k >= LEAST_TOKENS) {
      const act = token.word.stem.slice(1);
      if (ACT.test(act) || denied.has(act)) return { subjectEnd: k, content: k, quote: -1 };
    }
  }
  return null;
}

/** «أرجع رئيس الشعبة النقص إلى تأخر الشحنة»: from what is explained on. Null where nobody explains («يرجع السبب إلى»). */
export function ascribedNoun(view: SentenceView, cue: number): Complement | null {
  let to = cue + 2;
  for (; to < view.to && view.tokens[to]?.word.norm !== 'الي'; to += 1)
    if (to - cue > REACH || has(view.tokens[to], W.SENTENCE_END | W.FINITE | W.COMPLEMENTISER)) return null;
  if (to >= view.to - 1) return null;
  const object = objectBefore(view, cue, to);
  const unsaid = object === cue + 1 && view.tokens[cue]?.word.report?.tense === 'present';
  return object < 0 || unsaid ? null : { subjectEnd: object, content: object, quote: -1 };
}

/** Where the object that ends before `to` begins, or -1. */
function objectBefore(view: SentenceView, cue: number, to: number): number {
  for (let k = to - 1; k > cue; k -= 1) {
    if (/^(?:هذا|هذه|ذلك|تلك)$/.test(view.tokens[k]?.word.norm ?? '')) return k;
    // «أرجع عطية سلامة، رئيس الشعبة، النقص إلى»
    if (has(view.tokens[k], W.COMMA)) return k + 1;
  }
  let object = to - 1;
  if (!has(view.tokens[object], W.DEFINITE)) return -1;
  if (/(?:ي|يه)$/.test(view.tokens[object]?.word.norm ?? '') && has(view.tokens[object - 1], W.DEFINITE)) object -= 1;
  // «ارتفاع الأسعار»: the bare noun in front, unless it is somebody's
  const bare = view.tokens[object - 1];
  const owns =
    object - 1 > cue && !has(bare, W.DEFINITE | W.ROLE | W.INSTITUTION | W.ANONYMOUS | W.OUTLET | W.DOCUMENT);
  return owns && bare?.kind === 'word' && ACT.test(bare.word.norm) ? object - 1 : object;
}
