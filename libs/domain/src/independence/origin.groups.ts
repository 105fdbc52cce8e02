import type { OriginStep } from './origin.js';

export interface CountedOrigin {
  readonly rootKey: string;
  readonly path: readonly OriginStep[];
  readonly evidenceIds: readonly string[];
  /** Every item that leads here came through a source that is not named. */
  readonly anonymous: boolean;
}

interface Group {
  readonly firstId: string;
  readonly evidenceIds: string[];
  anonymous: boolean;
}

/** Union-find over origin keys; groups come out in the order in which they first appeared. */
export class OriginGroups {
  private readonly joined = new Set<string>();
  private readonly parent = new Map<string, string>();
  private readonly members: { readonly key: string; readonly evidenceId: string; readonly anonymous: boolean }[] = [];

  /** Adds an item under its first key; the keys of one item are one origin. */
  add(keys: readonly string[], evidenceId: string, anonymous: boolean): void {
    const [key = evidenceId, ...others] = keys;
    this.members.push({ key, evidenceId, anonymous });
    if (this.joined.has(key)) return;
    this.joined.add(key);
    for (const other of others) this.join(key, other);
  }

  private join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parent.set(a < b ? b : a, a < b ? a : b);
  }

  /** `pathOf` shows how one item of each group leads back. */
  list(pathOf: (evidenceId: string) => readonly OriginStep[]): CountedOrigin[] {
    const groups = new Map<string, Group>();
    for (const { key, evidenceId, anonymous } of this.members) {
      const root = this.find(key);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, { firstId: evidenceId, evidenceIds: [evidenceId], anonymous });
      else {
        group.evidenceIds.push(evidenceId);
        group.anonymous &&= anonymous;
      }
    }
    return [...groups].map(([rootKey, { firstId, evidenceIds, anonymous }]) => ({
      rootKey,
      path: pathOf(firstId),
      evidenceIds,
      anonymous,
    }));
  }

  private find(key: string): string {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    return root;
  }
}
