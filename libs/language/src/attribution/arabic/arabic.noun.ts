import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import { fold } from '../../normal/normal.fold.js';
import * as W from '../../token/word.entry.js';
import { actNoun, ascribedNoun, isAct, isActBehind, isChange } from './arabic.act.js';
import type { Complement } from './arabic.complement.js';
import { WITHHOLDS } from './arabic.phrase.js';
import { at, has, isSpeech, partner, type SentenceView } from '../sentence.view.js';

// What was said, where it is a noun of action and no clause.

const denied = foldedSet(words.deniedNouns);
const DENIED_TOKENS = 12;
const RUMOUR_TOKENS = 10;
const QUOTED_REACH = 24;

/** Where the marks that open at k close around a name; -1 where they hold somebody's words, or close nowhere. */
function pastName(view: SentenceView, k: number): number {
  const close = partner(view, k);
  return close > k && !isSpeech(view, k) ? close : -1;
}

/** «نفت الإمارات مرارا دعم أي طرف»: of which there is none */
const isAnySuch = (view: SentenceView, k: number): boolean =>
  at(view, k + 1)?.word.norm === 'اي' && !has(at(view, k), W.PREPOSITION | W.DEFINITE | W.NEGATION | W.ADVERB);

/** «دخول», «دخولها» */
const isDenied = (norm: string): boolean => denied.has(norm) || denied.has(norm.replace(/(?:ه|ها|هم|هما)$/, ''));

/** «نفت الشركة تعرض أنظمتها لأي اختراق», «نفى المصدر ما تردد عن وقف الاستيراد»: what is denied is a noun of action, not a clause. */
function deniedNoun(view: SentenceView, cue: number): Complement | null {
  let reach = cue + DENIED_TOKENS;
  for (let k = cue + 1; k < view.to && k <= reach; k += 1) {
    const token = view.tokens[k];
    if (!token || has(token, W.SENTENCE_END)) return null;
    // «نفت شركة "روافد" المشغلة تلقي …», «نفت النائبة فلانة، رئيسة اللجنة، علمها بـ»: the name in marks, who she is
    if (has(token, W.QUOTE_MARK)) {
      k = pastName(view, k);
      if (k < 0) return null;
      continue;
    }
    // «نفى المصدر، في تصريحات لـ«المدار»، وجود …»: where he said so
    const back = has(token, W.COMMA) ? pastVenue(view, k) : -1;
    if (back > k) {
      if (isAct(view, back + 1)) return { subjectEnd: back, content: back + 1, quote: -1 };
      // «نفى البنك، في تعليق لصحيفة …، التدخل في السوق»
      if (has(at(view, back + 1), W.DEFINITE) && !has(at(view, back + 1), W.ROLE | W.RELATIVE | W.COMPLEMENTISER))
        return { subjectEnd: back, content: back + 1, quote: -1 };
      reach += back - k;
      k = back;
      continue;
    }
    if (has(token, W.COMMA) && isInsideSubject(view, k)) continue;
    if (token.kind !== 'word') return null;
    // «نفت السفارة أي صلة لها بالقضية»
    if (
      isDenied(token.word.norm) ||
      isAnySuch(view, k) ||
      (k > cue + 1 && isAct(view, k)) ||
      (token.word.norm === 'اي' && has(at(view, k - 1), W.DEFINITE | W.COMMA))
    )
      return { subjectEnd: k, content: k, quote: -1 };
    const talk = rumourEnd(view, k);
    if (talk > k) return { subjectEnd: k, content: talk, quote: -1 };
  }
  return null;
}

/** Whether whoever denies goes on behind the comma at k: who he is, or his name. */
function isInsideSubject(view: SentenceView, k: number): boolean {
  if (has(at(view, k + 1), W.ROLE)) return true;
  if (at(view, k + 1)?.word.conjunction) return false;
  return (
    has(at(view, k - 2), W.ROLE | W.DEFINITE | W.INSTITUTION) ||
    // «المتحدث باسم الوزارة، بلال حمدان»
    (has(at(view, k - 1), W.DEFINITE) && has(at(view, k + 3), W.COMMA)) ||
    // «المتحدث باسم الوزارة، بلال حمدان، الأنباء»: the end of the name that the comma before began
    has(at(view, k - 3), W.COMMA)
  );
}

const VENUE_TOKENS = 12;

/** The comma that closes «، في تصريحات لـ…،», which opens at `comma`; -1 where something else stands there. */
function pastVenue(view: SentenceView, comma: number): number {
  if (!/^(?:في|خلال|عبر)$/.test(at(view, comma + 1)?.word.norm ?? '')) return -1;
  if (!has(at(view, comma + 2), W.STATEMENT)) return -1;
  for (let k = comma + 3; k < view.to && k - comma <= VENUE_TOKENS; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (has(view.tokens[k], W.COMMA)) return k;
  }
  return -1;
}

