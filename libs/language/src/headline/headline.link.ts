import type { Attribution } from '../attribution/attribution.types.js';
import type { BlockField } from '../block/block.types.js';
import { fold } from '../normal/normal.fold.js';
import { type Word, wordOf } from '../token/word.entry.js';
import { COUNTRY, NEGATION } from '../token/word.flags.js';
import { piecesOf } from '../token/word.pieces.js';

export type HeadlineDifference = 'number' | 'negation' | 'name' | 'attribution';

/** How a headline claim stands to the body claim it repeats. Indices are into the claims given. */
export interface HeadlineLink {
  readonly claim: number;
  /** Null when no body claim says anything like it. */
  readonly body: number | null;
  readonly differences: readonly HeadlineDifference[];
  /** It says more than its body claim: it drops the attribution or hedge, changes a number, a negation or a name. */
  readonly overstates: boolean;
}

export interface PlacedClaim {
  readonly quote: string;
  /** The words of the quotation as `piecesOf` cuts them, where they are known already. */
  readonly words?: readonly Word[];
  readonly field: BlockField;
  readonly attribution: ComparedAttribution | null;
}

/** What is compared of who said it. */
export interface ComparedAttribution extends Pick<Attribution, 'anonymous'> {
  readonly sourceCount: number | null;
  readonly stance: string;
  readonly links: readonly { readonly name: string }[];
}

interface Features {
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
  readonly names: ReadonlySet<string>;
}

const ENOUGH = 0.5;
const CAPITAL = /^\p{Lu}/u;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const wordsOf = ({ words, quote }: PlacedClaim): readonly Word[] => words ?? piecesOf(quote).map(wordOf);

/** The words long enough to tell one subject from another. */
const gistsOf = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.filter(({ norm }) => norm.length > 2).map(({ gist }) => gist));

function featuresOf(words: readonly Word[]): Features {
  const names = words.filter((word, k) => (word.flags & COUNTRY) !== 0 || (k > 0 && CAPITAL.test(word.raw)));
  return {
    numbers: new Set(words.filter((word) => isDigit(word.norm.charCodeAt(0))).map((word) => word.norm)),
    negated: words.some((word) => (word.flags & NEGATION) !== 0 && !/^(غير|عدم|دون|بدون)$/.test(word.stem)),
    names: new Set(names.map(({ raw }) => fold(raw))),
  };
}

function share(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let count = 0;
  for (const item of part) if (whole.has(item)) count += 1;
  return part.size === 0 ? 0 : count / part.size;
}

const subset = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((item) => whole.has(item));

/** Whose words they are, folded, for comparing a headline's source with its body's. */
function sameSource(headline: ComparedAttribution | null, body: ComparedAttribution | null): boolean {
  if (!body) return true;
  if (!headline) return false;
  if (
    headline.stance !== body.stance &&
    (body.stance === 'distancing' || body.stance === 'negating' || headline.stance === 'factive')
  )
    return false;
  if (headline.sourceCount !== body.sourceCount && body.anonymous) return false;
  const names = body.links.map((link) => fold(link.name));
  return headline.links.some((link) =>
    names.some(
      (name) =>
        name.includes(fold(link.name)) ||
        fold(link.name).includes(name) ||
        share(new Set(fold(link.name).split(' ')), new Set(name.split(' '))) >= ENOUGH,
    ),
  );
}

interface Body {
  readonly index: number;
  readonly claim: PlacedClaim;
  readonly words: readonly Word[];
}

/** Postings read for one headline; more are met only where a page repeats itself hundreds of times. */
const MOST_READ = 4_000;

/** The body claims by the gists the headlines ask for, so that a headline is compared with those alone that share one. */
class Bodies {
  private readonly byGist: ReadonlyMap<string, Body[]>;

  constructor(claims: readonly PlacedClaim[], wanted: Iterable<string>) {
    this.byGist = new Map(Array.from(wanted, (gist) => [gist, []]));
    claims.forEach((claim, index) => {
      if (claim.field === 'body') this.add({ index, claim, words: wordsOf(claim) });
    });
  }

  private add(body: Body): void {
    for (const { norm, gist } of body.words) {
      const list = norm.length > 2 ? this.byGist.get(gist) : undefined;
      if (list && list[list.length - 1] !== body) list.push(body);
    }
  }

  /** The first of those that have most of the gists, at least half; null without one. Rare gists are asked first. */
  nearest(gists: ReadonlySet<string>): Body | null {
    const lists = [...gists].map((gist) => this.byGist.get(gist) ?? []).sort((a, b) => a.length - b.length);
    const shared = new Map<Body, number>();
    let left = MOST_READ;
    for (const list of lists) {
      for (const body of list.slice(0, left)) shared.set(body, (shared.get(body) ?? 0) + 1);
      left -= Math.min(list.length, left);
    }
    let best: Body | null = null;
    let most = 0;
    for (const [body, count] of shared)
      if (count > most || (count === most && best !== null && body.index < best.index)) [best, most] = [body, count];
    return most / gists.size >= ENOUGH ? best : null;
  }
}

function differencesOf(headline: PlacedClaim, words: readonly Word[], body: Body): HeadlineDifference[] {
  const [own, other] = [featuresOf(words), featuresOf(body.words)];
  const differences: HeadlineDifference[] = [];
  if (!subset(own.numbers, other.numbers)) differences.push('number');
  if (own.negated !== other.negated) differences.push('negation');
  if (!subset(own.names, other.names)) differences.push('name');
  if (!sameSource(headline.attribution, body.claim.attribution)) differences.push('attribution');
  return differences;
}

/**
 * Links each claim of a title, dek, caption or pull quote to the body claim that shares most of its words, and says where it departs:
 * only a claim without differences may inherit what was found about the body claim.
 */
export function headlineLinks(claims: readonly PlacedClaim[]): HeadlineLink[] {
  const headlines = claims.flatMap((claim, index) => {
    if (claim.field === 'body') return [];
    const words = wordsOf(claim);
    return [{ claim, index, words, gists: gistsOf(words) }];
  });
  if (headlines.length === 0) return [];
  const bodies = new Bodies(
    claims,
    headlines.flatMap(({ gists }) => [...gists]),
  );
  return headlines.map(({ claim, index, words, gists }): HeadlineLink => {
    const best = bodies.nearest(gists);
    if (!best) return { claim: index, body: null, differences: [], overstates: false };
    const differences = differencesOf(claim, words, best);
    return { claim: index, body: best.index, differences, overstates: differences.length > 0 };
  });
}
