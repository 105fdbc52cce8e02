import { arabicRoot } from './arabic.root.js';
import constants from './matching.constants.json' with { type: 'json' };

/** How often each root comes among stems. */
function rootsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) {
    const root = arabicRoot(stem);
    if (root !== '') counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

/** Share of common stems (Dice), 0 to 1. Two Arabic stems that only have their root in common count for a part of one. */
export function stemOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const onlyA = [...a].filter((stem) => !b.has(stem));
  const onlyB = [...b].filter((stem) => !a.has(stem));
  const others = rootsOf(onlyB);
  let related = 0;
  for (const [root, times] of rootsOf(onlyA)) related += Math.min(times, others.get(root) ?? 0);
  return (2 * (a.size - onlyA.length + constants.root * related)) / (a.size + b.size);
}