/** «ما تردد عن», «الأنباء المتداولة بشأن» at k: the token behind it, or k. */
function rumourEnd(view: SentenceView, k: number): number {
  const relayed = at(view, k)?.word.norm === 'ما' && RUMOURED.test(at(view, k + 1)?.word.norm ?? '');
  if (!relayed && !RUMOURS.test(at(view, k)?.word.norm ?? '')) return k;
  for (let n = k + 1; n < Math.min(view.to - 2, k + RUMOUR_TOKENS); n += 1) {
    if (has(view.tokens[n], W.COMMA | W.SENTENCE_END | W.COMPLEMENTISER)) return k;
    if (/^(?:عن|بشان|حول|من)$/.test(at(view, n)?.word.norm ?? '') && !has(view.tokens[n + 1], W.COMPLEMENTISER))
      return n + 1;
  }
  return k;
}

const RUMOURED = /^(?:[يت]?تردد|[يت]شاع|اشيع|[يت]?تداول(?:ه|ته)?|نشر(?:ته|ه)?|ذكر(?:ته|ه)?|ورد|قيل|[يت]قال|روج)$/;
const RUMOURS = /^(?:ال)?(?:انباء|اشاعات|شايعات|اقاويل)$/;

const BUILT = W.DEFINITE | W.COUNTRY | W.PREPOSITION | W.INSTITUTION | W.ROLE | W.ANONYMOUS | W.OUTLET;

/** «اتهم الوزير مكتب الرئيس بتعديل الجداول»: the accused, then what he is said to have done, a noun with «بـ». */
function accusedOf(view: SentenceView, cue: number): Complement | null {
  for (let k = cue + 2; k < view.to && k - cue <= DENIED_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (!token || token.kind !== 'word' || has(token, W.COMPLEMENTISER | W.FINITE)) return null;
    if (!/^ب(?!ال)\p{L}{3,}$/u.test(token.word.norm) || has(token, W.PREPOSITION | W.COUNTRY | W.INSTITUTION)) continue;
    let object = k - 1;
    // «مكتب رئيس الحكومة»: back over its definite part to the bare noun in front
    while (object > cue + 1 && !has(view.tokens[object], W.DEFINITE) && !has(view.tokens[object], W.COUNTRY))
      object -= 1;
    // «منصور باهرمز الحكومة بـ»: two bare words are a name, and no house
    const named = !has(view.tokens[object - 1], BUILT) && !has(view.tokens[object - 2], BUILT);
    while (!named && object > cue + 2 && !has(view.tokens[object - 1], W.DEFINITE | W.COUNTRY | W.PREPOSITION))
      object -= 1;
    // «المجلس المحلي القوات الحكومية بـ»: an adjective belongs to the noun before it
    if (
      object > cue + 2 &&
      /(?:ي|يه)$/.test(view.tokens[object]?.word.norm ?? '') &&
      has(view.tokens[object - 1], W.DEFINITE)
    )
      object -= 1;
    // «اتهم الجيش قوات الدعم السريع بـ»: the bare noun that the definite ones behind it belong to
    let bare = k - 1;
    while (bare > cue && has(view.tokens[bare], W.DEFINITE)) bare -= 1;
    const subjectBefore = has(at(view, cue - 1), W.DEFINITE | W.COUNTRY) && !view.tokens[cue]?.word.conjunction;
    if (bare > (subjectBefore ? cue : cue + 1) && has(view.tokens[bare], W.INSTITUTION)) object = bare;
    return object > cue ? { subjectEnd: object, content: object, quote: -1 } : null;
  }
  return null;
}

/** «أنكر تلقي الأموال وقال»: the content is a noun of action and lends no subject. */
export const speaksOfNoun = (view: SentenceView, from: number): boolean => denied.has(at(view, from)?.word.norm ?? '');

/** The nearer of a clause and a noun of action behind the verb. */
function nearer(clause: Complement | null, noun: Complement | null): Complement | null {
  return noun && (!clause || noun.content < clause.subjectEnd) ? noun : clause;
}

/** «أكد المسؤول عدم تسجيل أي حالة», «أكدت الوزارة استمرار العمل»: that something is so, or not, as a noun. */
function affirmedNoun(view: SentenceView, cue: number): Complement | null {
  // what is announced may be a plan
  const affirms = view.tokens[cue]?.word.report?.verb.past === 'أكد';
  for (let k = cue + 1; k < view.to && k - cue <= DENIED_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (!token || has(token, W.SENTENCE_END | W.COMPLEMENTISER)) return null;
    if (has(token, W.FINITE) && !isDeniable(view, k)) return null;
    if (has(token, W.QUOTE_MARK)) {
      k = pastName(view, k);
      if (k < 0) return null;
    } else if (
      (SO_OR_NOT.test(token.word.norm) || isDeniable(view, k) || (affirms && isAct(view, k))) &&
      !WITHHOLDS.test(at(view, k - 1)?.word.stem ?? '')
    )
      return { subjectEnd: k, content: k, quote: -1 };
  }
  return null;
}

