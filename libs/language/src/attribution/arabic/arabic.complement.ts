import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { at, has, isSpeech, partner, type SentenceView } from '../sentence.view.js';

const questionWords = foldedSet(['عما', 'عن ما', 'هل', 'لماذا']);
const SUBJECT_TOKENS = 34;

/** «سُمي بـ”أريد أن أعيش”», «صحيفة “…”», «كتابه “…”»: the marks name a thing. */
function isTitleOf(view: SentenceView, open: number): boolean {
  const before = view.tokens[open - 1];
  if (!before || has(before, W.OUTLET | W.TO_OUTLET | W.INSTITUTION)) return true;
  // «مع “مشروع الإبلاغ عن الفساد” (OCCRP)»
  const short = view.tokens[partner(view, open) + 2];
  if (view.tokens[partner(view, open) + 1]?.word.norm === '(' && short?.kind === 'word' && !has(short, W.ARABIC))
    return true;
  // «بنك الاستثمار «سيجما كابيتال»»: what a house of two words is called
  const house = W.INSTITUTION | W.OUTLET | W.TO_OUTLET;
  const kept = has(view.tokens[open - 2], house) || has(view.tokens[open - 3], W.OUTLET | W.TO_OUTLET);
  if (partner(view, open) - open <= 4 && has(before, W.DEFINITE) && kept) return true;
  return /^(ب|بعنوان|باسم|اسم|سمي|سميت|يسمي|تسمي|يدعي|تدعي|عنوان|المسماه|المسمي|عمليه|حمله|فيلم|كتاب|كتابه|روايه|برنامج|مشروع|مبادره|ل)$/.test(
    before.word.stem,
  );
}

/** What a reporting verb is followed by; token indices. */
export interface Complement {
  /** Token where the subject phrase ends. */
  readonly subjectEnd: number;
  readonly content: number;
  readonly quote: number;
}

const ABOUT_AN_ACT =
  /^(?:(?:ال)?(?:مقرر|متوقع|مفترض|منتظر|مرتقب|محتمل|مرجح|مامول)(?:ا|ه)?|[يت](?:فترض|نتظر|رتقب|كاد|ريد|ستطيع|حاول|نوي)|كاد(?:ت)?|اراد(?:ت)?|استطاع(?:ت)?|شان(?:ه|ها|هم)?|بمجرد|بشرط|شرط|خشيه|بدل|بدلا|لدرجه|حد)$/;

/** First names spelt like a verb in the present. */
export const NAMES_LIKE_VERBS = /^(?:يحيي|يزيد|يعرب|يعقوب|ينال|يسري|يشجب|تقي|تميم|تيسير|تغريد|تهاني)$/;

const COUNTED = foldedSet([
  ...words.numberWords,
  'من',
  'عدد',
  'بعض',
  'عدة',
  'مجموعة',
  'العديد',
  'أحد',
  'إحدى',
  'اثنان',
  'اثنين',
]);

/** «فيما», «في حين», «في وقت» at k. */
const isMeanwhile = (view: SentenceView, k: number): boolean =>
  /^(?:فيما|بينما)$/.test(at(view, k)?.word.norm ?? '') ||
  (at(view, k)?.word.norm === 'في' && /^(?:حين|وقت)$/.test(at(view, k + 1)?.word.norm ?? ''));
const SINCE = /^(?:اذ|حيث)$/;
/** «استطلاع أجرته مؤسسة … ونشرت نتائجه وكالة …»: what was done with the document */
const PUBLISHES = /^(?:نشر|نقل|أورد)$/;
const POINTS_BACK = /^(?:علي|من|في|الي|ب)(?:ه|ها|هما|هم)$/;

const PREPOSITIONS_BEFORE_THAT = new Set(['الي', 'علي', 'من', 'عن', 'في', 'ب']);

/** What has been passed behind the verb on the way to its complement. */
interface Passed {
  /** Inside a clause about the subject. */
  relative: boolean;
  commas: number;
}

/** Looks for «إن/أن», a colon or a spoken quotation after a reporting verb; null when the verb reports nothing here. */
export function complementOf(view: SentenceView, cue: number): Complement | null {
  const passed: Passed = { relative: false, commas: 0 };
  for (let k = cue + 1; k < view.to && k - cue <= SUBJECT_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (!token || has(token, W.SENTENCE_END)) return null;
    if (has(token, W.QUOTE_MARK)) {
      const close = partner(view, k);
      if (close > k && isSpeech(view, k) && !isTitleOf(view, k)) return { subjectEnd: k, content: k + 1, quote: k };
      if (close > k) k = close;
      continue;
    }
    // «قال المتحدث، وفق ما نقلت عنه وكالة سبأ، إن»
    const past = has(token, W.COMMA) ? pastInsertion(view, k) : -1;
    if (past > k) {
      k = past;
      continue;
    }
    const found = openedAt(view, cue, k);
    if (found !== 'none') {
      if (found === 'inside') continue;
      return found;
    }
    if (isAnothers(view, k) || leavesSubject(view, cue, k, passed) || questionWords.has(token.word.norm)) return null;
    pass(view, k, passed);
  }
  return null;
}

