import { foldedSet } from '../../lexicon/lexicon.load.js';
import * as W from '../../token/word.entry.js';
import { arabicSource } from './arabic.source.js';
import { at, has, isSpeech, partner, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

const replies = foldedSet(['رد', 'الرد', 'جواب', 'إجابة', 'تعليق', 'تصريح', 'رسالة', 'تعقيب', 'توضيح']);
const CAME = /^(?:كان|كانت|جاء|جاءت|اتي|اتت|بدا|بدت|ظل)$/;
const REPLY_TOKENS = 12;

/**
 * «لكن رد الوزارة كان صادمًا: “…”», «جاء الرد الرسمي مقتضبًا: “…”»: a noun of speech in front of the colon says whose the quotation is.
 * Null when no spoken quotation follows, or when something else than a reply is described.
 */
export function replyFrame(view: SentenceView, from: number, colon: number): Frame | null {
  const open = colon + 1;
  if (colon - from > REPLY_TOKENS || !has(at(view, open), W.QUOTE_MARK) || !isSpeech(view, open)) return null;
  if (partner(view, open) <= open) return null;
  let noun = from;
  while (noun < colon && isIntroduction(view, noun)) noun += 1;
  const token = view.tokens[noun];
  if (!token || !replies.has(token.word.head)) return null;
  let end = noun + 1;
  while (end < colon && !CAME.test(view.tokens[end]?.word.stem ?? '') && !endsPhrase(view, end)) end += 1;
  const speaker = sourceOf(view, noun, end);
  return speaker && { ...SAID, speaker, at: view.tokens[colon]?.start ?? 0 };
}

const SAID: Omit<Frame, 'speaker' | 'at'> = {
  cue: ':',
  stance: 'neutral',
  negated: false,
  via: [],
  elided: null,
  hedge: false,
  implicit: false,
};

const isIntroduction = (view: SentenceView, k: number): boolean =>
  view.tokens[k]?.kind !== 'word' || /^(?:لكن|اما|ثم|قد)$|^(?:كان|جاء|اتي)$/.test(view.tokens[k]?.word.stem ?? '');

/** «مقتضبًا», «صادمًا»: how the reply was, not whose. */
const endsPhrase = (view: SentenceView, k: number): boolean =>
  has(view.tokens[k], W.COMMA | W.PREPOSITION | W.RELATIVE | W.FINITE | W.QUOTE_MARK) ||
  view.tokens[k]?.word.raw.includes('\u064b') === true;

/** «رد الوزارة»: the ministry; «الرد الروسي», «الرد»: no more is said than that there was one. */
function sourceOf(view: SentenceView, noun: number, end: number): Source | null {
  if (!has(view.tokens[noun], W.DEFINITE))
    return end > noun + 1 ? arabicSource(view.text, view.tokens, noun + 1, end) : null;
  const [first, last] = [view.tokens[noun], view.tokens[end - 1]];
  if (!first || !last) return null;
  const start = first.start + (first.word.conjunction ? 1 : 0);
  return {
    start,
    end: last.end,
    name: view.text.slice(start, last.end),
    role: 'document',
    type: 'document',
    anonymous: false,
    count: 1,
    head: first.word.head,
    titles: [],
    definite: true,
    named: end > noun + 1,
    gender: 'm',
    number: 's',
  };
}
