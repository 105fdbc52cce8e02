import { strictForm } from '#language';
import { htmlBlocks } from '../article/html.blocks.js';

/** What two readings of a page differ in, paragraph by paragraph; what only moved is no difference. */
export interface TextChanges {
  readonly added: string[];
  readonly removed: string[];
}

/** Paragraphs shown of each side: enough to see what happened, bounded for a page rewritten altogether. */
const SHOWN = 200;

/** The paragraphs a reader reads, without menus, footers and scripts; null for a type that has no text of its own. */
export function paragraphsOf(content: Buffer, mediaType: string): string[] | null {
  if (!/^text\/|html|json|xml/.test(mediaType)) return null;
  const text = decoded(content, mediaType);
  const lines = /html/.test(mediaType)
    ? htmlBlocks(text).flatMap((block) => (block.field === 'aside' ? [] : [block.text]))
    : text.split(/\r?\n/);
  return lines.filter((line) => strictForm(line) !== '');
}

/** Compared by their strict form: spaces, marks and digit shapes are no change. */
export function changesBetween(before: readonly string[], after: readonly string[]): TextChanges {
  return { added: without(after, before), removed: without(before, after) };
}

/** Whether a passage is on the page, whatever its spaces and marks. */
export function holdsPassage(paragraphs: readonly string[], passage: string): boolean {
  return strictForm(paragraphs.join(' ')).includes(strictForm(passage));
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(strictForm(line), (left.get(strictForm(line)) ?? 0) + 1);
  return lines
    .filter((line) => {
      const count = left.get(strictForm(line)) ?? 0;
      left.set(strictForm(line), count - 1);
      return count <= 0;
    })
    .slice(0, SHOWN);
}

/** By the charset the server named, else the page itself, else what the bytes can be. */
export function decoded(content: Buffer, mediaType: string): string {
  const head = content.subarray(0, 2048).toString('latin1');
  const named = /charset=["']?([\w-]+)/i.exec(mediaType)?.[1] ?? /charset=["']?([\w-]+)/i.exec(head)?.[1];
  for (const label of [named, 'utf-8', 'windows-1256']) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(content);
    } catch {
      // not in this one
    }
  }
  return content.toString('latin1');
}
