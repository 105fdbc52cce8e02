import { amendPolicy, checkPolicy, type PolicyPatch } from './policy.check.js';
import { DEFAULT_POLICY, POLICY_PRESETS } from './policy.presets.js';
import type { PolicyPreset } from './policy.types.js';

const errors = (patch: PolicyPatch) =>
  checkPolicy(amendPolicy(DEFAULT_POLICY, patch)).map(({ pointer, code }) => `${pointer} ${code}`);

describe('policy presets', () => {
  it.each(['small-desk', 'standard', 'strict'] as PolicyPreset[])('%s is sound', (preset) => {
    expect(checkPolicy(POLICY_PRESETS[preset])).toEqual([]);
    expect(POLICY_PRESETS[preset].preset).toBe(preset);
  });

  it('standard asks for what the rules say: N 2, 1, 1 and M 2, 2 or 1 when named, 1, and is blind throughout', () => {
    expect(POLICY_PRESETS.standard).toMatchObject({
      verdictsNeeded: { A: 2, B: 1, C: 1 },
      originsNeeded: { A: 2, B: 2, namedB: 1, C: 1 },
      blind: 'all',
    });
    expect(DEFAULT_POLICY).toBe(POLICY_PRESETS.standard);
  });

  it('small desk asks for one verdict in tier A, still for two origins, and is not blind', () => {
    expect(POLICY_PRESETS['small-desk']).toMatchObject({
      verdictsNeeded: { A: 1 },
      originsNeeded: { A: 2 },
      blind: 'off',
    });
  });
});

describe('a policy is refused', () => {
  it.each<[string, PolicyPatch, string[]]>([
    ['not when it is as it was', {}, []],
    ['for no verdict at all', { verdictsNeeded: { C: 0 } }, ['/verdictsNeeded/C out-of-range']],
    ['for ten verdicts', { verdictsNeeded: { A: 10 } }, ['/verdictsNeeded/A out-of-range']],
    ['for one verdict and a half', { verdictsNeeded: { A: 1.5 } }, ['/verdictsNeeded/A out-of-range']],
    ['for no number', { originsNeeded: { A: Number.NaN } }, ['/originsNeeded/A out-of-range']],
    ['for no origin', { originsNeeded: { namedB: 0 } }, ['/originsNeeded/namedB out-of-range']],
    ['for asking less in A than in B', { verdictsNeeded: { A: 1, B: 2 } }, ['/verdictsNeeded/A not-descending']],
    ['for asking less in B than in C', { verdictsNeeded: { B: 1, C: 2 } }, ['/verdictsNeeded/B not-descending']],
    ['for asking fewer origins in A than in B', { originsNeeded: { A: 2, B: 3 } }, ['/originsNeeded/A not-descending']],
    [
      'for asking more when the source is named',
      { originsNeeded: { namedB: 3 } },
      ['/originsNeeded/namedB named-above-plain'],
    ],
    ['for a threshold under 0', { triageThreshold: -1 }, ['/triageThreshold out-of-range']],
    ['for a threshold over 100', { triageThreshold: 101 }, ['/triageThreshold out-of-range']],
    ['not for a threshold at either end', { triageThreshold: 100 }, []],
    ['for assignments that expire at once', { assignmentTimeoutHours: 0 }, ['/assignmentTimeoutHours out-of-range']],
    ['for a claim without a reviewer', { reviewersPerClaim: { B: 0 } }, ['/reviewersPerClaim/B out-of-range']],
    ['for something due at once', { dueHours: { A: 0 } }, ['/dueHours/A out-of-range']],
    ['for reviewers who may hold nothing', { openAssignmentsLimit: 0 }, ['/openAssignmentsLimit out-of-range']],
    ['for opening one’s own text', { overridable: ['not-own-text'] }, ['/overridable/0 never-overridable']],
    ['for opening the rationale', { overridable: ['label-quorum', 'rationale'] }, ['/overridable/1 never-overridable']],
    ['for opening a standing objection', { overridable: ['no-open-dispute'] }, ['/overridable/0 never-overridable']],
    [
      'for opening what does not exist',
      { overridable: ['patience' as 'rationale'] },
      ['/overridable/0 unknown-requirement'],
    ],
    ['for opening the same twice', { overridable: ['label-quorum', 'label-quorum'] }, ['/overridable/1 repeated']],
    [
      'once per mistake',
      { verdictsNeeded: { A: 0 }, triageThreshold: 101 },
      ['/verdictsNeeded/A out-of-range', '/triageThreshold out-of-range', '/verdictsNeeded/A not-descending'],
    ],
  ])('%s', (_, patch, expected) => {
    expect(errors(patch)).toEqual(expected);
  });
});

describe('amending a policy', () => {
  it('counts the version and keeps what is not named', () => {
    expect(
      amendPolicy({ ...DEFAULT_POLICY, version: 6, triageThreshold: 33 }, { selfClaim: false, dueHours: { C: 5 } }),
    ).toEqual({
      ...DEFAULT_POLICY,
      version: 7,
      triageThreshold: 33,
      selfClaim: false,
      dueHours: { ...DEFAULT_POLICY.dueHours, C: 5 },
    });
  });

  it('starts from another preset when one is named, with the rest on top', () => {
    expect(
      amendPolicy({ ...DEFAULT_POLICY, version: 6, triageThreshold: 33 }, { preset: 'small-desk', blind: 'tier-a' }),
    ).toEqual({
      ...POLICY_PRESETS['small-desk'],
      version: 7,
      blind: 'tier-a',
    });
  });

  it('changes nothing else when the preset named is the one there is', () => {
    expect(amendPolicy({ ...DEFAULT_POLICY, triageThreshold: 33 }, { preset: 'standard' }).triageThreshold).toBe(33);
  });
});