/** What the token at k opens: what was said, a clause inside the subject, or nothing. */
function openedAt(view: SentenceView, cue: number, k: number): Complement | 'inside' | 'none' {
  const token = view.tokens[k] as Token;
  const verb = view.tokens[cue]?.word.report?.verb;
  if (token.word.norm === ':') {
    const open = has(at(view, k + 1), W.QUOTE_MARK) && partner(view, k + 1) > k ? k + 1 : -1;
    return { subjectEnd: k, content: open >= 0 ? open + 1 : k + 1, quote: open };
  }
  if (has(token, W.COMPLEMENTISER) && !has(view.tokens[k - 1], W.RELATIVE)) return thatAt(view, cue, k);
  // «ورد عليه المدرب بالقول إن»
  if (token.word.norm === 'بالقول' && has(at(view, k + 1), W.COMPLEMENTISER))
    return { subjectEnd: Math.max(k, cue + 1), content: k + 2, quote: -1 };
  // «تكشف وثائق كيف انتهى المال في حسابات»: that it did
  if (token.word.norm === 'كيف' && k > cue + 1 && TELLS_HOW.test(verb?.past ?? ''))
    return { subjectEnd: k, content: k + 1, quote: -1 };
  // «توقع الباحث ألا يتجاوز»: that it will not; «إلا» is spelt the same but for its hamza
  if (token.word.norm === 'الا' && token.word.raw.startsWith('أ') && verb?.stance === 'predictive')
    return { subjectEnd: k, content: k, quote: -1 };
  return 'none';
}

/** «إن», «أن» at k. */
function thatAt(view: SentenceView, cue: number, k: number): Complement | 'inside' {
  // «مشاهد … وهي أن»: a noun's own clause, and «قبل أن / بعد أن / منذ أن / رغم أن»: not what was said
  const before = view.tokens[k - 1]?.word.stem ?? '';
  if (/^(قبل|بعد|منذ|رغم|بدون|دون|حتي|يجب|ينبغي|يمكن|غير|الا|وهي|هي|بيد|يبدو|كما)$/.test(before)) return 'inside';
  // «الإضراب الذي كان مقررًا أن يبدأ», «لا يستطيع أن»: what is planned or able, inside the subject or the object
  if (k - 1 > cue && ABOUT_AN_ACT.test(before)) return 'inside';
  const preposed = PREPOSITIONS_BEFORE_THAT.has(before) ? k - 1 : k;
  // «إنه وأصدقاءه يستعدون»: the pronoun is half of the subject
  const stem = view.tokens[k]?.word.stem ?? '';
  const joined = /^[با]ن(ه|ها|هم|ي|نا)$/.test(stem) && view.tokens[k + 1]?.word.conjunction === 'و';
  return { subjectEnd: Math.max(preposed, cue + 1), content: joined ? k : k + 1, quote: -1 };
}

/** At k somebody else begins to speak: what follows is his. */
function isAnothers(view: SentenceView, k: number): boolean {
  const token = view.tokens[k] as Token;
  const before = view.tokens[k - 1];
  // «أن يعلن نائب استقالته، …، كما أضاف “…”»: the quotation is of the second verb
  if (token.word.report && (has(before, W.RELATIVE) || before?.word.norm === 'كما')) return true;
  if (!has(before, W.COMMA)) return false;
  // «أعربوا عن صدمتهم، فيما نقل موقع …»: a clause of its own; «نفى الوكيل هذه التصريحات، إذ قال إن»
  return isMeanwhile(view, k) || (SINCE.test(token.word.norm) && at(view, k + 1)?.word.report !== undefined);
}

