import { DEFAULT_WORKING_WEEK } from '../calendar/working.week.js';
import { CHECKLISTS } from '../checklist/checklist.js';
import type { RequirementName } from '../claim/requirement.types.js';
import type { NewsroomPolicy, PolicyPreset } from './policy.types.js';

/** No policy may open these: one's own text, a decision without a reason, and a standing objection. */
export const NEVER_OVERRIDABLE: readonly RequirementName[] = ['not-own-text', 'rationale', 'no-open-dispute'];

/** At or below this many active people the small-desk preset lets the decider have given a counted verdict, marked. */
export const SMALL_DESK_PEOPLE = 3;

const STANDARD: NewsroomPolicy = {
  version: 1,
  preset: 'standard',
  verdictsNeeded: { A: 2, B: 1, C: 1 },
  originsNeeded: { A: 2, B: 2, C: 1, namedB: 1 },
  blind: 'all',
  selfClaim: true,
  overridable: [
    'separate-decider',
    'supporting-verdicts',
    'independent-sources',
    'anchor-confirmed',
    'queries-answered',
    'label-quorum',
  ],
  triageThreshold: 20,
  assignmentTimeoutHours: 72,
  workingWeek: DEFAULT_WORKING_WEEK,
  dueHours: { A: 24, B: 24, C: 48 },
  dueHoursOfKind: {},
  checklists: CHECKLISTS,
  reviewersPerClaim: { A: 2, B: 1, C: 1 },
  openAssignmentsLimit: 25,
  anonymousSources: 'allowed',
  secondFactorOf: [],
  publicFeeds: false,
};

export const POLICY_PRESETS: Readonly<Record<PolicyPreset, NewsroomPolicy>> = {
  'small-desk': {
    ...STANDARD,
    preset: 'small-desk',
    verdictsNeeded: { A: 1, B: 1, C: 1 },
    reviewersPerClaim: { A: 1, B: 1, C: 1 },
    blind: 'off',
  },
  standard: STANDARD,
  strict: {
    ...STANDARD,
    preset: 'strict',
    verdictsNeeded: { A: 2, B: 2, C: 1 },
    originsNeeded: { A: 2, B: 2, C: 1, namedB: 2 },
    reviewersPerClaim: { A: 2, B: 2, C: 1 },
    selfClaim: false,
    overridable: ['queries-answered'],
    triageThreshold: 0,
    assignmentTimeoutHours: 48,
    anonymousSources: 'editor-approval',
  },
};

export const DEFAULT_POLICY: NewsroomPolicy = STANDARD;

/** A policy as it was kept by an earlier release, with what newsrooms could not set then as it was for all of them. */
export function completePolicy(kept: NewsroomPolicy): NewsroomPolicy {
  return { ...STANDARD, ...kept };
}
