import { detectLanguage } from '../text/language.detect.js';
import { wordsOf } from '../worthiness/word.token.js';
import { bridgeTermsOf } from './bridge.terms.js';
import { datesIn } from './date.mention.js';
import { stemsOf } from './matching.view.js';
import { resemblance, signatureOf } from './minhash.signature.js';
import { namesIn } from './name.mention.js';
import { numbersIn } from './number.mention.js';
import { negationsIn, oppositionsIn, type OppositionMention } from './polarity.mention.js';
import { stemOverlap } from './stem.overlap.js';
import { replacedWord, type Replaced } from './word.replaced.js';

export interface PairText {
  readonly text: string;
  /** who the text says it has its matter from (an agency, a document), when the extraction knows; any spelling */
  readonly origin?: string | null;
}

export interface Shown {
  readonly key: string;
  /** as written in that text */
  readonly text: string;
}

export type PairClass = 'duplicate' | 'same-origin' | 'similar' | 'conflicting';

export interface PairExplanation {
  /** null: too little in common to suggest anything */
  readonly class: PairClass | null;
  /** 0–1: share of common stems (Dice), roots for a part, or of common names and numbers across languages */
  readonly similarity: number;
  readonly crossLanguage: boolean;
  readonly shared: {
    readonly numbers: readonly Shown[];
    readonly names: readonly Shown[];
    readonly dates: readonly Shown[];
    readonly terms: readonly string[];
  };
  /** what one text has and the other has not; `b` is the other text */
  readonly different: {
    readonly numbers: { readonly a: readonly Shown[]; readonly b: readonly Shown[] };
    readonly names: { readonly a: readonly Shown[]; readonly b: readonly Shown[] };
    readonly dates: { readonly a: readonly Shown[]; readonly b: readonly Shown[] };
    /** stems; empty across languages */
    readonly terms: { readonly a: readonly string[]; readonly b: readonly string[] };
  };
  /** denying words when one text denies and the other does not */
  readonly negation: { readonly differs: boolean; readonly a: readonly string[]; readonly b: readonly string[] };
  /** opposites, one in each text */
  readonly antonyms: readonly { readonly opposition: string; readonly a: string; readonly b: string }[];
  /** the one word in which two texts part that are else the same */
  readonly replaced: Replaced | null;
  readonly origin: { readonly same: boolean; readonly a: string | null; readonly b: string | null };
}

interface Reading {
  readonly text: string;
  readonly arabic: boolean;
  readonly inOrder: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly numbers: readonly Shown[];
  readonly names: readonly Shown[];
  readonly dates: readonly Shown[];
  readonly negations: readonly string[];
  readonly oppositions: readonly (OppositionMention & { readonly text: string })[];
  readonly originKey: () => string | null;
  readonly bridge: () => ReadonlySet<string>;
  readonly signature: () => Uint32Array;
  readonly neighbours: () => ReadonlySet<string>;
}

/** Claims are short; of a longer text only the beginning is compared, in UTF-16 units. */
const COMPARED = 4_000;
const DUPLICATE = 0.8;
const SIMILAR = 0.34;
const PASSAGE = 0.5;
/** Texts that share half of their three-word sequences share at least this much of their words. */
const COPIED = 0.25;
/** «تركيا تهدد مصر» and «مصر تهدد تركيا» have the same words: a duplicate keeps half of its neighbours too. */
const ORDERED = 0.5;

function distinct(shown: readonly Shown[]): Shown[] {
  return Array.from(new Map(shown.map((item) => [item.key, item])).values());
}

/** Worked out when first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let kept: T | undefined;
  return () => (kept === undefined ? (kept = make()) : kept);
}

function read({ text: whole, origin }: PairText): Reading {
  const text = whole.slice(0, COMPARED);
  const words = wordsOf(text);
  const stems = stemsOf(text);
  const slice = (from: number, to: number) => text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
  const dates = datesIn(words);
  const dated = (at: number) => dates.some(({ from, to }) => at >= from && at < to);
  const numbers = numbersIn(words).filter(({ from }) => !dated(from));
  return {
    text,
    arabic: detectLanguage(text) === 'ar',
    inOrder: stems,
    stems: new Set(stems),
    numbers: distinct(
      numbers.map(({ value, percent, from, to }) => ({ key: `${value}${percent ? '%' : ''}`, text: slice(from, to) })),
    ),
    names: distinct(namesIn(words).map(({ key, from, to }) => ({ key, text: slice(from, to) }))),
    dates: distinct(dates.map(({ key, from, to }) => ({ key, text: slice(from, to) }))),
    negations: negationsIn(words).map((at) => words[at]?.text ?? ''),
    oppositions: oppositionsIn(words).map((mention) => ({ ...mention, text: slice(mention.from, mention.to) })),
    originKey: once(() => originKey(origin)),
    bridge: once(() => new Set(bridgeTermsOf(text).map(({ term }) => term))),
    signature: once(() => signatureOf(text)),
    neighbours: once(() => new Set(stems.slice(1).map((stem, i) => `${stems[i] ?? ''} ${stem}`))),
  };
}

/** Two dates agree when one says less than the other («2024» and «2024-12-08», «--12-08» and «2024-12-08»). */
function sameDate(a: string, b: string): boolean {
  if (a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)) return true;
  const tail = (key: string) => key.replace(/^(?:\d{4}|-)-/, '');
  return (a.startsWith('-') || b.startsWith('-')) && (tail(a).startsWith(tail(b)) || tail(b).startsWith(tail(a)));
}

const sameKey = (a: string, b: string) => a === b;

