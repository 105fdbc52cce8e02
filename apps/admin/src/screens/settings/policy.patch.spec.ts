import { amendPolicy, POLICY_PRESETS } from '#domain';
import { policyPatch, type PolicyDraft } from './policy.patch.js';

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
