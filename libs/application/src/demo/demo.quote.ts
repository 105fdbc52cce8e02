import type { ArticleView } from '../article/article.view.js';

type Placed = ArticleView['claims'][number];

/**
 * The extracted claim the story means by a quote: the one with exactly these words, else the one that overlaps the place
 * of the quote by at least half of both together; undefined where the extractor found nothing like it.
 */
export function claimMeant(article: ArticleView, quote: string, taken: ReadonlySet<string>): Placed | undefined {
  const free = article.claims.filter(({ id }) => !taken.has(id));
  const exact = free.find((claim) => claim.quote === quote);
  if (exact) return exact;
  const place = placeOf(article, quote);
  if (!place) return undefined;
  const rated = free.map((claim) => ({ claim, share: shareOf(claim, place) }));
  const best = rated.reduce((a, b) => (b.share > a.share ? b : a), { claim: undefined, share: 0 } as {
    claim: Placed | undefined;
    share: number;
  });
  return best.share >= 0.5 ? best.claim : undefined;
}

interface Place {
  readonly blockId: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
}

function placeOf({ revision }: ArticleView, quote: string): Place | undefined {
  const words = quote.normalize('NFC');
  for (const { id, text } of revision.blocks) {
    const at = text.indexOf(words);
    if (at < 0) continue;
    const start = [...text.slice(0, at)].length;
    return { blockId: id, start, end: start + [...words].length };
  }
  return undefined;
}

function shareOf({ anchor }: Placed, place: Place): number {
  if (!anchor || anchor.blockId !== place.blockId || anchor.start === null || anchor.end === null) return 0;
  const both = Math.min(anchor.end, place.end) - Math.max(anchor.start, place.start);
  return both / (Math.max(anchor.end, place.end) - Math.min(anchor.start, place.start));
}
