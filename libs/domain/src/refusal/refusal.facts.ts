import type { Requirement, BlindRequirement } from '../claim/requirement.types.js';

/** One mistake in a body: where (JSON pointer), what (kebab-case code), and the facts a text may need. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Every refusal the system knows, one line per code, with the facts a client needs to recover.
 * Status and texts live with the HTTP filter, in a table the compiler checks against this one.
 */
export interface RefusalFacts {
  // who is asking
  unauthenticated: { reason: 'missing' | 'malformed' | 'unknown' | 'expired' | 'revoked' | 'two-credentials' };
  'credentials-wrong': Record<never, never>;
  'second-factor-required': Record<never, never>;
  'second-factor-wrong': Record<never, never>;
  'second-factor-unset': Record<never, never>;
  'second-factor-sealed': Record<never, never>;
  'step-up-required': { operation: string; reason: 'stale-session' | 'token-not-allowed' | 'second-factor' };
  'csrf-refused': { reason: 'origin' | 'token' };
  throttled: { retryAfter: number };
  'role-forbidden': { operation: string; roles: readonly string[] };
  'scope-missing': { operation: string; scopes: readonly string[] };
  'relation-forbidden': { operation: string; reason: string };
  // what was sent
  'not-found': { kind: string; id: string };
  'method-not-allowed': { allowed: readonly string[] };
  'media-type-unsupported': { accepted: readonly string[] };
  'not-acceptable': { offered: readonly string[] };
  'body-malformed': { reason: string };
  'body-too-large': { limitBytes: number };
  'body-too-deep': { limit: number };
  'cursor-invalid': { reason: 'malformed' | 'foreign' };
  invalid: { errors: readonly FieldError[] };
  // concurrency and replays
  'precondition-required': { header: 'If-Match' };
  'version-stale': { currentVersion: number };
  'key-required': { header: 'Idempotency-Key' };
  'key-malformed': { header: 'Idempotency-Key' };
  'idempotency-mismatch': { key: string };
  'idempotency-in-flight': { key: string };
  // texts and spans
  'text-without-content': { pointer: string };
  'text-undecodable': { encoding: string };
  'file-unreadable': { mediaType: string; reason: string };
  'quote-not-found': { occurrences: number };
  'quote-ambiguous': { count: number };
  'span-out-of-range': { length: number };
  'span-inside-grapheme': { start: number; end: number };
  'span-crosses-blocks': { blockId: string };
  // the work itself
  'not-in-state': { kind: string; state: string; allowed: readonly string[] };
  'already-in-state': { kind: string; state: string };
  'already-assigned': { reviewerId: string; assignmentId: string };
  'no-precedent': { reason: 'not-decided' | 'attribution' };
  'tier-a-one-by-one': { tier: 'A' };
  'already-decided': { state: string };
  duplicate: { kind: string; id?: string; field?: string };
  'requirements-unmet': { to: string; requirements: readonly (Requirement | BlindRequirement)[] };
  'reason-required': { for: string };
  'own-text': { memberId: string };
  'not-assigned': { claimId: string };
  'unknown-rating': { allowed: readonly string[] };
  'rating-required': { ratings: readonly string[] };
  'rating-unfit': { to: string; stance: string };
  'evidence-foreign': { evidenceIds: readonly string[] };
  'adjudication-foreign': { verdictIds: readonly string[] };
  'origin-cycle': { path: readonly string[] };
  'primary-forbidden': { reason: 'writer' };
  'anonymous-forbidden': { policy: string };
  'outlet-required': { sourceType: string };
  'self-claim-closed': Record<never, never>;
  'reviewer-unfit': { reviewerId: string; reason: 'inactive' | 'role' | 'author' | 'service' };
  'correction-required': { releaseId: string };
  'correction-pending': { correctionId: string };
  embargoed: { until: string };
  'class-refused': { class: string; changes: readonly string[] };
  'person-required': { operation: string };
  'last-admin': { memberId: string };
  'in-use': { kind: string; id: string; by: string };
  'limit-reached': { kind: string; limit: number };
  'address-forbidden': { reason: string };
  // the machine
  unavailable: { retryAfter: number };
  internal: Record<never, never>;
}

export type RefusalCode = keyof RefusalFacts;
