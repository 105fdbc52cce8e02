import { englishWords, foldedSet, words } from '../lexicon/lexicon.load.js';
import type { Statement } from '../attribution/block.analysis.js';
import type { BlockField } from '../block/block.types.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import { BEFORE_VERB } from '../token/word.traits.js';
import { hasQuantity } from './claim.kind.js';
import { isRemark } from './english.remark.js';

const questionWords = foldedSet([...words.questions, 'why', 'how', 'when', 'where', 'who', 'what', 'does', 'did']);
const imperatives = foldedSet(words.imperatives);
const englishImperatives = new Set(englishWords.imperatives);
const maybeImperatives = new Set(englishWords.maybeImperatives);

/** "Please …", "Read more …", «تابعونا …»: told to the reader, asserting nothing. */
function isCommand(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from]?.word.norm ?? '';
  if (imperatives.has(first) || englishImperatives.has(first)) return true;
  return (
    maybeImperatives.has(first) &&
    /^(the|this|our|your|more|here|up|how|it|for)$/.test(tokens[from + 1]?.word.norm ?? '')
  );
}
const asked = foldedSet(['سئل', 'سئلت', 'سؤاله', 'سؤالها', 'وعندما سئل']);

const has = (token: Token | undefined, flag: number): boolean => token !== undefined && (token.word.flags & flag) !== 0;

function isQuestion(text: string, tokens: readonly Token[], from: number, to: number, statement: Statement): boolean {
  const first = tokens[from]?.word;
  if (
    first &&
    (questionWords.has(first.norm) || questionWords.has(first.stem)) &&
    /[؟?]/.test(text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 4))
  )
    return true;
  for (let k = to; k < Math.min(to + 3, statement.to + 2); k += 1) {
    const mark = tokens[k];
    if (!mark || mark.kind !== 'mark') break;
    if (/[؟?]/.test(mark.word.raw)) return true;
  }
  for (let k = from; k < to; k += 1) {
    const raw = tokens[k]?.word.raw;
    if (raw === '?' || raw === '؟') return true;
  }
  // «إذا كان الأمر كذلك، فلما لا ينضموا إليها»
  if (statement.conditional)
    for (let k = from + 1; k < to; k += 1)
      if (has(tokens[k - 1], W.COMMA) && /^ف(?:لماذا|لما|لم|هل|كيف|اين|متي)$/.test(tokens[k]?.word.norm ?? ''))
        return true;
  if (/^لم?ا?$/.test(first?.stem ?? '') && tokens[from + 1]?.word.norm === 'لا') return true;
  return first !== undefined && (first.norm === 'هل' || first.stem === 'هل');
}

/** «بالإضافة إلى التقارير التي لا تُحصى حول …»: a phrase that adds to something, with no verb but that of its relative clause. */
function isAddition(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:بالاضافه|اضافه|فضلا|ناهيك|علاوه)$/.test(tokens[from]?.word.stem ?? '')) return false;
  let relative = false;
  for (let k = from + 1; k < to; k += 1) {
    if (has(tokens[k], W.RELATIVE)) relative = true;
    else if (has(tokens[k], W.COMMA)) relative = false;
    else if (!relative && has(tokens[k], W.FINITE | W.PARTICLE)) return false;
  }
  return true;
}

const WHOLE_WORDS = 5;

/** The clause is a whole English sentence, from its capital to its full stop, and opens with no preposition. */
function isWhole(text: string, tokens: readonly Token[], from: number, to: number, { sentence }: Statement): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || !/^\p{Lu}\p{Ll}|^\p{Lu}$/u.test(first.word.raw) || has(first, W.PREPOSITION | W.ARABIC))
    return false;
  return first.start === sentence.start && /^["”’')]*\.["”’')]*\s*$/.test(text.slice(last.end, sentence.end));
}

/** "Our editor has filed this from the hall:": points to what stands below and asserts nothing of its own. */
function leadsIn(text: string, tokens: readonly Token[], from: number, to: number, { sentence }: Statement): boolean {
  if (!/^\s*:\s*$/.test(text.slice(tokens[to - 1]?.end ?? 0, sentence.end))) return false;
  for (let k = from; k < to; k += 1)
    if (/^(?:this|these|following|here|here's|below)$/.test(tokens[k]?.word.norm ?? '')) return true;
  return false;
}

/** "League rules bar operators", "The law bars them": a word that may be a verb which no list holds, for its own ending or behind a plural. */
function mayHoldVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || /^\p{Lu}/u.test(token.word.raw) || has(token, W.PREPOSITION | W.ADVERB)) continue;
    if (/[^su'’]s$|(?:ed|ew|ung|unk|ought|aught)$/.test(token.word.norm)) return true;
    if (/(?:[^s]s|people|men|women|children|police|staff|who|we|you|they|i)$/.test(tokens[k - 1]?.word.norm ?? ''))
      return true;
  }
  return false;
}

const JUDGING = /^(?:dismiss|reject|describ|condemn|denounc|criticis|criticiz|regard|slam|blast|hail)/;

/** "the claim as “baseless”": words in quotation marks among few others. */
function hasQuotation(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.QUOTE_MARK)) return true;
  return false;
}

function hasArabic(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < Math.min(to, from + 6); k += 1) if (has(tokens[k], W.ARABIC)) return true;
  return false;
}

