import type { LedgerAction } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { DeskEntity, type DeskRow } from './desk.entity.js';

const ofDesk = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'desk', id } });

export class DeskRepository {
  insert(tx: Tx, row: Pick<DeskRow, 'id' | 'name' | 'active'>): Promise<void> {
    return insert(tx, DeskEntity, row, ofDesk('desk.created', row.id));
  }

  find(tx: Tx, id: string): Promise<DeskRow | null> {
    return findRow(tx, DeskEntity, { id });
  }

  /** By its name, upper and lower case alike. */
  async findByName(tx: Tx, name: string): Promise<DeskRow | null> {
    const rows = await sql<{ id: string }>(
      tx,
      'SELECT id FROM desk WHERE newsroom_id = $1 AND lower(name) = lower($2)',
      [tx.newsroomId, name],
    );
    return rows[0] ? this.find(tx, rows[0].id) : null;
  }

  all(tx: Tx): Promise<DeskRow[]> {
    return managerOf(tx).find(DeskEntity, {
      where: { newsroomId: tx.newsroomId },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** Which of these exist. */
  async known(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await sql<{ id: string }>(tx, 'SELECT id FROM desk WHERE newsroom_id = $1 AND id = ANY ($2)', [
      tx.newsroomId,
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  change(tx: Tx, row: DeskRow, columns: Partial<DeskRow>): Promise<boolean> {
    return change(tx, DeskEntity, row, columns, ofDesk('desk.changed', row.id));
  }
}
