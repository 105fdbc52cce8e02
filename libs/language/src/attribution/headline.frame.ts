import { englishWords, foldedSet, words } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import { arabicSource } from './arabic/arabic.source.js';
import { readSubject } from './arabic/arabic.subject.js';
import { englishSource } from './english/english.source.js';
import { at, has, type SentenceView } from './sentence.view.js';
import type { Frame, Source } from './attribution.types.js';

const labels = new Set([...foldedSet(words.headlineLabels), ...englishWords.headlineLabels.map(fold)]);
const NAME_WORDS = 7;

/** A frame written with a colon, as headlines do: «الرئيس: لن نتراجع», "Minister: no cuts", "Base evacuated: report". */
export interface HeadlineFrame {
  readonly frame: Frame;
  readonly from: number;
  readonly to: number;
}

function colonOf(view: SentenceView): number {
  for (let k = view.from; k < view.to; k += 1) {
    if (view.tokens[k]?.word.norm === ':') return k;
    if (has(view.tokens[k], W.COMMA | W.SENTENCE_END)) return -1;
  }
  return -1;
}

function wordCount(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let k = from; k < to; k += 1) if (tokens[k]?.kind !== 'mark') count += 1;
  return count;
}

function finiteBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(tokens[k], W.FINITE) && !has(tokens[k], W.ROLE | W.ANONYMOUS)) return true;
  return false;
}

/** Somebody who can speak: a person by name or office, an institution, an outlet, a document — not a topic («سوريا بعد الأسد:»). */
function canSpeak(view: SentenceView, from: number, to: number, source: Source): boolean {
  for (let k = from; k < to; k += 1) {
    const token = view.tokens[k];
    if (has(token, W.PREPOSITION) && source.type === 'institution') return false;
    if (token?.word.conjunction === 'و' && source.type === 'person' && source.titles.length === 0) return false;
  }
  if (source.type !== 'person' || source.titles.length > 0) return true;
  const words = wordCount(view.tokens, from, to);
  const compound = view.tokens
    .slice(from, to)
    .some((token) => /^(بن|ابن|ابو|ابي|ال|عبد|bin|al|von|van|de)$/.test(token.word.norm));
  const place = view.tokens.slice(from, to).some((token) => has(token, W.COUNTRY));
  return !place && words <= (compound ? 4 : 2);
}

function frameOf(colon: Token | undefined, source: Source): Frame {
  const outlet = source.role === 'outlet';
  return {
    cue: ':',
    stance: 'neutral',
    negated: false,
    speaker: source,
    via: outlet || !source.via ? [] : [source.via],
    elided: null,
    hedge: false,
    implicit: false,
    at: colon?.start ?? 0,
  };
}

const TALKS_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/^[يت](?:تحدث|تكلم)$/, /^عن$/],
  [/^[يت](?:حذر|شكو|شتكي)$/, /^من$/],
];

/** «وزير سابق يتحدث عن انقسام في الحزب»: in a headline what he talks of is what he says there is. Arabic only. */
export function talkFrame(view: SentenceView): HeadlineFrame | null {
  for (let k = view.from + 1; k < Math.min(view.to - 3, view.from + 10); k += 1) {
    const verb = view.tokens[k];
    if (has(verb, W.COMMA | W.SENTENCE_END | W.COMPLEMENTISER | W.RELATIVE)) return null;
    if (!verb || !has(verb, W.FINITE) || has(verb, W.ROLE)) continue;
    const preposition = view.tokens[k + 1];
    const talks = TALKS_OF.some(([form, of]) => form.test(verb.word.norm) && of.test(preposition?.word.norm ?? ''));
    if (!talks || !preposition || has(view.tokens[k + 2], W.COMPLEMENTISER | W.DEFINITE)) return null;
    const speaker = arabicSource(view.text, view.tokens, view.from, k);
    if (!speaker || !canSpeak(view, view.from, k, speaker)) return null;
    const frame = frameOf(verb, speaker);
    const stance = verb.word.report?.verb.stance ?? 'neutral';
    return { frame: { ...frame, cue: view.text.slice(verb.start, preposition.end), stance }, from: k + 2, to: view.to };
  }
  return null;
}

/** «مسؤول أميركي لأكسيوس»: who tells, and whom he told. */
function tellerIn(view: SentenceView, from: number, to: number): Source | null {
  const { speaker, via } = readSubject(view, from, to);
  const medium = via.find(({ role }) => role === 'outlet');
  return speaker && medium ? { ...speaker, via: medium } : arabicSource(view.text, view.tokens, from, to);
}

/** Reads the colon of a headline; null when it only labels («عاجل:») or names a topic. */
export function headlineFrame(view: SentenceView, language: 'ar' | 'en'): HeadlineFrame | null {
  const colon = colonOf(view);
  if (colon <= view.from || colon >= view.to - 1) return null;
  const read = (from: number, to: number): Source | null =>
    language === 'ar' ? tellerIn(view, from, to) : englishSource(view.text, view.tokens, from, to);
  const before = wordCount(view.tokens, view.from, colon);
  const after = wordCount(view.tokens, colon + 1, view.to);
  const label = view.tokens
    .slice(view.from, colon)
    .map((token) => token.word.norm)
    .join(' ');
  if (before <= NAME_WORDS && after >= 3 && !labels.has(label) && !finiteBetween(view.tokens, view.from, colon)) {
    const read1 = read(view.from, colon);
    // a name in quotation marks before the colon is an outlet’s
    const source: Source | null =
      read1 && has(at(view, view.from), W.QUOTE_MARK)
        ? { ...read1, role: 'outlet', type: 'outlet', anonymous: false }
        : read1;
    const capital = language === 'ar' || /^\p{Lu}/u.test(at(view, view.from)?.word.raw ?? '');
    if (source && capital && canSpeak(view, view.from, colon, source))
      return { frame: frameOf(view.tokens[colon], source), from: colon + 1, to: view.to };
  }
  if (after <= 3 && before >= 4) {
    const source = read(colon + 1, view.to);
    if (source && (source.role !== 'speaker' || source.anonymous))
      return { frame: frameOf(view.tokens[colon], source), from: view.from, to: colon };
  }
  return null;
}
