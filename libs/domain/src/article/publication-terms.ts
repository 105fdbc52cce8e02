import { hasRole, type Actor, type Role } from '../permission/role.js';
import { refuse, type Outcome } from '../refusal/refusal.js';
import type { ArticleMode } from './article.types.js';

export interface TermsPatch {
  readonly mode?: ArticleMode | undefined;
  readonly embargoUntil?: string | null | undefined;
  readonly legalHold?: { readonly reason: string } | null | undefined;
  readonly archived?: boolean | undefined;
}

/**
 * How fast, from when, and whether at all something may be put away: an editor's words, not the writer's. What has gone
 * out cannot be embargoed any more, and what is held for the law is not put away. `hasCounsel`: somebody active has the role.
 */
export function publicationTerms(
  article: { readonly state: string; readonly legalHold: boolean },
  patch: TermsPatch,
  actor: Actor,
  hasCounsel: boolean,
): Outcome<object> {
  const { mode, embargoUntil, legalHold, archived } = patch;
  const decides = hasRole(actor, 'editor', 'head') && actor.kind === 'person';
  if (!decides && (mode !== undefined || embargoUntil !== undefined))
    return refuse('role-forbidden', { operation: 'updateArticle', roles: ['editor', 'head'] });
  if (legalHold !== undefined) {
    const allowed = holdsForTheLaw(article.legalHold, legalHold !== null, actor, hasCounsel);
    if (!allowed.ok) return allowed;
  }
  if (embargoUntil && article.state !== 'checking')
    return refuse('not-in-state', { kind: 'article', state: article.state, allowed: ['checking'] });
  const held = legalHold === undefined ? article.legalHold : legalHold !== null;
  if (archived === true && held)
    return refuse('not-in-state', { kind: 'article', state: 'legal-hold', allowed: ['free'] });
  return { ok: true };
}

/**
 * A hold is quickly set, by counsel or by an editor in his place. Lifting it is counsel's word, or the head's: an editor's only
 * where the newsroom has no counsel.
 */
function holdsForTheLaw(before: boolean, after: boolean, actor: Actor, hasCounsel: boolean): Outcome<object> {
  const lifts = before && !after;
  const roles: readonly Role[] = lifts && hasCounsel ? ['head', 'legal'] : ['editor', 'head', 'legal'];
  if (hasRole(actor, ...roles) && actor.kind === 'person') return { ok: true };
  return refuse('role-forbidden', { operation: 'setLegalHold', roles });
}
