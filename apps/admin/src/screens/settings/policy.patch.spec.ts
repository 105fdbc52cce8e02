import { amendPolicy, POLICY_PRESETS } from '#domain';
import { policyPatch, type PolicyDraft, retyped } from './policy.patch.js';

const SEEN = { ...POLICY_PRESETS.standard, dueHoursOfKind: { quote: 6 } } as unknown as PolicyDraft;

describe('what is sent of the policy', () => {
  it('is nothing when nothing was changed', () => expect(policyPatch(SEEN, structuredClone(SEEN))).toEqual({}));

  it('is the tier that was changed, not its neighbours', () => {
    const typed = { ...SEEN, verdictsNeeded: { ...SEEN.verdictsNeeded, B: 3 } };
    expect(policyPatch(SEEN, typed)).toEqual({ verdictsNeeded: { B: 3 } });
  });

  it('names with null what was taken away', () =>
    expect(policyPatch(SEEN, { ...SEEN, dueHoursOfKind: {} })).toEqual({ dueHoursOfKind: { quote: null } }));

  it('is whole where a rule is one', () => {
    const workingWeek = { ...SEEN.workingWeek, timeZone: 'Asia/Baghdad' };
    expect(policyPatch(SEEN, { ...SEEN, selfClaim: !SEEN.selfClaim, workingWeek })).toEqual({
      selfClaim: !SEEN.selfClaim,
      workingWeek,
    });
  });

  it('leaves a colleague’s rules as he set them', () => {
    const typed = { ...SEEN, verdictsNeeded: { ...SEEN.verdictsNeeded, B: 3 } };
    const theirs = amendPolicy(SEEN as never, { verdictsNeeded: { A: 4 }, triageThreshold: 65 });
    const both = amendPolicy(theirs, policyPatch(SEEN, typed));
    expect([both.verdictsNeeded.A, both.verdictsNeeded.B, both.triageThreshold]).toEqual([4, 3, 65]);
  });
});

describe('what was typed while the rules were being saved', () => {
  const now = { ...SEEN, triageThreshold: 65, verdictsNeeded: { ...SEEN.verdictsNeeded, A: 4 } };

  it('is nothing when nothing was: the rules stand as they came back', () =>
    expect(retyped(SEEN, structuredClone(SEEN), now)).toEqual(now));

  it('stays, and nothing else of what stood there before', () => {
    const typed = { ...SEEN, selfClaim: !SEEN.selfClaim, verdictsNeeded: { ...SEEN.verdictsNeeded, B: 3 } };
    expect(retyped(SEEN, typed, now)).toEqual({
      ...now,
      selfClaim: !SEEN.selfClaim,
      verdictsNeeded: { ...now.verdictsNeeded, B: 3 },
    });
  });

  it('takes away what was taken away', () =>
    expect(retyped(SEEN, { ...SEEN, dueHoursOfKind: {} }, now)).toEqual({ ...now, dueHoursOfKind: {} }));
});
