import { isPrecedent, takeOver, type GroupRelation } from './precedent.js';

const decided = { state: 'verified', verifies: 'substance', disposition: 'active' } as const;
const open = { verifies: 'substance', disposition: 'active' } as const;

describe('a precedent', () => {
  it.each<[GroupRelation, object, boolean]>([
    ['same', {}, true],
    ['same', { state: 'disputed' }, true],
    ['contradicts', {}, false],
    ['related', {}, false],
    ['same', { state: 'needs-source' }, false],
    ['same', { verifies: 'attribution' }, false],
    ['same', { disposition: 'dismissed' }, false],
  ])('%s, %j: %s', (relation, over, expected) => {
    expect(isPrecedent(relation, { ...decided, ...over })).toBe(expected);
  });

  it.each<[string, GroupRelation | null, object, object, string]>([
    ['of the same claim', 'same', {}, {}, 'ok'],
    ['of a claim in no group', null, {}, {}, 'no-precedent'],
    ['of one that contradicts', 'contradicts', {}, {}, 'no-precedent'],
    ['that nobody decided', 'same', {}, { state: 'needs-source' }, 'no-precedent'],
    ['that only checked who said it', 'same', {}, { verifies: 'attribution' }, 'no-precedent'],
    ['for a claim that asks who said it', 'same', { verifies: 'attribution' }, {}, 'no-precedent'],
    ['for a claim set aside', 'same', { disposition: 'dismissed' }, {}, 'not-in-state'],
  ])('taken over %s', (_, relation, claim, precedent, expected) => {
    const outcome = takeOver({ ...open, ...claim }, relation, { ...decided, ...precedent });
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });

  it.each<[string, GroupRelation | null, object, object, object]>([
    [
      'a claim set aside may be restored first',
      'same',
      { disposition: 'dismissed' },
      {},
      { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] },
    ],
    ['nobody decided there', 'same', {}, { state: 'needs-source' }, { reason: 'not-decided' }],
    ['it is in no group', null, {}, {}, { reason: 'not-decided' }],
    ['the decided one was set aside since', 'same', {}, { disposition: 'dismissed' }, { reason: 'not-decided' }],
    ['the decided one is only proposed', 'same', {}, { disposition: 'proposed' }, { reason: 'not-decided' }],
    ['here it is asked who said it', 'same', { verifies: 'attribution' }, {}, { reason: 'attribution' }],
  ])('not taken over, and why: %s', (_, relation, claim, precedent, facts) => {
    expect(takeOver({ ...open, ...claim }, relation, { ...decided, ...precedent })).toMatchObject({
      ok: false,
      refusal: { facts },
    });
  });

  it('is taken over for a claim that is only proposed', () => {
    expect(takeOver({ ...open, disposition: 'proposed' }, 'same', decided)).toEqual({ ok: true });
  });
});
