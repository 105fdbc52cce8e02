import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { has } from './arabic.name.js';
import type { SentenceView } from '../sentence.view.js';

// How far the noun phrase of a source goes.

export const VENUES =
  /^(?:بيان|بيانات|تصريح|تصريحات|مؤتمر|مؤتمره|موتمر|موتمره|كلمه|كلمته|خطاب|خطابه|حديث|حديثه|مقابله|منشور|تغريده|رساله|اتصال|مداخله|لقاء|حوار|مقال|ندوه|جلسه|افاده|رد)(?:ه|ها|هم|هما)?$/;

/** «تبدأ الكاتبة مقالها بالقول إن», «أنهى الرئيس كلمته بالقول»: in which of their words they say it. */
export const OWN_WORDS =
  /^(?:مقال|مقالت|حديث|كلمت|تقرير|خطاب|مداخلت|تصريح|بيان|افتتاحيت|تحليل|مقابلت|تعليق|رسالت)(?:ه|ها|هم|هما)$/;

/** «عبر قناته على تليغرام», «على صفحتها» */
const OWN_PAGE = /^(?:قنات|صفحت|منصت|حساب|حسابات|مدونت|موقع)(?:ه|ها|هم|هما)$/;

/** «في بيانها», «خلال مؤتمر صحفي», «عبر منصة إكس» at k. */
function isVenue(tokens: readonly Token[], k: number, to: number): boolean {
  const preposition = tokens[k]?.word.norm ?? '';
  if (k + 1 >= to) return false;
  const noun = tokens[k + 1]?.word;
  if (/^(?:علي|عبر)$/.test(preposition) && /^(?:منصه|موقع|حساب|صفحه|شبكه|تطبيق)(?:ه|ها)?$/.test(noun?.head ?? ''))
    return true;
  if (/^(?:علي|عبر|في)$/.test(preposition) && OWN_PAGE.test(noun?.norm ?? '')) return true;
  if (!/^(?:في|خلال|عبر|ضمن|اثناء)$/.test(preposition)) return false;
  return noun !== undefined && (VENUES.test(noun.stem) || VENUES.test(noun.head));
}

const VENUE_TOKENS = 6;
const PAUSED_TOKENS = 12;

/** How many tokens from `from` on, before `to`, say where or to whom something was said: «في حديثه للمدار». */
export function venueLength({ tokens }: SentenceView, from: number, to: number): number {
  // «موضحا، ضمن حديث لإذاعة …، أن»
  const paused = has(tokens[from], W.COMMA);
  return isVenue(tokens, paused ? from + 1 : from, to) ? Math.min(to - from, paused ? PAUSED_TOKENS : VENUE_TOKENS) : 0;
}

/** «نشرت ديلي مافريك صورا»: behind the last word of a medium's name only an adjective is part of it. */
export const endsName = (tokens: readonly Token[], k: number): boolean =>
  has(tokens[k - 1], W.NAME_END) &&
  tokens[k]?.kind === 'word' &&
  !(has(tokens[k], W.DEFINITE) && /(?:ي|يه)$/.test(tokens[k]?.word.norm ?? ''));

const SELF = /^(?:نفسه|نفسها|ذاته|ذاتها|عينه|عينها|ان|اف|ام)$/;

/** «مسؤول سابق تحدث إلى «المدار»», «مصدران تحدثا لـ«المدار»» at k. */
export function talksTo(tokens: readonly Token[], k: number): boolean {
  const to = tokens[k + 1]?.word;
  return /^[يت]?تحدث(?:ت|ا|تا|وا|ون)?$/.test(tokens[k]?.word.norm ?? '') && /^(?:الي|مع|ل.*)$/.test(to?.norm ?? '');
}

/** «موظف سابق التقيناه في الزرقاء» */
const WE_MET = /^(?:التقي|قابل|سال|حاور|زر|حادث)نا(?:ه|ها|هم|هما)$/;

/** Last index of the phrase before a relative clause, a finite verb or the word limit. */
export function phraseEnd(tokens: readonly Token[], from: number, to: number, outlet: boolean): number {
  let quoted = false;
  const generic = has(tokens[from], W.OUTLET) && has(tokens[from], W.DEFINITE);
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (has(token, W.QUOTE_MARK)) quoted = !quoted;
    if (quoted || k === from) continue;
    if (has(token, W.RELATIVE) || WE_MET.test(token?.word.norm ?? '')) return k;
    // «استطلاع للوكالة شمل 41 اقتصاديًا»: behind the medium's noun with its article only what it is like
    if (outlet && generic && token?.kind === 'word' && !has(token, W.DEFINITE) && !SELF.test(token.word.norm)) return k;
    if (outlet && (endsName(tokens, k) || /^(?:هذا|هذه|ذلك|تلك)$/.test(token?.word.norm ?? ''))) return k;
    // «صحيفة الغد أول من نشر»
    if (outlet && k > from + 1 && /^(?:اول|اخر|اكثر|ابرز)$/.test(token?.word.norm ?? '')) return k;
    // «لجنة السياسة النقدية في بيانها», «المدرب فلان في المؤتمر الصحفي»: where it was said
    if (!outlet && k > from && isVenue(tokens, k, to)) return k;
    // «نشرت صحيفة هآرتس تقريرا»: what it published
    if (outlet && k > from + 1 && has(token, W.DOCUMENT) && /^\p{L}{4,}ا$/u.test(token?.word.norm ?? '')) return k;
    if (
      outlet &&
      (/^(في|من|عن|نقلا|لدي|خلال|بشان|حول|بان|يوم|عام|سنه|العام|عقب|بعد|قبل|ردا|تعليقا)$/.test(
        token?.word.norm ?? '',
      ) ||
        has(token, W.ADVERB | W.COMPLEMENTISER))
    )
      return k;
    if ((token && token.word.norm === '(') || (!outlet && talksTo(tokens, k))) return k;
    const verb = has(token, W.FINITE) && !has(token, W.ROLE | W.ANONYMOUS | W.DEFINITE);
    if (verb && token && !/^ي?(حيي|زيد)$/.test(token.word.norm)) return k;
    if (k - from >= 30) return k;
  }
  return to;
}

export function commaParts(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  let quoted = false;
  for (let k = from; k <= to; k += 1) {
    if (has(tokens[k], W.QUOTE_MARK)) quoted = !quoted;
    if (k < to && (quoted || !has(tokens[k], W.COMMA))) continue;
    if (k > start) parts.push([start, k]);
    start = k + 1;
  }
  return parts;
}

/** What stands before «ذكر اسمه» or «كشف هويته» where somebody will not be named. */
export const WITHHOLDS =
  /^(?:عدم|دون|بدون|شرط|بشرط|شريطه|مقابل|(?:رفض|فضل|طلب|اشترط)(?:ت|ا|تا|وا)?|[يت](?:رفض|فضل|طلب|شترط)(?:ون|ان)?|(?:مفضل|رافض|مشترط|طالب)(?:ا|ه|ين)?)$/;
