import type { Actor } from '../permission/role.js';
import { invalid, type Outcome } from '../refusal/refusal.js';
import type { ArticleKind } from './article.types.js';

/**
 * Who wrote an article that is being posted. Named authors are taken as named, nobody included: agency copy has none
 * among us. Somebody else's article has no author here, whoever pastes it. A draft posted by a writer is his own; for
 * anybody else's hand the authors must be said, since nobody may check his own text.
 */
export function authorsOfPosted(
  poster: Pick<Actor, 'memberId' | 'roles'>,
  kind: ArticleKind,
  named: readonly string[] | undefined,
): Outcome<{ authorIds: readonly string[] }> {
  if (named !== undefined) return { ok: true, authorIds: [...new Set(named)] };
  if (kind === 'external') return { ok: true, authorIds: [] };
  if (poster.roles.includes('writer')) return { ok: true, authorIds: [poster.memberId] };
  return invalid({ pointer: '/authorIds', code: 'authors-required' });
}

/**
 * Who wrote a claim's words after a revision: whoever posts it becomes an author of the claims whose words it changed,
 * unless he posts for an author, who did it then.
 */
export function authorsAfterRevision(
  before: readonly string[],
  posterId: string,
  change: { readonly wordsChanged: boolean; readonly onBehalfOf: string | null },
): readonly string[] {
  if (!change.wordsChanged) return before;
  return [...new Set([...before, change.onBehalfOf ?? posterId])];
}
