import { actor, editor, reviewer, writer } from '../../../../test/support/domain-facts.js';
import type { Outcome } from '../refusal/refusal.js';
import { recordOutcome, requestComment } from './comment-request.js';

const refusal = (outcome: Outcome<object>) => (outcome.ok ? null : outcome.refusal);
const waived = { addressee: 'the minister', waiver: { reason: 'court-order' } } as const;
const asked = {
  addressee: 'the minister',
  channel: 'email',
  questions: 'Did you sign?',
  sentAt: '2026-03-10T08:00:00Z',
  deadline: '2026-03-10T16:00:00Z',
} as const;

describe('a refused request for comment says what is wrong', () => {
  it('whose it is', () => {
    expect(refusal(requestComment(asked, writer))).toMatchObject({
      code: 'role-forbidden',
      facts: { operation: 'createCommentRequest', roles: ['editor', 'head', 'reviewer'] },
    });
    expect(refusal(requestComment(waived, reviewer))).toMatchObject({
      code: 'role-forbidden',
      facts: { operation: 'createCommentRequest', roles: ['editor', 'head'] },
    });
    expect(requestComment(asked, actor('h', 'head'))).toEqual({ ok: true });
    expect(requestComment(waived, editor)).toEqual({ ok: true });
    expect(requestComment(asked, editor)).toEqual({ ok: true });
  });

  it('only that a time is missing where one is', () => {
    expect(
      refusal(requestComment({ ...asked, sentAt: undefined, deadline: '2026-03-01T08:00:00Z' }, editor)),
    ).toMatchObject({
      facts: { errors: [{ pointer: '/sentAt', code: 'required-in-this-case' }] },
    });
  });
});

describe('a refused outcome says what is wrong', () => {
  const sent = { waived: false, deadline: '2026-03-10T16:00:00Z' };
  const early = '2026-03-10T15:59:59Z';

  it('that nobody was asked', () => {
    expect(refusal(recordOutcome({ waived: true, deadline: null }, { outcome: 'declined' }, early))).toMatchObject({
      code: 'not-in-state',
      facts: { kind: 'comment-request', state: 'waived', allowed: ['sent'] },
    });
  });

  it('that an answer is blank', () => {
    expect(refusal(recordOutcome(sent, { outcome: 'answered', answer: '  ' }, early))).toMatchObject({
      code: 'invalid',
    });
  });

  it('until when a reply may come', () => {
    expect(refusal(recordOutcome(sent, { outcome: 'no-reply' }, early))).toMatchObject({
      facts: { errors: [{ pointer: '/outcome', detail: { deadline: sent.deadline } }] },
    });
    expect(recordOutcome({ waived: false, deadline: null }, { outcome: 'no-reply' }, early)).toEqual({ ok: true });
  });
});
