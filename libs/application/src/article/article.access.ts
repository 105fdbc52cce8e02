import { mayByRelation, Refusal, seesArticle, type Actor, type OperationId, type Relation } from '#domain';
import type { ArticleRow } from '#persistence';

export function maySee(
  actor: Pick<Actor, 'memberId'>,
  { visibility, visibleTo, authorIds, createdBy }: ArticleRow,
): boolean {
  return seesArticle(actor.memberId, { visibility, namedIds: [...visibleTo, createdBy], authorIds });
}

/** An article that names its readers does not exist for others. @throws Refusal not-found */
export function requireSight(actor: Actor, article: ArticleRow): void {
  if (maySee(actor, article)) return;
  throw new Refusal('not-found', { kind: 'article', id: article.id });
}

export function relationsToArticle(actor: Actor, article: ArticleRow): Relation[] {
  return article.authorIds.includes(actor.memberId) ? ['article-visible', 'own-article'] : ['article-visible'];
}

/** @throws Refusal relation-forbidden */
export function requireRelation(operation: OperationId, actor: Actor, holds: readonly Relation[]): void {
  const permitted = mayByRelation(operation, actor, holds);
  if (!permitted.ok) throw Refusal.of(permitted);
}
