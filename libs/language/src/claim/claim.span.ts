import { foldedSet } from '../lexicon/lexicon.load.js';
import { graphemeCeil, graphemeFloor } from '../text/grapheme.boundary.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import type { Token } from '../token/token.scan.js';
import { FINITE, MAYBE_FINITE, QUOTE_MARK } from '../token/word.entry.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const leading = foldedSet([
  'لكن',
  'ولكن',
  'كما',
  'لأن',
  'لأنه',
  'لأنها',
  'لأنهم',
  'لأننا',
  'حيث',
  'إذ',
  'بل',
  'ثم',
  'وكذلك',
  'أيضا',
  'وأن',
  'إن',
  'أن',
  'فإن',
  'وإن',
  'and',
  'but',
  'بينما',
  'وبينما',
  'فيما',
  'وفيما',
  'that',
  'while',
  'whereas',
  'because',
  'as',
]);
const trailing = foldedSet([
  'ما',
  'وإن',
  'وأن',
  'وأنه',
  'وأنها',
  'قد',
  'و',
  'كما',
  'لكن',
  'حيث',
  'فيما',
  'بينما',
  'and',
  'but',
  'that',
  'as',
]);
const leadingPhrases = phraseTable([
  'إلا أن',
  'غير أن',
  'بيد أن',
  'في حين',
  'في وقت',
  'علما أن',
  'علما بأن',
  'ومع ذلك',
  'ومع هذا',
  'كان فيه',
  'كانت فيه',
  'كان فيها',
  'كانت فيها',
  'يجب أن يكون معروفا أن',
  'يجب أن يكون معروفا للجميع أن',
  'يجب أن يكون واضحا أن',
  'من المعروف أن',
  'من المعلوم أن',
  'المعروف أن',
  'المؤكد أن',
  'من المؤكد أن',
  'لا شك أن',
  'لا شك في أن',
  'لا يخفى أن',
  'لا يخفى على أحد أن',
  'تجدر الإشارة إلى أن',
  'وتجدر الإشارة إلى أن',
  'جدير بالذكر أن',
  'والجدير بالذكر أن',
  'الجدير بالذكر أن',
  'من الجدير بالذكر أن',
  'يشار إلى أن',
  'الحقيقة أن',
  'الواقع أن',
  'والحقيقة أن',
  'والواقع أن',
  'والحقيقة هي أن',
  'واللافت أن',
  'اللافت أن',
  ...['revealed', 'disclosed', 'reported', 'confirmed'].flatMap((told) =>
    ['it can be', 'it can also be', 'it can now be'].map((start) => `${start} ${told} that`),
  ),
  'the fact is that',
  'the truth is that',
  'there is no doubt that',
  'it turns out that',
  'what is clear is that',
  'it is no secret that',
]);
const leadingPhraseAt = (tokens: readonly Token[], from: number, to: number): number =>
  to - from > 4 ? matchPhrase(leadingPhrases, tokens, from, to) : 0;
const OPENERS = '“«„"(["';
const CLOSERS = '”»")]"';

/** "as many as 200", "as of May": no connective. */
const isMeasured = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word.norm === 'as' &&
  /^(many|much|few|little|of|early|late|soon|long|far|high|low)$/.test(tokens[at + 1]?.word.norm ?? '');

/** «وكذلك فعلت الدول المجاورة» says nothing without its first word. */
const isNeeded = (tokens: readonly Token[], at: number): boolean =>
  isMeasured(tokens, at) || (tokens[at]?.word.norm === 'وكذلك' && /^فعل/.test(tokens[at + 1]?.word.norm ?? ''));

interface Brackets {
  readonly firstOpener: number;
  readonly lastCloser: number;
  /** Quotation marks and brackets in the clause. */
  readonly marks: number;
}

function bracketsOf(tokens: readonly Token[], from: number, to: number): Brackets {
  let firstOpener = to;
  let lastCloser = from - 1;
  let marks = 0;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'mark') continue;
    if (token.word.flags & QUOTE_MARK || '()[]'.includes(token.word.raw)) marks += 1;
    if (OPENERS.includes(token.word.raw) && firstOpener === to) firstOpener = k;
    if (CLOSERS.includes(token.word.raw)) lastCloser = k;
  }
  return { firstOpener, lastCloser, marks };
}

