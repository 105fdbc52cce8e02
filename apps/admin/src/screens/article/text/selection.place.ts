import { pointOf } from './code.points.js';

/** Words selected in one block: where they stand, in code points, and what they are. */
export interface Selected {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Where they are on the screen. */
  readonly box: DOMRect;
}

/** The selection, if it lies within one block of the article; `across` when it runs over several. */
export function selectedWords(root: HTMLElement, selection: Selection | null): Selected | 'across' | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const block = elementOf(range.commonAncestorContainer).closest<HTMLElement>('[data-block]');
  if (!block?.dataset.block) return 'across';
  const text = block.textContent;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  const [start, end] = trimmed(text, from, to);
  if (start >= end) return null;
  return {
    blockId: block.dataset.block,
    start: pointOf(text, start),
    end: pointOf(text, end),
    quote: text.slice(start, end),
    box: range.getBoundingClientRect(),
  };
}

const elementOf = (node: Node): Element => (node instanceof Element ? node : node.parentElement!);

function trimmed(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return [start, end];
}
