import type { Attribution } from '../attribution/attribution.types.js';
import type { BlockField } from '../block/block.types.js';
import { fold } from '../normal/normal.fold.js';
import { wordOf } from '../token/word.entry.js';
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
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
  readonly names: ReadonlySet<string>;
}

const ENOUGH = 0.5;
const CAPITAL = /^\p{Lu}/u;
const SHORTENED = /^[وف]?(?:ال|لل|بال|كال)(?=.{3})|^[وفبلك](?=.{4})/;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** A memo only, emptied when full: the words of one article come again and again. */
const stems = new Map<string, string>();
const STEMS_MOST = 20_000;

function stemOf(norm: string): string {
  const hit = stems.get(norm);
  if (hit !== undefined) return hit;
  const stem = norm.replace(SHORTENED, '').slice(0, 6);
  if (stems.size >= STEMS_MOST) stems.clear();
  if (norm.length <= 12) stems.set(norm, stem);
  return stem;
}

function featuresOf(quote: string): Features {
  const raw = piecesOf(quote);
  const words = raw.map(wordOf);
  return {
    stems: new Set(words.filter((word) => word.norm.length > 2).map((word) => stemOf(word.norm))),
    numbers: new Set(words.filter((word) => isDigit(word.norm.charCodeAt(0))).map((word) => word.norm)),
    negated: words.some((word) => (word.flags & NEGATION) !== 0 && !/^(غير|عدم|دون|بدون)$/.test(word.stem)),
    names: new Set(
      raw.filter((_, k) => ((words[k]?.flags ?? 0) & COUNTRY) !== 0 || (k > 0 && CAPITAL.test(raw[k] ?? ''))).map(fold),
    ),
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
  readonly features: Features;
}

/** Postings read for one headline; more are met only where a page repeats itself hundreds of times. */
const MOST_READ = 4_000;

/** The body claims by their stems, so that a headline is compared with those alone that share one. */
class Bodies {
  private readonly byStem = new Map<string, Body[]>();

  constructor(claims: readonly PlacedClaim[]) {
    claims.forEach((claim, index) => {
      if (claim.field !== 'body') return;
      const body = { index, claim, features: featuresOf(claim.quote) };
      for (const stem of body.features.stems) {
        const list = this.byStem.get(stem);
        if (list) list.push(body);
        else this.byStem.set(stem, [body]);
      }
    });
  }

  /** The first of those that have most of the stems, at least half; null without one. Rare stems are asked first. */
  nearest(stems: ReadonlySet<string>): Body | null {
    const lists = [...stems].map((stem) => this.byStem.get(stem) ?? []).sort((a, b) => a.length - b.length);
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
    return most / stems.size >= ENOUGH ? best : null;
  }
}

/**
 * Links each claim of a title, dek, caption or pull quote to the body claim that shares most of its words, and says where it departs:
 * only a claim without differences may inherit what was found about the body claim.
 */
export function headlineLinks(claims: readonly PlacedClaim[]): HeadlineLink[] {
  if (claims.every(({ field }) => field === 'body')) return [];
  const bodies = new Bodies(claims);
  return claims.flatMap((claim, index): HeadlineLink[] => {
    if (claim.field === 'body') return [];
    const own = featuresOf(claim.quote);
    const best = bodies.nearest(own.stems);
    if (!best) return [{ claim: index, body: null, differences: [], overstates: false }];
    const differences: HeadlineDifference[] = [];
    if (!subset(own.numbers, best.features.numbers)) differences.push('number');
    if (own.negated !== best.features.negated) differences.push('negation');
    if (!subset(own.names, best.features.names)) differences.push('name');
    if (!sameSource(claim.attribution, best.claim.attribution)) differences.push('attribution');
    return [{ claim: index, body: best.index, differences, overstates: differences.length > 0 }];
  });
}
