import type { NewsroomEvent } from '#client';

/**
 * Names of what the query cache holds. Everything about a claim lies under its id, everything about an article under its own, so
 * that one event can call up again exactly what it may have changed.
 */
export const keys = {
  me: ['me'] as const,
  newsroom: ['newsroom'] as const,
  members: ['members'] as const,
  desks: ['newsroom', 'desks', 'all'] as const,
  sessions: ['sessions'] as const,
  secondFactor: ['second-factor'] as const,
  tokens: ['tokens'] as const,
  webhooks: ['webhooks'] as const,
  deliveries: (webhookId: string) => ['deliveries', webhookId] as const,
  articles: ['articles'] as const,
  articleList: (filter: object) => ['articles', filter] as const,
  article: (id: string) => ['article', id] as const,
  revision: (id: string, number: number) => ['article', id, 'revision', number] as const,
  ofArticle: (id: string, part: string, ...rest: readonly unknown[]) => ['article', id, part, ...rest] as const,
  /** Other articles on the same matter; beside the article, because only a new text changes them. */
  origins: (id: string) => ['origins', id] as const,
  group: (id: string) => ['group', id] as const,
  imports: ['imports'] as const,
  import: (id: string) => ['imports', id] as const,
  presence: (claimId: string) => ['presence', claimId] as const,
  claims: ['claims'] as const,
  claimList: (filter: object) => ['claims', filter] as const,
  claim: (id: string) => ['claim', id] as const,
  ofClaim: (id: string, part: string) => ['claim', id, part] as const,
  assignments: ['assignments'] as const,
  attention: ['attention'] as const,
  sources: ['sources'] as const,
  source: (id: string) => ['sources', id] as const,
  complaints: ['complaints'] as const,
  notices: ['notices'] as const,
  archive: ['archive'] as const,
  checklists: ['newsroom', 'checklists'] as const,
  fetches: (captureId: string) => ['fetches', captureId] as const,
  reports: ['reports'] as const,
  report: (id: string) => ['reports', id] as const,
  ledger: ['ledger'] as const,
  insights: ['insights'] as const,
} as const;

export type QueryKey = readonly unknown[];

/** What is kept under a noun of its own, beside claims and articles. */
const NOUNS: Readonly<Record<string, readonly QueryKey[]>> = {
  source: [keys.sources],
  report: [keys.reports],
  member: [keys.members, keys.me],
  newsroom: [keys.newsroom, keys.me],
  token: [keys.tokens],
  webhook: [keys.webhooks],
  session: [keys.sessions],
  'second-factor': [keys.secondFactor, keys.sessions, keys.members],
  page: [keys.imports],
  'correction-request': [keys.complaints],
  notice: [keys.notices],
};

/** What an event may have changed in the cache: the first parts of query keys, each once. */
export function touchedBy({
  type,
  articleId,
  claimId,
}: Pick<NewsroomEvent, 'type' | 'articleId' | 'claimId'>): QueryKey[] {
  const noun = type.split('.', 1)[0] ?? '';
  // Somebody came or went: nothing that is kept has changed.
  if (noun === 'presence') return claimId === null ? [] : [keys.presence(claimId)];
  const touched: QueryKey[] = [...(NOUNS[noun] ?? [])];
  if (claimId !== null) touched.push(keys.claim(claimId), keys.claims, keys.attention, keys.insights);
  if (articleId !== null) touched.push(keys.article(articleId), keys.articles, keys.attention);
  if (articleId !== null && noun === 'article') touched.push(keys.origins(articleId));
  if (type === 'claim.grouped' || type === 'claim.ungrouped') touched.push(['group']);
  if (noun === 'assignment') touched.push(keys.assignments);
  touched.push(keys.ledger);
  return touched;
}
