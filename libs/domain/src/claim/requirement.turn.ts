import { OPEN_ASSIGNMENT_STATUSES } from '../verdict/blindness.js';
import type { ClaimFacts, VerdictFact } from './claim.types.js';
import type { Requirement, RequirementName, Turn } from './requirement.types.js';

/** What whose turn it is follows from, on one claim. */
export interface TurnFacts {
  readonly facts: Pick<ClaimFacts, 'article' | 'authorsOfWords' | 'assignments'>;
  /** The verdicts that count towards the state asked for. */
  readonly counted: readonly Pick<VerdictFact, 'reviewerId'>[];
  readonly deciderId: string | null;
}

type Finder = (turn: TurnFacts, requirement: Requirement) => Turn;

const DECIDE: Turn = { role: 'editor', task: 'decide', memberIds: [], exceptIds: [] };

const FINDERS: Readonly<Partial<Record<RequirementName, Finder>>> = {
  'not-own-text': ({ deciderId, ...turn }, { detail }) =>
    detail === 'decider-is-author' ? anotherThan(deciderId) : checking({ ...turn, deciderId }, []),
  'separate-decider': ({ deciderId }) => anotherThan(deciderId),
  'supporting-verdicts': (turn) => checking(turn, []),
  'unproven-verdicts': (turn) => checking(turn, []),
  contradiction: (turn) => checking(turn, []),
  'label-quorum': enough,
  'independent-sources': enough,
  'queries-answered': ({ facts: { article } }) => answering(article),
  'source-named': ({ facts: { article } }) => rewording(article),
  'sources-as-said': ({ facts: { article } }) => rewording(article),
  'quote-as-translated': (turn, { detail }) =>
    detail === 'no-second-reader' ? checking(turn, []) : rewording(turn.facts.article),
};

/** The requirements, each unmet one with whose turn it is to do something about it. */
export function withTurns(requirements: readonly Requirement[], turn: TurnFacts): Requirement[] {
  return requirements.map((requirement) =>
    requirement.status === 'unsatisfied'
      ? { ...requirement, turn: FINDERS[requirement.name]?.(turn, requirement) ?? DECIDE }
      : requirement,
  );
}

/** The same for the gate before publication, whose requirements are about many claims at once. */
export function withGateTurns(
  gate: readonly Requirement[],
  article: Pick<ClaimFacts['article'], 'kind' | 'authorIds'>,
): Requirement[] {
  return gate.map((requirement) => {
    if (requirement.status !== 'unsatisfied') return requirement;
    if (requirement.name === 'queries-answered') return { ...requirement, turn: answering(article) };
    return { ...requirement, turn: DECIDE };
  });
}

const anotherThan = (memberId: string | null): Turn => ({
  ...DECIDE,
  exceptIds: memberId === null ? [] : [memberId],
});

/** Too few verdicts wait for whoever is assigned; too few origins also for whoever judged by those there are. */
function enough(turn: TurnFacts, { detail }: Requirement): Turn {
  return checking(turn, detail === 'too-few-verdicts' ? [] : turn.counted.map(({ reviewerId }) => reviewerId));
}

/** Those who hold an open assignment and did not write the words; an editor's, to assign somebody, where there is none. */
function checking({ facts: { assignments, authorsOfWords } }: TurnFacts, judged: readonly string[]): Turn {
  const assigned = assignments.flatMap(({ status, reviewerId }) =>
    reviewerId !== null && OPEN_ASSIGNMENT_STATUSES.includes(status) ? [reviewerId] : [],
  );
  const memberIds = [...new Set([...assigned, ...judged])].filter((id) => !authorsOfWords.includes(id));
  const exceptIds = [...authorsOfWords];
  if (memberIds.length > 0) return { role: 'reviewer', task: 'check', memberIds, exceptIds };
  return { role: 'editor', task: 'assign', memberIds: [], exceptIds };
}

type Written = Pick<ClaimFacts['article'], 'kind' | 'authorIds'>;

/** Agency copy has no author who could answer: the desk must. */
function answering({ authorIds }: Pick<Written, 'authorIds'>): Turn {
  return authorIds.length > 0
    ? { role: 'writer', task: 'answer', memberIds: [...authorIds], exceptIds: [] }
    : { ...DECIDE, task: 'answer' };
}

/** Only our own words can be changed, by those who wrote them. */
function rewording({ kind, authorIds }: Written): Turn {
  if (kind !== 'draft') return DECIDE;
  return authorIds.length > 0
    ? { role: 'writer', task: 'reword', memberIds: [...authorIds], exceptIds: [] }
    : { ...DECIDE, task: 'reword' };
}
