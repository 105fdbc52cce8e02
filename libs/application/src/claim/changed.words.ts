import { AssignmentRepository, type ArticleRow, type Tx } from '#persistence';
import type { Assigning } from '../assignment/assigning.js';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from './claim.desk.js';

/** What follows when a claim's words become others, by a revision or by a person who places, splits or widens it. */
export class ChangedWords {
  constructor(
    private readonly desk: ClaimDesk,
    private readonly assignments: AssignmentRepository,
    private readonly assigning: Assigning,
  ) {}

  /** Verdicts on the old words are outdated, their assignments open again, a decided claim falls back. */
  async follow(tx: Tx, call: Call, article: ArticleRow, claimId: string, hashBefore: string) {
    const row = found(await this.desk.claims.find(tx, claimId), 'claim', claimId);
    const current = found(await this.desk.articles.find(tx, article.id), 'article', article.id);
    const opened = await this.desk.caseOf(tx, call, row, current);
    await this.reopen(tx, opened);
    const now = await this.desk.reopened(tx, call, opened);
    const after = await this.desk.afterEvent(tx, call, now, { kind: 'words-changed' });
    const outdatedVerdicts = opened.rows.verdicts.filter(
      (verdict) =>
        verdict.textHash === hashBefore &&
        verdict.textHash !== row.textHash &&
        !verdict.withdrawn &&
        !verdict.supersededBy,
    ).length;
    return { outdatedVerdicts, after };
  }

  private async reopen(tx: Tx, { row, article, policy }: ClaimCase): Promise<void> {
    for (const assignment of await this.assignments.ofClaim(tx, row.id)) {
      if (assignment.status !== 'submitted') continue;
      if (!(await this.assignments.change(tx, article.id, assignment, { status: 'outdated' }))) throw stale(assignment);
      await this.assigning.planExpiry(tx, assignment.id, { status: 'outdated', dueAt: assignment.dueAt }, policy);
    }
  }
}
