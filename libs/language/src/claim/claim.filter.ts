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

/** A trimmed clause, and what its words tell at one look. */
interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly statement: Statement;
  readonly field: BlockField;
  /** words and numbers */
  readonly count: number;
  /** it has a verb, or what may be one */
  readonly finite: boolean;
  /** it has a verb that nothing else can be */
  readonly sure: boolean;
}

function clauseOf(place: Omit<Clause, 'count' | 'finite' | 'sure'>): Clause {
  const { tokens, from, to } = place;
  let [count, finite, sure] = [0, false, false];
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token || token.kind === 'mark') continue;
    count += 1;
    if (has(token, W.FINITE | W.MAYBE_FINITE)) finite = true;
    // «التوصية لم تُدرج»: whatever stands behind «لم» is a verb
    if ((tokens[k - 1]?.word.traits ?? 0) & BEFORE_VERB && /^[يتنا]/.test(token.word.norm)) finite = true;
    if (has(token, W.FINITE)) sure = true;
  }
  const known = { ...place, count, finite, sure };
  return finite || !isWholeWithVerb(known) ? known : { ...known, finite: true };
}

/** "League rules bar operators …": a sentence that ends as one has a verb, known or not. */
function isWholeWithVerb({ text, tokens, from, to, statement, field, count }: Clause): boolean {
  if (field !== 'body' || statement.frame || count < WHOLE_WORDS) return false;
  return isWhole(text, tokens, from, to, statement) && mayHoldVerb(tokens, from, to);
}

/** Words that assert nothing, whoever says them: terms of a talk, a question, a command, a saying, a refusal to comment. */
function assertsNothing({ text, tokens, from, to, statement, field, count }: Clause): boolean {
  const [first, second] = [tokens[from]?.word.norm, tokens[from + 1]?.word.norm];
  if (isTerms(tokens, from, to) || isQuestion(text, tokens, from, to, statement)) return true;
  if (field !== 'title' && isCommand(tokens, from)) return true;
  // «يقول المثل: …»
  if (statement.frame?.speaker?.head === 'مثل') return true;
  if (count > 4) return false;
  return (first === 'علي' && second === 'حد') || (first === 'no' && second === 'comment');
}

/** What the article says in its own voice by the way: of whoever writes, of circumstances, between the facts, in addition. */
function isByTheWay({ text, tokens, from, to, statement, field }: Clause): boolean {
  if (isOfWriter(statement, tokens, from, to) || isCircumstance(statement, tokens, from, to)) return true;
  if (statement.frame) return false;
  if (field === 'body' && (isRemark(tokens, from, to) || leadsIn(text, tokens, from, to, statement))) return true;
  return isAddition(tokens, from, to);
}

/** «وعندما سئل عن ذلك», "In an interview,": what stands before the statement and has nothing of its own. */
function isEmptyPreface({ tokens, from, to, statement, count, sure }: Clause): boolean {
  if (!statement.preface) return false;
  if (statement.conditional || !sure || count < 5) return true;
  if (has(tokens[statement.from], W.PREPOSITION) || has(tokens[from], W.PREPOSITION)) return true;
  return tokens.slice(from, to).some(({ kind, word }) => kind !== 'mark' && asked.has(word.stem));
}

/** A caption is a claim where somebody says it, or where it tells what happened and how much. */
function isBareCaption({ tokens, from, to, statement, field, finite }: Clause): boolean {
  if (field !== 'caption' || (statement.frame && !statement.frame.hedge)) return false;
  return !(finite && hasQuantity(tokens, from, to));
}

/** English without a verb is a scrap («in an interview»), Arabic without one may be a full sentence. */
function isScrap({ tokens, from, to, statement, count, finite }: Clause): boolean {
  if (finite || has(tokens[from], W.ARABIC) || hasArabic(tokens, from, to)) return false;
  const { frame, quoted } = statement;
  if (!frame) return true;
  if (quoted || count >= 5) return false;
  const denied = /^den/.test(frame.cue);
  if (frame.hedge || count < (denied ? 2 : 3)) return true;
  // "denied any wrongdoing", "dismissed the minutes as forgeries"
  const judged = JUDGING.test(frame.cue) && tokens.slice(from, to).some(({ word }) => word.norm === 'as');
  return !(denied || judged || hasQuotation(tokens, from, to) || hasQuantity(tokens, from, to));
}

/** «…، وفق ما أعلنه فلان، في إحاطة صحفية»: where it was said. */
function isPlace({ tokens, from, to, statement, count, finite }: Clause): boolean {
  if (!has(tokens[from], W.PREPOSITION) || !has(tokens[from], W.ARABIC)) return false;
  return !finite && !statement.quoted && count <= 5 && !hasQuantity(tokens, from, to);
}

function isLongEnough({ tokens, from, to, statement: { frame }, count, finite }: Clause): boolean {
  if (frame) return count >= (frame.hedge ? 3 : 2);
  if (!finite) return count >= 6;
  return count >= (hasQuantity(tokens, from, to) ? 3 : 4);
}

/** True when a trimmed clause asserts something: long enough, no question, no command, and for a preface or caption something of its own. */
export function isClaim(
  text: string,
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  statement: Statement,
  field: BlockField,
): boolean {
  if (!tokens[from]) return false;
  const clause = clauseOf({ text, tokens, from, to, statement, field });
  if (!isLongEnough(clause) || assertsNothing(clause) || isByTheWay(clause)) return false;
  return !isEmptyPreface(clause) && !isBareCaption(clause) && !isScrap(clause) && !isPlace(clause);
}
