/**
 * The value below which a share (0–1) of the values lies, between two neighbours where none lies there itself: Hyndman and Fan's
 * seventh definition, which is also PostgreSQL's `percentile_cont`. Null of nothing.
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
