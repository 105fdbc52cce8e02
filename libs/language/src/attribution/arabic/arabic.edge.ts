import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import * as W from '../../token/word.entry.js';
import { at, has, type SentenceView } from '../sentence.view.js';

/** «…، بعد هذا التقرير، زعموا أن»: a short adverbial between two commas belongs to the cue behind it. */
export function beforeAdverbial(view: SentenceView, regionFrom: number, cue: number): number {
  let k = cue - 1;
  if (!has(at(view, k), W.COMMA)) return cue;
  for (k -= 1; k > regionFrom && cue - k < 9; k -= 1) {
    if (has(view.tokens[k], W.FINITE | W.QUOTE_MARK)) return cue;
    if (has(view.tokens[k], W.COMMA)) return has(view.tokens[k + 1], W.PREPOSITION) ? k : cue;
  }
  return cue;
}

export function connectiveStart(view: SentenceView, regionFrom: number, cue: number): number {
  let k = cue;
  while (
    k > regionFrom &&
    /^(كما|وقد|قد|لقد|فقد|فيما|حيث|اذ|بينما|لم|لن|لا|لكنه|لكنها|لكنهم|ولكنه|ولكنها|ثم|غير|الا|بيد|انه|انها|انهم|وهو|وهي|هو|هي|الذي|التي|الوقت)$/.test(
      at(view, k - 1)?.word.norm ?? '',
    )
  )
    k -= 1;
  return beforeMeanwhile(view, regionFrom, k);
}

const MEANWHILE = phraseTable([
  'في الوقت الذي كان',
  'في الوقت الذي كانت',
  'في الوقت الذي',
  'في وقت كان',
  'في وقت كانت',
  'في وقت',
  'في حين كان',
  'في حين كانت',
  'في حين',
]);

/** «…، في الوقت الذي كان يؤكد أن»: the words that lead to the next cue belong to no clause before it. */
function beforeMeanwhile(view: SentenceView, regionFrom: number, cue: number): number {
  for (const count of [4, 3, 2]) {
    const from = cue - count;
    if (
      from >= regionFrom &&
      view.tokens[from]?.word.norm === 'في' &&
      matchPhrase(MEANWHILE, view.tokens, from, cue) === count
    )
      return from;
  }
  return cue;
}

export function onlyConnectives(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) {
    const token = view.tokens[k];
    if (
      token &&
      token.kind === 'word' &&
      !has(token, W.ADVERB) &&
      !/^(كما|لكن|ولكن|و|اما|ايضا|فيما|بينما|وقد)$/.test(token.word.norm)
    )
      return false;
  }
  return true;
}

const JOINS = /^(?:اذ|حيث|كما|فيما|بينما)$/;
const JOINED_TOKENS = 6;

/** «فجّر الفشل أزمة في النادي، إذ علمت …»: what stands before the joining word at `to` is a clause of its own and leads to nothing. */
export function isJoined(view: SentenceView, from: number, to: number): boolean {
  return (
    to - from > JOINED_TOKENS &&
    JOINS.test(at(view, to)?.word.norm ?? '') &&
    has(at(view, to - 1), W.COMMA) &&
    !has(at(view, from), W.PREPOSITION)
  );
}

/** «… ، ويطالب نواب بعرض العقد»: another speech act with its own subject ends the frame before it. */
export function startsOwnAct(view: SentenceView, k: number): boolean {
  const word = view.tokens[k]?.word;
  const meanwhile = /^(فيما|بينما)$/.test(at(view, k - 1)?.word.norm ?? '');
  if (!(word?.conjunction || meanwhile) || !word?.report || word.report.tense === 'participle') return false;
  // «ونقلوا رئيس النظام»: carried, not told
  if (/^(نقل|نشر|سلّم|كشف|رصد|كتب|زاد|دفع|نسب|سجل|أبرز)$/.test(word.report.verb.past)) return false;
  const next = at(view, k + 1);
  return (
    has(at(view, meanwhile ? k - 2 : k - 1), W.COMMA) &&
    has(next, W.DEFINITE | W.ROLE | W.ANONYMOUS | W.COUNTRY | W.INSTITUTION) &&
    !has(next, W.PREPOSITION)
  );
}

/** «قفز السهم 5% بعد أن أفادت صحيفة بأن»: the clause before «بعد أن» is the article's own; where it ends, or -1. */
export function afterClause(view: SentenceView, from: number, cue: number): number {
  const end =
    at(view, cue - 1)?.word.norm === 'بعدما'
      ? cue - 1
      : at(view, cue - 1)?.word.norm === 'ان' && at(view, cue - 2)?.word.norm === 'بعد'
        ? cue - 2
        : -1;
  return end - from >= JOINED_TOKENS - 1 && has(at(view, from), W.FINITE | W.MAYBE_FINITE) ? end : -1;
}

/** «X، كما يلاحظ فلان، أن Y»: the remark, whose verb stands at `cue`, covers what it follows as well. */
export function isAside(view: SentenceView, cue: number): boolean {
  return (
    at(view, cue - 1)?.word.norm === 'كما' &&
    view.tokens[cue]?.word.report?.tense === 'present' &&
    has(at(view, cue - 2), W.COMMA | W.QUOTE_MARK)
  );
}
