import type { Source } from '#client';

/** A source and those that only pass on what it says. */
export interface OriginNode {
  readonly source: Source;
  readonly relays: readonly OriginNode[];
}

const parentOf = ({ derivesFromId, vouchedById }: Source): string | null => derivesFromId ?? vouchedById;

/**
 * The sources as trees: under each origin those that derive from it, by the links that were recorded. Only drawn: what counts as
 * one origin for a claim is the server's to say. A circle is cut where it closes.
 */
export function originTrees(sources: readonly Source[]): OriginNode[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const children = new Map<string, Source[]>();
  const roots: Source[] = [];
  for (const source of sources) {
    const parent = parentOf(source);
    if (parent === null || !byId.has(parent)) roots.push(source);
    else children.set(parent, [...(children.get(parent) ?? []), source]);
  }
  const drawn = new Set<string>();
  const grow = (source: Source): OriginNode => {
    drawn.add(source.id);
    const relays = (children.get(source.id) ?? []).filter(({ id }) => !drawn.has(id)).map(grow);
    return { source, relays };
  };
  const trees = roots.map(grow);
  for (const source of sources) if (!drawn.has(source.id)) trees.push(grow(source));
  return trees;
}

export function sizeOf({ relays }: OriginNode): number {
  return relays.reduce((sum, relay) => sum + sizeOf(relay), 1);
}
