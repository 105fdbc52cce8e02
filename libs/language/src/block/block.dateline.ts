/** Where a story was filed, in front of its first sentence: «القاهرة (رويترز) - …», "LONDON, March 3 (Reuters) – …". */
const FILED = /^[^\n.!?؟:،"“«()]{2,40}(?:[,،][^\n.!?؟:"“«()]{1,20})?\s*\(([^()\n]{2,40})\)\s*[-–—:/]+\s*/u;
const SLASHED =
  /^\p{L}[^\n.!?؟:،"“«()]{1,24}\s*[-–—/]\s*(رويترز|الأناضول|أ ف ب|ا ف ب|فرانس برس|د ب أ|وكالات|سانا|شينخوا|AFP|AP|Reuters)\s*[-–—:/]+\s*/u;

const CAPITALS = /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, ?\p{L}[\p{L} .]{1,20}\d{0,2})?\s*[–—-]\s+(?=\p{Lu})/u;

/** Length of such a line of origin at the start of a block (UTF-16 units), 0 for none. */
export function filedPrefix(text: string, from: number, to: number): number {
  const head = text.slice(from, Math.min(to, from + 110));
  // nearly every paragraph begins without a bracket or a dash
  if (!/[(\-–—/]/.test(head)) return 0;
  return (FILED.exec(head) ?? SLASHED.exec(head) ?? CAPITALS.exec(head))?.[0].length ?? 0;
}
