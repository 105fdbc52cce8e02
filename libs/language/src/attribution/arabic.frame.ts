import { foldedSet, words } from '../lexicon/lexicon.load.js';
import * as W from '../token/word.entry.js';
import { type Complement, complementOf, sayingOf } from './arabic.complement.js';
import { arabicSource } from './arabic.source.js';
import {
  attachedSubject,
  peopleBefore,
  precedingSubject,
  readSubject,
  sharedSubject,
  type Subject,
  whatWasSaid,
} from './arabic.subject.js';
import { at, has, type SentenceView } from './sentence.view.js';
import type { Frame } from './attribution.types.js';

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

const NEGATED = new Set(['لم', 'لن', 'لا', 'ما']);
const DOCUMENT_ONLY = 'document';

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

/** «نقلت الوكالة عن ثلاثة أشخاص … أن»: outlet between verb and «عن», source after it. */
function relayFrame(view: SentenceView, cue: number): FoundFrame | null {
  for (let k = cue + 1; k < view.to && k - cue <= 12; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.SENTENCE_END) || has(token, W.FINITE)) return null;
    if (token?.word.stem !== 'عن') continue;
    const found = sayingOf(view, k) ?? complementOf(view, k);
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

/** «اتهمت المنظمة الجيش بأنه …»: the last definite noun is whom the verb is about, not part of its subject. */
function withoutObject(view: SentenceView, cue: number, to: number): number {
  const { verb } = view.tokens[cue]?.word.report ?? {};
  if (verb?.needs !== 'by' || to - cue <= 2) return to;
  return has(view.tokens[to - 1], W.DEFINITE | W.COUNTRY) && !/(ي|يه)$/.test(view.tokens[to - 1]?.word.norm ?? '')
    ? to - 1
    : to;
}

const denied = foldedSet(words.deniedNouns);
const DENIED_TOKENS = 12;

/** «نفت الشركة تعرض أنظمتها لأي اختراق»: what is denied is a noun of action, not a clause. */
function deniedNoun(view: SentenceView, cue: number): Complement | null {
  for (let k = cue + 1; k < view.to && k - cue <= DENIED_TOKENS; k += 1) {
    const token = view.tokens[k];
    if (!token || token.kind !== 'word' || has(token, W.SENTENCE_END)) return null;
    if (denied.has(token.word.norm)) return { subjectEnd: k, content: k, quote: -1 };
  }
  return null;
}

/** Reads the frame whose cue is the reporting verb at `cue`, or null when the verb reports nothing there. */
export function verbFrame(view: SentenceView, cue: number, regionFrom: number): FoundFrame | null {
  const form = view.tokens[cue]?.word.report;
  if (!form || form.tense === 'participle') return null;
  // «اشترط عدم ذكر اسمه»
  if (at(view, cue - 1)?.word.stem === 'عدم') return null;
  if (form.verb.needs === 'relay') return relayFrame(view, cue);
  // «لم يرد على طلب للتعليق»
  if (form.verb.past === 'رد' && isNegated(view, cue)) return null;
  const found = complementOf(view, cue) ?? (form.verb.stance === 'negating' ? deniedNoun(view, cue) : null);
  if (!found) return null;
  const after = readSubject(view, cue + 1, withoutObject(view, cue, found.subjectEnd));
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
