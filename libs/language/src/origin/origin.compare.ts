import { stemsOf } from '../matching/matching.view.js';
import { sourceKey } from '../source/source.key.js';
import type { OriginComparison, OriginHow, OriginSigns, OriginText } from './origin.types.js';
import { commonOf, diceOf, shinglesOf } from './shingle.share.js';

/** Stems in common from which two claims are one claim told twice. */
const SAME_CLAIM = 0.5;
/** Runs of three stems in common from which a sentence is copied; shorter ones are phrases anybody writes. */
const COPIED = 0.5;
const COPIED_RUNS = 6;
/** A quotation of fewer stems is an expression, not a statement. */
const QUOTED_STEMS = 5;
const SAME_QUOTE = 0.8;
/** Copied sentences, and shared quotations, that are more than chance. */
const PASSAGES = 2;
const QUOTATIONS = 2;
/** Whoever credits an agency with one claim of many has the rest from elsewhere. */
const CREDITED_SHARE = 0.25;
const SENTENCES = 400;

const QUOTATION = /[«“"]([^«»“”"]{20,600})[»”"]/gu;

interface Prepared {
  readonly claims: readonly ReadonlySet<string>[];
  readonly sentences: readonly { readonly text: string; readonly runs: ReadonlySet<string> }[];
  readonly quotations: readonly { readonly text: string; readonly stems: ReadonlySet<string> }[];
  /** How often each outlet is named as the way a claim came, by key, with its first spelling. */
  readonly outlets: ReadonlyMap<string, { readonly name: string; readonly count: number }>;
}

/** Whether two articles have what they share from one origin, and what says so. Independent of the order of the two. */
export function compareOrigins(a: OriginText, b: OriginText): OriginComparison {
  const [first, second] = [prepared(a), prepared(b)];
  const shared = sharedClaims(first, second);
  const signs: OriginSigns = {
    credited: shared.length === 0 ? [] : credited(a, b, first, second),
    passages: passages(first, second),
    quotations: quotations(first, second),
  };
  return { how: howOf(signs), shared, signs };
}

function prepared({ sentences, claims }: OriginText): Prepared {
  const outlets = new Map<string, { name: string; count: number }>();
  for (const { attribution } of claims)
    for (const { role, name } of attribution?.links ?? []) {
      if (role !== 'outlet') continue;
      const key = sourceKey(name);
      if (key === '') continue;
      outlets.set(key, { name: outlets.get(key)?.name ?? name, count: (outlets.get(key)?.count ?? 0) + 1 });
    }
  const read = sentences.slice(0, SENTENCES);
  return {
    claims: claims.map(({ quote }) => new Set(stemsOf(quote))),
    sentences: read.map((text) => ({ text, runs: shinglesOf(text) })),
    quotations: Array.from(read.join('\n').matchAll(QUOTATION), ([, text = '']) => text)
      .map((text) => ({ text, stems: new Set(stemsOf(text)) }))
      .filter(({ stems }) => stems.size >= QUOTED_STEMS),
    outlets,
  };
}

/** Each claim with the one of the other article that is most like it; no claim twice. */
function sharedClaims(a: Prepared, b: Prepared): OriginComparison['shared'] {
  const pairs = a.claims.flatMap((stems, at) =>
    b.claims.map((others, bt) => ({ a: at, b: bt, likeness: diceOf(stems, others) })),
  );
  const taken = { a: new Set<number>(), b: new Set<number>() };
  return pairs
    .filter(({ likeness }) => likeness >= SAME_CLAIM)
    .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
    .filter((pair) => {
      if (taken.a.has(pair.a) || taken.b.has(pair.b)) return false;
      taken.a.add(pair.a);
      taken.b.add(pair.b);
      return true;
    });
}

function credited(a: OriginText, b: OriginText, first: Prepared, second: Prepared): OriginSigns['credited'] {
  const enough = ({ count }: { count: number }, claims: number) => count >= Math.max(1, CREDITED_SHARE * claims);
  const both = [...first.outlets].flatMap(([key, mine]) => {
    const theirs = second.outlets.get(key);
    const said = theirs && (enough(mine, a.claims.length) || enough(theirs, b.claims.length));
    return said ? [{ key, a: mine.name, b: theirs.name }] : [];
  });
  const named = (outlet: string | null, outlets: Prepared['outlets']) =>
    outlet === null ? undefined : outlets.get(sourceKey(outlet))?.name;
  const byA = named(b.outlet, first.outlets);
  const byB = named(a.outlet, second.outlets);
  if (byA !== undefined) both.push({ key: sourceKey(byA), a: byA, b: b.outlet ?? '' });
  if (byB !== undefined) both.push({ key: sourceKey(byB), a: a.outlet ?? '', b: byB });
  return both;
}

function passages(a: Prepared, b: Prepared): OriginSigns['passages'] {
  const holders = new Map<string, number[]>();
  b.sentences.forEach(({ runs }, at) => {
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), at]);
  });
  return a.sentences.flatMap(({ text, runs }) => {
    const hits = new Map<number, number>();
    for (const run of runs) for (const at of holders.get(run) ?? []) hits.set(at, (hits.get(at) ?? 0) + 1);
    const [best] = [...hits].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    if (!best || best[1] < COPIED_RUNS) return [];
    const other = b.sentences[best[0]];
    const share = other ? best[1] / Math.min(runs.size, other.runs.size) : 0;
    return other && share >= COPIED ? [{ a: text, b: other.text, share }] : [];
  });
}

function quotations(a: Prepared, b: Prepared): OriginSigns['quotations'] {
  return a.quotations.flatMap((one) => {
    const twin = b.quotations.find(
      ({ stems }) => commonOf(stems, one.stems) / Math.min(stems.size, one.stems.size) >= SAME_QUOTE,
    );
    return twin ? [{ a: one.text, b: twin.text }] : [];
  });
}

/** A name that is given outweighs copied words, and these a statement that many may have heard. */
function howOf({ credited: names, passages: copied, quotations: quoted }: OriginSigns): OriginHow | null {
  if (names.length > 0) return 'credited';
  if (copied.length >= PASSAGES) return 'copied';
  return quoted.length >= QUOTATIONS ? 'same-quote' : null;
}
