import { hasRole, type Actor } from '../permission/role.js';
import { invalid, refuse, type Outcome } from '../refusal/refusal.js';
import type { FieldError } from '../refusal/refusal.facts.js';

export const COMMENT_CHANNELS = ['phone', 'email', 'message', 'letter', 'in-person', 'spokesperson'] as const;
export type CommentChannel = (typeof COMMENT_CHANNELS)[number];

export const COMMENT_OUTCOMES = ['answered', 'declined', 'no-reply', 'unreachable'] as const;
export type CommentOutcome = (typeof COMMENT_OUTCOMES)[number];

/** The only reasons for which nobody is asked before publication. */
export const WAIVER_REASONS = [
  'danger-to-person',
  'destroys-evidence',
  'answered-in-public',
  'deceased-or-dissolved',
  'court-order',
] as const;
export type WaiverReason = (typeof WAIVER_REASONS)[number];

export interface CommentCommand {
  readonly addressee: string;
  readonly channel?: CommentChannel | undefined;
  readonly questions?: string | undefined;
  readonly sentAt?: string | undefined;
  readonly deadline?: string | undefined;
  readonly waiver?: { readonly reason: WaiverReason; readonly note?: string | undefined } | undefined;
}

/** Who is asked, how, what and until when; or, by an editor alone, why nobody is. */
export function requestComment(command: CommentCommand, actor: Actor): Outcome<object> {
  const operation = 'createCommentRequest';
  if (!hasRole(actor, 'editor', 'head', 'reviewer'))
    return refuse('role-forbidden', { operation, roles: ['editor', 'head', 'reviewer'] });
  const { waiver, ...asked } = command;
  if (waiver !== undefined) {
    if (!hasRole(actor, 'editor', 'head') || actor.kind === 'service')
      return refuse('role-forbidden', { operation, roles: ['editor', 'head'] });
    const extra = (['channel', 'questions', 'sentAt', 'deadline'] as const).filter((name) => asked[name] !== undefined);
    return extra.length > 0
      ? invalid(...extra.map((name) => ({ pointer: `/${name}`, code: 'not-with-waiver' })))
      : { ok: true };
  }
  const errors: FieldError[] = (['channel', 'questions', 'sentAt', 'deadline'] as const)
    .filter((name) => (asked[name] ?? '').trim() === '')
    .map((name) => ({ pointer: `/${name}`, code: 'required-in-this-case' }));
  if (errors.length === 0 && Date.parse(asked.deadline!) <= Date.parse(asked.sentAt!))
    errors.push({ pointer: '/deadline', code: 'not-after-sent' });
  return errors.length > 0 ? invalid(...errors) : { ok: true };
}

export interface OutcomeCommand {
  readonly outcome: CommentOutcome;
  readonly answer?: string | null | undefined;
  /** The words by which the article shows it. */
  readonly passage?: string | null | undefined;
}

/** What came of it. Nobody has failed to reply before the deadline he was given. */
export function recordOutcome(
  request: { readonly waived: boolean; readonly deadline: string | null },
  command: OutcomeCommand,
  now: string,
): Outcome<object> {
  if (request.waived) return refuse('not-in-state', { kind: 'comment-request', state: 'waived', allowed: ['sent'] });
  if (command.outcome === 'answered' && (command.answer ?? '').trim() === '')
    return invalid({ pointer: '/answer', code: 'required-in-this-case' });
  if (command.outcome === 'no-reply' && request.deadline !== null && Date.parse(now) < Date.parse(request.deadline))
    return invalid({ pointer: '/outcome', code: 'deadline-not-over', detail: { deadline: request.deadline } });
  return { ok: true };
}

/** A request or waiver as the gate reads it. */
export interface CommentFact {
  readonly claimIds: readonly string[];
  readonly outcome: CommentOutcome | null;
  readonly waived: boolean;
  /** The article's current text holds the passage that tells the outcome. */
  readonly shown: boolean;
}

/** The claims of a list for which nobody was asked to the end, or whose article does not say what came of it. */
export function withoutComment(claimIds: readonly string[], requests: readonly CommentFact[]): string[] {
  const settled = new Set(
    requests
      .filter(({ outcome, waived, shown }) => waived || (outcome !== null && shown))
      .flatMap((request) => request.claimIds),
  );
  return claimIds.filter((id) => !settled.has(id));
}
