/** Mean of numbers; null without any. */
export const mean = (values) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Average precision of {score, label} rows; equal scores are ordered against the scorer, irrelevant first. null without a relevant row. */
export function averagePrecision(rows) {
  const ranked = [...rows].sort((a, b) => b.score - a.score || a.label - b.label);
  let found = 0;
  let sum = 0;
  ranked.forEach(({ label }, i) => {
    if (!label) return;
    found += 1;
    sum += found / (i + 1);
  });
  return found === 0 ? null : sum / found;
}

/** Mean over groups of the average precision inside each group that has a relevant row. */
export function groupedPrecision(rows) {
  const groups = grouped(rows);
  return mean([...groups.values()].map(averagePrecision).filter((value) => value !== null));
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) {
    const list = groups.get(row.group);
    if (list) list.push(row);
    else groups.set(row.group, [row]);
  }
  return groups;
}

/** Mean of the F1 of both classes of {said, label} rows (0 or 1 each). */
export function macroF1(rows) {
  const f1 = (wanted) => {
    const hit = rows.filter((row) => row.said === wanted && row.label === wanted).length;
    const either = rows.filter((row) => row.said === wanted).length + rows.filter((row) => row.label === wanted).length;
    return either === 0 ? 0 : (2 * hit) / either;
  };
  return (f1(0) + f1(1)) / 2;
}

/** Share of (positive, negative) pairs in which the positive has the higher value; halves for ties. Sorts once. */
export function areaUnderCurve(positives, negatives) {
  const all = [...positives.map((value) => [value, 1]), ...negatives.map((value) => [value, 0])].sort(
    (a, b) => a[0] - b[0],
  );
  let below = 0;
  let sum = 0;
  for (let i = 0; i < all.length;) {
    let end = i;
    let [ones, zeros] = [0, 0];
    for (; end < all.length && all[end][0] === all[i][0]; end += 1) all[end][1] === 1 ? (ones += 1) : (zeros += 1);
    sum += ones * (below + zeros / 2);
    below += zeros;
    i = end;
  }
  return sum / (positives.length * negatives.length);
}

const DEPTH = 5;

/** MAP@5, mean reciprocal rank and hit@5 of a run (query → ids, best first) against relevance (query → set of ids). */
export function retrievalFigures(run, relevant) {
  const [aps, rrs, hits] = [[], [], []];
  for (const [query, wanted] of relevant) {
    const ids = [...new Set(run.get(query) ?? [])];
    let found = 0;
    let sum = 0;
    ids.slice(0, DEPTH).forEach((id, i) => {
      if (!wanted.has(id)) return;
      found += 1;
      sum += found / (i + 1);
    });
    const first = ids.findIndex((id) => wanted.has(id));
    aps.push(sum / Math.min(DEPTH, wanted.size));
    rrs.push(first < 0 ? 0 : 1 / (first + 1));
    hits.push(found > 0 ? 1 : 0);
  }
  return { map5: mean(aps), mrr: mean(rrs), hit5: mean(hits) };
}
