import { compareOrigins } from '#language';
import type { ReadArticle } from './origin.text.js';

/** How many origins articles have together: those joined by a sign of a common one, directly or through others, count once. */
export function originsOf(articles: readonly ReadArticle[]): number {
  const group = articles.map((_, at) => at);
  const rootOf = (at: number): number => (group[at] === at ? at : rootOf(group[at]!));
  articles.forEach((one, at) => {
    for (let other = at + 1; other < articles.length; other += 1)
      if (compareOrigins(one.text, articles[other]!.text).how !== null) group[rootOf(other)] = rootOf(at);
  });
  return new Set(articles.map((_, at) => rootOf(at))).size;
}
