import { hasRole, type Actor } from '../permission/role.js';
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
 * out cannot be embargoed any more, and what is held for the law is not put away.
 */
export function publicationTerms(
  article: { readonly state: string; readonly legalHold: boolean },
  patch: TermsPatch,
  actor: Actor,
): Outcome<object> {
  const { mode, embargoUntil, legalHold, archived } = patch;
  const decides = hasRole(actor, 'editor', 'head') && actor.kind === 'person';
  if (!decides && (mode !== undefined || embargoUntil !== undefined || legalHold !== undefined))
    return refuse('role-forbidden', { operation: 'updateArticle', roles: ['editor', 'head'] });
  if (embargoUntil && article.state !== 'checking')
    return refuse('not-in-state', { kind: 'article', state: article.state, allowed: ['checking'] });
  const held = legalHold === undefined ? article.legalHold : legalHold !== null;
  if (archived === true && held)
    return refuse('not-in-state', { kind: 'article', state: 'legal-hold', allowed: ['free'] });
  return { ok: true };
}
