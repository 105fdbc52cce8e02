import { CLAIM_KINDS, CLAIM_STATES, DISPOSITIONS, Refusal, TIERS, type FieldError } from '#domain';
import type { ArticleRepository, ClaimFilter, ClaimRepository, StoredReportScope, Tx } from '#persistence';
import { isId } from '#platform';
import { VERDICT_TABLES } from '#reporting';
import { requireSight } from '../article/article.access.js';
import type { Call } from '../call/call.js';

/** What a report is asked for: an article with all its claims, claims by name, or those a filter finds. */
export type ReportScope =
  | { readonly articleId: string }
  | { readonly claimIds: readonly string[] }
  | { readonly filter: Readonly<Record<string, unknown>> };

/** More would make a report nobody reads. */
export const MOST_CLAIMS = 1000;

/**
 * Pins a scope to the articles and claims it means now. Nothing that the caller cannot see is in it.
 * @throws Refusal `invalid` naming what does not exist for him, `limit-reached`
 */
export async function pinnedScope(
  tx: Tx,
  call: Call,
  scope: ReportScope,
  formats: readonly string[],
  articles: ArticleRepository,
  claims: ClaimRepository,
): Promise<StoredReportScope> {
  if ('articleId' in scope) {
    const visible = await visibleArticles(tx, call, [scope.articleId], articles);
    if (!visible.has(scope.articleId)) throw unknownIds([{ pointer: '/scope/articleId', id: scope.articleId }]);
    return { given: scope, articleIds: [scope.articleId], claimIds: null };
  }
  if ('filter' in scope && formats.every(isTable)) {
    const filter = filterOf(scope.filter, call.actor.memberId);
    if ((await claims.list(tx, filter, 'text', call.actor.memberId, { limit: 1 })).items.length === 0)
      throw nothingFound();
    return { given: scope, articleIds: [], claimIds: null, filter };
  }
  const found =
    'claimIds' in scope ? await named(tx, call, scope, articles, claims) : await filtered(tx, call, scope, claims);
  if (found.length > MOST_CLAIMS) throw new Refusal('limit-reached', { kind: 'claims', limit: MOST_CLAIMS });
  if (found.length === 0) throw nothingFound();
  const articleIds = [...new Set(found.map(({ articleId }) => articleId))].sort();
  return { given: scope, articleIds, claimIds: found.map(({ id }) => id) };
}

/** Tables of verdicts are read by machines, and written without holding anything: they have no such limit. */
function isTable(format: string): boolean {
  return VERDICT_TABLES.some((table) => table.format === format);
}

function nothingFound(): Refusal {
  return new Refusal('invalid', { errors: [{ pointer: '/scope', code: 'nothing-found' }] });
}

type Found = readonly { readonly id: string; readonly articleId: string }[];

async function named(
  tx: Tx,
  call: Call,
  { claimIds }: { readonly claimIds: readonly string[] },
  articles: ArticleRepository,
  claims: ClaimRepository,
): Promise<Found> {
  const rows = await claims.byIds(tx, [...new Set(claimIds)]);
  const visible = await visibleArticles(
    tx,
    call,
    rows.map(({ articleId }) => articleId),
    articles,
  );
  const known = rows.filter(({ articleId }) => visible.has(articleId));
  const ids = new Set(known.map(({ id }) => id));
  const missing = claimIds.flatMap((id, index) => (ids.has(id) ? [] : [{ pointer: `/scope/claimIds/${index}`, id }]));
  if (missing.length > 0) throw unknownIds(missing);
  return known;
}

/** The list itself leaves out what the member may not see. */
async function filtered(
  tx: Tx,
  call: Call,
  { filter }: { readonly filter: Readonly<Record<string, unknown>> },
  claims: ClaimRepository,
): Promise<Found> {
  const meant = filterOf(filter, call.actor.memberId);
  return (await claims.list(tx, meant, 'text', call.actor.memberId, { limit: MOST_CLAIMS + 1 })).items;
}

async function visibleArticles(
  tx: Tx,
  call: Call,
  ids: readonly string[],
  articles: ArticleRepository,
): Promise<Set<string>> {
  const rows = await articles.byIds(tx, [...new Set(ids)]);
  return new Set(rows.filter((row) => sees(call, row)).map(({ id }) => id));
}

function sees(call: Call, row: Parameters<typeof requireSight>[1]): boolean {
  try {
    requireSight(call.actor, row);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const LISTS = { state: CLAIM_STATES, disposition: DISPOSITIONS, tier: TIERS, kind: CLAIM_KINDS } as const;

/** Names and values as the list of claims takes them in its query, comma or array for "or"; not `outdated` and `due`, which ask about this moment. */
function filterOf(given: Readonly<Record<string, unknown>>, memberId: string): ClaimFilter {
  const filter: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(given)) {
    const pointer = `/scope/filter/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name in LISTS) {
      const allowed: readonly string[] = LISTS[name as keyof typeof LISTS];
      const values: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
      if (values.length === 0 || !values.every((one) => allowed.includes(one as string)))
        errors.push({ pointer, code: 'not-allowed', detail: { allowed: allowed.join(', ') } });
      filter[name] = values;
    } else if (name === 'q') {
      if (typeof value !== 'string' || value === '')
        errors.push({ pointer, code: 'wrong-type', detail: { expected: 'string' } });
      filter.q = value;
    } else if (name === 'articleId' || name === 'assignee') {
      const id = name === 'assignee' && value === 'me' ? memberId : value;
      if (typeof id !== 'string' || !isId(id)) errors.push({ pointer, code: 'wrong-form', detail: { format: 'uuid' } });
      filter[name] = id;
    } else errors.push({ pointer, code: 'unknown-member' });
  }
  if (errors.length > 0) throw new Refusal('invalid', { errors });
  return filter;
}

function unknownIds(missing: readonly { pointer: string; id: string }[]): Refusal {
  return new Refusal('invalid', {
    errors: missing.map(({ pointer, id }) => ({ pointer, code: 'unknown-id', detail: { id } })),
  });
}
