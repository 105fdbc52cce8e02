import type { ReportClaim } from './claim.model.js';
import type { ReportArticle, ReportModel } from './report.model.js';

export type ReportHead = Omit<ReportModel, 'articles'>;
export type ArticleHead = Omit<ReportArticle, 'claims'>;
export type Several<T> = AsyncIterable<T> | Iterable<T>;

/** An article of a report as it is read: its head at once, its claims some at a time, each list gone when the next comes. */
export interface ArticleStream {
  readonly head: ArticleHead;
  readonly claims: Several<readonly ReportClaim[]>;
}

/** A report that never stands in memory whole; read once, from the front. */
export interface ReportStream {
  readonly head: ReportHead;
  readonly articles: Several<ArticleStream>;
}

/** A model that is there already, to be read like one that is not. */
export function streamOf({ articles, ...head }: ReportModel): ReportStream {
  return { head, articles: articles.map(({ claims, ...article }) => ({ head: article, claims: [claims] })) };
}

/** The whole report, for formats that have to see all of it before they can write the first line. */
export async function modelOf({ head, articles }: ReportStream): Promise<ReportModel> {
  const read: ReportArticle[] = [];
  for await (const article of articles) {
    const claims: ReportClaim[] = [];
    for await (const batch of article.claims) claims.push(...batch);
    read.push({ ...article.head, claims });
  }
  return { ...head, articles: read };
}
