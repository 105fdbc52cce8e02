import { fold } from '../normal/normal.fold.js';
import { numbersIn } from '../matching/number.mention.js';
import { wordsOf } from '../worthiness/word.token.js';
import words from './carrier.words.json' with { type: 'json' };
import { compareOrigins } from './origin.compare.js';
import type { CarriedAttribution, CarriedClaim, CarrierChange, OriginComparison, OriginText } from './origin.types.js';

const folded = (list: { readonly ar: readonly string[]; readonly en: readonly string[] }) =>
  [...list.ar, ...list.en].map((phrase) => ({ phrase, plain: fold(phrase) }));
const HEDGES = folded(words.hedges);
const NO_COMMENT = folded(words.noComment);
const WEIGHT = new Set([...words.weight.ar, ...words.weight.en].map(fold));

/** How firmly a cue stands behind what it reports. Denying cues say something else and are not compared. */
const FIRMNESS = { distancing: 0, predictive: 1, evaluative: 1, neutral: 2, factive: 3 } as const;
const firmness = (stance: CarriedAttribution['stance']) => (stance === 'negating' ? null : FIRMNESS[stance]);

/** What the second article made of what the first has: sources that grew, cues that hardened, what was dropped on the way. */
export function carrierChanges(
  a: OriginText,
  b: OriginText,
  { shared }: Pick<OriginComparison, 'shared'> = compareOrigins(a, b),
): CarrierChange[] {
  const changes = shared.flatMap((pair) => {
    const [first, second] = [a.claims[pair.a], b.claims[pair.b]];
    return first && second ? ofClaim(first, second) : [];
  });
  const [here, there] = [a.sentences.join(' \n '), b.sentences.join(' \n ')];
  const silent = dropped(NO_COMMENT, here, there);
  if (silent !== null) changes.push({ kind: 'dropped', what: 'no-comment', a: silent, b: '' });
  const seen = new Set<string>();
  return changes.filter((change) => {
    const key = `${change.kind} ${change.what} ${fold(change.a)} ${fold(change.b)}`;
    return seen.size !== seen.add(key).size;
  });
}

function ofClaim(a: CarriedClaim, b: CarriedClaim): CarrierChange[] {
  const changes: CarrierChange[] = [];
  const [one, other] = [a.attribution, b.attribution];
  if (one && other) changes.push(...sourcesOf(one, other), ...cueOf(one, other));
  else if (one) changes.push({ kind: 'dropped', what: 'attribution', a: speakerOf(one) || one.cue, b: '' });
  const hedge = dropped(HEDGES, a.context, b.context);
  if (hedge !== null) changes.push({ kind: 'dropped', what: 'hedge', a: hedge, b: '' });
  changes.push(...numbersOf(a, b));
  return changes;
}

const speakerOf = ({ links }: CarriedAttribution) => links.find(({ role }) => role === 'speaker')?.name ?? '';

/** «مصدران» → «مصادر», “a source” → “senior Western sources”: unnamed sources become more, countless, or weightier. */
function sourcesOf(a: CarriedAttribution, b: CarriedAttribution): CarrierChange[] {
  const [one, other] = [speakerOf(a), speakerOf(b)];
  if (!a.anonymous || !b.anonymous || one === '' || other === '' || fold(one) === fold(other)) return [];
  const many = (count: number | null) => (count === 0 ? Number.POSITIVE_INFINITY : (count ?? 0));
  const more = many(b.sourceCount) > many(a.sourceCount);
  const weight = (name: string) => wordsOf(name).filter((word) => WEIGHT.has(word.folded)).length;
  return more || weight(other) > weight(one) ? [{ kind: 'grew', what: 'sources', a: one, b: other }] : [];
}

/** قال → كشف, “claimed” → “revealed”. */
function cueOf(a: CarriedAttribution, b: CarriedAttribution): CarrierChange[] {
  const [before, after] = [firmness(a.stance), firmness(b.stance)];
  if (before === null || after === null || after <= before) return [];
  return [{ kind: 'hardened', what: 'cue', a: a.cue, b: b.cue }];
}

/** The first of the phrases that stands in one text while none stands in the other, as the list writes it. */
function dropped(list: readonly Phrase[], here: string, there: string): string | null {
  const [one, other] = [plainOf(here), plainOf(there)];
  const found = list.find((phrase) => stands(phrase, one));
  return found && !list.some((phrase) => stands(phrase, other)) ? found.phrase : null;
}

interface Phrase {
  readonly phrase: string;
  readonly plain: string;
}

/** «ولم ترد» and «فلم ترد» say «لم ترد». */
function stands({ plain }: Phrase, text: string): boolean {
  return ['', 'و', 'ف'].some((joint) => text.includes(` ${joint}${plain} `));
}

function plainOf(text: string): string {
  return ` ${wordsOf(text)
    .map((word) => word.folded)
    .join(' ')} `;
}

/** Numbers of a claim that the other's sentence gives in no form. */
function numbersOf(a: CarriedClaim, b: CarriedClaim): CarrierChange[] {
  const [here, there] = [wordsOf(a.quote), new Set(numbersIn(wordsOf(b.context)).map(({ value }) => value))];
  const kept = numbersIn(wordsOf(b.quote));
  if (kept.length > 0) return [];
  return numbersIn(here)
    .filter(({ value }) => !there.has(value))
    .map(({ from, to }) => ({
      kind: 'dropped',
      what: 'number',
      a: a.quote.slice(here[from]?.start ?? 0, here[to - 1]?.end ?? 0),
      b: '',
    }));
}
