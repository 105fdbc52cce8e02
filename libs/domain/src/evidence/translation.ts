import type { Translation } from '../independence/source.types.js';
import { hasRole, type Actor } from '../permission/role.js';
import { refuse, type Outcome } from '../refusal/refusal.js';

/** A colleague confirms that he has read a translation against its original: not whoever added it, and once. */
export function readTranslation(
  item: { readonly addedById: string; readonly withdrawn: boolean; readonly translation: Translation | null },
  actor: Actor,
): Outcome<{ translation: Translation }> {
  const operation = 'confirmTranslation';
  if (actor.kind === 'service') return refuse('person-required', { operation });
  if (!hasRole(actor, 'editor', 'head', 'reviewer'))
    return refuse('role-forbidden', { operation, roles: ['editor', 'head', 'reviewer'] });
  if (item.addedById === actor.memberId) return refuse('relation-forbidden', { operation, reason: 'own-item' });
  if (item.withdrawn) return refuse('not-in-state', { kind: 'evidence', state: 'withdrawn', allowed: ['standing'] });
  if (item.translation === null)
    return refuse('not-in-state', { kind: 'evidence', state: 'original', allowed: ['translated'] });
  if (item.translation.secondReaderId !== null)
    return refuse('already-in-state', { kind: 'evidence', state: 'read-twice' });
  return { ok: true, translation: { ...item.translation, secondReaderId: actor.memberId } };
}
