import type { Sentence } from '../../sentence/sentence.split.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { has } from './arabic.name.js';
import { arabicSource } from './arabic.source.js';
import type { Piece, Source } from '../attribution.types.js';

// Pieces of writing that a text names in whatever voice: «نشرت صحيفة … تقريرا», «مقال للكاتبة … في صحيفة …», «افتتاحية صحيفة …».

const HEADS = ['تقرير', 'تحقيق', 'مقال', 'تحليل', 'افتتاحيه', 'عمود'];
/** What a piece is called, by every form of the noun without the article: «تقريرا», «بافتتاحية». */
const pieces: ReadonlyMap<string, string> = new Map(
  HEADS.flatMap((head) =>
    ['', 'ب', 'ل', 'ك'].flatMap((joined) => [head, `${head}ا`].map((form) => [joined + form, head])),
  ),
);
const REACH = 8;
const NAME_TOKENS = 6;
const ENDS_NAME = W.COMMA | W.QUOTE_MARK | W.SENTENCE_END | W.RELATIVE | W.PREPOSITION | W.COMPLEMENTISER;

/** The pieces of a block whose media are known; one look at each token. */
export function piecesNamed(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  media: readonly Source[],
): Piece[] {
  const named: Piece[] = [];
  let [sentence, next] = [0, 0];
  tokens.forEach((token, k) => {
    const head = pieces.get(token.word.stem);
    if (head === undefined) return;
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= token.start) sentence += 1;
    while (next < media.length && (media[next]?.start ?? 0) < token.start) next += 1;
    const { start = 0, end = 0 } = sentences[sentence] ?? {};
    const near = [media[next], media[next - 1]].filter(
      (medium) => medium && medium.start >= start && medium.end <= end && isOf(tokens, k, medium),
    );
    // «وقالت الصحيفة، في تقرير لها»: the one whose story it is
    if (!near[0] && takesUp(tokens, k, end, start)) return;
    // «فتحت النيابة تحقيقا»: nothing to read
    if (!near[0] && head === 'تحقيق') return;
    named.push({ start: token.start, head, medium: near[0] ?? null, writer: writerOf(text, tokens, k) });
  });
  return named;
}

/** Nobody else who may have written it stands between the piece at k and the medium. */
function isOf(tokens: readonly Token[], k: number, medium: Source): boolean {
  const step = medium.start > (tokens[k]?.start ?? 0) ? 1 : -1;
  for (let n = k + step; n >= 0 && n < tokens.length && Math.abs(n - k) <= REACH; n += step) {
    const token = tokens[n] as Token;
    if (token.start < medium.end && token.end > medium.start) return true;
    if (has(token, W.INSTITUTION | W.COUNTRY | W.COMPLEMENTISER | W.SENTENCE_END)) return false;
    if (step > 0 && /^(?:عن|حول|بشان)$/.test(token.word.norm)) return false;
  }
  return false;
}

/** A medium called by its noun alone stands in the sentence. */
function takesUp(tokens: readonly Token[], k: number, end: number, start: number): boolean {
  for (let n = k - REACH; n <= k + REACH; n += 1) {
    const token = tokens[n];
    if (!token || token.start < start || token.end > end) continue;
    if (has(token, W.OUTLET | W.TO_OUTLET) && has(token, W.DEFINITE)) return true;
  }
  return false;
}

/** «مقال للكاتبة هيلين مارستون»: who wrote the piece at k, by name. */
function writerOf(text: string, tokens: readonly Token[], k: number): Source | null {
  const title = tokens[k + 1];
  if (!title || !has(title, W.ROLE) || !/^لل/.test(title.word.stem)) return null;
  let to = k + 2;
  while (to < tokens.length && to - k <= NAME_TOKENS && !has(tokens[to], ENDS_NAME) && !isTitled(tokens[to])) to += 1;
  const phrase = tokens.slice(k + 1, to);
  phrase[0] = { ...title, word: W.wordOf(`ا${title.word.raw.slice(title.word.raw.indexOf('لل') + 1)}`) };
  const writer = arabicSource(text, phrase, 0, phrase.length);
  return writer?.role === 'speaker' && writer.named ? writer : null;
}

const isTitled = (token: Token | undefined): boolean => /^(?:بعنوان|تحت|نشرته|نشره)$/.test(token?.word.norm ?? '');
