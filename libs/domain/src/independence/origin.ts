import type { Derivation, OriginGraph } from './source.types.js';

export interface OriginNode {
  readonly kind: 'evidence' | 'source';
  readonly id: string;
}

export interface OriginStep extends OriginNode {
  /** Why the walk left this node for the next; null at the end. */
  readonly by: Derivation | 'relays' | 'vouched-by' | 'source' | null;
}

/** What is true of an origin whichever way one came to it. */
export interface OriginRoot {
  /** Last node of the walk; for a cycle its node with the smallest key, so that every way in agrees. */
  readonly root: OriginNode;
  readonly rootKey: string;
  /** The nodes that go round in a circle; empty where the walk ends. */
  readonly cycle: readonly OriginNode[];
  /** The walk passed through a source that is not named. */
  readonly anonymous: boolean;
  /** It ended at an anonymous source nobody vouches for, which cannot count for anything. */
  readonly unvouched: boolean;
  /** The walk passed one of the nodes that were marked. */
  readonly marked: boolean;
}

export interface Origin extends OriginRoot {
  readonly path: readonly OriginStep[];
}

interface Next {
  readonly node: OriginNode;
  readonly by: Exclude<OriginStep['by'], null>;
}

export const nodeKey = (node: OriginNode): string => `${node.kind}:${node.id}`;

/** The one step that leads further back, or null at an origin. An id nobody knows is an end in itself. */
function stepBack(node: OriginNode, graph: OriginGraph): Next | null {
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

/**
 * Follows where something comes from: an item's own `derivesFrom`, else its source; a source's `derivesFromId`, else,
 * when it is anonymous, the outlet that vouches for it. A cycle ends the walk after one round.
 */
export function originOf(start: OriginNode, graph: OriginGraph): Origin {
  const path: OriginStep[] = [];
  const seen = new Set<string>();
  let node: OriginNode | null = start;
  while (node !== null && !seen.has(nodeKey(node))) {
    seen.add(nodeKey(node));
    const next: Next | null = stepBack(node, graph);
    path.push({ kind: node.kind, id: node.id, by: next?.by ?? null });
    node = next?.node ?? null;
  }
  return { ...new OriginWalks(graph).rootOf(start), path };
}

/** Things known about nodes, by kind and id: cheaper by far than one map under joined keys. */
class NodeMap<T> {
  private readonly byKind = { evidence: new Map<string, T>(), source: new Map<string, T>() };

  get(node: OriginNode): T | undefined {
    return this.byKind[node.kind].get(node.id);
  }

  set(node: OriginNode, value: T): void {
    this.byKind[node.kind].set(node.id, value);
  }
}

/**
 * Roots of many nodes of one graph, each node walked once however many chains share it: linear in the graph, iterative.
 * `isMarked` flags nodes whose descendants the caller wants to know.
 */
export class OriginWalks {
  private readonly known = new NodeMap<OriginRoot>();

  constructor(
    private readonly graph: OriginGraph,
    private readonly isMarked: (id: string) => boolean = () => false,
  ) {}

  rootOf(start: OriginNode): OriginRoot {
    const trail: OriginNode[] = [];
    const at = new NodeMap<number>();
    let node: OriginNode | null = start;
    let found: OriginRoot | undefined;
    while (node !== null) {
      const again = at.get(node);
      found = again === undefined ? this.known.get(node) : this.cycleRoot(trail.splice(again));
      if (found !== undefined) break;
      at.set(node, trail.length);
      trail.push(node);
      node = stepBack(node, this.graph)?.node ?? null;
    }
    return this.unwind(trail, found);
  }

  /** Walks the trail from its end to its start and gives every node what it has from the node behind it. */
  private unwind(trail: OriginNode[], behind: OriginRoot | undefined): OriginRoot {
    let root = behind;
    for (const node of trail.reverse()) {
      root = root === undefined ? this.endRoot(node) : this.inherit(node, root);
      this.known.set(node, root);
    }
    return root as OriginRoot;
  }

  private endRoot(node: OriginNode): OriginRoot {
    const anonymous = this.isAnonymous(node);
    return {
      root: node,
      rootKey: nodeKey(node),
      cycle: [],
      anonymous,
      unvouched: anonymous,
      marked: this.isMarked(node.id),
    };
  }

  private inherit(node: OriginNode, root: OriginRoot): OriginRoot {
    const anonymous = root.anonymous || this.isAnonymous(node);
    const marked = root.marked || this.isMarked(node.id);
    return anonymous === root.anonymous && marked === root.marked ? root : { ...root, anonymous, marked };
  }

  private cycleRoot(cycle: readonly OriginNode[]): OriginRoot {
    const root = cycle.reduce((least, node) => (nodeKey(node) < nodeKey(least) ? node : least));
    const whole: OriginRoot = {
      root,
      rootKey: nodeKey(root),
      cycle,
      anonymous: cycle.some((node) => this.isAnonymous(node)),
      unvouched: false,
      marked: cycle.some((node) => this.isMarked(node.id)),
    };
    for (const node of cycle) this.known.set(node, whole);
    return whole;
  }

  private isAnonymous(node: OriginNode): boolean {
    return node.kind === 'source' && this.graph.sources.get(node.id)?.type === 'anonymous';
  }
}
