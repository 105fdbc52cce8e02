import type { Derivation, OriginGraph, SourceNode } from './source.types.js';

export interface OriginNode {
  readonly kind: 'evidence' | 'source';
  readonly id: string;
}

export interface OriginStep extends OriginNode {
  /** Why the walk left this node for the next; null at the end. */
  readonly by: Derivation | 'relays' | 'vouched-by' | 'source' | null;
}

export interface Origin {
  /** Last node of the walk; for a cycle the node of the cycle with the smallest key, so that every way in agrees. */
  readonly root: OriginNode;
  readonly rootKey: string;
  readonly path: readonly OriginStep[];
  readonly cyclic: boolean;
  /** The walk passed through a source that is not named. */
  readonly anonymous: boolean;
  /** An anonymous source nobody vouches for: it cannot count for anything. */
  readonly unvouched: boolean;
}

export const nodeKey = (node: OriginNode): string => `${node.kind}:${node.id}`;

/**
 * Follows where something comes from: an item's own `derivesFrom`, else its source; a source's `derivesFromId`, else,
 * when it is anonymous, the outlet that vouches for it. Iterative; a cycle ends the walk.
 */
export function originOf(start: OriginNode, graph: OriginGraph): Origin {
  const path: OriginStep[] = [];
  const seen = new Map<string, number>();
  let anonymous = false;
  let unvouched = false;
  let node: OriginNode | null = start;
  while (node !== null) {
    const key = nodeKey(node);
    const again = seen.get(key);
    if (again !== undefined) return cycleOrigin(path, again, anonymous);
    seen.set(key, path.length);
    const source: SourceNode | undefined = node.kind === 'source' ? graph.sources.get(node.id) : undefined;
    if (source?.type === 'anonymous') {
      anonymous = true;
      unvouched = source.derivesFromId === null && source.vouchedById === null;
    }
    const next: { node: OriginNode; by: OriginStep['by'] } | null = following(node, graph);
    path.push({ kind: node.kind, id: node.id, by: next?.by ?? null });
    node = next?.node ?? null;
  }
  const root = path[path.length - 1] as OriginStep;
  return { root, rootKey: nodeKey(root), path, cyclic: false, anonymous, unvouched };
}

function cycleOrigin(path: readonly OriginStep[], from: number, anonymous: boolean): Origin {
  let root = path[from] as OriginStep;
  for (const step of path.slice(from)) if (nodeKey(step) < nodeKey(root)) root = step;
  return { root, rootKey: nodeKey(root), path, cyclic: true, anonymous, unvouched: false };
}

/** The one step that leads further back, or null at an origin. An id nobody knows is an end in itself. */
function following(node: OriginNode, graph: OriginGraph): { node: OriginNode; by: OriginStep['by'] } | null {
  if (node.kind === 'evidence') {
    const item = graph.evidence.get(node.id);
    if (item === undefined) return null;
    const from = item.derivesFrom;
    if (from?.evidenceId) return { node: { kind: 'evidence', id: from.evidenceId }, by: from.how };
    if (from?.sourceId) return { node: { kind: 'source', id: from.sourceId }, by: from.how };
    return { node: { kind: 'source', id: item.sourceId }, by: 'source' };
  }
  const source = graph.sources.get(node.id);
  if (source === undefined) return null;
  if (source.derivesFromId !== null) return { node: { kind: 'source', id: source.derivesFromId }, by: 'relays' };
  if (source.type === 'anonymous' && source.vouchedById !== null)
    return { node: { kind: 'source', id: source.vouchedById }, by: 'vouched-by' };
  return null;
}
