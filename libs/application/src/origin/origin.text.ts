import type { OriginText } from '#language';
import type { ArticleRow, ClaimRow, RevisionRow } from '#persistence';

/** An article with what origin detection reads of it; the claims in both stand in one order. */
export interface ReadArticle {
  readonly row: ArticleRow;
  readonly claims: readonly ClaimRow[];
  readonly text: OriginText;
}

export function originText(row: ArticleRow, revision: RevisionRow, claims: readonly ClaimRow[]): OriginText {
  const blocks = new Map(revision.blocks.filter(({ field }) => field !== 'aside').map(({ id, text }) => [id, text]));
  return {
    outlet: row.outlet,
    sentences: revision.sentences.flatMap(({ blockId, start, end }) => blocks.get(blockId)?.slice(start, end) ?? []),
    claims: claims.map(({ quote, context, attribution }) => ({ quote, context, attribution })),
  };
}