/** Tokens of a clause without the punctuation and connectives at its edges; [from, to) or null when nothing is left. */
export function trimClause(tokens: readonly Token[], from: number, to: number): [number, number] | null {
  const { firstOpener, lastCloser, marks } = bracketsOf(tokens, from, to);
  let a = from;
  let b = to;
  let inside = marks;
  for (;;) {
    const first = tokens[a];
    const last = tokens[b - 1];
    if (!first || !last || a >= b) return null;
    const opens = OPENERS.includes(first.word.raw);
    const closes = CLOSERS.includes(last.word.raw);
    if (b - a > 1 && opens && closes && inside === 2) {
      a += 1;
      b -= 1;
      inside = 0;
    } else if (first.kind === 'mark' && !(opens && lastCloser > a && lastCloser < b) && !isSignal(first)) {
      if (opens || CLOSERS.includes(first.word.raw)) inside -= 1;
      a += 1;
    } else if (leadingPhraseAt(tokens, a, b) > 0) a += leadingPhraseAt(tokens, a, b);
    else if (isLacking(tokens, a, b) || isDone(tokens, a, b)) a += 1;
    else if (leading.has(first.word.norm) && !/^\p{Lu}/u.test(first.word.raw) && !isNeeded(tokens, a)) a += 1;
    else if (closes && isStray(tokens, a, b)) b -= 1;
    else if (last.kind === 'mark' && !(closes && firstOpener < b - 1 && firstOpener >= a) && !isSignal(last)) {
      if (closes || OPENERS.includes(last.word.raw)) inside -= 1;
      b -= 1;
    } else if (trailing.has(last.word.norm)) b -= 1;
    else return [a, b];
  }
}

/** «مع عدم إبداء القوات أي مقاومة»: what did not happen is said by the noun; the preposition only ties it to another clause. */
const isLacking = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from > 4 &&
  /^(?:مع|رغم|برغم|بسبب|نتيجه|نظرا|امام|وسط)$/.test(tokens[from]?.word.stem ?? '') &&
  /^ل?عدم$/.test(tokens[from + 1]?.word.norm ?? '');

/** «وقد أوقفت الجمارك …», «لقد أوقفت»: the word only says that it is done; «قد ترتفع» says that it may be. */
const isDone = (tokens: readonly Token[], from: number, to: number): boolean => {
  const next = tokens[from + 1];
  if (
    to - from <= 4 ||
    !/^[وف]?ل?قد$/.test(tokens[from]?.word.norm ?? '') ||
    !((next?.word.flags ?? 0) & (FINITE | MAYBE_FINITE))
  )
    return false;
  return !/^[يتن]/.test(next?.word.norm ?? '') || /^[وف]?لقد$/.test(tokens[from]?.word.norm ?? '');
};

/** The closing mark at the end belongs to a quotation that was opened before the clause. */
function isStray(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]?.word.raw ?? '';
  const opener = OPENERS.charAt(['”', '»', '', '"', ')', ']'].indexOf(last));
  if (last === '"' || opener === '') return false;
  let open = 0;
  for (let k = from; k < to; k += 1) {
    const raw = tokens[k]?.word.raw ?? '';
    if (raw === opener || (last === '”' && raw === '„')) open += 1;
    else if (raw === last) open -= 1;
  }
  return open < 0;
}

const isSignal = (token: Token): boolean => /[%٪$€£#@\p{So}]/u.test(token.word.raw);

/** The exact span of trimmed tokens: a joined و or ف in front is left out with its vowel signs; no grapheme is cut. */
export function spanOf(text: string, tokens: readonly Token[], from: number, to: number): Span {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) return { start: 0, end: 0 };
  let start = first.start;
  const already = /^[وف]قد$/.test(first.word.norm) && to - from > 1;
  if ((already || (first.word.conjunction && first.word.stem.length > 1)) && /^[وف]/.test(text.charAt(start))) {
    start += 1;
    while (start < first.end && /[\p{M}\u0640]/u.test(text.charAt(start))) start += 1;
    if (start >= first.end) start = first.start;
  }
  return { start: graphemeCeil(text, start), end: graphemeFloor(text, last.end) };
}
