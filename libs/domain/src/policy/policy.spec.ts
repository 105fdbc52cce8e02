import { amendPolicy, checkPolicy, type PolicyPatch } from './policy.check.js';
import { completePolicy, DEFAULT_POLICY, POLICY_PRESETS } from './policy.presets.js';
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
    ['for a kind due at once', { dueHoursOfKind: { quote: 0 } }, ['/dueHoursOfKind/quote out-of-range']],
    ['not for a kind without a term', { dueHoursOfKind: { quote: null } }, []],
    ['for no working day', { workingWeek: { days: [] } }, ['/workingWeek/days too-small']],
    ['for a day twice', { workingWeek: { days: ['sun', 'sun'] } }, ['/workingWeek/days repeated']],
    [
      'for a week and days that differ',
      { workingWeek: { week: 'sun-thu', days: ['mon'] } },
      ['/workingWeek/week week-days-differ'],
    ],
    ['for a custom week that has a name', { workingWeek: { week: 'custom' } }, ['/workingWeek/week week-days-differ']],
    [
      'for hours that run backwards',
      { workingWeek: { hours: { from: '17:00', to: '09:00' } } },
      ['/workingWeek/hours/to not-ascending'],
    ],
    [
      'for half an hour',
      { workingWeek: { hours: { from: '09:00', to: '09:30' } } },
      ['/workingWeek/hours/to not-ascending'],
    ],
    ['not for a day until midnight', { workingWeek: { hours: { from: '23:00', to: '24:00' } } }, []],
    [
      'for no time of day',
      { workingWeek: { hours: { from: '9', to: '24:01' } } },
      ['/workingWeek/hours/from wrong-form', '/workingWeek/hours/to wrong-form'],
    ],
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

describe('a working week', () => {
  const amended = (workingWeek: PolicyPatch['workingWeek'] & object, from = DEFAULT_POLICY) =>
    amendPolicy(from, { workingWeek }).workingWeek;

  it('is named or spelled out', () => {
    expect(amended({ week: 'mon-fri' })).toMatchObject({ week: 'mon-fri', days: ['mon', 'tue', 'wed', 'thu', 'fri'] });
    expect(amended({ days: ['fri', 'mon', 'tue', 'wed', 'thu'] })).toMatchObject({
      week: 'mon-fri',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    });
    expect(amended({ days: ['sat', 'sun'] })).toMatchObject({ week: 'custom', days: ['sun', 'sat'] });
    expect(amended({ week: 'every-day' }).days).toHaveLength(7);
    expect(amended({ timeZone: 'Asia/Amman' })).toEqual({ ...DEFAULT_POLICY.workingWeek, timeZone: 'Asia/Amman' });
  });

  it('loses its hours only when told', () => {
    const hours = { from: '09:00', to: '17:00' };
    const office = amendPolicy(DEFAULT_POLICY, { workingWeek: { hours } });
    expect(amended({ week: 'mon-fri' }, office).hours).toEqual(hours);
    expect(amended({ hours: null }, office).hours).toBe(null);
  });

  it('stays, and the checklists too, when another preset is named', () => {
    const own = [{ key: 'own', ar: 'بند', en: 'item' }];
    const first = amendPolicy(DEFAULT_POLICY, { workingWeek: { week: 'mon-fri' }, checklists: { quote: own } });
    const strict = amendPolicy(first, { preset: 'strict' });
    expect([strict.preset, strict.workingWeek.week, strict.checklists.quote]).toEqual(['strict', 'mon-fri', own]);
    expect(strict.checklists.event).toBe(DEFAULT_POLICY.checklists.event);
  });

  it('of a policy kept before there was one is the usual', () => {
    const { workingWeek: _, checklists: __, dueHoursOfKind: ___, ...kept } = { ...DEFAULT_POLICY, triageThreshold: 7 };
    expect(completePolicy(kept as typeof DEFAULT_POLICY)).toEqual({ ...DEFAULT_POLICY, triageThreshold: 7 });
  });
});
