import {
  actor,
  assignment,
  claim,
  editor,
  head,
  policy,
  reviewer,
  standard,
  writer,
} from '../../../../test/support/domain-facts.js';
import {
  ASSIGNMENT_STATUSES,
  type AssignmentFact,
  type AssignmentStatus,
  type Disposition,
} from '../claim/claim.types.js';
import type { Actor, Role } from '../permission/role.js';
import { assign, type AssignCandidate } from './assign.js';
import { moveAssignment, VERB_OF_STATUS, type AssignmentVerb } from './assignment.transitions.js';

const own = (status: AssignmentStatus) => ({ status, reviewerId: 'sara' });

describe('an assignment', () => {
  // before: open assigned in-progress submitted outdated declined expired cancelled; "." is refused
  it.each<[AssignmentVerb, Actor | 'system', string]>([
    ['name', editor, 'assigned . . . . . . .'],
    ['start', reviewer, '. in-progress . . in-progress . . .'],
    ['decline', reviewer, '. declined declined . declined . . .'],
    ['cancel', editor, 'cancelled cancelled cancelled . cancelled . . .'],
    ['cancel', head, 'cancelled cancelled cancelled . cancelled . . .'],
    ['submit', 'system', '. submitted submitted submitted submitted . . .'],
    ['expire', 'system', 'expired expired expired . expired . . .'],
    ['outdate', 'system', '. . . outdated . . . .'],
  ])('%s', (verb, by, after) => {
    const outcomes = ASSIGNMENT_STATUSES.map((status) => {
      const outcome = moveAssignment(own(status), verb, by, 'on leave');
      if (outcome.ok) return outcome.status;
      expect(outcome.refusal.code).toBe('not-in-state');
      return '.';
    });
    expect(outcomes.join(' ')).toBe(after);
  });

  it.each<[string, AssignmentVerb, Actor | 'system', string | null, string]>([
    ['is not started by somebody else', 'start', actor('omar', 'reviewer'), null, 'relation-forbidden'],
    ['is not started by an editor for him', 'start', editor, null, 'relation-forbidden'],
    ['is not declined by an editor for him', 'decline', editor, 'why not', 'relation-forbidden'],
    ['is not declined without a reason', 'decline', reviewer, null, 'reason-required'],
    ['is not declined for a blank reason', 'decline', reviewer, ' ', 'reason-required'],
    ['is not cancelled by the reviewer', 'cancel', reviewer, null, 'relation-forbidden'],
    ['is not cancelled by a writer', 'cancel', writer, null, 'relation-forbidden'],
    ['is not submitted by hand', 'submit', reviewer, null, 'relation-forbidden'],
    ['is not made to expire by an editor', 'expire', editor, null, 'relation-forbidden'],
    ['is not cancelled by the system', 'cancel', 'system', null, 'relation-forbidden'],
    ['is declined by whoever holds it', 'decline', reviewer, 'on leave', 'ok'],
    ['is started by an editor who holds it', 'start', actor('sara', 'editor'), null, 'ok'],
  ])('%s', (_, verb, by, reason, expected) => {
    const outcome = moveAssignment(own('assigned'), verb, by, reason);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });

  it('keeps why it was declined', () => {
    expect(moveAssignment(own('assigned'), 'decline', reviewer, 'on leave')).toEqual({
      ok: true,
      status: 'declined',
      reason: 'on leave',
    });
  });

  it('is moved by the status that a client sends', () => {
    expect(VERB_OF_STATUS).toEqual({ 'in-progress': 'start', declined: 'decline', cancelled: 'cancel' });
  });
});

describe('assigning a claim', () => {
  const candidate = (id: string, over: Partial<AssignCandidate> = {}): AssignCandidate => ({
    id,
    active: true,
    kind: 'person',
    roles: ['reviewer'],
    ...over,
  });
  const roles = (...held: Role[]) => candidate('omar', { roles: held });

  interface Case {
    by?: Actor;
    to?: AssignCandidate;
    authors?: string[];
    held?: AssignmentFact[];
    disposition?: Disposition;
    selfClaim?: boolean;
  }
  const run = (one: Case) =>
    assign(
      claim({ disposition: one.disposition ?? 'active' }),
      one.to ?? candidate('omar'),
      one.by ?? editor,
      { authorsOfWords: one.authors ?? ['writer'], assignments: one.held ?? [] },
      policy({ selfClaim: one.selfClaim ?? standard.selfClaim }),
    );

  it.each<[string, Case, string]>([
    ['by an editor to a reviewer', {}, 'ok'],
    ['by a head to a reviewer', { by: head }, 'ok'],
    ['by an editor to himself', { to: candidate('editor', { roles: ['editor'] }) }, 'ok'],
    ['by an editor to a head', { to: roles('head') }, 'ok'],
    ['by an editor to a writer', { to: roles('writer') }, 'reviewer-unfit role'],
    ['by an editor to an admin and viewer', { to: roles('admin', 'viewer') }, 'reviewer-unfit role'],
    ['by an editor to somebody who has left', { to: candidate('omar', { active: false }) }, 'reviewer-unfit inactive'],
    ['by an editor to a service account', { to: candidate('robot', { kind: 'service' }) }, 'reviewer-unfit service'],
    ['by an editor to an author of the words', { authors: ['omar'] }, 'reviewer-unfit author'],
    ['by a reviewer to himself', { by: reviewer, to: candidate('sara') }, 'ok'],
    [
      'by a reviewer to himself where policy closes that',
      { by: reviewer, to: candidate('sara'), selfClaim: false },
      'self-claim-closed',
    ],
    [
      'by an editor to himself where policy closes that',
      { to: candidate('editor', { roles: ['editor'] }), selfClaim: false },
      'ok',
    ],
    ['by a reviewer to another', { by: reviewer }, 'relation-forbidden'],
    [
      'by a reviewer to himself, on his own text',
      { by: reviewer, to: candidate('sara'), authors: ['sara'] },
      'reviewer-unfit author',
    ],
    ['by a writer', { by: writer, to: candidate('writer', { roles: ['writer'] }) }, 'role-forbidden'],
    ['to whoever holds it already', { held: [assignment('omar')] }, 'already-assigned'],
    ['to whoever has submitted already', { held: [assignment('omar', { status: 'submitted' })] }, 'already-assigned'],
    ['to whoever must look again already', { held: [assignment('omar', { status: 'outdated' })] }, 'already-assigned'],
    [
      'to whoever declined before: a person may ask again',
      { held: [assignment('omar', { status: 'declined' })] },
      'ok',
    ],
    ['beside another who holds it', { held: [assignment('lina')] }, 'ok'],
    ['of a proposed claim', { disposition: 'proposed' }, 'ok'],
    ['of a dismissed claim', { disposition: 'dismissed' }, 'not-in-state'],
  ])('%s', (_, one, expected) => {
    const outcome = run(one);
    const unfit = !outcome.ok && outcome.refusal.code === 'reviewer-unfit' ? ` ${outcome.refusal.facts.reason}` : '';
    expect(outcome.ok ? 'ok' : outcome.refusal.code + unfit).toBe(expected);
  });

  it('tells a claim that was taken from one that was given', () => {
    expect(run({ by: reviewer, to: candidate('sara') })).toEqual({ ok: true, selfClaimed: true });
    expect(run({})).toEqual({ ok: true, selfClaimed: false });
  });
});
