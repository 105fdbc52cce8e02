import type { WorkingWeek } from '../calendar/working.week.js';
import type { Checklists } from '../checklist/checklist.js';
import type { ClaimKind } from '../claim/claim.kind.js';
import type { RequirementName } from '../claim/requirement.types.js';

export type Tier = 'A' | 'B' | 'C';
export type BlindPolicy = 'off' | 'tier-a' | 'all';
/** Roles of which a second factor may be demanded: those that decide, and those that let people in. */
export const GUARDED_ROLES = ['editor', 'head', 'admin'] as const;
export type GuardedRole = (typeof GUARDED_ROLES)[number];
export type PolicyPreset = 'small-desk' | 'standard' | 'strict';

/** What a newsroom may set about its own work. Versioned: every decision records the version it was judged by. */
export interface NewsroomPolicy {
  readonly version: number;
  readonly preset: PolicyPreset;
  /** N: how many current verdicts of distinct members. */
  readonly verdictsNeeded: Readonly<Record<Tier, number>>;
  /** M: how many independent origins. `namedB` applies to B when the source is named and nothing contradicts. */
  readonly originsNeeded: Readonly<Record<Tier, number>> & { readonly namedB: number };
  readonly blind: BlindPolicy;
  /** A reviewer may take a claim for himself. */
  readonly selfClaim: boolean;
  /** Requirements an editor may override by name with a reason. */
  readonly overridable: readonly RequirementName[];
  /** Extracted claims scored below this (0–100) start proposed. */
  readonly triageThreshold: number;
  readonly assignmentTimeoutHours: number;
  /** When the newsroom works: due dates are counted in this time. */
  readonly workingWeek: WorkingWeek;
  /** Due date set when none is given, in working hours after the assignment, by tier. */
  readonly dueHours: Readonly<Record<Tier, number>>;
  /** The same by kind of claim, for kinds that need a term of their own; of the two the sooner counts. */
  readonly dueHoursOfKind: Readonly<Partial<Record<ClaimKind, number>>>;
  /** What a fact-checker goes through, by kind of claim, in the newsroom's own words. */
  readonly checklists: Checklists;
  readonly reviewersPerClaim: Readonly<Record<Tier, number>>;
  /** Open assignments one reviewer may hold before automatic balancing passes him over. */
  readonly openAssignmentsLimit: number;
  readonly anonymousSources: 'forbidden' | 'editor-approval' | 'allowed';
  /** Persons with one of these roles set up a second factor before anything else. */
  readonly secondFactorOf: readonly GuardedRole[];
  /** Claim review feeds answer without a credential. */
  readonly publicFeeds: boolean;
}