/** «أكدت النقابة تلقيها إخطارًا», «مؤكدا إغلاق 42 شركة»: what may be denied may be affirmed; not the first word, which may be who speaks. */
const isDeniable = (view: SentenceView, k: number): boolean =>
  denied.has(at(view, k)?.word.norm.replace(/(?<=\p{L}{3})(?:ها|هم|ه)$/u, '') ?? '') &&
  !has(at(view, k), W.DEFINITE) &&
  !/^(?:طلب|رفض)$/.test(at(view, k)?.word.norm ?? '');

const SO_OR_NOT = /^(?:عدم|وجود|استمرار|مقتل|وفاه|اصابه|خلو)$/;

const FORESEES = /^(?:توقع|رجح)$/;

/** «توقع البنك ارتفاع التضخم إلى 5%», «رجح مسؤول، خلال مقابلة مع …، التوصل إلى اتفاق»: what is foreseen, as a noun. */
function foreseenNoun(view: SentenceView, cue: number): Complement | null {
  if (view.tokens[cue]?.word.report?.tense === 'participle')
    return isActBehind(at(view, cue + 1)) ? { subjectEnd: cue + 1, content: cue + 1, quote: -1 } : null;
  for (let k = cue + 2; k < view.to - 2 && k - cue <= DENIED_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.SENTENCE_END | W.COMPLEMENTISER | W.RELATIVE)) return null;
    if (has(token, W.QUOTE_MARK)) {
      k = pastName(view, k);
      if (k < 0) return null;
      continue;
    }
    const back = has(token, W.COMMA) ? pastVenue(view, k) : -1;
    if (back > k) {
      const noun = view.tokens[back + 1];
      return noun?.kind === 'word' && !has(noun, W.ROLE | W.RELATIVE | W.COMPLEMENTISER)
        ? { subjectEnd: back, content: back + 1, quote: -1 }
        : null;
    }
    if (has(token, W.COMMA)) return null;
    if (isForeseen(token) || isAct(view, k)) return { subjectEnd: k, content: k, quote: -1 };
  }
  return null;
}

/** «ارتفاع», «تراجع», «نموا»: a change that a noun tells. */
const isForeseen = (token: SentenceView['tokens'][number] | undefined): boolean =>
  token?.kind === 'word' && !has(token, W.DEFINITE | W.PREPOSITION) && isChange(token.word.norm);

/** What a verb of saying is about, by the word that ties it: «كشف عن», «حذر من», «طالب بـ». */
export const ABOUT: Readonly<Record<string, RegExp>> = {
  كشف: /^عن$/,
  اعلن: /^عن$/,
  تحدث: /^عن$/,
  حذر: /^من$/,
  انذر: /^من$/,
  شدد: /^علي$/,
  اكد: /^علي$/,
  شكك: /^في$/,
  دعا: /^الي$/,
  اشار: /^الي$/,
  لفت: /^الي$/,
  نبه: /^الي$/,
  طالب: /^ب(?=\p{L}{3})/u,
  هدد: /^ب(?=\p{L}{3})/u,
  تعهد: /^ب(?=\p{L}{3})/u,
};
const QUOTED_TOKENS = 4;

/** «حذرت النائبة، في منشور لها، من «رهن ثروة الأجيال»»: what she warns of is a noun, in her own words. */
function quotedNoun(view: SentenceView, cue: number): Complement | null {
  const about = ABOUT[fold(view.tokens[cue]?.word.report?.verb.past ?? '')];
  for (let k = cue + 1; about && k < view.to - 1 && k - cue <= QUOTED_REACH; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.SENTENCE_END | W.COMPLEMENTISER | W.RELATIVE)) return null;
    if (has(token, W.QUOTE_MARK)) {
      if (partner(view, k) <= k) return null;
      k = partner(view, k);
      continue;
    }
    const ties = about.test(token?.word.norm ?? '') || (token?.word.norm === 'ب' && about.test('بكذا'));
    const close = ties && has(view.tokens[k + 1], W.QUOTE_MARK) ? partner(view, k + 1) : -1;
    if (close - k > QUOTED_TOKENS) return { subjectEnd: k, content: k + 2, quote: k + 1 };
  }
  return null;
}

/** What the verb at `cue` is followed by, the clause `clause` or a noun of action that stands nearer; null when neither. */
export function nounComplement(view: SentenceView, cue: number, clause: Complement | null): Complement | null {
  const verb = view.tokens[cue]?.word.report?.verb;
  if (verb?.past === 'اتهم') return nearer(clause, accusedOf(view, cue));
  if (verb?.stance === 'negating') return nearer(clause, deniedNoun(view, cue));
  if (verb?.past === 'أكد' || verb?.past === 'أعلن') return nearer(clause, affirmedNoun(view, cue));
  if (verb?.stance === 'predictive' && FORESEES.test(fold(verb.past))) return nearer(clause, foreseenNoun(view, cue));
  if (verb?.needs === 'ascribes') return ascribedNoun(view, cue);
  const act = actNoun(view, cue);
  // «كشف مصدر عن توقف المطاحن، موضحًا أن»: the clause is another verb's
  if (act && (!clause || commaBetween(view, act.content, clause.content))) return act;
  return nearer(clause, quotedNoun(view, cue));
}

function commaBetween(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(view.tokens[k], W.COMMA)) return true;
  return false;
}
