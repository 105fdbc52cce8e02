import { claim } from '../../../../test/support/domain-facts.js';
import type { Role } from '../permission/role.js';
import type { Tier } from '../policy/policy.types.js';
import type { ClaimKind, Disposition } from './claim.types.js';
import {
  changeSelection,
  changeTier,
  changeVerifies,
  defaultVerifies,
  dispositionVerbs,
  moveDisposition,
  onAssignment,
  startOfExtracted,
  startOfManual,
  type DispositionVerb,
} from './triage.js';

const code = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code);

describe('where a claim starts', () => {
  it.each<[ClaimKind, number, Disposition]>([
    ['event', 40, 'active'],
    ['event', 39, 'proposed'],
    ['statement', 90, 'active'],
    ['statistic', 90, 'active'],
    ['quote', 90, 'active'],
    ['opinion', 90, 'proposed'],
    ['prediction', 90, 'proposed'],
  ])('an extracted %s of score %d, where the threshold is 40: %s', (kind, score, disposition) => {
    expect(startOfExtracted({ kind, score }, { triageThreshold: 40 })).toBe(disposition);
  });

  it.each<[Role[], Disposition]>([
    [['editor'], 'active'],
    [['head'], 'active'],
    [['reviewer'], 'proposed'],
    [['writer'], 'proposed'],
    [['writer', 'editor'], 'active'],
  ])('one made by hand by %j: %s', (roles, disposition) => {
    expect(startOfManual(roles)).toBe(disposition);
  });

  it('asks who said it where the text attributes, and whether it is so where the text asserts', () => {
    expect(defaultVerifies({ anonymous: true, stance: 'neutral', links: [] })).toBe('attribution');
    expect(defaultVerifies(null)).toBe('substance');
  });
});

describe('disposition', () => {
  it.each<[Disposition, DispositionVerb, string | null, string]>([
    ['proposed', 'accept', null, 'active'],
    ['active', 'accept', null, 'not-in-state'],
    ['dismissed', 'accept', null, 'not-in-state'],
    ['proposed', 'dismiss', 'opinion', 'dismissed'],
    ['active', 'dismiss', 'not-checkable', 'dismissed'],
    ['active', 'dismiss', 'duplicate', 'dismissed'],
    ['active', 'dismiss', 'cut', 'dismissed'],
    ['active', 'dismiss', 'out-of-scope', 'dismissed'],
    ['active', 'dismiss', null, 'reason-required'],
    ['active', 'dismiss', 'boring', 'reason-required'],
    ['dismissed', 'dismiss', 'cut', 'not-in-state'],
    ['dismissed', 'restore', null, 'active'],
    ['active', 'restore', null, 'not-in-state'],
    ['proposed', 'restore', null, 'not-in-state'],
  ])('%s, %s (%s) → %s', (disposition, verb, reason, after) => {
    const outcome = moveDisposition({ disposition }, verb, reason);
    expect(outcome.ok ? outcome.disposition : outcome.refusal.code).toBe(after);
  });

  it.each<[Disposition, string]>([
    ['proposed', 'accept dismiss'],
    ['active', 'dismiss'],
    ['dismissed', 'restore'],
  ])('%s offers [%s]', (disposition, verbs) => {
    expect(dispositionVerbs(disposition).join(' ')).toBe(verbs);
  });

  it('keeps the reason of a dismissal and no other', () => {
    expect(moveDisposition({ disposition: 'active' }, 'dismiss', 'cut')).toMatchObject({ reason: 'cut' });
    expect(moveDisposition({ disposition: 'proposed' }, 'accept', 'cut')).toMatchObject({ reason: null });
  });
});

describe('tier', () => {
  it.each<[Tier, Tier, 'suggestion' | 'person', string | null, string]>([
    ['B', 'A', 'suggestion', null, 'A'],
    ['C', 'B', 'suggestion', null, 'B'],
    ['A', 'B', 'suggestion', 'a reason', 'A'],
    ['B', 'C', 'suggestion', null, 'B'],
    ['C', 'A', 'person', null, 'A'],
    ['B', 'C', 'person', null, 'C'],
    ['A', 'B', 'person', null, 'reason-required'],
    ['A', 'C', 'person', '  ', 'reason-required'],
    ['A', 'B', 'person', 'nobody is accused', 'B'],
    ['A', 'A', 'person', null, 'A'],
  ])('%s to %s by a %s, reason %s: %s', (from, to, by, reason, expected) => {
    const outcome = changeTier(from, to, by, reason);
    expect(outcome.ok ? outcome.tier : outcome.refusal.code).toBe(expected);
    if (outcome.ok) expect(outcome.changed).toBe(outcome.tier !== from);
  });
});

describe('selection', () => {
  it.each<[string, Disposition, 'draft' | 'external', boolean, string | null, string]>([
    ['of a claim of someone else’s article, with a reason', 'active', 'external', true, 'widely shared', 'ok'],
    ['of a proposed one', 'proposed', 'external', true, 'widely shared', 'ok'],
    ['without a reason', 'active', 'external', true, null, 'reason-required'],
    ['of a dismissed one', 'dismissed', 'external', true, 'widely shared', 'not-in-state'],
    ['taken back, without a reason', 'active', 'external', false, null, 'ok'],
    ['in our own draft, where all are checked', 'active', 'draft', true, 'widely shared', 'not-in-state'],
  ])('%s', (_, disposition, kind, selected, reason, expected) => {
    expect(code(changeSelection({ disposition, selected: !selected }, kind, selected, reason))).toBe(expected);
  });

  it('follows from an assignment in someone else’s article, which also makes a claim active', () => {
    expect(onAssignment('external')).toEqual({ disposition: 'active', selected: true });
    expect(onAssignment('draft')).toEqual({ disposition: 'active', selected: false });
  });
});

describe('what is to be established', () => {
  it.each([
    ['while nothing is', {}, 'ok'],
    ['on a verified claim', { state: 'verified' }, 'not-in-state'],
    ['on a disputed claim', { state: 'disputed' }, 'not-in-state'],
    ['on a closed claim', { closure: { kind: 'as-attributed', recheckAt: 'later' } }, 'not-in-state'],
  ] as const)('may change %s: %s', (_, over, expected) => {
    expect(code(changeVerifies(claim({ verifies: 'attribution', ...over }), 'substance'))).toBe(expected);
  });

  it('may always be what it is', () => {
    expect(code(changeVerifies(claim({ state: 'verified' }), 'substance'))).toBe('ok');
  });
});
