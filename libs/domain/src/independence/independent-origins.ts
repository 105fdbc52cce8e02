import type { NewsroomPolicy } from '../policy/policy.types.js';
import { nodeKey, originOf, OriginWalks, type OriginRoot } from './origin.js';
import { OriginGroups, type CountedOrigin } from './origin.groups.js';
import { PRIMARY_TYPES, type EvidenceItem, type OriginGraph, type SourceNode } from './source.types.js';

export type NotCountableReason =
  'withdrawn' | 'no-locator' | 'nothing-kept' | 'no-screenshot' | 'account-not-confirmed' | 'posted-not-said';
export type ExclusionReason =
  NotCountableReason | 'own-outlet' | 'unvouched' | 'notice' | 'anonymous-forbidden' | 'anonymous-unapproved';

export interface OriginContext {
  /** The article's own outlet in the register; null when it has none there. */
  readonly outletSourceId: string | null;
  /** Sources and owners that are party to the claim. */
  readonly partyIds: readonly string[];
  /** Sources and items under a notice of correction, kill or withdrawal. */
  readonly noticedIds: readonly string[];
  readonly verifies: 'attribution' | 'substance';
  /** What the newsroom's policy says about sources without a name; absent where anything vouched for counts. */
  readonly anonymousSources?: NewsroomPolicy['anonymousSources'];
  /** The text says of its source that it posted, not that it said. */
  readonly namesPost?: boolean;
}

export interface IndependenceReport {
  readonly count: number;
  readonly origins: readonly CountedOrigin[];
  /** One item is of a type that settles the matter alone. */
  readonly primary: boolean;
  readonly primaryIds: readonly string[];
  /** There are origins, and not one of them is named. */
  readonly anonymousOnly: boolean;
  readonly countable: readonly string[];
  readonly excluded: readonly { readonly evidenceId: string; readonly why: ExclusionReason }[];
}

const filled = (text: string | null): boolean => text !== null && text.trim() !== '';

/** Null when the item is countable: not withdrawn, with a locator, and a capture, a quoted passage at a URL, or `primary`. */
export function notCountable(item: EvidenceItem): NotCountableReason | null {
  if (item.withdrawn) return 'withdrawn';
  if (!filled(item.locator)) return 'no-locator';
  const kept = item.captureId !== null || (filled(item.url) && filled(item.quote)) || item.primary;
  return kept ? null : 'nothing-kept';
}

/**
 * A post counts by what it shows: a screenshot of it, from an account known to be whose it says. Where the text says that
 * somebody spoke, a post is no proof that he did.
 */
function postNotCountable({ post, captureId }: EvidenceItem, context: OriginContext): NotCountableReason | null {
  if (!post) return null;
  if (captureId === null) return 'no-screenshot';
  if (post.account !== 'confirmed') return 'account-not-confirmed';
  return context.verifies === 'attribution' && !context.namesPost ? 'posted-not-said' : null;
}

/** What policy asks of every source without a name on the way; null where it is content. */
function anonymityRefusal(item: EvidenceItem, { graph, context }: OriginBench): ExclusionReason | null {
  const policy = context.anonymousSources ?? 'allowed';
  if (policy === 'allowed') return null;
  if (policy === 'forbidden') return 'anonymous-forbidden';
  const nameless = originOf({ kind: 'evidence', id: item.id }, graph)
    .path.map(({ kind, id }) => (kind === 'source' ? graph.sources.get(id) : undefined))
    .filter((source) => source?.type === 'anonymous');
  return nameless.every((source) => source?.approved === true && source.anonymity) ? null : 'anonymous-unapproved';
}

/**
 * How many independent origins a list of items has. Items that lead to one origin are one, however many retell it.
 * Linear in the part of the graph that is walked; cycles terminate and count once.
 */
