import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import * as W from '../../token/word.entry.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';

// The subject that stands before its verb.

/** «في وقت لاحق», «العام الماضي»: when something was said. */
export const temporal = phraseTable(words.temporal);
const saidVerbs = foldedSet([
  'كشف',
  'قال',
  'قالت',
  'ذكر',
  'أعلن',
  'نشر',
  'نشرت',
  'كشفت',
  'ذكرت',
  'أعلنت',
  'صرح',
  'أورد',
  'أوردت',
  'نقل',
  'نقلت',
  'أكد',
  'أكدت',
  'أدلى',
]);

const BARE_SUBJECT_TOKENS = 16;

/** The noun phrase standing before the verb as its subject («التقرير … أشار إلى أن», «وكان نائب الوزير قد قال»), as [from, to) or null. */
export function precedingSubject(view: SentenceView, cue: number, regionFrom: number): [number, number] | null {
  let from = regionFrom;
  let to = cue;
  if (has(at(view, cue - 1), W.RELATIVE)) return null;
  // «فريقها تحقق من السجلات، وتبيّن أن»: a verb joined by «و» has its subject behind it, or shares one
  if (at(view, cue)?.word.conjunction === 'و') return null;
  // «…، قبل أن تعترف بأن»
  if (has(at(view, cue - 1), W.COMPLEMENTISER)) return null;
  if (at(view, to - 1)?.word.stem === 'قد' || at(view, to - 1)?.word.stem === 'لقد') to -= 1;
  // «لكنه شدد», «ثم قال»: whoever spoke before goes on
  if (/^(لكن|ولكن|ثم|بل|كما|انه|هو|هي)(ه|ها|هم|هما)?$/.test(at(view, to - 1)?.word.stem ?? '')) return null;
  if (at(view, from)?.word.norm === 'لكن' || at(view, from)?.word.norm === 'ولكن') from += 1;
  // «غير أن الباحث … يرى أن», «إلا أن النائب قال إن»
  if (/^(غير|الا|بيد|علي)$/.test(at(view, from)?.word.stem ?? '') && at(view, from + 1)?.word.norm === 'ان') from += 2;
  // «أما زميلته لينا شو فاعتبرت أن»
  if (at(view, from)?.word.norm === 'اما') from += 1;
  // «صحيح أن الأعمال تأخرت، إلا أن تقرير الديوان كشف أن»: the subject stands in the last of the clauses
  for (let k = to - 1; k > from; k -= 1)
    if (/^(?:الا|غير|بيد)$/.test(at(view, k - 1)?.word.stem ?? '') && at(view, k)?.word.norm === 'ان') {
      from = k + 1;
      break;
    }
  const was = /^(كان|كانت|كانوا)$/.test(at(view, from)?.word.stem ?? '');
  if (was) from += 1;
  const length = matchPhrase(temporal, view.tokens, from, to);
  if (length > 0) from += length;
  while (has(at(view, from), W.COMMA)) from += 1;
  if (to <= from || to - from > BARE_SUBJECT_TOKENS + (was ? 14 : 0)) return null;
  if (
    has(
      at(view, from),
      W.PREPOSITION | W.FINITE | W.MAYBE_FINITE | W.NEGATION | W.RELATIVE | W.COMPLEMENTISER | W.PARTICLE,
    )
  )
    return null;
  if (
    /^(كما|بينما|فيما|عندما|بعدما|اذا|حيث|لكن|هذا|هذه|ذلك|وهو|هو|وهي|هي|حين|كذلك|لذلك|ثم)$/.test(
      at(view, from)?.word.stem ?? '',
    )
  )
    return null;
  if (isAdverbial(view, from, to)) return null;
  let relative = false;
  for (let k = from + 1; k < to; k += 1) {
    // «وكانت صحيفة «فايننشال دايجست» قد أوردت»: a name in marks may look like anything
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = Math.min(partner(view, k), to - 1);
    if (has(view.tokens[k], W.RELATIVE) || isAboutDocument(view, from, k) || onTerms(view, k)) relative = true;
    else if (has(view.tokens[k], W.COMMA)) relative = false;
    else if (has(view.tokens[k], W.FINITE) && !relative && !has(view.tokens[k], W.ROLE)) return null;
  }
  return [from, to];
}

/** «مدقق سابق، تحدث شريطة عدم الكشف عن هويته، قال إن» */
const onTerms = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k - 1], W.COMMA) &&
  /^(?:تحدث|طلب|اشترط|رفض|فضل)(?:ت|ا|تا|وا)?$/.test(view.tokens[k]?.word.norm ?? '');

/** «رسالة مسرّبة أوردها التحقيق تشير إلى أن»: a verb with a pronoun for the document in front of it. */
function isAboutDocument(view: SentenceView, from: number, k: number): boolean {
  const head = view.tokens[from];
  if (!has(head, W.DOCUMENT) || has(head, W.DEFINITE) || !/(?:ه|ها)$/.test(view.tokens[k]?.word.norm ?? ''))
    return false;
  return (
    has(view.tokens[k], W.FINITE | W.MAYBE_FINITE) ||
    view.tokens[k]?.word.report !== undefined ||
    W.wordOf((view.tokens[k]?.word.raw ?? '').replace(/ها?$/u, '')).report !== undefined
  );
}

/** «لاحقًا، تبيّن أن»: an adverb in the accusative before a comma is nobody. */
function isAdverbial(view: SentenceView, from: number, to: number): boolean {
  const words = view.tokens.slice(from, to).filter((token) => token.kind === 'word');
  return (
    words.length === 1 && (has(words[0], W.ADVERB) || /(?:\u064b\u0627?|\u0627\u064b)$/.test(words[0]?.word.raw ?? ''))
  );
}

/** «ما كشفه كامل صقر مؤخرًا يوضح أن»: the speaker stands inside the clause that is the subject. */
export function whatWasSaid(view: SentenceView, cue: number, regionFrom: number): [number, number] | null {
  let from = regionFrom;
  while (from < cue && (has(at(view, from), W.COMMA) || /^(لكن|ان|بينما)$/.test(at(view, from)?.word.stem ?? '')))
    from += 1;
  if (at(view, from)?.word.stem !== 'ما' || cue - from < 3 || cue - from > 14) return null;
  const verb = at(view, from + 1)?.word.stem.replace(/(ه|ته)$/, '') ?? '';
  return saidVerbs.has(verb) ? [from + 2, cue] : null;
}
