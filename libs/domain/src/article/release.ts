import { applyOverrides, type Override } from '../claim/decide.js';
import type { Requirement } from '../claim/requirement.types.js';
import { type Actor, hasRole } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { invalid, refuse, type Outcome, type Refused } from '../refusal/refusal.js';
import {
  CORRECTION_CLASSES,
  MEANING_FLAGS,
  type ArticleFacts,
  type CorrectionClass,
  type PendingClaim,
} from './article.types.js';
import { articleStateOf, gateInTurn, gateOf, isEmbargoed, pendingClaims } from './gate.js';

export interface ReleaseCommand {
  readonly overrides?: readonly Override[];
  readonly keepAsDisputed?: readonly { readonly claimId: string; readonly reason: string }[];
}

export interface Released {
  readonly revisionNumber: number;
  readonly gate: readonly Requirement[];
  readonly overrides: readonly Override[];
  readonly keepAsDisputed: readonly { readonly claimId: string; readonly reason: string }[];
  /** The release that this one supersedes, and the correction published with it. */
  readonly supersedesId: string | null;
  readonly correctionId: string | null;
  /** Breaking news that went out with claims still pending. */
  readonly provisional: boolean;
  readonly pending: readonly PendingClaim[];
}

/** An editor clears a revision for publication. After a first release only together with a correction. */
export function releaseArticle(
  facts: ArticleFacts,
  command: ReleaseCommand,
  actor: Actor,
  policy: NewsroomPolicy,
): Outcome<Released> {
  const refused = editorsOnly(actor, 'releaseArticle');
  if (refused !== null) return refused;
  const state = articleStateOf(facts);
  if (state === 'released') return refuse('already-in-state', { kind: 'article', state });
  if (facts.now !== undefined && isEmbargoed(facts, facts.now))
    return refuse('embargoed', { until: facts.embargoUntil ?? '' });
  if (facts.release !== null && facts.pendingCorrection === null)
    return refuse('correction-required', { releaseId: facts.release.id });
  const keepAsDisputed = [...facts.keepAsDisputed, ...(command.keepAsDisputed ?? [])];
  const gate = applyOverrides(gateOf({ ...facts, keepAsDisputed }), command.overrides ?? [], policy);
  if (gate.some(({ status }) => status === 'unsatisfied'))
    return refuse('requirements-unmet', { to: 'released', requirements: gateInTurn(gate, facts) });
  const pending = pendingClaims(facts);
  const overridden = gate.filter(({ status }) => status === 'overridden').map(({ name }) => name);
  return {
    ok: true,
    revisionNumber: facts.revisionNumber,
    gate,
    overrides: (command.overrides ?? []).filter(({ requirement }) => overridden.includes(requirement)),
    keepAsDisputed,
    supersedesId: facts.release?.id ?? null,
    correctionId: facts.pendingCorrection?.id ?? null,
    provisional: pending.length > 0,
    pending,
  };
}

export interface CorrectionCommand {
  readonly class: CorrectionClass;
  readonly note: string;
  /** The editor states that the earlier wording was right when it was published. */
  readonly earlierWasRight?: boolean;
}

/**
 * Records what the next release must publish. `changedFlags`: the re-anchoring flags of every released claim since the
 * latest release. A change of number, negation, name or attribution is no mere update, unless the editor says so.
 */
export function recordCorrection(
  facts: Pick<ArticleFacts, 'release' | 'pendingCorrection'>,
  command: CorrectionCommand,
  changedFlags: readonly string[],
  actor: Actor,
): Outcome<{ class: CorrectionClass; replacesId: string | null }> {
  const refused = editorsOnly(actor, 'createCorrection');
  if (refused !== null) return refused;
  if (!CORRECTION_CLASSES.includes(command.class))
    return invalid({ pointer: '/class', code: 'unknown', detail: { allowed: CORRECTION_CLASSES } });
  if (command.note.trim() === '') return invalid({ pointer: '/note', code: 'required' });
  if (facts.release === null)
    return refuse('not-in-state', { kind: 'article', state: 'checking', allowed: ['released', 'correcting'] });
  const changes = MEANING_FLAGS.filter((flag) => changedFlags.includes(flag));
  if (command.class === 'update' && changes.length > 0 && command.earlierWasRight !== true)
    return refuse('class-refused', { class: command.class, changes });
  return { ok: true, class: command.class, replacesId: facts.pendingCorrection?.id ?? null };
}

function editorsOnly(actor: Actor, operation: string): Refused | null {
  if (actor.kind === 'service') return refuse('person-required', { operation });
  return hasRole(actor, 'editor', 'head') ? null : refuse('role-forbidden', { operation, roles: ['editor', 'head'] });
}
