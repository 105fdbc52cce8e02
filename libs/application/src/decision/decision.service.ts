import { decide, Refusal, type ClaimFacts, type DecisionCommand } from '#domain';
import { DecisionRepository, SourceRepository, UnitOfWork, type Tx, type Written } from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import { claimView, type ClaimView } from '../claim/claim.view.js';

export interface DecisionView {
  readonly id: string;
  readonly from: ClaimView['state'];
  readonly to: ClaimView['state'];
  readonly rating: string | null;
  readonly claim: ClaimView;
}

export class DecisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly decisions: DecisionRepository,
    private readonly sources: SourceRepository,
  ) {}

  /** The one writer of a claim's state: judged by the rules under the claim's lock, by the version the editor has seen. */
  async decide(call: Call, claimId: string, command: DecisionCommand): Promise<Written<DecisionView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openAtVersion(tx, call, claimId, 'decideClaim');
      const { id, from, to, label } = await this.decideUnder(tx, call, opened, command);
      const after = await this.desk.reopened(tx, call, opened);
      const anchor = await this.desk.claims.anchorOf(tx, claimId, after.article.revisionNumber);
      return { id, from, to, rating: label, claim: claimView(call, after, anchor) };
    });
  }

  /** The same under a lock somebody else holds. Refuses before it writes. @throws Refusal */
  async decideUnder(tx: Tx, call: Call, opened: ClaimCase, command: DecisionCommand) {
    const facts = await this.factsFor(tx, opened, command);
    const decided = decide(opened.claim, command, call.actor, facts, opened.policy);
    if (!decided.ok) throw Refusal.of(decided);
    const { from, to, closure, label, overrides, adjudication, requirements, textHash, policyVersion } = decided;
    const id = newId();
    await this.decisions.insert(tx, opened.article.id, {
      id,
      claimId: opened.row.id,
      fromState: from,
      toState: to,
      decidedBy: call.actor.memberId,
      cause: null,
      rationale: command.rationale ?? null,
      rating: label,
      closure,
      overrides: [...overrides],
      adjudication: [...adjudication],
      requirements: [...requirements],
      verifies: opened.row.verifies,
      textHash,
      revisionNumber: opened.article.revisionNumber,
      policyVersion,
    });
    const selected = opened.row.selected || opened.article.kind === 'external';
    const columns = { state: to, closure, rating: label, disposition: decided.disposition, selected };
    if (!(await this.desk.claims.change(tx, opened.row, columns, 'claim.decided'))) throw stale(opened.row);
    if (to === 'needs-source' && from !== to && !closure) await this.desk.reopenArticle(tx, opened.article, 'decided');
    return { id, from, to, label };
  }

  /** What the register calls whom the sentence may name is read for the one closure that asks. */
  private async factsFor(tx: Tx, { facts }: ClaimCase, { closure }: DecisionCommand): Promise<ClaimFacts> {
    if (closure?.kind !== 'as-attributed' || facts.frame === null) return facts;
    const names = facts.frame.links.map(({ name }) => name);
    return { ...facts, otherNames: await this.sources.otherNames(tx, names) };
  }
}
