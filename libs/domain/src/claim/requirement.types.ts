/** What a decision, a closure or a release can ask for. The names are part of the API. */
export const REQUIREMENT_NAMES = [
  'not-own-text',
  'separate-decider',
  'supporting-verdicts',
  'independent-sources',
  'no-open-dispute',
  'anchor-confirmed',
  'queries-answered',
  'rationale',
  'contradiction',
  'label-quorum',
  'unproven-verdicts',
  'search-log',
  'source-named',
  'recheck-date',
  'claims-settled',
  'disputes-explained',
  'anchors-placed',
  'headline-overstates',
  'correction-recorded',
  'sources-as-said',
  'quote-as-translated',
  'comment-sought',
] as const;
export type RequirementName = (typeof REQUIREMENT_NAMES)[number];

export type RequirementStatus = 'satisfied' | 'unsatisfied' | 'overridden' | 'not-applicable';

export type RequirementFact = string | number | boolean | null | readonly string[];

export const TURN_ROLES = ['reviewer', 'editor', 'writer'] as const;
export const TURN_TASKS = ['assign', 'check', 'answer', 'reword', 'decide'] as const;

/**
 * Whose turn it is to do something about an unmet requirement, and what. An editor's turn is also a head's.
 * `memberIds` names those it waits for where they are known, `exceptIds` those who may not be the ones to do it.
 */
export interface Turn {
  readonly role: (typeof TURN_ROLES)[number];
  readonly task: (typeof TURN_TASKS)[number];
  readonly memberIds: readonly string[];
  readonly exceptIds: readonly string[];
}

/**
 * `detail` is a language-neutral code; texts in either language are written where they are shown, from it and `facts`.
 * `have` and `need` are counts where the requirement counts something.
 */
export interface Requirement {
  readonly name: RequirementName;
  readonly status: RequirementStatus;
  readonly have?: number;
  readonly need?: number;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, RequirementFact>>;
  /** A named exception that must be printed in every report: an override, or what a small desk is allowed. */
  readonly exception?: { readonly kind: 'override' | 'small-desk'; readonly reason: string | null };
  /** Told where requirements are shown, never stored: only of an unmet one. */
  readonly turn?: Turn;
}

/** A requirement shown to someone who must not yet learn how others judged: its name and nothing else. */
export interface BlindRequirement {
  readonly name: RequirementName;
  readonly status: 'withheld';
  readonly detail: 'withheld-until-own-verdict';
}

/** True when nothing in the list stands in the way. */
export function allHold(requirements: readonly Requirement[]): boolean {
  return requirements.every((requirement) => requirement.status !== 'unsatisfied');
}

export function exceptionsOf(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter((requirement) => requirement.exception !== undefined);
}
