import { fold } from '../../normal/normal.fold.js';
import * as W from '../../token/word.entry.js';
import { actNoun } from './arabic.act.js';
import { clauseSubject } from './arabic.antecedent.js';
import { type Complement, complementOf, sayingOf } from './arabic.complement.js';
import { ABOUT, nounComplement } from './arabic.noun.js';
import { fits } from './arabic.needs.js';
import { WITHHOLDS } from './arabic.phrase.js';
import { arabicSource } from './arabic.source.js';
import { precedingSubject } from './arabic.preceding.js';
import { asOutlet, toldThrough, verbSubject } from './arabic.speaker.js';
import type { Subject } from './arabic.subject.js';
import { isNegated, saysNothing } from './arabic.unsaid.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

/** A frame read at a cue, and where its content starts (token index). */
export interface FoundFrame {
  readonly frame: Frame;
  /** First token of the reporting expression. */
  readonly from: number;
  readonly content: number;
  /** The words before the cue were its subject. */
  readonly takesBefore: boolean;
  /** Where those words begin. */
  readonly before?: number;
  /** A quotation follows: token index of its opening mark, else -1. */
  readonly quote: number;
}

/** A frame at the verb or participle of saying at `cue`. */
export function makeFrame(
  view: SentenceView,
  cue: number,
  cueFrom: number,
  subject: Subject,
  elided: Frame['elided'],
): Frame {
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

/** «نقلت الوكالة عن ثلاثة أشخاص … أن»: outlet between verb and «عن», source after it. */
function relayFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  // «علمت «الميناء» من مصادر داخل النادي أن»
  const past = view.tokens[cue]?.word.report?.verb.past ?? '';
  const learnt = past === 'علم';
  // «نسبت الصحيفة إلى ضابطين قولهما إن»
  const ascribed = past === 'نسب';
  const origin = learnt ? 'من' : ascribed ? 'الي' : 'عن';
  for (let k = cue + 1; k < view.to && k - cue <= 12; k += 1) {
    const token = view.tokens[k];
    // «نقل موقع «كل شيء عن الجزائر» عن طبيبة»
    if (has(token, W.QUOTE_MARK) && partner(view, k) > k) {
      k = partner(view, k);
      continue;
    }
    if (has(token, W.SENTENCE_END) || has(token, W.FINITE)) return null;
    if (token?.word.stem !== origin) continue;
    const found = sayingOf(view, k) ?? (ascribed ? null : complementOf(view, k));
    if (!found) return null;
    const between = k > cue + 1 ? arabicSource(view.text, view.tokens, cue + 1, k) : null;
    // «وكان موقع «المدار» قد نقل عن مسؤول أن»
    const before = between ? null : precedingSubject(view, cue, regionFrom);
    const outlet = before
      ? arabicSource(view.text, view.tokens, ...before)
      : (between ?? tellerOf(view, cue, regionFrom));
    const source = arabicSource(view.text, view.tokens, k + 1, found.subjectEnd);
    if (!source || (learnt && (!outlet || !source.anonymous))) return null;
    const frame = makeFrame(view, cue, cue, { speaker: source, via: outlet ? [asOutlet(outlet)] : [] }, null);
    const taken = before && outlet ? { takesBefore: true, before: before[0] } : { takesBefore: false };
    return { frame, from: cue, content: found.content, ...taken, quote: found.quote };
  }
  return null;
}

/** «لكن قناة «المدار» نشرت تسجيلا، ونقلت عن عامل أن»: the medium whose clause stands before. */
function tellerOf(view: SentenceView, cue: number, regionFrom: number): Source | null {
  if (view.tokens[cue]?.word.conjunction !== 'و') return null;
  const subject = clauseSubject(view, regionFrom, cue);
  return subject && subject !== 'none' && subject.role === 'outlet' ? subject : null;
}

/** Reads the frame whose cue is the reporting verb at `cue`, or null when the verb reports nothing there. */
export function verbFrame(
  view: SentenceView,
  cue: number,
  regionFrom: number,
  governing: Frame | null = null,
  /** The words stand under this frame, read before them or opened by «بحسب». */
  under: Frame | null = governing,
): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense === 'participle') return null;
  // «اشترط عدم ذكر اسمه», «رفضوا ذكر أسمائهم»
  if (WITHHOLDS.test(at(view, cue - 1)?.word.stem ?? '')) return null;
  if (form.verb.needs === 'relay') return relayFrame(view, cue, regionFrom);
  if (saysNothing(view, cue, regionFrom, governing)) return null;
  const found = verbComplement(view, cue, governing);
  if (!found) return null;
  const speech = verbSubject(view, cue, regionFrom, found.subjectEnd, { governing, under });
  if (!speech || !fits(form.verb.needs, speech.subject, found, view, cue)) return null;
  // «لن يوضح “ما حدث”»: a refusal is no report
  if (found.quote === found.subjectEnd && isNegated(view, cue)) return null;
  const subject = toldThrough(view, cue, speech.subject, governing);
  const frame = makeFrame(view, cue, cue, subject, { gender: form.gender, number: form.number });
  return {
    frame: inItsManner(view, cue, found.content, frame),
    from: cue,
    content: found.content,
    takesBefore: speech.takesBefore,
    before: speech.from,
    quote: found.quote,
  };
}

/** What the verb at `cue` is followed by, where that is its own. */
function verbComplement(view: SentenceView, cue: number, governing: Frame | null): Complement | null {
  const found = nounComplement(view, cue, complementOf(view, cue));
  if (!found || standsAlone(view, cue, found.content)) return null;
  // «أشار التقرير إلى أن الرئيس قد حذر من …»: a warning that is told of, inside another's words
  const told = governing && !governing.hedge && !view.tokens[cue]?.word.conjunction;
  return told && actNoun(view, cue)?.content === found.content ? null : found;
}

/** «شكك في النتائج، معتبرًا أن»: the nearer word says how it was said. */
function inItsManner(view: SentenceView, cue: number, content: number, frame: Frame): Frame {
  const manner = mannerOf(view, cue, content);
  if (manner < 0) return frame;
  const stance = view.tokens[manner]?.word.report?.verb.stance ?? 'neutral';
  return { ...frame, cue: cueText(view, manner, manner), stance };
}

const OWN_TOKENS = 4;

/** «كشف مصدر … عن توقف ثلاثة مطاحن، موضحًا أن»: the verb has what it is about, so «أن» is the participle's alone. */
function standsAlone(view: SentenceView, cue: number, content: number): boolean {
  const manner = mannerOf(view, cue, content);
  const about = ABOUT[fold(view.tokens[cue]?.word.report?.verb.past ?? '')];
  if (manner < 0 || !about) return false;
  for (let k = cue + 1; k < manner - OWN_TOKENS; k += 1) {
    if (has(view.tokens[k], W.QUOTE_MARK) && partner(view, k) > k) k = partner(view, k);
    else if (about.test(view.tokens[k]?.word.norm ?? '')) return true;
  }
  return false;
}

/** A participle of saying behind a comma, right before the content: its token, or -1. */
function mannerOf(view: SentenceView, cue: number, content: number): number {
  for (let k = content - 1; k > cue + 1 && content - k <= 3; k -= 1)
    if (view.tokens[k]?.word.report?.tense === 'participle' && has(view.tokens[k - 1], W.COMMA)) return k;
  return -1;
}
