import { change, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { SourceEntity, type SourceRow } from './source.entity.js';

export type NewSource = Omit<SourceRow, 'newsroomId' | 'createdAt' | 'updatedAt' | 'version'>;

export interface SourceFilter {
  readonly q?: string | undefined;
  readonly type?: readonly string[] | undefined;
}

const ofSource = (action: string, id: string): Change => ({ action, object: { type: 'source', id } });

export class SourceRepository {
  insert(tx: Tx, row: NewSource): Promise<void> {
    return insert(tx, SourceEntity, row, ofSource('source.registered', row.id));
  }

  find(tx: Tx, id: string): Promise<SourceRow | null> {
    return managerOf(tx).findOneBy(SourceEntity, { newsroomId: tx.newsroomId, id });
  }

  findByName(tx: Tx, name: string): Promise<SourceRow | null> {
    return managerOf(tx)
      .createQueryBuilder(SourceEntity, 'source')
      .where('source.newsroomId = :newsroomId AND (source.name = :name OR :name = ANY (source.aliases))', {
        newsroomId: tx.newsroomId,
        name,
      })
      .orderBy('source.createdAt', 'ASC')
      .addOrderBy('source.id', 'ASC')
      .getOne();
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<SourceRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return managerOf(tx)
      .createQueryBuilder(SourceEntity, 'source')
      .where('source.newsroomId = :newsroomId AND source.id IN (:...ids)', { newsroomId: tx.newsroomId, ids })
      .getMany();
  }

  /** The source and everything its origin is followed through, cycles included once. */
  reachedFrom(
    tx: Tx,
    id: string,
  ): Promise<Pick<SourceRow, 'id' | 'name' | 'type' | 'ownerId' | 'derivesFromId' | 'vouchedById' | 'confidential'>[]> {
    return sql(
      tx,
      `WITH RECURSIVE reached AS (
         SELECT id, name, type, owner_id, derives_from_id, vouched_by_id, confidential FROM source WHERE newsroom_id = $1 AND id = $2
         UNION
         SELECT s.id, s.name, s.type, s.owner_id, s.derives_from_id, s.vouched_by_id, s.confidential
         FROM reached r JOIN source s ON s.newsroom_id = $1 AND s.id IN (r.derives_from_id, r.vouched_by_id, r.owner_id)
       )
       SELECT id, name, type, owner_id AS "ownerId", derives_from_id AS "derivesFromId", vouched_by_id AS "vouchedById", confidential FROM reached`,
      [tx.newsroomId, id],
    );
  }

  change(tx: Tx, source: SourceRow, columns: Partial<SourceRow>): Promise<boolean> {
    return change(tx, SourceEntity, source, columns, ofSource('source.changed', source.id));
  }

  async list(tx: Tx, filter: SourceFilter, page: PageRequest): Promise<Page<SourceRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('type = ANY (?)', filter.type)
      .add(
        "(name || ' ' || array_to_string(aliases, ' ')) ILIKE ?",
        filter.q && `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
      )
      .after('name', 'text', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM source WHERE ${where.where} ORDER BY name, id LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    const rows = await this.byIds(
      tx,
      ids.map((row) => row.id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pageOf(
      ids.flatMap(({ id }) => byId.get(id) ?? []),
      page.limit,
      (row) => [row.name, row.id],
    );
  }
}
