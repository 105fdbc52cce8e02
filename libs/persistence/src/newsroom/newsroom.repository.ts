import { completePolicy, type NewsroomPolicy, type NewsroomScales } from '#domain';
import { membersOf } from '../database/row.columns.js';
import { record } from '../unit-of-work/change.js';
import { change, insertUnrecorded } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { NewsroomEntity, type NewsroomRow } from './newsroom.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';

const CURRENT = `SELECT ${membersOf(NewsroomEntity, 'n')} FROM newsroom n WHERE n.id = $1`;

export class NewsroomRepository {
  /** The transaction's own newsroom. */
  async current(tx: Tx): Promise<NewsroomRow> {
    const [row] = await sql<NewsroomRow>(tx, CURRENT, [tx.newsroomId]);
    if (!row) throw new Error(`newsroom ${tx.newsroomId} is not there`);
    return { ...row, policy: completePolicy(row.policy) };
  }

  async change(tx: Tx, row: NewsroomRow, columns: Partial<NewsroomRow>): Promise<boolean> {
    const { id } = row;
    return change(tx, NewsroomEntity, row, columns, { action: 'newsroom.changed', object: { type: 'newsroom', id } });
  }

  /** Keeps the policy and scale that decisions of this version are judged by. */
  async keepPolicy(
    tx: Tx,
    number: number,
    policy: NewsroomPolicy,
    scale: NewsroomScales,
    createdBy: string | null,
  ): Promise<void> {
    await insertUnrecorded(tx, PolicyVersionEntity, [{ number, policy, scale, createdBy }]);
  }

  /** Founds the newsroom the transaction is bound to. */
  async found(tx: Tx, row: Pick<NewsroomRow, 'slug' | 'name' | 'locale' | 'policy' | 'scale'>): Promise<void> {
    const id = tx.newsroomId;
    const values = { id, ...row, policyVersion: 1 };
    await managerOf(tx).createQueryBuilder().insert().into(NewsroomEntity).values(values).updateEntity(false).execute();
    record(tx, { action: 'newsroom.founded', object: { type: 'newsroom', id } }, values);
    await this.keepPolicy(tx, 1, row.policy, row.scale, null);
  }
}
