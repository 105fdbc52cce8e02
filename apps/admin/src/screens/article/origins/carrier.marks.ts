import type { Article, ClaimItem } from '#client';
import { pointOf } from '../text/code.points.js';
import type { Span } from '../text/text.segments.js';
import type { Carrier } from './origins.query.js';

/** What a stretch of one of the two texts is to the other. */
export interface Mark extends Span {
  readonly blockId: string;
  readonly kind: 'grew' | 'hardened' | 'dropped' | 'gap' | 'passage' | 'quotation' | 'credited';
  /** Place of its change in the list of changes; null for what stands in both. */
  readonly change: number | null;
}

type Block = Article['revision']['blocks'][number];
type Told = Pick<ClaimItem, 'id' | 'context'>;

/** One of the two articles: its words, and the sentences its claims stand in. */
export interface Side {
  readonly blocks: readonly Pick<Block, 'id' | 'text'>[];
  readonly claims: readonly Told[];
}

/** The marks of both texts; `a` was told first. What was dropped leaves a gap in `b`: the sentence that lacks it. */
export function marksOf(item: Carrier, a: Side, b: Side, ownIsFirst: boolean): { a: Mark[]; b: Mark[] } {
  const marks: { a: Mark[]; b: Mark[] } = { a: [], b: [] };
  const pairs = item.sharedClaims.flatMap(({ claimId, otherClaimId }) => {
    const first = a.claims.find(({ id }) => id === (ownIsFirst ? claimId : otherClaimId));
    const second = b.claims.find(({ id }) => id === (ownIsFirst ? otherClaimId : claimId));
    return first && second ? [{ first: first.context, second: second.context }] : [];
  });
  item.carried.changes.forEach(({ kind, what, a: before, b: after }, change) => {
    const pair = pairs.find(({ first, second }) => holds(first, before) && (after === '' || holds(second, after)));
    const loose = what !== 'cue' && what !== 'number'; // short words, which stand in many places
    marks.a.push(...placed(a, before, pair?.first, loose, kind, change));
    if (after !== '') marks.b.push(...placed(b, after, pair?.second, loose, kind, change));
    else if (pair) marks.b.push(...placed(b, pair.second, undefined, true, 'gap', change));
  });
  const same = [
    ...item.passages.map((pair) => ({ ...pair, kind: 'passage' as const })),
    ...item.quotations.map((pair) => ({ ...pair, kind: 'quotation' as const })),
    ...item.credited.map((pair) => ({ ...pair, kind: 'credited' as const })),
  ];
  for (const { a: own, b: other, kind } of same) {
    marks.a.push(...placed(a, ownIsFirst ? own : other, undefined, true, kind, null));
    marks.b.push(...placed(b, ownIsFirst ? other : own, undefined, true, kind, null));
  }
  return marks;
}

const holds = (context: string, words: string) => words !== '' && findWords(context, words) !== null;

/** Where words stand: within their sentence where that is known, else, if `loose`, where they stand first. */
function placed(
  { blocks }: Side,
  words: string,
  sentence: string | undefined,
  loose: boolean,
  kind: Mark['kind'],
  change: number | null,
): Mark[] {
  if (words === '' || (sentence === undefined && !loose)) return [];
  for (const { id: blockId, text } of blocks) {
    const within = sentence === undefined ? [0, text.length] : findWords(text, sentence);
    const found = within && findWords(text.slice(within[0], within[1]), words);
    if (!found) continue;
    const [start, end] = found.map((at) => pointOf(text, at + within[0]!)) as [number, number];
    return [{ id: `${kind} ${change ?? words}`, blockId, start, end, kind, change }];
  }
  return [];
}

/**
 * The first place of `words` in `text` as whole words, [start, end) in UTF-16 units. Vowel marks, the forms of alef, quotation marks
 * and the width of spaces make no difference; a conjunction or preposition may be written on («ولم ترد» holds «لم ترد»).
 */
export function findWords(text: string, words: string): [number, number] | null {
  const hay = folded(text);
  const needle = folded(words).letters.trim();
  if (needle === '') return null;
  for (let from = hay.letters.indexOf(needle); from >= 0; from = hay.letters.indexOf(needle, from + 1)) {
    const to = from + needle.length;
    if (!begins(hay.letters, from) || isLetter(hay.letters[to])) continue;
    let end = hay.at[to - 1]! + 1;
    while (UNWRITTEN.test(text[end] ?? '')) end += 1;
    return [hay.at[from]!, end];
  }
  return null;
}

const isLetter = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}]/u.test(one);

function begins(letters: string, at: number): boolean {
  if (!isLetter(letters[at]) || !isLetter(letters[at - 1])) return true;
  return /[وفبلك]/.test(letters[at - 1]!) && !isLetter(letters[at - 2]);
}

const UNWRITTEN = /[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069]/;
const ALIKE: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه' };

/** The letters that matter, and the place each has in the text. */
function folded(text: string): { letters: string; at: number[] } {
  let letters = '';
  const at: number[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const one = text[unit]!;
    if (UNWRITTEN.test(one)) continue;
    const plain = /\s/.test(one) ? ' ' : /[«»“”„"]/.test(one) ? '"' : /[’‘']/.test(one) ? "'" : one.toLowerCase();
    const letter = ALIKE[plain] ?? plain[0]!;
    if (letter === ' ' && letters.endsWith(' ')) continue;
    letters += letter;
    at.push(unit);
  }
  return { letters, at };
}
