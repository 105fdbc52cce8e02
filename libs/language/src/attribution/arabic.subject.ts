import { foldedSet, nounSet, sources, words } from '../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import { arabicSource } from './arabic.source.js';
import { at, has, partner, type SentenceView } from './sentence.view.js';
import type { Source } from './attribution.types.js';

const outletIn = phraseTable(words.outletIn);
const temporal = phraseTable(words.temporal);
const pluralPeople = nounSet(sources.people.plural);
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
const citing = phraseTable(['نقلا عن', 'استنادا إلى', 'نقلا من', 'بالاستناد إلى']);

export interface Subject {
  readonly speaker: Source | null;
  readonly via: readonly Source[];
}

/** «ذكرت رويترز نقلًا عن مصدرين أن»: the outlet carried what the cited said. */
function citedWithin(view: SentenceView, from: number, to: number): Subject | null {
  for (let k = from; k < to; k += 1) {
    const length = matchPhrase(citing, view.tokens, k, to);
    if (length === 0) continue;
    const speaker = arabicSource(view.text, view.tokens, k + length, to);
    const carrier = k > from ? arabicSource(view.text, view.tokens, from, k) : null;
    if (!speaker) return null;
    return {
      speaker,
      via: carrier
        ? [
            {
              ...carrier,
              role: carrier.role === 'document' ? 'document' : 'outlet',
              anonymous: false,
              type: carrier.role === 'speaker' ? 'outlet' : carrier.type,
            },
          ]
        : [],
    };
  }
  return null;
}

const NOUN = W.DEFINITE | W.ADVERB | W.ROLE | W.INSTITUTION | W.COUNTRY | W.ANONYMOUS | W.DOCUMENT | W.OUTLET;
/** Names and nouns that begin with ل of their own. */
const OWN_LAM = foldedSet(words.ownLam);

/** «قالوا لغرفة الأخبار إن»: whom they told, where no subject follows the verb. */
function isAddressee(token: Token | undefined): boolean {
  const stem = token?.word.stem ?? '';
  return /^ل[^ل]{3,}/.test(stem) && !has(token, NOUN) && !OWN_LAM.has(stem);
}

/** «لغرفة أخبار …»: a medium whatever it is called. */
const isNewsroom = (tokens: readonly Token[], k: number): boolean =>
  /^ل(?:غرفه|هييه|فريق)$/.test(tokens[k]?.word.stem ?? '') &&
  /^(?:ال)?(?:اخبار|تحرير)$/.test(tokens[k + 1]?.word.stem ?? '');

/** Splits the words between verb and complement into the speaker and the outlet he spoke to or through. */
export function readSubject(view: SentenceView, from: number, to: number): Subject {
  const { text, tokens } = view;
  let end = to;
  const via: Source[] = [];
  for (let k = from; k < to; k += 1) {
    if (has(tokens[k], W.QUOTE_MARK)) {
      const close = partner(view, k);
      if (close > k) k = Math.min(close, to);
      continue;
    }
    const lam = tokens[k]?.word.stem === 'ل' || /^لـ+$/.test(tokens[k]?.word.raw ?? '');
    if (lam && k + 1 < to) {
      const outlet = arabicSource(text, tokens, k + 1, to, true);
      if (outlet)
        via.push({
          ...outlet,
          role: 'outlet',
          type: outlet.type === 'agency' ? 'agency' : 'outlet',
          anonymous: false,
          named: true,
        });
      end = Math.min(end, k);
      break;
    }
    // «قال فلان للصحفيين إن»
    if (
      /^ل(لصحفيين|لصحافيين|لاعلاميين|لمراسلين|صحفيين|صحافيين|مراسلين|نا|ي|هم)$/.test(tokens[k]?.word.stem ?? '') &&
      k > from
    ) {
      end = Math.min(end, k);
      continue;
    }
    const addressed = (k === from && isAddressee(tokens[k])) || isNewsroom(tokens, k);
    if (has(tokens[k], W.TO_OUTLET) || addressed) {
      const outlet = arabicSource(text, tokens, k, to, true);
      if (outlet) via.push(outlet);
      end = Math.min(end, k);
      break;
    }
    const phrase = matchPhrase(outletIn, tokens, k, to) || matchPhrase(temporal, tokens, k, to);
    if (phrase > 0) {
      end = Math.min(end, k);
      k += phrase - 1;
      if (has(tokens[k + 1], W.KNOWN_OUTLET) || (has(tokens[k + 1], W.OUTLET) && tokens[k]?.word.stem !== 'في')) {
        const outlet = arabicSource(text, tokens, k + 1, to, true);
        if (outlet) via.push(outlet);
        break;
      }
    }
    // «مع قناة», «على قناة», «عبر قناة» after «في مقابلة»
    if (end < to && has(tokens[k], W.OUTLET) && has(tokens[k - 1], W.PREPOSITION)) {
      const outlet = arabicSource(text, tokens, k, to, true);
      if (outlet) via.push(outlet);
      break;
    }
  }
  const cited = citedWithin(view, from, end);
  if (cited) return cited;
  const speaker = end > from ? arabicSource(text, tokens, from, end) : null;
  return { speaker, via: speaker?.via && speaker.role !== 'speaker' ? [...via, speaker.via] : via };
}

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
    if (has(view.tokens[k], W.RELATIVE)) relative = true;
    else if (has(view.tokens[k], W.COMMA)) relative = false;
    else if (has(view.tokens[k], W.FINITE) && !relative && !has(view.tokens[k], W.ROLE)) return null;
  }
  return [from, to];
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
  const { text, tokens } = view;
  if (!tokens[cue]?.word.conjunction || cue - from <= 3) return null;
  let first = from;
  while (
    first < cue &&
    (tokens[first]?.kind !== 'word' ||
      has(tokens[first], W.ADVERB | W.PARTICLE) ||
      /^(?:لكن|بينما|فيما)$/.test(tokens[first]?.word.stem ?? ''))
  )
    first += 1;
  const verbs = W.FINITE | W.MAYBE_FINITE;
  if (has(tokens[first], verbs)) {
    let end = first + 1;
    while (end < cue && end - first < 8 && !has(tokens[end], W.PREPOSITION | W.COMMA | verbs | W.COMPLEMENTISER))
      end += 1;
    // «غادر الوزير كمال درويش القاعة»: what is definite again after a bare name is the object
    for (let k = first + 3; k < end; k += 1)
      if (has(tokens[k], W.DEFINITE) && !has(tokens[k - 1], W.DEFINITE | W.ROLE)) end = k;
    const source = end > first + 1 ? arabicSource(text, tokens, first + 1, end) : null;
    return source && (source.role !== 'speaker' || source.type !== 'person' || source.named || source.titles.length > 0)
      ? source
      : 'none';
  }
  let verb = first;
  while (verb < cue && verb - first < 14 && !has(tokens[verb], verbs)) verb += 1;
  if (verb >= cue || verb === first || !has(tokens[verb], verbs)) return null;
  if (/^(هذا|هذه|ذلك|تلك|هو|هي|هم|ما|كل)$/.test(tokens[first]?.word.stem ?? '')) return 'none';
  const source = arabicSource(text, tokens, first, verb);
  return source && (source.titles.length > 0 || source.type !== 'person') ? source : 'none';
}
