import {
  giveVerdict,
  isOutdated,
  Refusal,
  tickChecklist,
  withdrawVerdict,
  type Claim,
  type VerdictCommand,
  type Verifies,
} from '#domain';
import {
  AssignmentRepository,
  UnitOfWork,
  VerdictRepository,
  type ClaimFactRows,
  type Tx,
  type VerdictFactRow,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface VerdictView {
  readonly id: string;
  readonly claimId: string;
  readonly reviewerId: string;
  readonly rating: string;
  readonly stance: VerdictFactRow['stance'];
  readonly confidence: VerdictFactRow['confidence'];
  readonly rationale: string;
  readonly evidenceIds: readonly string[];
  readonly textHash: string;
  /** Given on words or a frame that have since changed, or when the claim asked for something else. */
  readonly outdated: boolean;
  /** Given by someone who could already read others' verdicts. */
  readonly informed: boolean;
  readonly superseded: boolean;
  /** Items of the checklist of the claim's kind, ticked with it. */
  readonly checklist: readonly string[];
  /** The verdict on the same claim elsewhere that it was taken over from. */
  readonly precedentId: string | null;
  readonly withdrawn: boolean;
  readonly createdAt: string;
}

export function verdictView(claim: Claim, row: VerdictFactRow): VerdictView {
  const { id, reviewerId, rating, stance, confidence, rationale, evidenceIds, informed, withdrawn, createdAt } = row;
  return {
    id,
    claimId: claim.id,
    reviewerId,
    rating,
    stance,
    confidence,
    rationale,
    evidenceIds,
    textHash: row.textHash,
    outdated: isOutdated(row, claim),
    informed,
    superseded: row.supersededBy !== null,
    checklist: row.checklist,
    precedentId: row.precedentId,
    withdrawn,
    createdAt,
  };
}

/**
 * A verdict sent twice is one verdict. Taken as a second, it would supersede the first and, given by someone who by then could
 * read the others, no longer count as his own.
 */
function refuseRepeated(
  verdicts: readonly VerdictFactRow[],
  given: { supersedesId: string | null; textHash: string; verifies: Verifies; rating: string },
  { confidence, rationale, evidenceIds }: VerdictCommand,
): void {
  const standing = verdicts.find(({ id }) => id === given.supersedesId);
  if (!standing || isOutdated(standing, given) || standing.rating !== given.rating) return;
  if (standing.confidence !== confidence || standing.rationale !== rationale) return;
  const cited = new Set(evidenceIds);
  if (standing.evidenceIds.length !== cited.size || !standing.evidenceIds.every((id) => cited.has(id))) return;
  throw new Refusal('duplicate', { kind: 'verdict', id: standing.id, field: 'verdict' });
}

type NewVerdictFact = Omit<VerdictFactRow, 'supersededBy' | 'withdrawn' | 'adjudicated' | 'createdAt'>;

/** The facts as they stand with a verdict that is given now and submits its assignment. */
function withVerdict(rows: ClaimFactRows, given: NewVerdictFact, assignmentId: string): ClaimFactRows {
  const standing = { supersededBy: null, withdrawn: false, adjudicated: false, createdAt: rows.at };
  const earlier = rows.verdicts.map((one) =>
    one.id === given.supersedesId ? { ...one, supersededBy: given.id } : one,
  );
  const evidenceIds = [...given.evidenceIds].sort();
  return {
    ...rows,
    verdicts: [...earlier, { ...given, ...standing, evidenceIds }],
    assignments: rows.assignments.map((one) => (one.id === assignmentId ? { ...one, status: 'submitted' } : one)),
  };
}

export class VerdictService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly verdicts: VerdictRepository,
    private readonly assignments: AssignmentRepository,
  ) {}

  /** While he is blind, a member gets his own verdicts only; how many others there are is not told. */
  async list(call: Call, claimId: string): Promise<{ items: VerdictView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { rows, claim, sees } = await this.desk.openForRead(tx, call, claimId, 'listVerdicts');
      const shown = sees
        ? rows.verdicts
        : rows.verdicts.filter((verdict) => verdict.reviewerId === call.actor.memberId);
      return { items: shown.map((verdict) => verdictView(claim, verdict)) };
    });
  }

  /** Records the verdict, submits the assignment, and lets a dispute of a verified claim take its consequence. */
  async give(
    call: Call,
    claimId: string,
    command: VerdictCommand & { readonly checklist?: readonly string[] | undefined },
  ): Promise<Written<VerdictView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'giveVerdict', ['assigned']);
      return this.giveUnder(tx, call, opened, command, {
        precedentId: null,
        informed: false,
        checklist: command.checklist ?? [],
      });
    });
  }

  /** The same under a lock somebody else holds; `informed` where the verdict rests on what others concluded. @throws Refusal */
  async giveUnder(
    tx: Tx,
    call: Call,
    opened: ClaimCase,
    command: VerdictCommand,
    from: { precedentId: string | null; informed: boolean; checklist?: readonly string[] },
  ): Promise<VerdictView> {
    const given = giveVerdict(opened.claim, command, call.actor, opened.facts, opened.policy);
    if (!given.ok) throw Refusal.of(given);
    refuseRepeated(opened.rows.verdicts, given, command);
    const ticked = tickChecklist(opened.policy.checklists[opened.row.kind], from.checklist ?? []);
    if (!ticked.ok) throw Refusal.of(ticked);
    const id = newId();
    const { rating, stance, textHash, verifies, supersedesId, assignmentId } = given;
    const { confidence, rationale } = command;
    const { precedentId } = from;
    const reviewerId = call.actor.memberId;
    const claimId = opened.row.id;
    const evidenceIds = [...new Set(command.evidenceIds)];
    const informed = given.informed || from.informed;
    const judgement = { rating, stance, confidence, rationale, textHash, verifies, informed, supersedesId };
    const verdict = { id, reviewerId, ...judgement, checklist: ticked.checklist, precedentId };
    await this.verdicts.insert(tx, opened.article.id, { ...verdict, claimId, assignmentId }, evidenceIds);
    const assignment = opened.rows.assignments.find((one) => one.id === assignmentId)!;
    if (assignment.status !== 'submitted') this.assignments.submit(tx, opened.article.id, { ...assignment, claimId });
    // Nobody else writes on the claim: what it is like with this verdict is known without reading it again.
    const rows = withVerdict(opened.rows, { ...verdict, evidenceIds }, assignmentId);
    let after = this.desk.withFacts(call, opened, rows);
    after = await this.desk.afterEvent(tx, call, after, { kind: 'verdict-given', verdictId: id });
    if (supersedesId)
      after = await this.desk.afterEvent(tx, call, after, { kind: 'verdict-superseded', verdictId: supersedesId });
    return verdictView(
      after.claim,
      after.rows.verdicts.find((one) => one.id === id)!,
    );
  }

  async withdraw(call: Call, verdictId: string, reason: string): Promise<Written<VerdictView>> {
    return this.work.write(call, async (tx) => {
      const verdict = found(await this.verdicts.find(tx, verdictId), 'verdict', verdictId);
      const opened = await this.desk.openForWrite(tx, call, verdict.claimId, 'withdrawVerdict', [
        verdict.reviewerId === call.actor.memberId ? 'author-of-item' : 'article-visible',
      ]);
      const fact = found(
        opened.rows.verdicts.find((one) => one.id === verdictId),
        'verdict',
        verdictId,
      );
      const allowed = withdrawVerdict(fact, call.actor);
      if (!allowed.ok) throw Refusal.of(allowed);
      await this.verdicts.withdraw(tx, opened.article.id, verdict, call.actor.memberId, reason);
      const now = await this.desk.reopened(tx, call, opened);
      const after = await this.desk.afterEvent(tx, call, now, { kind: 'verdict-withdrawn', verdictId });
      return verdictView(
        after.claim,
        after.rows.verdicts.find((one) => one.id === verdictId)!,
      );
    });
  }
}
