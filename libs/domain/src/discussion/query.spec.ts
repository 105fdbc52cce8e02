import { answerQuery, askQuery, queryStatus, resolveQuery } from './query.js';

const refusal = (code: string, facts: object = {}) => ({
  ok: false,
  refusal: { code, facts: expect.objectContaining(facts) },
});

describe('a query to the writer', () => {
  it.each([
    [false, false, 'open'],
    [true, false, 'answered'],
    [true, true, 'resolved'],
    [false, true, 'resolved'],
  ] as const)('answered %s, resolved %s: %s', (answered, resolved, status) => {
    expect(queryStatus({ answered, resolved })).toBe(status);
  });

  it.each(['proposed', 'active'] as const)('is asked about a claim that is %s', (disposition) => {
    expect(askQuery({ disposition })).toEqual({ ok: true, status: 'open' });
  });

  it('is not asked about a claim that was set aside', () => {
    expect(askQuery({ disposition: 'dismissed' })).toEqual(
      refusal('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] }),
    );
  });

  it.each([
    ['open', { ok: true, status: 'answered' }],
    ['answered', { ok: true, status: 'answered' }],
    ['resolved', refusal('not-in-state', { kind: 'query', state: 'resolved', allowed: ['open', 'answered'] })],
  ] as const)('%s → answer → %j', (before, after) => {
    expect(answerQuery(before)).toEqual(after);
  });

  it.each([
    ['answered', null, { ok: true, status: 'resolved' }],
    ['answered', 'يكفي الجواب', { ok: true, status: 'resolved' }],
    ['open', 'حُذفت الجملة', { ok: true, status: 'resolved' }],
    ['open', null, refusal('reason-required', { for: 'resolve' })],
    ['open', '  ', refusal('reason-required', { for: 'resolve' })],
    ['open', undefined, refusal('reason-required', { for: 'resolve' })],
    ['answered', undefined, { ok: true, status: 'resolved' }],
    [
      'resolved',
      'مرة أخرى',
      refusal('not-in-state', { kind: 'query', state: 'resolved', allowed: ['open', 'answered'] }),
    ],
    ['resolved', null, refusal('not-in-state', { kind: 'query', state: 'resolved', allowed: ['open', 'answered'] })],
  ] as const)('%s → resolve (%j) → %j', (before, note, after) => {
    expect(resolveQuery(before, note)).toEqual(after);
  });
});
