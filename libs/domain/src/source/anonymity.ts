import { KNOWLEDGE_BASES, type Anonymity, type SourceNode, type SourceType } from '../independence/source.types.js';
import { hasRole, type Actor, type Role } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import { invalid, refuse, type Outcome } from '../refusal/refusal.js';

const MOST_PEOPLE = 99;

/**
 * Whether terms of anonymity are sound: only of a source without a name, with an editor who knows it, a reason, a basis
 * of knowledge and a number. `knower` is the member named, null when there is none.
 */
export function checkAnonymity(
  type: SourceType,
  terms: Anonymity,
  knower: { readonly active: boolean; readonly roles: readonly Role[] } | null,
): Outcome<object> {
  const errors: FieldError[] = [];
  if (type !== 'anonymous') errors.push({ pointer: '/anonymity', code: 'only-for-anonymous' });
  if (knower === null || !knower.active || !hasRole(knower, 'editor', 'head'))
    errors.push({ pointer: '/anonymity/knownBy', code: 'not-an-editor', detail: { id: terms.knownBy } });
  if (terms.why.trim() === '') errors.push({ pointer: '/anonymity/why', code: 'required' });
  if (!KNOWLEDGE_BASES.includes(terms.basis)) errors.push({ pointer: '/anonymity/basis', code: 'unknown' });
  if (!Number.isInteger(terms.people) || terms.people < 1 || terms.people > MOST_PEOPLE)
    errors.push({ pointer: '/anonymity/people', code: 'out-of-range', detail: { least: 1, most: MOST_PEOPLE } });
  return errors.length > 0 ? invalid(...errors) : { ok: true };
}

/** An editor approves terms that are recorded, once. */
export function approveAnonymous(
  source: Pick<SourceNode, 'type' | 'anonymity' | 'approved'>,
  actor: Actor,
): Outcome<object> {
  if (actor.kind === 'service') return refuse('person-required', { operation: 'approveSource' });
  if (!hasRole(actor, 'editor', 'head'))
    return refuse('role-forbidden', { operation: 'approveSource', roles: ['editor', 'head'] });
  if (source.type !== 'anonymous')
    return refuse('not-in-state', { kind: 'source', state: source.type, allowed: ['anonymous'] });
  if (!source.anonymity) return invalid({ pointer: '/anonymity', code: 'required' });
  return source.approved ? refuse('already-in-state', { kind: 'source', state: 'approved' }) : { ok: true };
}

/** Whether evidence may come from a source without a name at all. */
export function mayUseAnonymous(type: SourceType, policy: Pick<NewsroomPolicy, 'anonymousSources'>): Outcome<object> {
  return type === 'anonymous' && policy.anonymousSources === 'forbidden'
    ? refuse('anonymous-forbidden', { policy: policy.anonymousSources })
    : { ok: true };
}

/** Whoever opens a confidential source to everybody must have read it himself, on record. */
export function liftsConfidence(
  source: { readonly confidential: boolean },
  confidential: boolean | undefined,
  hasRead: boolean,
): Outcome<object> {
  const lifts = source.confidential && confidential === false;
  return lifts && !hasRead
    ? refuse('relation-forbidden', { operation: 'updateSource', reason: 'reading-first' })
    : { ok: true };
}
