import { amendWorkingWeek, checkWorkingWeek, type WorkingWeekPatch } from '../calendar/working.week.js';
import { checkChecklists, type Checklists } from '../checklist/checklist.js';
import type { ClaimKind } from '../claim/claim.kind.js';
import { REQUIREMENT_NAMES, type RequirementName } from '../claim/requirement.types.js';
import type { FieldError } from '../refusal/refusal.facts.js';
import { NEVER_OVERRIDABLE, POLICY_PRESETS } from './policy.presets.js';
import type { NewsroomPolicy, Tier } from './policy.types.js';

const TIERS: readonly Tier[] = ['A', 'B', 'C'];

interface Bounds {
  readonly pointer: string;
  readonly value: (policy: NewsroomPolicy) => number;
  readonly least: number;
  readonly most: number;
}

const perTier = (
  name: 'verdictsNeeded' | 'originsNeeded' | 'dueHours' | 'reviewersPerClaim',
  least: number,
  most: number,
) => TIERS.map<Bounds>((tier) => ({ pointer: `/${name}/${tier}`, value: (policy) => policy[name][tier], least, most }));

const BOUNDS: readonly Bounds[] = [
  ...perTier('verdictsNeeded', 1, 9),
  ...perTier('originsNeeded', 1, 9),
  { pointer: '/originsNeeded/namedB', value: (policy) => policy.originsNeeded.namedB, least: 1, most: 9 },
  ...perTier('dueHours', 1, 8760),
  ...perTier('reviewersPerClaim', 1, 9),
  { pointer: '/triageThreshold', value: (policy) => policy.triageThreshold, least: 0, most: 100 },
  { pointer: '/assignmentTimeoutHours', value: (policy) => policy.assignmentTimeoutHours, least: 1, most: 8760 },
  { pointer: '/openAssignmentsLimit', value: (policy) => policy.openAssignmentsLimit, least: 1, most: 1000 },
];

/**
 * Says what is wrong with a policy whose shape has already been validated; an empty list means nothing is.
 * Pointers are relative to the policy. Codes: out-of-range, not-descending, named-above-plain, never-overridable,
 * unknown-requirement, repeated, and those of the working week and of the checklists.
 */
export function checkPolicy(policy: NewsroomPolicy): FieldError[] {
  return [
    ...outOfRange(policy),
    ...tiersOutOfOrder(policy),
    ...overridesNotAllowed(policy),
    ...checkWorkingWeek(policy.workingWeek),
    ...checkChecklists(policy.checklists),
  ];
}

function outOfRange(policy: NewsroomPolicy): FieldError[] {
  return [...BOUNDS, ...ofKinds(policy)]
    .filter(({ value, least, most }) => {
      const number = value(policy);
      return !Number.isInteger(number) || number < least || number > most;
    })
    .map(({ pointer, least, most }) => ({ pointer, code: 'out-of-range', detail: { least, most } }));
}

function ofKinds({ dueHoursOfKind }: NewsroomPolicy): Bounds[] {
  return Object.entries(dueHoursOfKind).map(([kind, hours]) => ({
    pointer: `/dueHoursOfKind/${kind}`,
    value: () => hours,
    least: 1,
    most: 8760,
  }));
}

/** A graver tier may never ask for less than a lighter one. */
function tiersOutOfOrder(policy: NewsroomPolicy): FieldError[] {
  const errors: FieldError[] = [];
  for (const name of ['verdictsNeeded', 'originsNeeded'] as const) {
    const { A, B, C } = policy[name];
    if (A < B) errors.push({ pointer: `/${name}/A`, code: 'not-descending', detail: { least: B } });
    if (B < C) errors.push({ pointer: `/${name}/B`, code: 'not-descending', detail: { least: C } });
  }
  const { namedB, B } = policy.originsNeeded;
  if (namedB > B) errors.push({ pointer: '/originsNeeded/namedB', code: 'named-above-plain', detail: { most: B } });
  return errors;
}

function overridesNotAllowed(policy: NewsroomPolicy): FieldError[] {
  return policy.overridable.flatMap((name: RequirementName, index) => {
    const pointer = `/overridable/${index}`;
    if (!REQUIREMENT_NAMES.includes(name)) return [{ pointer, code: 'unknown-requirement' }];
    if (NEVER_OVERRIDABLE.includes(name)) return [{ pointer, code: 'never-overridable', detail: { name } }];
    if (policy.overridable.indexOf(name) !== index) return [{ pointer, code: 'repeated', detail: { name } }];
    return [];
  });
}

type Nested =
  | 'verdictsNeeded'
  | 'originsNeeded'
  | 'dueHours'
  | 'dueHoursOfKind'
  | 'reviewersPerClaim'
  | 'workingWeek'
  | 'checklists';

export type PolicyPatch = Partial<Omit<NewsroomPolicy, 'version' | Nested>> & {
  readonly verdictsNeeded?: Partial<NewsroomPolicy['verdictsNeeded']>;
  readonly originsNeeded?: Partial<NewsroomPolicy['originsNeeded']>;
  readonly dueHours?: Partial<NewsroomPolicy['dueHours']>;
  /** Null takes a kind's own term away. */
  readonly dueHoursOfKind?: Readonly<Partial<Record<ClaimKind, number | null>>>;
  readonly reviewersPerClaim?: Partial<NewsroomPolicy['reviewersPerClaim']>;
  readonly workingWeek?: WorkingWeekPatch;
  /** The whole list of each kind it names. */
  readonly checklists?: Partial<Checklists>;
};

/** The next version of a policy. Naming another preset starts from that preset; the other members then apply on top. */
export function amendPolicy(current: NewsroomPolicy, patch: PolicyPatch): NewsroomPolicy {
  const changesPreset = patch.preset !== undefined && patch.preset !== current.preset;
  const start = changesPreset ? POLICY_PRESETS[patch.preset] : current;
  return {
    ...start,
    ...patch,
    verdictsNeeded: { ...start.verdictsNeeded, ...patch.verdictsNeeded },
    originsNeeded: { ...start.originsNeeded, ...patch.originsNeeded },
    // When a newsroom works and what it goes through are no matter of how strict it is: another preset leaves them.
    checklists: { ...current.checklists, ...patch.checklists },
    // Nor is who must show a second factor: naming a preset lets nobody off.
    secondFactorOf: patch.secondFactorOf ?? current.secondFactorOf,
    workingWeek: amendWorkingWeek(current.workingWeek, patch.workingWeek ?? {}),
    dueHours: { ...start.dueHours, ...patch.dueHours },
    dueHoursOfKind: withoutNull({ ...start.dueHoursOfKind, ...patch.dueHoursOfKind }),
    reviewersPerClaim: { ...start.reviewersPerClaim, ...patch.reviewersPerClaim },
    version: current.version + 1,
  };
}

function withoutNull<K extends string>(terms: Partial<Record<K, number | null>>): Partial<Record<K, number>> {
  return Object.fromEntries(Object.entries(terms).filter(([, hours]) => hours !== null)) as Partial<Record<K, number>>;
}
