import type { Article } from '#client';

type Block = Pick<Article['revision']['blocks'][number], 'field' | 'text'>;

/** A revision being written: paragraph by paragraph where they stand, or pasted as a whole. It stands on its own, whatever others post meanwhile. */
export type RevisionDraft =
  { readonly of: number; readonly blocks: readonly Block[] } | { readonly of: number; readonly whole: string };

export const blocksOf = ({ blocks }: Article['revision']): readonly Block[] =>
  blocks.map(({ field, text }) => ({ field, text }));

/** The text of a revision as one would copy it: an empty line between paragraphs. */
export const wholeOf = ({ blocks }: Article['revision']): string => blocks.map(({ text }) => text).join('\n\n');

/** Nothing written yet. */
export const fresh = ({ revision }: Article): RevisionDraft => ({ of: revision.number, blocks: blocksOf(revision) });

/** What was kept in the browser, if it is understood. */
export function draftFrom(kept: string): RevisionDraft | null {
  try {
    const { of, blocks, whole } = JSON.parse(kept) as { of?: unknown; blocks?: unknown; whole?: unknown };
    if (typeof of !== 'number') return null;
    if (typeof whole === 'string') return { of, whole };
    return Array.isArray(blocks) && blocks.every(isBlock) ? { of, blocks } : null;
  } catch {
    return null;
  }
}

function isBlock(block: unknown): block is Block {
  const { field, text } = (block ?? {}) as Record<string, unknown>;
  return typeof field === 'string' && typeof text === 'string';
}

/** What is sent: a text pasted whole is cut into its fields by the server, as when it first came in. */
export function bodyOf(draft: RevisionDraft): { text: string } | { blocks: Block[] } {
  if ('whole' in draft) return { text: draft.whole };
  return {
    blocks: draft.blocks.flatMap(({ field, text }) => paragraphsOf(text).map((part) => ({ field, text: part }))),
  };
}

/** Whether it says anything else than the text it is to follow. */
export function isChanged(draft: RevisionDraft, revision: Article['revision']): boolean {
  if ('whole' in draft) return draft.whole.trim() !== '' && draft.whole.trim() !== wholeOf(revision).trim();
  return JSON.stringify(bodyOf(draft)) !== JSON.stringify({ blocks: blocksOf(revision) });
}

/** An empty line makes two paragraphs of one; an emptied field takes its paragraph away. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
