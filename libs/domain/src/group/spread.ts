import { sourceKey } from '#language';
import type { CueStance } from '../claim/claim.types.js';
import { originOf } from '../independence/origin.js';
import type { SourceNode } from '../independence/source.types.js';

/** How one article carries a claim. */
export interface Carrier {
  readonly claimId: string;
  readonly articleId: string;
  readonly outlet: string | null;
  readonly outletSourceId: string | null;
  /** Published, or posted where that is not known; ISO 8601 UTC. */
  readonly at: string;
  readonly attribution: {
    readonly anonymous: boolean;
    readonly sourceCount: number | null;
    readonly cue: string;
    readonly stance: CueStance;
    readonly negated: boolean;
    /** Innermost source first. */
    readonly links: readonly {
      readonly role: 'speaker' | 'outlet' | 'document';
      readonly name: string;
      readonly type: string;
    }[];
  } | null;
}

/** The part of the register that carriers name. */
export interface SpreadRegister {
  /** Source ids by name or alias. */
  readonly byName: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, SourceNode>;
}

export interface Spread {
  readonly articles: number;
  readonly outlets: number;
  /** Where the carriers took it from, each counted once: five articles may have one origin. */
  readonly origins: number;
  /** The origin of each carrier, alike where it is the same. */
  readonly originOf: ReadonlyMap<string, string>;
}

export const CARRIED_KINDS = [
  'attribution-added',
  'attribution-dropped',
  'source-named',
  'source-dropped',
  'source-count',
  'cue',
  'negation',
] as const;

/** What a carrier made of the claim compared with whoever carried it first. */
export interface Carried {
  readonly kind: (typeof CARRIED_KINDS)[number];
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A named source is the origin wherever it speaks; what nobody named said comes from the outlet that vouches for it, or
 * else from the carrier's own. The register follows both to their ends.
 */
export function spreadOf(carriers: readonly Carrier[], register: SpreadRegister): Spread {
  const originByClaim = new Map(carriers.map((carrier) => [carrier.claimId, originKey(carrier, register)]));
  const outlets = new Set(carriers.flatMap(({ outlet }) => (outlet === null ? [] : [sourceKey(outlet)])));
  return {
    articles: new Set(carriers.map(({ articleId }) => articleId)).size,
    outlets: outlets.size,
    origins: new Set(originByClaim.values()).size,
    originOf: originByClaim,
  };
}

function originKey({ attribution, outlet, outletSourceId, articleId }: Carrier, register: SpreadRegister): string {
  const links = attribution?.links ?? [];
  const named = links.find(({ role, type }) => role !== 'outlet' && type !== 'anonymous');
  const vouching = links.find(({ role }) => role === 'outlet');
  const name = (attribution?.anonymous === true ? undefined : named?.name) ?? vouching?.name;
  if (name !== undefined) return rooted(register.byName.get(name), register) ?? `name:${sourceKey(name)}`;
  const own = rooted(outletSourceId ?? undefined, register);
  return own ?? (outlet === null ? `article:${articleId}` : `name:${sourceKey(outlet)}`);
}

function rooted(id: string | undefined, { sources }: SpreadRegister): string | undefined {
  if (id === undefined) return undefined;
  return `source:${originOf({ kind: 'source', id }, { sources, evidence: new Map() }).root.id}`;
}

/** What each carrier added to the first one's wording or left out of it, by claim; nothing for the first itself. */
export function carriedBy(carriers: readonly Carrier[]): Map<string, Carried[]> {
  const [first, ...rest] = [...carriers].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const carried = new Map<string, Carried[]>(first ? [[first.claimId, []]] : []);
  for (const carrier of rest) carried.set(carrier.claimId, changed(first!.attribution, carrier.attribution));
  return carried;
}

function changed(before: Carrier['attribution'], now: Carrier['attribution']): Carried[] {
  if (before === null && now === null) return [];
  if (before === null) return [{ kind: 'attribution-added', from: null, to: now!.cue }];
  if (now === null) return [{ kind: 'attribution-dropped', from: before.cue, to: null }];
  const result: Carried[] = [];
  const names = (of: NonNullable<Carrier['attribution']>) =>
    new Map(of.links.map(({ name }) => [sourceKey(name), name]));
  const [earlier, later] = [names(before), names(now)];
  for (const [key, name] of later) if (!earlier.has(key)) result.push({ kind: 'source-named', from: null, to: name });
  for (const [key, name] of earlier) if (!later.has(key)) result.push({ kind: 'source-dropped', from: name, to: null });
  if (before.sourceCount !== now.sourceCount)
    result.push({ kind: 'source-count', from: count(before.sourceCount), to: count(now.sourceCount) });
  if (before.stance !== now.stance) result.push({ kind: 'cue', from: before.cue, to: now.cue });
  if (before.negated !== now.negated) result.push({ kind: 'negation', from: before.cue, to: now.cue });
  return result;
}

const count = (sources: number | null) => (sources === null ? null : String(sources));
