import { foldedSet, nounSet, sources, words } from '../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../token/phrase.match.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.entry.js';
import { arabicSource } from './arabic.source.js';
import { at, has, isSpeech, partner, type SentenceView } from './sentence.view.js';
import type { Frame, Source } from './attribution.types.js';

/** A frame read at a cue, and where its content starts (token index). */
export interface FoundFrame {
  readonly frame: Frame;
  /** First token of the reporting expression. */
  readonly from: number;
  readonly content: number;
  /** The words before the cue were its subject. */
  readonly takesBefore: boolean;
  /** A quotation follows: token index of its opening mark, else -1. */
  readonly quote: number;
}

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
const questionWords = foldedSet(['عما', 'عن ما', 'هل', 'لماذا']);
const NEGATED = new Set(['لم', 'لن', 'لا', 'ما']);
const DOCUMENT_ONLY = 'document';
const SUBJECT_TOKENS = 34;

/** «سُمي بـ”أريد أن أعيش”», «صحيفة “…”», «كتابه “…”»: the marks name a thing. */
function isTitleOf(view: SentenceView, open: number): boolean {
  const before = view.tokens[open - 1];
  if (!before || has(before, W.OUTLET | W.TO_OUTLET | W.INSTITUTION)) return true;
  return /^(ب|بعنوان|باسم|اسم|سمي|سميت|يسمي|تسمي|يدعي|تدعي|عنوان|المسماه|المسمي|عمليه|حمله|فيلم|كتاب|كتابه|روايه|برنامج|مشروع|مبادره|ل)$/.test(
    before.word.stem,
  );
}

interface Complement {
  /** Token where the subject phrase ends. */
  readonly subjectEnd: number;
  readonly content: number;
  readonly quote: number;
}

const PREPOSITIONS_BEFORE_THAT = new Set(['الي', 'علي', 'من', 'عن', 'في', 'ب']);

/** Looks for «إن/أن», a colon or a spoken quotation after a reporting verb; null when the verb reports nothing here. */
function complementOf(view: SentenceView, cue: number): Complement | null {
  let relative = false;
  for (let k = cue + 1; k < view.to && k - cue <= SUBJECT_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (!token) return null;
    if (has(token, W.QUOTE_MARK)) {
      const close = partner(view, k);
      if (close > k && isSpeech(view, k) && !isTitleOf(view, k)) return { subjectEnd: k, content: k + 1, quote: k };
      if (close > k) k = close;
      continue;
    }
    if (token.word.norm === ':') {
      const open = has(at(view, k + 1), W.QUOTE_MARK) && partner(view, k + 1) > k ? k + 1 : -1;
      return { subjectEnd: k, content: open >= 0 ? open + 1 : k + 1, quote: open };
    }
    if (has(token, W.SENTENCE_END)) return null;
    if (has(token, W.COMPLEMENTISER) && !has(view.tokens[k - 1], W.RELATIVE)) {
      // «مشاهد … وهي أن»: a noun's own clause, and «قبل أن / بعد أن / منذ أن / رغم أن»: not what was said
      const before = view.tokens[k - 1]?.word.stem ?? '';
      if (/^(قبل|بعد|منذ|رغم|بدون|دون|حتي|يجب|ينبغي|يمكن|غير|الا|وهي|هي|بيد|يبدو|كما)$/.test(before)) continue;
      const preposed = PREPOSITIONS_BEFORE_THAT.has(before) ? k - 1 : k;
      // «إنه وأصدقاءه يستعدون»: the pronoun is half of the subject
      const joined = /^[با]ن(ه|ها|هم|ي|نا)$/.test(token.word.stem) && view.tokens[k + 1]?.word.conjunction === 'و';
      return { subjectEnd: Math.max(preposed, cue + 1), content: joined ? k : k + 1, quote: -1 };
    }
    if (token.word.report && has(view.tokens[k - 1], W.RELATIVE)) return null;
    if (has(token, W.RELATIVE)) relative = true;
    else if (has(token, W.COMMA)) relative = false;
    else if (
      token.word.report &&
      token.word.conjunction &&
      token.word.report.tense !== 'participle' &&
      !has(token, W.DEFINITE) &&
      !/^(طلب|رفض|فضل)/.test(token.word.stem)
    )
      return null;
    else if (has(token, W.FINITE) && !relative && !token.word.conjunction && k > cue + 1 && !looksLikeName(view, k)) {
      if (!inClauseAboutSource(view, cue, k)) return null;
    }
    if (questionWords.has(token.word.norm)) return null;
  }
  return null;
}

