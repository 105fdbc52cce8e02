import type { Item } from './model-standing.js';

export interface Links {
  readonly sources: ReadonlyMap<string, string | null>;
  readonly items: ReadonlyMap<string, Item>;
}

/** Everything an item goes back through, itself first. */
export function wayOf(item: Item, links: Links): { items: Item[]; sources: string[] } {
  const items = [item];
  let source: string | null = null;
  for (let last = item; source === null;) {
    const parent = last.from_evidence === null ? undefined : links.items.get(last.from_evidence);
    if (last.from_source !== null || parent === undefined || items.includes(parent)) {
      source = last.from_source ?? last.source;
    } else {
      items.push(parent);
      last = parent;
    }
  }
  const sources: string[] = [];
  for (let at: string | null | undefined = source; at && !sources.includes(at); at = links.sources.get(at))
    sources.push(at);
  return { items, sources };
}

export function originOf(item: Item, links: Links, seen: readonly string[] = []): string {
  if (item.from_source !== null) return rootOf(item.from_source, links);
  const parent = item.from_evidence === null ? undefined : links.items.get(item.from_evidence);
  if (parent === undefined || seen.includes(item.id)) return rootOf(item.source, links);
  return originOf(parent, links, [...seen, item.id]);
}

/** The last of those a source copies from; of a circle, whichever comes first in the alphabet. */
export function rootOf(source: string, links: Links): string {
  const path = [source];
  for (;;) {
    const next = links.sources.get(path.at(-1)!);
    if (next === null || next === undefined) return path.at(-1)!;
    const back = path.indexOf(next);
    if (back >= 0) return [...path.slice(back)].sort()[0]!;
    path.push(next);
  }
}
