import { currentVerdicts, giveVerdict, judgingAssignment, Refusal, takeOver, type Confidence } from '#domain';
import { ClaimGroupRepository, EvidenceRepository, UnitOfWork, type Tx, type Written } from '#persistence';
import { newId } from '#platform';
import { maySee } from '../article/article.access.js';
import type { Assigning } from '../assignment/assigning.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import type { VerdictService, VerdictView } from '../verdict/verdict.service.js';

export interface PrecedentInput {
  /** The decided claim of the same group. */
  readonly claimId: string;
  readonly rationale: string;
  readonly confidence: Confidence;
}

/**
 * An editor takes over what was concluded on the same claim in another article: the evidence it rests on is copied here, and its
 * label becomes his own verdict, marked as taken over and informed. Deciding is left to somebody else.
 */
export class PrecedentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly groups: ClaimGroupRepository,
    private readonly evidence: EvidenceRepository,
    private readonly assigning: Assigning,
    private readonly verdicts: VerdictService,
  ) {}

  take(call: Call, claimId: string, input: PrecedentInput): Promise<Written<VerdictView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'takePrecedent');
      const precedent = await this.precedentOf(tx, call, input.claimId);
      const shared = opened.row.groupId !== null && opened.row.groupId === precedent.row.groupId;
      const group = shared ? await this.groups.find(tx, opened.row.groupId!) : null;
      const allowed = takeOver(opened.claim, group?.relation ?? null, precedent.claim);
      if (!allowed.ok) throw Refusal.of(allowed);
      const counted = currentVerdicts(precedent.claim, precedent.facts);
      const { rationale, confidence } = input;
      const command = {
        rating: precedent.row.rating ?? counted[0]?.rating ?? '',
        confidence,
        rationale,
        evidenceIds: [],
      };
      if (!judgingAssignment(call.actor.memberId, opened.facts.assignments))
        await this.assigning.give(tx, call, opened, { reviewerId: call.actor.memberId });
      const assigned = await this.desk.reopened(tx, call, opened);
      // Refused before anything is copied: by a scale without the label, or because the words are his own.
      const given = giveVerdict(assigned.claim, command, call.actor, assigned.facts, assigned.policy);
      if (!given.ok) throw Refusal.of(given);
      const evidenceIds = await this.copyEvidence(tx, precedent, assigned);
      const ready = await this.desk.reopened(tx, call, assigned);
      const precedentId = counted[0]?.id ?? null;
      return this.verdicts.giveUnder(tx, call, ready, { ...command, evidenceIds }, { precedentId, informed: true });
    });
  }

  private async precedentOf(tx: Tx, call: Call, id: string): Promise<ClaimCase> {
    const [one] = await this.desk.casesOf(tx, call, [id]);
    if (one && maySee(call.actor, one.article)) return one;
    throw new Refusal('invalid', { errors: [{ pointer: '/claimId', code: 'unknown-id', detail: { id } }] });
  }

  /** What the verdicts behind the decision cited; the origin stays what it was. */
  private async copyEvidence(tx: Tx, precedent: ClaimCase, to: ClaimCase): Promise<string[]> {
    const cited = new Set(currentVerdicts(precedent.claim, precedent.facts).flatMap(({ evidenceIds }) => evidenceIds));
    const ids: string[] = [];
    for (const item of await this.evidence.ofClaims(tx, [precedent.row.id])) {
      if (item.withdrawnAt || !cited.has(item.id)) continue;
      const id = newId();
      await this.evidence.copy(tx, to.article.id, item, { id, claimId: to.row.id });
      ids.push(found(await this.evidence.find(tx, id), 'evidence', id).id);
    }
    return ids;
  }
}
