import { nodeKey, originOf, type Origin, type OriginStep } from './origin.js';
import { PRIMARY_TYPES, type EvidenceItem, type OriginGraph, type SourceNode } from './source.types.js';

export type NotCountableReason = 'withdrawn' | 'no-locator' | 'nothing-kept';
export type ExclusionReason = NotCountableReason | 'own-outlet' | 'unvouched' | 'notice';

export interface OriginContext {
  readonly outletSourceId: string | null;
  readonly partyIds: readonly string[];
  readonly noticedIds: readonly string[];
  readonly verifies: 'attribution' | 'substance';
}

export interface CountedOrigin {
  readonly rootKey: string;
  readonly path: readonly OriginStep[];
  readonly evidenceIds: readonly string[];
  /** Every item that leads here came through a source that is not named. */
  readonly anonymous: boolean;
}

export interface IndependenceReport {
  readonly count: number;
  readonly origins: readonly CountedOrigin[];
  /** One item is of a type that settles the matter alone. */
  readonly primary: boolean;
  readonly primaryIds: readonly string[];
  /** Origins there are, and not one of them is named. */
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
 * How many independent origins a list of items has. Items that lead to one origin are one, however many retell it.
 * Linear in the length of the walks; cycles terminate.
 */
export function independentOrigins(
  items: readonly EvidenceItem[],
  graph: OriginGraph,
  context: OriginContext,
): IndependenceReport {
  const followed = withItems(graph, items);
  const ownKey = context.outletSourceId === null ? null : originKey(context.outletSourceId, followed, context);
  const excluded: { evidenceId: string; why: ExclusionReason }[] = [];
  const countable: string[] = [];
  const primaryIds: string[] = [];
  const groups = new OriginGroups();
  for (const item of items) {
    const origin = originOf({ kind: 'evidence', id: item.id }, followed);
    const key = partyKey(origin, followed, context);
    const why = notCountable(item) ?? exclusionOf(origin, key, ownKey, context);
    if (why !== null) {
      excluded.push({ evidenceId: item.id, why });
      continue;
    }
    countable.push(item.id);
    if (settlesAlone(item, origin, followed, context)) primaryIds.push(item.id);
    groups.add(key, item.id, origin);
    if (origin.cyclic) for (const other of sourcesOfCycle(origin, followed, context)) groups.join(key, other);
  }
  const origins = groups.list();
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

function withItems(graph: OriginGraph, items: readonly EvidenceItem[]): OriginGraph {
  if (items.every((item) => graph.evidence.has(item.id))) return graph;
  return {
    sources: graph.sources,
    evidence: new Map([...graph.evidence, ...items.map((item) => [item.id, item] as const)]),
  };
}

function exclusionOf(
  origin: Origin,
  key: string,
  ownKey: string | null,
  context: OriginContext,
): ExclusionReason | null {
  const touched = (id: string | null) => id !== null && origin.path.some((step) => step.id === id);
  if (context.noticedIds.some(touched)) return 'notice';
  if (origin.unvouched) return 'unvouched';
  if (key === ownKey || (origin.cyclic && touched(context.outletSourceId))) return 'own-outlet';
  return null;
}

function originKey(sourceId: string, graph: OriginGraph, context: OriginContext): string {
  return partyKey(originOf({ kind: 'source', id: sourceId }, graph), graph, context);
}

/** Voices of one owner are one voice where that owner is party to the claim. */
function partyKey(origin: Origin, graph: OriginGraph, context: OriginContext): string {
  if (origin.root.kind !== 'source') return origin.rootKey;
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

/**
 * A primary type settles alone only when its origin is of such a type too: a "document" copied from an agency is the
 * agency. What a government says proves only that it said so.
 */
function settlesAlone(item: EvidenceItem, origin: Origin, graph: OriginGraph, context: OriginContext): boolean {
  const own = graph.sources.get(item.sourceId);
  const root = origin.root.kind === 'source' ? graph.sources.get(origin.root.id) : undefined;
  if (own === undefined || root === undefined || origin.cyclic) return false;
  if (context.verifies === 'attribution' && isPartyVoice(root, context)) return true;
  return (
    PRIMARY_TYPES.includes(own.type) && PRIMARY_TYPES.includes(root.type) && !ownedByPartyPower(root, graph, context)
  );
}

const POWERS: readonly SourceNode['type'][] = ['government', 'institution', 'person'];

function isPartyVoice(root: SourceNode, context: OriginContext): boolean {
  return POWERS.includes(root.type) && context.partyIds.includes(root.id);
}

function ownedByPartyPower(root: SourceNode, graph: OriginGraph, context: OriginContext): boolean {
  if (context.verifies === 'attribution' || root.ownerId === null || !context.partyIds.includes(root.ownerId))
    return false;
  return graph.sources.get(root.ownerId)?.type === 'government';
}

/** Items that derive from one another come from one of their sources, nobody knows which: all of those are one origin. */
function sourcesOfCycle(origin: Origin, graph: OriginGraph, context: OriginContext): string[] {
  return origin.path.flatMap((step) => {
    const item = step.kind === 'evidence' ? graph.evidence.get(step.id) : undefined;
    return item === undefined ? [] : [originKey(item.sourceId, graph, context)];
  });
}

/** Union-find over origin keys, in order of first appearance. */
class OriginGroups {
  private readonly parent = new Map<string, string>();
  private readonly members: { key: string; evidenceId: string; origin: Origin }[] = [];

  add(key: string, evidenceId: string, origin: Origin): void {
    this.members.push({ key, evidenceId, origin });
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parent.set(a < b ? b : a, a < b ? a : b);
  }

  list(): CountedOrigin[] {
    const byRoot = new Map<string, { path: readonly OriginStep[]; evidenceIds: string[]; anonymous: boolean }>();
    for (const { key, evidenceId, origin } of this.members) {
      const root = this.find(key);
      const group = byRoot.get(root);
      if (group === undefined)
        byRoot.set(root, { path: origin.path, evidenceIds: [evidenceId], anonymous: origin.anonymous });
      else {
        group.evidenceIds.push(evidenceId);
        group.anonymous &&= origin.anonymous;
      }
    }
    return [...byRoot].map(([rootKey, group]) => ({ rootKey, ...group }));
  }

  private find(key: string): string {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    return root;
  }
}