const looksLikeName = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k], W.ROLE | W.ANONYMOUS) || has(view.tokens[k + 1], W.QUOTE_MARK);

/** «ممثل عن خط ساخن سُمي بـ… خصصته الحكومة …»: an indefinite noun may carry a clause without «الذي». */
function inClauseAboutSource(view: SentenceView, cue: number, k: number): boolean {
  const head = view.tokens[cue + 1];
  return (
    has(head, W.ANONYMOUS | W.ROLE | W.DOCUMENT | W.INSTITUTION | W.OUTLET) && !has(head, W.DEFINITE) && k - cue > 2
  );
}

interface Subject {
  readonly speaker: Source | null;
  readonly via: readonly Source[];
}

/** Splits the words between verb and complement into the speaker and the outlet he spoke to or through. */
function readSubject(view: SentenceView, from: number, to: number): Subject {
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
    if (has(tokens[k], W.TO_OUTLET)) {
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
  const speaker = end > from ? arabicSource(text, tokens, from, end) : null;
  return { speaker, via: speaker?.via && speaker.role !== 'speaker' ? [...via, speaker.via] : via };
}

/** Negation just before the verb («لم يؤكد أن»). */
function isNegated(view: SentenceView, cue: number): boolean {
  return NEGATED.has(at(view, cue - 1)?.word.stem ?? '');
}

function makeFrame(view: SentenceView, cue: number, cueFrom: number, subject: Subject, elided: Frame['elided']): Frame {
  const verb = view.tokens[cue]?.word.report?.verb;
  const token = view.tokens[cue];
  return {
    cue: cueText(view, cueFrom, cue),
    stance: verb?.stance ?? 'neutral',
    negated: isNegated(view, cue),
    speaker: subject.speaker,
    via: subject.via,
    elided: subject.speaker ? null : elided,
    hedge: false,
    implicit: false,
    at: token?.start ?? 0,
  };
}

function cueText(view: SentenceView, from: number, to: number): string {
  const first = view.tokens[from];
  const last = view.tokens[to];
  if (!first || !last) return '';
  const skip = first.word.conjunction && /^[وف]$/.test(view.text.charAt(first.start)) ? 1 : 0;
  let start = first.start + skip;
  while (start < last.end && /\p{M}/u.test(view.text.charAt(start))) start += 1;
  return view.text.slice(start, last.end);
}

/** «خلص التقرير إلى أن» reports, «خلصت روسيا إلى أنها» decides. */
function fits(needs: string | undefined, subject: Subject, found: Complement, view: SentenceView): boolean {
  const that = view.tokens[found.content - 1]?.word.norm ?? '';
  switch (needs) {
    case DOCUMENT_ONLY:
      return (
        subject.speaker !== null &&
        (subject.speaker.role !== 'speaker' || /^(لجنه|محكمه|باحث|علماء|خبراء|محقق)/.test(subject.speaker.head))
      );
    case 'quote':
      return found.quote >= 0 || that === ':';
    case 'by':
      return /^ب[ان]/.test(that) || found.quote >= 0;
    default:
      return true;
  }
}

const BARE_SUBJECT_TOKENS = 16;

/** The noun phrase standing before the verb as its subject («التقرير … أشار إلى أن», «وكان نائب الوزير قد قال»), as [from, to) or null. */
function precedingSubject(view: SentenceView, cue: number, regionFrom: number): [number, number] | null {
  let from = regionFrom;
  let to = cue;
  if (at(view, to - 1)?.word.stem === 'قد' || at(view, to - 1)?.word.stem === 'لقد') to -= 1;
  const was = /^(كان|كانت|كانوا)$/.test(at(view, from)?.word.stem ?? '');
  if (was) from += 1;
  const length = matchPhrase(temporal, view.tokens, from, to);
  if (length > 0) from += length;
  while (has(at(view, from), W.COMMA)) from += 1;
  if (to <= from || to - from > BARE_SUBJECT_TOKENS + (was ? 14 : 0)) return null;
  if (has(at(view, from), W.PREPOSITION | W.FINITE | W.NEGATION | W.RELATIVE | W.COMPLEMENTISER | W.PARTICLE))
    return null;
  if (
    /^(كما|بينما|فيما|عندما|بعدما|اذا|حيث|لكن|هذا|هذه|ذلك|وهو|هو|وهي|هي|حين|كذلك|لذلك|ثم)$/.test(
      at(view, from)?.word.stem ?? '',
    )
  )
    return null;
  let relative = false;
  for (let k = from + 1; k < to; k += 1) {
    if (has(view.tokens[k], W.RELATIVE)) relative = true;
    else if (has(view.tokens[k], W.COMMA)) relative = false;
    else if (has(view.tokens[k], W.FINITE) && !relative && !has(view.tokens[k], W.ROLE)) return null;
  }
  return [from, to];
}

/** «ما كشفه كامل صقر مؤخرًا يوضح أن»: the speaker stands inside the clause that is the subject. */
function whatWasSaid(view: SentenceView, cue: number, regionFrom: number): [number, number] | null {
  let from = regionFrom;
  while (from < cue && (has(at(view, from), W.COMMA) || /^(لكن|ان|بينما)$/.test(at(view, from)?.word.stem ?? '')))
    from += 1;
  if (at(view, from)?.word.stem !== 'ما' || cue - from < 3 || cue - from > 14) return null;
  const verb = at(view, from + 1)?.word.stem.replace(/(ه|ته)$/, '') ?? '';
  return saidVerbs.has(verb) ? [from + 2, cue] : null;
}

/** «نقلت الوكالة عن ثلاثة أشخاص … أن»: outlet between verb and «عن», source after it. */
function relayFrame(view: SentenceView, cue: number): FoundFrame | null {
  for (let k = cue + 1; k < view.to && k - cue <= 12; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.SENTENCE_END) || has(token, W.FINITE)) return null;
    if (token?.word.stem !== 'عن') continue;
    const found = complementOf(view, k) ?? sayingOf(view, k);
    if (!found) return null;
    const outlet = k > cue + 1 ? arabicSource(view.text, view.tokens, cue + 1, k) : null;
    const source = arabicSource(view.text, view.tokens, k + 1, found.subjectEnd);
    if (!source) return null;
    const carrier = outlet
      ? [
          {
            ...outlet,
            role: 'outlet' as const,
            type: outlet.role === 'outlet' ? outlet.type : ('outlet' as const),
            anonymous: false,
          },
        ]
      : [];
    const frame = makeFrame(view, cue, cue, { speaker: source, via: carrier }, null);
    return { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
  }
  return null;
}

