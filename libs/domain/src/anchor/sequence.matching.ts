/**
 * Pairs equal keys of two sequences after Paul Heckel's "A technique for isolating differences between files" (CACM
 * 1978): keys unique on both sides, then equal neighbours of pairs in both directions (the two ends count as paired),
 * then repeated keys in order where both sides are left with equally many. Linear. Order need not be kept: a moved
 * element is still a pair. `preset` holds pairs known beforehand.
 * @returns for each old index the new index, or -1
 */
export function matchEqual(oldKeys: readonly string[], newKeys: readonly string[], preset?: Int32Array): Int32Array {
  const image = preset ? Int32Array.from(preset) : new Int32Array(oldKeys.length).fill(-1);
  const taken = new Uint8Array(newKeys.length);
  for (const j of image) taken[j] = 1; // -1 is no place of a typed array
  const pair = (i: number, j: number) => {
    image[i] = j;
    taken[j] = 1;
  };
  const free = (i: number, j: number) => image[i] === -1 && taken[j] === 0;
  const joinNeighbours = (step: 1 | -1) => {
    const first = step === 1 ? -1 : oldKeys.length;
    for (let n = 0, i = first; n < oldKeys.length; n++, i += step) {
      const j = i === oldKeys.length ? newKeys.length : (image[i] ?? -1);
      if (j < 0 && i !== -1) continue;
      if (free(i + step, j + step) && oldKeys[i + step] === newKeys[j + step]) pair(i + step, j + step);
    }
  };
  const left = () => ({
    old: positions(oldKeys, (i) => image[i] === -1),
    new: positions(newKeys, (j) => taken[j] === 0),
  });

  const whole = left();
  for (const [key, olds] of whole.old) {
    const news = whole.new.get(key);
    if (olds.length === 1 && news?.length === 1) pair(olds[0]!, news[0]!);
  }
  joinNeighbours(1);
  joinNeighbours(-1);
  const rest = left();
  for (const [key, olds] of rest.old) {
    const news = rest.new.get(key);
    if (news?.length === olds.length) olds.forEach((i, n) => pair(i, news[n]!));
  }
  return image;
}

function positions(keys: readonly string[], open: (index: number) => boolean): Map<string, number[]> {
  const found = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (!open(index)) return;
    const list = found.get(key);
    if (list) list.push(index);
    else found.set(key, [index]);
  });
  return found;
}

/**
 * Of the pairs (i, image[i]), those that stand in every longest run that keeps its order: what certainly stayed in
 * place when the rest was moved. Two neighbours that changed places are both absent. O(n log n).
 */
export function keptInPlace(image: Int32Array): Set<number> {
  const pairs = [...image].map((j, i) => ({ i, j })).filter(({ j }) => j >= 0);
  const before = runLengths(pairs.map(({ j }) => j));
  const after = runLengths(pairs.map(({ j }) => -j).reverse()).reverse();
  const longest = Math.max(0, ...before);
  const atLevel = new Map<number, number[]>();
  pairs.forEach(({ i }, n) => {
    const level = before[n]!;
    if (level + after[n]! - 1 !== longest) return;
    const peers = atLevel.get(level);
    if (peers) peers.push(i);
    else atLevel.set(level, [i]);
  });
  return new Set([...atLevel.values()].filter((list) => list.length === 1).flat());
}

/** For each position the length of the longest increasing run that ends there. */
function runLengths(values: readonly number[]): number[] {
  const tails: number[] = [];
  return values.map((value) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
    return low + 1;
  });
}

/** The longest run of pairs that keeps its order, as old indices (the earliest when several are equally long). */
export function longestInOrder(image: Int32Array): number[] {
  const pairs = [...image].map((j, i) => ({ i, j })).filter(({ j }) => j >= 0);
  const lengths = runLengths(pairs.map(({ j }) => j));
  const run: number[] = [];
  let wanted = Math.max(0, ...lengths);
  let limit = Infinity;
  for (let n = pairs.length - 1; n >= 0 && wanted > 0; n--) {
    const pair = pairs[n]!;
    if (lengths[n] === wanted && pair.j < limit) {
      run.push(pair.i);
      limit = pair.j;
      wanted--;
    }
  }
  return run.reverse();
}
