import { record } from '../unit-of-work/change.js';
import type { Change } from '../unit-of-work/change.types.js';
import { findRow, insert, insertUnrecorded } from '../unit-of-work/row.js';
import type { Tx } from '../unit-of-work/tx.js';
import { VerdictEvidenceEntity } from './verdict-evidence.entity.js';
import { VerdictEntity, type VerdictRow } from './verdict.entity.js';
import { VerdictWithdrawalEntity } from './verdict-withdrawal.entity.js';

export type NewVerdict = Omit<VerdictRow, 'newsroomId' | 'createdAt'>;

export class VerdictRepository {
  async insert(tx: Tx, articleId: string, verdict: NewVerdict, evidenceIds: readonly string[]): Promise<void> {
    const object = { type: 'verdict', id: verdict.id };
    const change: Change = { action: 'verdict.given', object, articleId, claimId: verdict.claimId };
    await insert(tx, VerdictEntity, verdict, change);
    if (evidenceIds.length === 0) return;
    await insertUnrecorded(
      tx,
      VerdictEvidenceEntity,
      evidenceIds.map((evidenceId) => ({ verdictId: verdict.id, evidenceId })),
    );
    record(tx, change, { evidenceIds });
  }

  find(tx: Tx, id: string): Promise<VerdictRow | null> {
    return findRow(tx, VerdictEntity, { id });
  }

  async withdraw(tx: Tx, articleId: string, verdict: VerdictRow, withdrawnBy: string, reason: string): Promise<void> {
    await insertUnrecorded(tx, VerdictWithdrawalEntity, [{ verdictId: verdict.id, reason, withdrawnBy }]);
    const object = { type: 'verdict', id: verdict.id };
    record(
      tx,
      { action: 'verdict.withdrawn', object, articleId, claimId: verdict.claimId },
      { withdrawnBy, withdrawalReason: reason },
    );
  }
}