/** «نقل عنه قوله إن». */
function sayingOf(view: SentenceView, from: number): Complement | null {
  for (let k = from + 1; k < view.to && k - from < 24; k += 1)
    if (/^قول(ه|ها|هم|هما)$/.test(view.tokens[k]?.word.stem ?? '')) {
      const found = complementOf(view, k);
      return found ? { ...found, subjectEnd: k } : null;
    }
  return null;
}

/** Reads the frame whose cue is the reporting verb at `cue`, or null when the verb reports nothing there. */
export function verbFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense === 'participle') return null;
  if (form.verb.needs === 'relay') return relayFrame(view, cue);
  const found = complementOf(view, cue);
  if (!found) return null;
  const after = readSubject(view, cue + 1, found.subjectEnd);
  let subject = after;
  let takesBefore = false;
  if (!after.speaker) {
    const before = whatWasSaid(view, cue, regionFrom) ?? precedingSubject(view, cue, regionFrom);
    if (before) {
      const speaker = arabicSource(view.text, view.tokens, ...before);
      subject = { speaker, via: speaker?.via && speaker.role !== 'speaker' ? [...after.via, speaker.via] : after.via };
      takesBefore = speaker !== null;
    } else {
      const nearby = attachedSubject(view, cue) ?? sharedSubject(view, regionFrom, cue);
      if (nearby === 'none') return null;
      if (nearby)
        subject = {
          speaker: nearby,
          via: nearby.via && nearby.role !== 'speaker' ? [...after.via, nearby.via] : after.via,
        };
    }
  }
  if (!fits(form.verb.needs, subject, found, view)) return null;
  // «لن يوضح “ما حدث”»: a refusal is no report
  if (found.quote === found.subjectEnd && isNegated(view, cue)) return null;
  if (!subject.speaker && form.number === 'p' && !form.verb.continues)
    subject = { ...subject, speaker: peopleBefore(view, cue) };
  const frame = makeFrame(view, cue, cue, subject, { gender: form.gender, number: form.number });
  return { frame, from: cue, content: found.content, takesBefore, quote: found.quote };
}

