import { actor, assignment, editor, reviewer, standard, writer } from '../../../../test/support/domain-facts.js';
import { assign, type AssignCandidate } from './assign.js';
import { moveAssignment } from './assignment.transitions.js';

/** What a client is told, word for word. */

const sara: AssignCandidate = { id: 'sara', active: true, kind: 'person', roles: ['reviewer'] };
const told = (by = editor, over: { disposition?: 'dismissed'; held?: boolean } = {}, whom = sara) => {
  const facts = { authorsOfWords: [], assignments: over.held ? [assignment('sara')] : [] };
  const outcome = assign({ id: 'claim', disposition: over.disposition ?? 'active' }, whom, by, facts, standard);
  return outcome.ok ? outcome : outcome.refusal;
};
const moved = (...[assigned, verb, by, reason]: Parameters<typeof moveAssignment>) => {
  const outcome = moveAssignment(assigned, verb, by, reason);
  return outcome.ok ? outcome : outcome.refusal;
};

it.each<[string, () => unknown, object]>([
  [
    'a writer assigns',
    () => told(writer),
    { code: 'role-forbidden', facts: { operation: 'createAssignment', roles: ['editor', 'head', 'reviewer'] } },
  ],
  [
    'a reviewer assigns somebody else',
    () => told(actor('omar', 'reviewer')),
    { code: 'relation-forbidden', facts: { operation: 'createAssignment', reason: 'self' } },
  ],
  [
    'the claim is set aside',
    () => told(editor, { disposition: 'dismissed' }),
    { code: 'not-in-state', facts: { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] } },
  ],
  [
    'she has it already',
    () => told(editor, { held: true }),
    { code: 'already-assigned', facts: { reviewerId: 'sara', assignmentId: 'assignment-of-sara' } },
  ],
  [
    'declined without a reason',
    () => moved({ status: 'assigned', reviewerId: 'sara' }, 'decline', reviewer, ' '),
    { code: 'reason-required', facts: { for: 'decline' } },
  ],
  [
    'started by another',
    () => moved({ status: 'assigned', reviewerId: 'sara' }, 'start', actor('omar', 'reviewer')),
    { code: 'relation-forbidden', facts: { operation: 'updateAssignment', reason: 'reviewer' } },
  ],
  [
    'started after it was declined',
    () => moved({ status: 'declined', reviewerId: 'sara' }, 'start', reviewer),
    { code: 'not-in-state', facts: { kind: 'assignment', state: 'declined', allowed: ['assigned', 'outdated'] } },
  ],
])('a refused assignment says what is wrong: %s', (_, refusal, expected) => {
  expect(refusal()).toEqual(expected);
});
