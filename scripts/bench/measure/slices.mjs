// Two ways of doing the same work, measured turn by turn, so that whatever else the machine does falls on both.

/** Runs ours and baseline alternately, the order turned round each time; answers their figures and what they make of each other. */
export async function alternated(pairs, ours, baseline) {
  const figures = { ours: [], baseline: [] };
  for (let at = 0; at < pairs; at++) {
    const turns = [
      ['ours', ours],
      ['baseline', baseline],
    ];
    for (const [name, run] of at % 2 === 0 ? turns : turns.reverse()) figures[name].push(await run(at));
  }
  return compared(figures);
}

/** `ratio` is ours ÷ baseline of the medians; `spread` the least and the greatest ratio of two neighbouring slices. */
export function compared({ ours, baseline }) {
  const ratios = ours.map((figure, at) => figure / baseline[at]);
  return {
    ours: median(ours),
    baseline: median(baseline),
    ratio: median(ours) / median(baseline),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** Linear between neighbours. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted[below] + (above - sorted[below]) * (place - below);
}

/** Milliseconds that `work` takes. */
export async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Does `count` pieces of work by `lanes` at a time; answers how many were done a second. */
export async function throughput(count, lanes, work) {
  let next = 0;
  const lane = async (index) => {
    while (next < count) await work(next++, index);
  };
  const milliseconds = await timed(() => Promise.all(Array.from({ length: lanes }, (_, index) => lane(index))));
  return (count * 1000) / milliseconds;
}