export function independentOrigins(
  items: readonly EvidenceItem[],
  graph: OriginGraph,
  context: OriginContext,
): IndependenceReport {
  const followed = withItems(graph, items);
  const noticed = new Set(context.noticedIds);
  const walks = new OriginWalks(followed, (id) => noticed.has(id));
  const bench: OriginBench = { graph: followed, context, walks, keys: new Map() };
  const own = context.outletSourceId === null ? null : rootKeyOfSource(context.outletSourceId, bench);
  const excluded: { evidenceId: string; why: ExclusionReason }[] = [];
  const countable: string[] = [];
  const primaryIds: string[] = [];
  const groups = new OriginGroups();
  for (const item of items) {
    const origin = bench.walks.rootOf({ kind: 'evidence', id: item.id });
    const keys = countedKeys(origin, bench);
    const why =
      notCountable(item) ??
      postNotCountable(item, context) ??
      exclusionOf(origin, own !== null && keys.includes(own)) ??
      (origin.anonymous ? anonymityRefusal(item, bench) : null);
    if (why !== null) {
      excluded.push({ evidenceId: item.id, why });
      continue;
    }
    countable.push(item.id);
    if (settlesAlone(item, origin, bench)) primaryIds.push(item.id);
    groups.add(keys, item.id, origin.anonymous);
  }
  const origins = groups.list((evidenceId) => originOf({ kind: 'evidence', id: evidenceId }, followed).path);
  return {
    count: origins.length,
    origins,
    primary: primaryIds.length > 0,
    primaryIds,
    anonymousOnly: origins.length > 0 && origins.every((origin) => origin.anonymous),
    countable,
    excluded,
  };
}

interface OriginBench {
  readonly graph: OriginGraph;
  readonly context: OriginContext;
  readonly walks: OriginWalks;
  /** Counted keys by root key, so that a circle is gone round once. */
  readonly keys: Map<string, readonly string[]>;
}

function withItems(graph: OriginGraph, items: readonly EvidenceItem[]): OriginGraph {
  if (items.every((item) => graph.evidence.has(item.id))) return graph;
  return {
    sources: graph.sources,
    evidence: new Map([...graph.evidence, ...items.map((item) => [item.id, item] as const)]),
  };
}

function exclusionOf(origin: OriginRoot, isOwn: boolean): ExclusionReason | null {
  if (origin.marked) return 'notice';
  if (origin.unvouched) return 'unvouched';
  return isOwn ? 'own-outlet' : null;
}

function rootKeyOfSource(sourceId: string, bench: OriginBench): string {
  return countedKey(bench.walks.rootOf({ kind: 'source', id: sourceId }), bench);
}

/** Voices of one owner are one voice where that owner is party to the claim. Owners are followed to the top. */
function countedKey(origin: OriginRoot, { graph, context }: OriginBench): string {
  if (origin.root.kind !== 'source' || context.partyIds.length === 0) return origin.rootKey;
  const visited = new Set<string>();
  let key = origin.rootKey;
  let id: string | null = origin.root.id;
  while (id !== null && !visited.has(id)) {
    visited.add(id);
    if (context.partyIds.includes(id)) key = nodeKey({ kind: 'source', id });
    id = graph.sources.get(id)?.ownerId ?? null;
  }
  return key;
}

/** Governments, armies, parties and factions: what they say is primary for "it said so", and for nothing else. */
const POWERS: readonly SourceNode['type'][] = ['government', 'institution'];

/**
 * A primary type settles alone only when its origin is of such a type too: a "document" copied from an agency is the
 * agency.
 */
function settlesAlone(item: EvidenceItem, origin: OriginRoot, { graph, context }: OriginBench): boolean {
  const own = graph.sources.get(item.sourceId);
  const root = origin.root.kind === 'source' ? graph.sources.get(origin.root.id) : undefined;
  if (own === undefined || root === undefined || origin.cycle.length > 0) return false;
  const isParty = (id: string | null) => id !== null && context.partyIds.includes(id);
  if (context.verifies === 'attribution' && POWERS.includes(root.type) && isParty(root.id)) return true;
  if (!PRIMARY_TYPES.includes(own.type) || !PRIMARY_TYPES.includes(root.type)) return false;
  const owner = root.ownerId === null ? undefined : graph.sources.get(root.ownerId);
  const speaksForItself = owner !== undefined && POWERS.includes(owner.type) && isParty(owner.id);
  return context.verifies === 'attribution' || !speaksForItself;
}

/**
 * The keys under which an item counts: its root's, and for items that derive from one another also those of all their
 * sources, since they come from one of these and nobody knows which.
 */
function countedKeys(origin: OriginRoot, bench: OriginBench): readonly string[] {
  const known = bench.keys.get(origin.rootKey);
  if (known !== undefined) return known;
  const others = origin.cycle.flatMap((node) => {
    const item = node.kind === 'evidence' ? bench.graph.evidence.get(node.id) : undefined;
    return item === undefined ? [] : [rootKeyOfSource(item.sourceId, bench)];
  });
  const keys = [countedKey(origin, bench), ...new Set(others)];
  bench.keys.set(origin.rootKey, keys);
  return keys;
}
