import { insert } from '../unit-of-work/row.js';
import { managerOf, type Tx } from '../unit-of-work/tx.js';
import { DecisionEntity, type DecisionRow } from './decision.entity.js';

export type NewDecision = Omit<DecisionRow, 'newsroomId' | 'createdAt'>;

export class DecisionRepository {
  async insert(tx: Tx, articleId: string, decision: NewDecision): Promise<void> {
    await insert(tx, DecisionEntity, decision, {
      action: decision.decidedBy ? 'decision.taken' : 'decision.fell-back',
      object: { type: 'decision', id: decision.id },
      articleId,
      claimId: decision.claimId,
      reason: decision.cause ?? undefined,
    });
  }

  ofClaim(tx: Tx, claimId: string): Promise<DecisionRow[]> {
    return managerOf(tx).find(DecisionEntity, {
      where: { newsroomId: tx.newsroomId, claimId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }
}
