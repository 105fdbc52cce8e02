import { foldedSet, nounSet, sources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { appositionEnd } from './arabic.name.js';
import { OWN_WORDS, talksTo } from './arabic.phrase.js';
import { arabicSource } from './arabic.source.js';
import type { Source } from '../attribution.types.js';
import { at, has, type SentenceView } from '../sentence.view.js';

// Who is meant by a verb of saying without a subject of its own: somebody the sentence has named before it.

const pluralPeople = nounSet(sources.people.plural);

const isThat = (token: Token | undefined): boolean => /^[وفب]?ان(?:ه|ها|هم)?$/.test(token?.word.norm ?? '');

/** «وقالوا لنا»: the people spoken of last, if their plural noun stands within reach. */
export function peopleBefore(view: SentenceView, cue: number): Source | null {
  for (let k = cue - 1; k >= Math.max(0, cue - 40); k -= 1) {
    const token = view.tokens[k];
    if (isThat(token)) return null;
    if (token?.kind !== 'word' || !pluralPeople.has(token.word.head.replace(/ين$/, 'ون'))) continue;
    // «يُزعم أن الأطباء ظلوا …»: they are spoken of
    if (isThat(view.tokens[k - 1])) return null;
    const end = has(view.tokens[k + 1], W.DEFINITE) && has(token, W.DEFINITE) ? k + 2 : k + 1;
    const name = view.text.slice(token.start, view.tokens[end - 1]?.end ?? token.end);
    const end16 = token.start + name.length;
    return {
      start: token.start,
      end: end16,
      name,
      role: 'speaker',
      type: 'anonymous',
      anonymous: true,
      count: 0,
      head: token.word.head,
      titles: [],
      definite: false,
      named: false,
      gender: null,
      number: 'p',
    };
  }
  return null;
}

/** «كشف “جاسوس” من موسكو عن خطة …، الذي يقول إنه»: who revealed is who says. */
function tellerBefore(view: SentenceView, cue: number): Source | null {
  for (let k = Math.max(view.from, cue - 24); k < cue - 2; k += 1) {
    const form = view.tokens[k]?.word.report;
    if (!form || form.tense === 'participle') continue;
    let end = k + 1;
    while (end < cue && end - k < 8 && !has(view.tokens[end], W.PREPOSITION | W.COMMA | W.FINITE)) end += 1;
    return end > k + 1 ? arabicSource(view.text, view.tokens, k + 1, end) : null;
  }
  return null;
}

/** The subject stands right before the verb without a pause: «… من مصدر يدعي أن», «… الوزير الذي قال إن», «مع تقارير تشير إلى أن». */
export function attachedSubject(view: SentenceView, cue: number): Source | null {
  const { text, tokens } = view;
  const relative = has(at(view, cue - 1), W.RELATIVE);
  if (relative && has(at(view, cue - 2), W.COMMA)) {
    const teller = tellerBefore(view, cue);
    if (teller) return teller;
  }
  let end = relative ? cue - 1 : cue;
  if (relative && has(at(view, end - 1), W.COMMA)) end -= 1;
  if (relative && /^(هو|هي|هم)$/.test(at(view, end - 1)?.word.stem ?? '')) return null;
  let start = end;
  while (start > view.from && end - start < (relative ? 9 : 4)) {
    const token = tokens[start - 1];
    if (token?.kind !== 'word' || has(token, W.FINITE | W.MAYBE_FINITE | W.COMPLEMENTISER | W.RELATIVE | W.NEGATION))
      break;
    if (has(token, W.PREPOSITION)) break;
    start -= 1;
    if (!relative && has(token, W.ANONYMOUS | W.DOCUMENT | W.ROLE) && !has(token, W.DEFINITE)) break;
  }
  const head = at(view, start);
  if (start >= end || !head) return null;
  if (!relative && !(has(head, W.ANONYMOUS | W.DOCUMENT | W.ROLE) && !has(head, W.DEFINITE))) return null;
  return arabicSource(text, tokens, start, end);
}

/**
 * A subjectless verb joined by «و» to an earlier clause of its sentence shares that clause's subject: «غادر الوزير القاعة وأكد أن …».
 * 'none' when that subject is no speaker («هذا الموقف زاد … وأكد له أن»), null when there is no such clause.
 */
export function sharedSubject(view: SentenceView, from: number, cue: number): Source | 'none' | null {
  // «رحبت الجمعية بالحكم، لكنها رأت أن»
  const joined =
    view.tokens[cue]?.word.conjunction ||
    BUT_SHE.test(at(view, cue - 1)?.word.stem ?? '') ||
    isYetShe(view, cue) ||
    isSince(view, cue);
  return joined && cue - from > 3 ? clauseSubject(view, from, cue) : null;
}

/** «رفض الوكيل العرض، إذ قال إن» */
const isSince = (view: SentenceView, cue: number): boolean =>
  /^(?:اذ|حيث)$/.test(at(view, cue - 1)?.word.norm ?? '') && has(at(view, cue - 2), W.COMMA);

const CAME = /^(?:عاد|خرج|ظهر|سارع|رجع|جاء|بادر|وقف|اطل|[يت](?:عود|خرج|ظهر|سارع|رجع|بادر|قف|طل))(?:ت)?$/;
const CAME_REACH = 12;

/** «عاد المتحدث ليؤكد أن»: whoever came forward. Null for another form of the verb, 'none' where nobody came. */
export function cameForward(view: SentenceView, from: number, cue: number): Source | 'none' | null {
  if (!/^ل[يت]/.test(view.tokens[cue]?.word.stem ?? '')) return null;
  for (let k = cue - 1; k >= from && cue - k <= CAME_REACH; k -= 1)
    if (CAME.test(view.tokens[k]?.word.stem ?? '')) return clauseSubject(view, k, cue) ?? 'none';
  return 'none';
}

const DOCUMENT_REACH = 16;

/** «… من تقرير للوكالة اطلعت عليه رويترز، أظهر أن»: behind its clause and a comma, what shows something is the document named last. */
export function documentBefore(view: SentenceView, from: number, cue: number): Source | null {
  if (!has(at(view, cue - 1), W.COMMA) || view.tokens[cue]?.word.conjunction) return null;
  for (let k = cue - 2; k > from && cue - k <= DOCUMENT_REACH; k -= 1) {
    if (has(view.tokens[k], W.COMMA | W.COMPLEMENTISER)) return null;
    if (has(view.tokens[k], W.DOCUMENT) && !has(view.tokens[k], W.DEFINITE) && has(view.tokens[k - 1], W.PREPOSITION))
      return arabicSource(view.text, view.tokens, k, cue - 1);
  }
  return null;
}

/** «غير أنها أكدت», «إلا أنه قال» */
export const isYetShe = (view: SentenceView, cue: number): boolean =>
  /^ان(?:ه|ها|هم|هما)$/.test(at(view, cue - 1)?.word.stem ?? '') &&
  /^(?:غير|الا|بيد)$/.test(at(view, cue - 2)?.word.stem ?? '');

const BUT_SHE = /^لكن(?:ه|ها|هم|هما)$/;

const VERBS = W.FINITE | W.MAYBE_FINITE;

/** «بتشكيل», «بإنشاء», «بوقف»: what a verb such as «طالب» is about. */
const ACT = /^ب(?:ال\p{L}{3,}|ت\p{L}{2}ي\p{L}+|ا\p{L}{2,3}ا\p{L}+|عدم|وقف|فتح|منع|رفع|نشر|دفع|صرف|كشف)$/u;

/** What follows the subject of a verb that stands first: a pause, a preposition, another verb, «بتشكيل لجنة», «قد». */
function endsSubject(tokens: readonly Token[], first: number, k: number): boolean {
  // «المتحدث باسم الوزارة»
  if (tokens[k]?.word.norm === 'باسم' && has(tokens[k - 1], W.ROLE)) return false;
  if (has(tokens[k], W.PREPOSITION | W.COMMA | VERBS | W.COMPLEMENTISER | W.PARTICLE)) return true;
  const { norm = '' } = tokens[k]?.word ?? {};
  // «أرجع كمال ذلك إلى», «رفض كمال هذه الاتهامات»; «هذا المسؤول» is the subject itself
  if (/^ب?(?:هذا|هذه|ذلك|تلك)$/.test(norm) && k > first + 1) return true;
  return ACT.test(norm) || OWN_WORDS.test(norm);
}

const TOLD_TOKENS = 5;

const VERB_FORM = /^(?:ت\p{L}{3}|است\p{L}{3}|ا\p{L}ت\p{L}{2}|ان\p{L}{3})$/u;

/** «وتطرق الوزير إلى», «واستهجنت النقابة»: by its form and by whoever stands behind it, though no list has it. */
function isVerbByPlace(tokens: readonly Token[], k: number): boolean {
  const word = tokens[k]?.word;
  const next = tokens[k + 1];
  return (
    word?.conjunction === 'و' &&
    word.flags === W.ARABIC &&
    VERB_FORM.test(word.stem.replace(/(?<=\p{L}{4})ت$/u, '')) &&
    has(next, W.DEFINITE) &&
    has(next, W.ROLE | W.INSTITUTION | W.ANONYMOUS)
  );
}

const HOUSE_TOKENS = 4;

/** «شكك مسؤول في الحكومة المكلفة …»: where an unnamed man works is part of who he is. */
function pastHouse(tokens: readonly Token[], head: number, end: number, to: number): number {
  const unnamed = has(tokens[head], W.ROLE | W.ANONYMOUS) && !has(tokens[head], W.DEFINITE) && end === head + 1;
  if (!unnamed || tokens[end]?.word.norm !== 'في' || !has(tokens[end + 1], W.INSTITUTION)) return end;
  let past = end + 2;
  while (
    past < to &&
    past - end <= HOUSE_TOKENS &&
    !has(tokens[past], W.PREPOSITION | W.COMMA | VERBS | W.COMPLEMENTISER)
  )
    past += 1;
  return past;
}

/** Subject of the verb that the clause from `from` on has of its own; 'none' when it is no speaker, null without such a verb before `cue`. */
export function clauseSubject(view: SentenceView, from: number, cue: number): Source | 'none' | null {
  const { text, tokens } = view;
  let first = from;
  // «أما في كييف، فقد دعا المستشار»
  if (tokens[first]?.word.norm === 'اما') first += 1;
  // «وفي بيان لها، رحبت الجمعية …»
  if (has(tokens[first], W.PREPOSITION)) {
    while (first < cue && !has(tokens[first], W.COMMA)) first += 1;
    if (first >= cue - 3) return null;
  }
  while (
    first < cue &&
    (tokens[first]?.kind !== 'word' ||
      has(tokens[first], W.ADVERB | W.PARTICLE) ||
      /^(?:لكن|بينما|فيما)$/.test(tokens[first]?.word.stem ?? ''))
  )
    first += 1;
  if (has(tokens[first], VERBS) || isVerbByPlace(tokens, first) || CAME.test(tokens[first]?.word.stem ?? '')) {
    let end = first + 1;
    while (end < cue && end - first < 8 && !endsSubject(tokens, first, end)) end += 1;
    // «أرجع عطية سلامة، رئيس الشعبة، النقص إلى», «حذر رئيس الشعبة، عطية سلامة، من»
    // «شكك نقيب الأطباء في الإقليم، وسام الخطيب، في»
    let pause = end;
    while (pause < cue && pause - end < 6 && !has(tokens[pause], W.COMMA | VERBS)) pause += 1;
    end = Math.max(end, appositionEnd(tokens, first + 1, pause, cue));
    // «غادر الوزير كمال درويش القاعة»: what is definite again after a bare name is the object
    for (let k = first + 3; k < end; k += 1)
      if (
        has(tokens[k], W.DEFINITE) &&
        !has(tokens[k - 1], W.DEFINITE | W.ROLE) &&
        !has(tokens[k - 2], W.DEFINITE | W.ROLE)
      )
        end = k;
    end = pastHouse(tokens, first + 1, end, cue);
    // «قللت مصادر تحدثت إلى صحيفة … من ذلك»: whom they told
    const whole = talksTo(tokens, end) ? Math.min(cue, end + TOLD_TOKENS) : end;
    const source = end > first + 1 ? arabicSource(text, tokens, first + 1, whole) : null;
    return source && (source.role !== 'speaker' || source.type !== 'person' || source.named || source.titles.length > 0)
      ? source
      : 'none';
  }
  let verb = first;
  while (verb < cue && verb - first < 14 && !has(tokens[verb], VERBS)) verb += 1;
  if (verb >= cue || verb === first || !has(tokens[verb], VERBS)) return null;
  if (/^(هذا|هذه|ذلك|تلك|هو|هي|هم|ما|كل)$/.test(tokens[first]?.word.stem ?? '')) return 'none';
  const source = arabicSource(text, tokens, first, verb);
  return source && (source.titles.length > 0 || source.type !== 'person') ? source : 'none';
}

const ASKED_REACH = 14;

/** «سألتُ عثمان إن كان نادما. أجاب: …», «سألنا وزيرا سابقا، …»: whoever writes asks, and the other answers. */
function whomWeAsked({ text, tokens, from, to }: SentenceView): Source | null {
  for (let k = from; k < to - 1 && k - from < ASKED_REACH; k += 1) {
    if (!/^سال(?:ت|نا)$/.test(tokens[k]?.word.stem ?? '')) continue;
    let end = k + 1;
    while (
      end < to &&
      !has(tokens[end], W.COMMA | W.COMPLEMENTISER | W.PREPOSITION) &&
      !/^(?:عما|ان|هل)$/.test(tokens[end]?.word.norm ?? '')
    )
      end += 1;
    return end > k + 1 ? arabicSource(text, tokens, k + 1, end) : null;
  }
  return null;
}

/** Verbs that only somebody can be the subject of. */
const ACTS = foldedSet(
  'رفض رحب انتقد هاجم شكك نفى طالب دعا رد علق أشاد ندد دان استنكر هنأ اعتذر تعهد وعد هدد أعرب عبر حذر كشف أعلن'.split(
    ' ',
  ),
);

/** Whoever did something in a sentence that is told in the article's own voice; null where its subject may be no person and no body. */
export function actorOf(view: SentenceView): Source | null {
  const asked = whomWeAsked(view);
  if (asked) return asked;
  const subject = clauseSubject(view, view.from, view.to);
  if (!subject || subject === 'none') return null;
  // «تشتري أم يزن صهريجا»: whoever is called so is somebody
  const called = /^(?:أم|أبو|ابو|ام) (?:عبد )?\S+/u.exec(subject.name)?.[0];
  if (called) return { ...subject, name: called, end: subject.start + called.length };
  if (subject.titles.length > 0 || subject.type === 'institution') return subject;
  for (let k = view.from; k < view.to && k - view.from < 20; k += 1) {
    const token = view.tokens[k];
    if (!has(token, VERBS)) continue;
    return ACTS.has(token?.word.stem.replace(/(?<=\p{L}{3})ت$/u, '') ?? '') ? subject : null;
  }
  return null;
}