/** «طلب عدم ذكر اسمه خوفا من الملاحقة»: on what terms somebody spoke. */
function isTerms(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:طلب|فضل|اشترط|رفض)(?:ت|ا|تا|وا)?$/.test(tokens[from]?.word.stem ?? '')) return false;
  for (let k = from + 1; k < to && k - from <= TERMS_TOKENS; k += 1)
    if (/^(?:اسم|اسماي|هويت|هويات)(?:ه|ها|هم|هما|يهما)$/.test(tokens[k]?.word.norm ?? '')) return true;
  return false;
}
const TERMS_TOKENS = 5;

const I_THINK = /^[وف]?(?:اذكر|اتذكر|اظن|اعترف|ادعو|اتساءل|لست|اتمني|احسب)$/;

/** «سألتُ عثمان», «أذكر أنني», «لست من دعاة التقشف»: what whoever writes does or thinks; not what he counts. */
const isOfWriter = ({ frame }: Statement, tokens: readonly Token[], from: number, to: number): boolean => {
  const first = tokens[from];
  if (frame !== null || first?.kind !== 'word' || hasQuantity(tokens, from, to)) return false;
  return /\p{L}{2}\u062a\u064f$/u.test(first.word.raw) || I_THINK.test(first.word.norm);
};

/** «جاء ذلك خلال كلمة له», «تأتي هذه التطورات بعد»: where or when, and nothing else. */
const isCircumstance = ({ frame }: Statement, tokens: readonly Token[], from: number, to: number): boolean =>
  frame === null &&
  /^(?:جاءت?|[يت]اتي)$/.test(tokens[from]?.word.stem ?? '') &&
  /^(?:ذلك|هذا|هذه)$/.test(tokens[from + 1]?.word.norm ?? '') &&
  !hasQuantity(tokens, from, to);

/** True when a trimmed clause asserts something: long enough, no question, no command, and for a preface or caption something of its own. */
export function isClaim(
  text: string,
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  statement: Statement,
  field: BlockField,
): boolean {
  let count = 0;
  let finite = false;
  let sure = false;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token || token.kind === 'mark') continue;
    count += 1;
    if (has(token, W.FINITE | W.MAYBE_FINITE)) finite = true;
    // «التوصية لم تُدرج»: whatever stands behind «لم» is a verb
    if ((tokens[k - 1]?.word.traits ?? 0) & BEFORE_VERB && /^[يتنا]/.test(token.word.norm)) finite = true;
    if (has(token, W.FINITE)) sure = true;
    if (statement.preface && asked.has(token.word.stem)) return false;
  }
  const first = tokens[from]?.word;
  if (isTerms(tokens, from, to) || isOfWriter(statement, tokens, from, to)) return false;
  if (isCircumstance(statement, tokens, from, to)) return false;
  // «يقول المثل: …»
  if (statement.frame?.speaker?.head === 'مثل') return false;
  if (count <= 4 && first?.norm === 'علي' && tokens[from + 1]?.word.norm === 'حد') return false;
  if (!first || isQuestion(text, tokens, from, to, statement)) return false;
  if (field !== 'title' && isCommand(tokens, from)) return false;
  // “No comment”
  if (first.norm === 'no' && tokens[from + 1]?.word.norm === 'comment' && count <= 4) return false;
  if (statement.conditional && statement.preface) return false;
  if (!statement.frame && field === 'body' && isRemark(tokens, from, to)) return false;
  if (!statement.frame && field === 'body' && leadsIn(text, tokens, from, to, statement)) return false;
  if (
    statement.preface &&
    (!sure || count < 5 || has(tokens[statement.from], W.PREPOSITION) || has(tokens[from], W.PREPOSITION))
  )
    return false;
  if (field === 'caption' && !(statement.frame && !statement.frame.hedge) && !(finite && hasQuantity(tokens, from, to)))
    return false;
  // English without a verb is a scrap («in an interview»), Arabic without one may be a full sentence
  // "League rules bar operators …": a sentence that ends as one has a verb, known or not
  if (!finite && field === 'body' && !statement.frame && count >= WHOLE_WORDS)
    finite = isWhole(text, tokens, from, to, statement) && mayHoldVerb(tokens, from, to);
  const told = count >= (/^den/.test(statement.frame?.cue ?? '') ? 2 : 3) && statement.frame?.hedge === false;
  const marked = told && (hasQuotation(tokens, from, to) || hasQuantity(tokens, from, to));
  // "denied any wrongdoing"
  const denied = told && /^den/.test(statement.frame?.cue ?? '');
  // "dismissed the minutes as forgeries"
  const judged =
    told && JUDGING.test(statement.frame?.cue ?? '') && tokens.slice(from, to).some(({ word }) => word.norm === 'as');
  const scrap = !finite && !(statement.frame && (statement.quoted || marked || denied || judged || count >= 5));
  if (scrap && !has(tokens[from], W.ARABIC) && !hasArabic(tokens, from, to)) return false;
  if (!statement.frame && isAddition(tokens, from, to)) return false;
  // «…، وفق ما أعلنه فلان، في إحاطة صحفية»: where it was said
  const where = has(tokens[from], W.PREPOSITION) && has(tokens[from], W.ARABIC);
  if (where && !finite && !statement.quoted && count <= 5 && !hasQuantity(tokens, from, to)) return false;
  if (statement.frame) return count >= (statement.frame.hedge ? 3 : 2);
  return finite ? count >= (hasQuantity(tokens, from, to) ? 3 : 4) : count >= 6;
}