function compared(a: readonly Shown[], b: readonly Shown[], same: (a: string, b: string) => boolean) {
  const found = (item: Shown, others: readonly Shown[]) => others.some((other) => same(item.key, other.key));
  return {
    shared: a.filter((item) => found(item, b)),
    onlyA: a.filter((item) => !found(item, b)),
    onlyB: b.filter((item) => !found(item, a)),
  };
}

function antonyms(a: Reading, b: Reading): PairExplanation['antonyms'] {
  const sides = (reading: Reading, id: string, side: 'a' | 'b') =>
    reading.oppositions.filter((mention) => mention.opposition === id && mention.side === side);
  const ids = [...new Set(a.oppositions.map((mention) => mention.opposition))];
  return ids.flatMap((opposition) => {
    const [a1, a2] = [sides(a, opposition, 'a'), sides(a, opposition, 'b')];
    const [b1, b2] = [sides(b, opposition, 'a'), sides(b, opposition, 'b')];
    if (a1[0] && b2[0] && a2.length === 0 && b1.length === 0) return [{ opposition, a: a1[0].text, b: b2[0].text }];
    if (a2[0] && b1[0] && a1.length === 0 && b2.length === 0) return [{ opposition, a: a2[0].text, b: b1[0].text }];
    return [];
  });
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const item of a) if (b.has(item)) common += 1;
  return (2 * common) / (a.size + b.size);
}

function originKey(origin: string | null | undefined): string | null {
  if (!origin) return null;
  const names = namesIn(wordsOf(origin)).map(({ key }) => key);
  return names[0] ?? stemsOf(origin).join(' ');
}

/** A name stands in place of another when both are of one kind: a country for a country, not a president for his country. */
function otherName(names: { readonly a: readonly Shown[]; readonly b: readonly Shown[] }): boolean {
  const kind = (name: Shown) => name.key.split('/')[0] ?? '';
  return names.a.some((one) => !one.key.startsWith('~') && names.b.some((other) => kind(one) === kind(other)));
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((stem) => !b.has(stem));
}

const swapped = (pair: { a: readonly unknown[]; b: readonly unknown[] }) => pair.a.length > 0 && pair.b.length > 0;

/** One denies, says the opposite, or has another number, date or name in place of one. */
function isParted({
  different,
  negation,
  antonyms: opposites,
}: Pick<PairExplanation, 'different' | 'negation' | 'antonyms'>): boolean {
  const other = swapped(different.numbers) || swapped(different.dates) || otherName(different.names);
  return negation.differs || opposites.length > 0 || other;
}

function classOf(explanation: Omit<PairExplanation, 'class'>, copied: boolean, sameOrder: boolean): PairClass | null {
  const { similarity, different } = explanation;
  const near = similarity >= SIMILAR;
  if (near && isParted(explanation)) return 'conflicting';
  const equal = [different.numbers, different.names, different.dates].every(
    (pair) => pair.a.length + pair.b.length === 0,
  );
  if (similarity >= DUPLICATE && equal && !swapped(different.terms) && sameOrder) return 'duplicate';
  if (explanation.origin.same && (near || explanation.shared.names.length > 1)) return 'same-origin';
  if (explanation.replaced) return 'conflicting';
  if (copied) return 'same-origin';
  return near ? 'similar' : null;
}

/**
 * Why two texts may say the same, or not: what they share and where they part, and a class that is only ever a suggestion. A number,
 * name or date parts them when each text has one that the other lacks; one that merely says more does not.
 */
export function explain(a: PairText, b: PairText): PairExplanation {
  return explainer(a)(b);
}

/** The same for one text and many others: what is read of the first is read once. */
export function explainer(a: PairText): (b: PairText) => PairExplanation {
  const first = read(a);
  return (b) => compare(a, first, b, read(b));
}

/** Looked for only where the texts would be the same but for it, and nothing else parts them. */
function replaced(a: Reading, b: Reading, similarity: number): Replaced | null {
  if (a.arabic !== b.arabic || similarity < DUPLICATE) return null;
  return replacedWord(a.inOrder, b.inOrder, { a: a.text, b: b.text });
}

function compare(a: PairText, first: Reading, b: PairText, second: Reading): PairExplanation {
  const numbers = compared(first.numbers, second.numbers, sameKey);
  const names = compared(first.names, second.names, sameKey);
  const dates = compared(first.dates, second.dates, sameDate);
  const crossLanguage = first.arabic !== second.arabic;
  const [originA, originB] = [first.originKey(), second.originKey()];
  const similarity = crossLanguage ? dice(first.bridge(), second.bridge()) : stemOverlap(first.stems, second.stems);
  const said = {
    similarity,
    crossLanguage,
    shared: {
      numbers: numbers.shared,
      names: names.shared,
      dates: dates.shared,
      terms: [...first.stems].filter((stem) => second.stems.has(stem)),
    },
    different: {
      numbers: { a: numbers.onlyA, b: numbers.onlyB },
      names: { a: names.onlyA, b: names.onlyB },
      dates: { a: dates.onlyA, b: dates.onlyB },
      terms: crossLanguage
        ? { a: [], b: [] }
        : { a: without(first.stems, second.stems), b: without(second.stems, first.stems) },
    },
    negation: {
      differs: (first.negations.length === 0) !== (second.negations.length === 0),
      a: first.negations,
      b: second.negations,
    },
    antonyms: antonyms(first, second),
    origin: { same: originA !== null && originA === originB, a: a.origin ?? null, b: b.origin ?? null },
  };
  const near = !crossLanguage && said.similarity >= COPIED;
  const copied = near && resemblance(first.signature(), second.signature()) >= PASSAGE;
  const sameOrder = near && dice(first.neighbours(), second.neighbours()) >= ORDERED;
  const explained = { ...said, replaced: isParted(said) ? null : replaced(first, second, similarity) };
  return { class: classOf(explained, copied, sameOrder), ...explained };
}
