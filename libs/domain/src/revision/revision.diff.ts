import { wordChanges, type WordChange } from './word.diff.js';

/** A block as the diff reads it. */
export interface DiffBlock {
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

export type BlockChangeKind = 'same' | 'changed' | 'moved' | 'moved-and-changed' | 'added' | 'removed';

export interface BlockChange<B extends DiffBlock = DiffBlock> {
  readonly kind: BlockChangeKind;
  readonly before: B | null;
  readonly after: B | null;
  /** Empty but for blocks whose text changed. */
  readonly changes: readonly WordChange[];
}

/**
 * What became of every block, in the order of the later text, a removed block where it stood among its neighbours. Blocks that
 * revision kept bear the same id. A block moved when the others, left in their order, pass it.
 */
export function revisionDiff<B extends DiffBlock>(before: readonly B[], after: readonly B[]): BlockChange<B>[] {
  const newOf = new Map(after.map((block, index) => [block.id, index]));
  const oldOf = new Map(before.map((block, index) => [block.id, index]));
  const stayed = inOrder(after.flatMap(({ id }) => oldOf.get(id) ?? []));
  const result: BlockChange<B>[] = [];
  let next = 0;
  const removedBefore = (limit: number) => {
    for (; next < limit; next++) {
      const block = before[next]!;
      if (!newOf.has(block.id)) result.push({ kind: 'removed', before: block, after: null, changes: [] });
    }
  };
  for (const block of after) {
    const index = oldOf.get(block.id);
    if (index !== undefined && stayed.has(index)) removedBefore(index);
    result.push(kept(index === undefined ? null : before[index]!, block, index !== undefined && stayed.has(index)));
  }
  removedBefore(before.length);
  return result;
}

function kept<B extends DiffBlock>(old: B | null, block: B, inPlace: boolean): BlockChange<B> {
  if (old === null) return { kind: 'added', before: null, after: block, changes: [] };
  const changes = old.text === block.text ? [] : wordChanges(old.text, block.text);
  const changed = changes.length > 0 || old.field !== block.field;
  const kind = inPlace ? (changed ? 'changed' : 'same') : changed ? 'moved-and-changed' : 'moved';
  return { kind, before: old, after: block, changes };
}

/** A longest run of the numbers that rises: what kept its order. */
function inOrder(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const earlier: number[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    earlier[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  });
  const run = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = earlier[at]!) run.add(numbers[at]!);
  return run;
}
