import type { LedgerAction } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { CaptureEntity, type CaptureRow } from './capture.entity.js';
import { EvidenceEntity, type EvidenceRow } from './evidence.entity.js';

export type NewEvidence = Omit<
  EvidenceRow,
  'newsroomId' | 'createdAt' | 'version' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawalReason'
>;
export type NewCapture = Omit<CaptureRow, 'newsroomId' | 'createdAt'>;

export interface CitedPassage {
  readonly evidenceId: string;
  readonly quote: string;
}

function ofEvidence(action: LedgerAction, row: { id: string; claimId: string }, articleId: string): Change {
  return { action, object: { type: 'evidence', id: row.id }, articleId, claimId: row.claimId };
}

export class EvidenceRepository {
  insert(tx: Tx, articleId: string, row: NewEvidence): Promise<void> {
    return insert(tx, EvidenceEntity, row, ofEvidence('evidence.added', row, articleId));
  }

  /** The same find on another claim, under the name of whoever made it; its origin is that of the item. */
  copy(tx: Tx, articleId: string, item: EvidenceRow, to: { id: string; claimId: string }): Promise<void> {
    const {
      newsroomId: _n,
      createdAt: _c,
      version: _v,
      withdrawnAt: _a,
      withdrawnBy: _b,
      withdrawalReason: _r,
      ...kept
    } = item;
    return this.insert(tx, articleId, {
      ...kept,
      ...to,
      derivesFromEvidenceId: item.id,
      derivesFromSourceId: null,
      derivesHow: 'copied',
    });
  }

  find(tx: Tx, id: string): Promise<EvidenceRow | null> {
    return findRow(tx, EvidenceEntity, { id });
  }

  ofClaims(tx: Tx, claimIds: readonly string[]): Promise<EvidenceRow[]> {
    if (claimIds.length === 0) return Promise.resolve([]);
    return managerOf(tx)
      .createQueryBuilder(EvidenceEntity, 'evidence')
      .where('evidence.newsroomId = :newsroomId AND evidence.claimId IN (:...claimIds)', {
        newsroomId: tx.newsroomId,
        claimIds,
      })
      .orderBy('evidence.createdAt', 'ASC')
      .addOrderBy('evidence.id', 'ASC')
      .getMany();
  }

  /** Standing and withdrawn items of a source, newest last. */
  ofSource(tx: Tx, sourceId: string): Promise<EvidenceRow[]> {
    return managerOf(tx).find(EvidenceEntity, {
      where: { newsroomId: tx.newsroomId, sourceId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  change(
    tx: Tx,
    articleId: string,
    row: EvidenceRow,
    columns: Partial<EvidenceRow>,
    action: LedgerAction,
  ): Promise<boolean> {
    return change(tx, EvidenceEntity, row, columns, ofEvidence(action, row, articleId));
  }

  /** What standing evidence cites word by word from a saved copy. */
  passagesFrom(tx: Tx, captureId: string): Promise<CitedPassage[]> {
    return sql(
      tx,
      `SELECT id AS "evidenceId", quote FROM evidence
       WHERE newsroom_id = $1 AND capture_id = $2 AND withdrawn_at IS NULL AND quote IS NOT NULL ORDER BY created_at, id`,
      [tx.newsroomId, captureId],
    );
  }

  /** Sources in confidence among those that a saved copy was kept for. */
  async confidentialSourcesOf(tx: Tx, captureId: string): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT DISTINCT e.source_id AS id FROM evidence e JOIN source s ON s.newsroom_id = e.newsroom_id AND s.id = e.source_id
       WHERE e.newsroom_id = $1 AND e.capture_id = $2 AND (e.confidential OR s.confidential)`,
      [tx.newsroomId, captureId],
    );
    return rows.map(({ id }) => id);
  }

  withdraw(tx: Tx, articleId: string, row: EvidenceRow, by: string, at: Date, reason: string): Promise<boolean> {
    const columns = { withdrawnAt: at, withdrawnBy: by, withdrawalReason: reason };
    return change(tx, EvidenceEntity, row, columns, ofEvidence('evidence.withdrawn', row, articleId));
  }

  insertCapture(tx: Tx, row: NewCapture): Promise<void> {
    return insert(tx, CaptureEntity, row, { action: 'capture.kept', object: { type: 'capture', id: row.id } });
  }

  findCapture(tx: Tx, id: string): Promise<CaptureRow | null> {
    return findRow(tx, CaptureEntity, { id });
  }

  /** Digests only, for reports. */
  async captureDigests(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await managerOf(tx)
      .createQueryBuilder(CaptureEntity, 'capture')
      .select(['capture.id', 'capture.sha256'])
      .where('capture.newsroomId = :newsroomId AND capture.id IN (:...ids)', { newsroomId: tx.newsroomId, ids })
      .getMany();
    return new Map(rows.map((row) => [row.id, row.sha256]));
  }
}
