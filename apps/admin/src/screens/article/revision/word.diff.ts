/** A run of words that stayed, went or came. */
export interface DiffRun {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Beyond this many comparisons two texts are shown as wholly different: nobody reads such a difference word by word. */
const MOST_CELLS = 4_000_000;

/**
 * The difference between two texts by words and the spaces between them (longest common subsequence). Joined, `same` and `gone`
 * are the old text, `same` and `come` the new one.
 */
export function wordDiff(before: string, after: string): DiffRun[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const middle = compare(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const same = (words: string[]): DiffRun => ({ kind: 'same', text: words.join('') });
  return joined([same(old.slice(0, head)), ...middle, same(old.slice(old.length - tail))]);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}\u0640]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function compare(old: string[], now: string[]): DiffRun[] {
  if (old.length * now.length > MOST_CELLS || old.length === 0 || now.length === 0) {
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'come', text: now.join('') },
    ];
  }
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const runs: DiffRun[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      runs.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
      runs.push({ kind: 'gone', text: old[i++]! });
    else runs.push({ kind: 'come', text: now[j++]! });
  }
  return [...runs, { kind: 'gone', text: old.slice(i).join('') }, { kind: 'come', text: now.slice(j).join('') }];
}

function joined(runs: readonly DiffRun[]): DiffRun[] {
  const whole: { kind: DiffRun['kind']; text: string }[] = [];
  for (const { kind, text } of runs) {
    if (text === '') continue;
    const last = whole.at(-1);
    if (last?.kind === kind) last.text += text;
    else whole.push({ kind, text });
  }
  return whole;
}