/** The verb at k belongs to no clause about the subject: the subject, and what was said, end before it. */
function leavesSubject(view: SentenceView, cue: number, k: number, { relative, commas }: Passed): boolean {
  const token = view.tokens[k] as Token;
  const { report } = token.word;
  if (has(token, W.RELATIVE | W.COMMA) || isWho(view, k)) return false;
  const noun = isNounBehind(view.tokens[k - 1]);
  // «أعلن وزراء استقالاتهم …، في خطوة قال الرئيس إنها …»: somebody else speaks
  const verbal = report?.tense === 'past' && has(token, W.FINITE | W.MAYBE_FINITE) && !has(token, W.PREPOSITION);
  if (verbal && !noun && commas > 0 && !relative && has(view.tokens[k + 1], W.ROLE | W.DEFINITE)) return true;
  if (report && token.word.conjunction && report.tense !== 'participle' && !has(token, W.DEFINITE)) {
    const asks = /^(طلب|رفض|فضل)/.test(token.word.stem);
    const published = PUBLISHES.test(report.verb.past) && isIndefiniteDocument(view.tokens[cue + 1]);
    if (!asks && !published) return true;
  }
  if (!has(token, W.FINITE) || relative || token.word.conjunction || k <= cue + 1 || looksLikeName(view, k) || noun)
    return false;
  // «نقلا عن وثائق حصلت عليها»
  const about = isIndefiniteDocument(view.tokens[k - 1]) && POINTS_BACK.test(at(view, k + 1)?.word.norm ?? '');
  return !about && !inClauseAboutSource(view, cue, k);
}

/** «أم خالد، وهي مربية أغنام فقدت زوجها، إن» */
const isWho = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k - 1], W.COMMA) &&
  /^و(?:هو|هي|هم|هما)$/.test(view.tokens[k]?.word.norm ?? '') &&
  !has(view.tokens[k + 1], W.FINITE | W.MAYBE_FINITE | W.PARTICLE);

function pass(view: SentenceView, k: number, passed: Passed): void {
  if (has(view.tokens[k], W.RELATIVE) || isWho(view, k)) passed.relative = true;
  else if (has(view.tokens[k], W.COMMA)) {
    passed.relative = false;
    passed.commas += 1;
  }
}

const TELLS_HOW = /^(?:كشف|أظهر|روى|شرح|بيّن|وثّق|رصد|أوضح)$/;

/** «في رد مكتوب», «من قصف»: behind a plain preposition stands no verb. */
export const isNounBehind = (token: Token | undefined): boolean =>
  /^(?:في|الي|عن|بين|عبر|لدي|ضد|منذ)$/.test(token?.word.stem ?? '') && has(token, W.PREPOSITION);

const INSERTION_TOKENS = 12;

/** The comma that closes «، وفق ما نقلت عنه الوكالة،», which opens at `comma`; -1 where nothing of the kind does. */
function pastInsertion(view: SentenceView, comma: number): number {
  const first = at(view, comma + 1);
  // «يقول الرجل، الذي طلب أن أسميه عثمان، إنه»
  if (!has(first, W.RELATIVE) && !/^(?:وفق|وفقا|بحسب|حسب|حسبما|طبقا)$/.test(first?.word.norm ?? '')) return -1;
  for (let k = comma + 2; k < view.to && k - comma <= INSERTION_TOKENS; k += 1)
    if (has(view.tokens[k], W.COMMA)) return has(view.tokens[k + 1], W.COMPLEMENTISER) ? k : -1;
  return -1;
}

const isIndefiniteDocument = (token: Token | undefined): boolean => has(token, W.DOCUMENT) && !has(token, W.DEFINITE);

/** «ياسر يزيد إن»: only a verb of saying has «إن» after it, so the word before is a name. */
const looksLikeName = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k], W.ROLE | W.ANONYMOUS) ||
  has(view.tokens[k + 1], W.QUOTE_MARK) ||
  NAMES_LIKE_VERBS.test(view.tokens[k]?.word.norm ?? '') ||
  (!view.tokens[k]?.word.report && /^[^وف]?إن(?:ه|ها|هم)?$/.test(view.tokens[k + 1]?.word.raw ?? ''));

/** «ممثل عن خط ساخن سُمي بـ… خصصته الحكومة …»: an indefinite noun may carry a clause without «الذي». */
function inClauseAboutSource(view: SentenceView, cue: number, k: number): boolean {
  let at = cue + 1;
  // «عن ثلاثة مصادر مطلعة، طلبت …», «أكد عدد من أصحاب المتاجر، رفضوا …»: how many stands before who
  while (at < k - 1 && (view.tokens[at]?.kind === 'number' || COUNTED.has(view.tokens[at]?.word.norm ?? ''))) at += 1;
  const head = view.tokens[at];
  if (at > cue + 1 && head?.kind === 'word') return true;
  return (
    has(head, W.ANONYMOUS | W.ROLE | W.DOCUMENT | W.INSTITUTION | W.OUTLET) && !has(head, W.DEFINITE) && k - cue >= 2
  );
}

/** «نقل عنه قوله إن». */
export function sayingOf(view: SentenceView, from: number): Complement | null {
  for (let k = from + 1; k < view.to && k - from < 24; k += 1)
    if (/^قول(ه|ها|هم|هما)$/.test(view.tokens[k]?.word.stem ?? '')) {
      const found = complementOf(view, k);
      return found ? { ...found, subjectEnd: k } : null;
    }
  return null;
}
