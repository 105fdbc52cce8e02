import { actor, editor, head, reviewer, service, writer } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import type { Outcome } from '../refusal/refusal.js';
import {
  recordOutcome,
  requestComment,
  withoutComment,
  type CommentCommand,
  type CommentFact,
} from './comment-request.js';

const told = (outcome: Outcome<object>): string[] => {
  if (outcome.ok) return [];
  const { code, facts } = outcome.refusal;
  return code === 'invalid' ? facts.errors.map(({ pointer, code: what }) => `${pointer} ${what}`) : [code];
};
const asked: CommentCommand = {
  addressee: 'the minister',
  channel: 'email',
  questions: 'Did you sign?',
  sentAt: '2026-03-10T08:00:00Z',
  deadline: '2026-03-10T16:00:00Z',
};
const waiver: CommentCommand = { addressee: 'the minister', waiver: { reason: 'court-order' } };

describe('a request for comment', () => {
  it.each<[string, Partial<CommentCommand>, Actor, string[]]>([
    ['by an editor', {}, editor, []],
    ['by a reviewer', {}, reviewer, []],
    ['by an editor’s service account', {}, service, []],
    ['by a writer', {}, writer, ['role-forbidden']],
    ['by a viewer', {}, actor('v', 'viewer'), ['role-forbidden']],
    ['by no channel', { channel: undefined }, editor, ['/channel required-in-this-case']],
    ['with no question', { questions: ' ' }, editor, ['/questions required-in-this-case']],
    ['never sent', { sentAt: undefined }, editor, ['/sentAt required-in-this-case']],
    ['without a deadline', { deadline: undefined }, editor, ['/deadline required-in-this-case']],
    ['over before it was sent', { deadline: asked.sentAt }, editor, ['/deadline not-after-sent']],
  ])('%s', (_, over, by, expected) => {
    expect(told(requestComment({ ...asked, ...over }, by))).toEqual(expected);
  });

  it.each<[string, Partial<CommentCommand>, Actor, string[]]>([
    ['by an editor', {}, editor, []],
    ['by a head', {}, head, []],
    ['by a reviewer', {}, reviewer, ['role-forbidden']],
    ['by a service account', {}, service, ['role-forbidden']],
    ['and sent all the same', { channel: 'phone' }, editor, ['/channel not-with-waiver']],
  ])('is waived %s', (_, over, by, expected) => {
    expect(told(requestComment({ ...waiver, ...over }, by))).toEqual(expected);
  });
});

describe('its outcome', () => {
  const sent = { waived: false, deadline: '2026-03-10T16:00:00Z' };
  it.each<[string, Parameters<typeof recordOutcome>[1], typeof sent, string, string[]]>([
    ['answered', { outcome: 'answered', answer: 'No.' }, sent, '2026-03-10T09:00:00Z', []],
    ['answered with nothing', { outcome: 'answered' }, sent, '2026-03-10T09:00:00Z', ['/answer required-in-this-case']],
    ['declined', { outcome: 'declined' }, sent, '2026-03-10T09:00:00Z', []],
    ['unreachable', { outcome: 'unreachable' }, sent, '2026-03-10T09:00:00Z', []],
    [
      'no reply before the deadline',
      { outcome: 'no-reply' },
      sent,
      '2026-03-10T15:59:59Z',
      ['/outcome deadline-not-over'],
    ],
    ['no reply at the deadline', { outcome: 'no-reply' }, sent, '2026-03-10T16:00:00Z', []],
    [
      'of what was waived',
      { outcome: 'declined' },
      { ...sent, waived: true },
      '2026-03-11T00:00:00Z',
      ['not-in-state'],
    ],
  ])('%s', (_, command, request, now, expected) => {
    expect(told(recordOutcome(request, command, now))).toEqual(expected);
  });
});

describe('claims without comment', () => {
  const fact = (over: Partial<CommentFact>): CommentFact => ({
    claimIds: ['a'],
    outcome: 'declined',
    waived: false,
    shown: true,
    ...over,
  });
  it.each<[string, CommentFact[], string[]]>([
    ['all, while nobody was asked', [], ['a', 'b']],
    ['not one whose outcome the article shows', [fact({})], ['b']],
    ['one still waiting', [fact({ outcome: null, shown: false })], ['a', 'b']],
    ['one whose outcome the article hides', [fact({ shown: false })], ['a', 'b']],
    ['not one that was waived', [fact({ waived: true, outcome: null, shown: false })], ['b']],
    ['none, when one request was about both', [fact({ claimIds: ['a', 'b'] })], []],
  ])('%s', (_, requests, expected) => {
    expect(withoutComment(['a', 'b'], requests)).toEqual(expected);
  });
});