/** «وقالوا لنا»: the people spoken of last, if their plural noun stands within reach. */
function peopleBefore(view: SentenceView, cue: number): Source | null {
  for (let k = cue - 1; k >= Math.max(0, cue - 40); k -= 1) {
    const token = view.tokens[k];
    if (token?.kind !== 'word' || !pluralPeople.has(token.word.head.replace(/ين$/, 'ون'))) continue;
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

/** The subject stands right before the verb without a pause: «… من مصدر يدعي أن», «… الوزير الذي قال إن», «مع تقارير تشير إلى أن». */
function attachedSubject(view: SentenceView, cue: number): Source | null {
  const { text, tokens } = view;
  const relative = has(at(view, cue - 1), W.RELATIVE);
  let end = relative ? cue - 1 : cue;
  if (relative && has(at(view, end - 1), W.COMMA)) end -= 1;
  let start = end;
  while (start > view.from && end - start < (relative ? 9 : 4)) {
    const token = tokens[start - 1];
    if (token?.kind !== 'word' || has(token, W.FINITE | W.COMPLEMENTISER | W.RELATIVE | W.NEGATION)) break;
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
function sharedSubject(view: SentenceView, from: number, cue: number): Source | 'none' | null {
  const { text, tokens } = view;
  if (!tokens[cue]?.word.conjunction || cue - from <= 3) return null;
  let first = from;
  while (first < cue && (tokens[first]?.kind !== 'word' || has(tokens[first], W.ADVERB | W.PARTICLE))) first += 1;
  const verbs = W.FINITE | W.MAYBE_FINITE;
  if (has(tokens[first], verbs)) {
    let end = first + 1;
    while (end < cue && end - first < 8 && !has(tokens[end], W.PREPOSITION | W.COMMA | verbs | W.COMPLEMENTISER))
      end += 1;
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

/** «مضيفًا أن», «مشيرًا إلى أن», «محذرًا من أن», «قائلا: “…”»: goes on with the governing speaker. */
export function participleFrame(view: SentenceView, cue: number, governing: Frame | null): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense !== 'participle' || !governing) return null;
  const found = complementOf(view, cue);
  if (!found || found.subjectEnd - cue > 5) return null;
  const base = makeFrame(view, cue, cue, { speaker: governing.speaker, via: governing.via }, governing.elided);
  const frame = { ...base, speaker: governing.speaker, elided: governing.elided };
  return { frame, from: cue, content: found.content, takesBefore: false, quote: found.quote };
}
