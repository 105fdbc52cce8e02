import type { LedgerAction } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { SourceEntity, type SourceRow } from './source.entity.js';
import { SourceReadingEntity, type SourceReadingRow } from './source-reading.entity.js';

export type NewSource = Omit<
  SourceRow,
  'newsroomId' | 'createdAt' | 'updatedAt' | 'version' | 'approvedBy' | 'approvedAt'
>;

export interface SourceFilter {
  readonly q?: string | undefined;
  readonly type?: readonly string[] | undefined;
}

const SHOWN_NAME = "(CASE WHEN confidential THEN '' ELSE name END)";

const ofSource = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'source', id } });

export class SourceRepository {
  insert(tx: Tx, row: NewSource): Promise<void> {
    return insert(tx, SourceEntity, row, ofSource('source.registered', row.id));
  }

  find(tx: Tx, id: string): Promise<SourceRow | null> {
    return findRow(tx, SourceEntity, { id });
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

  /** Whether a member who has not declined is asked to check a claim that has evidence from the source. */
  async isUsedInWorkOf(tx: Tx, id: string, memberId: string): Promise<boolean> {
    const rows = await sql(
      tx,
      `SELECT 1 FROM assignment a JOIN evidence e ON e.newsroom_id = a.newsroom_id AND e.claim_id = a.claim_id
       WHERE a.newsroom_id = $1 AND e.source_id = $2 AND a.reviewer_id = $3
         AND a.status IN ('assigned', 'in-progress', 'submitted', 'outdated') LIMIT 1`,
      [tx.newsroomId, id, memberId],
    );
    return rows.length > 0;
  }

  insertReading(tx: Tx, row: Omit<SourceReadingRow, 'newsroomId' | 'createdAt'>): Promise<void> {
    const object = { type: 'source_reading', id: row.id };
    return insert(tx, SourceReadingEntity, row, { action: 'source.read-in-confidence', object });
  }

  findReading(tx: Tx, id: string): Promise<SourceReadingRow | null> {
    return managerOf(tx).findOneBy(SourceReadingEntity, { newsroomId: tx.newsroomId, id });
  }

  /** Whether the member has read the source in confidence before. */
  hasRead(tx: Tx, sourceIds: readonly string[], readBy: string): Promise<boolean> {
    if (sourceIds.length === 0) return Promise.resolve(false);
    return managerOf(tx)
      .createQueryBuilder(SourceReadingEntity, 'reading')
      .where('reading.newsroomId = :newsroomId AND reading.readBy = :readBy AND reading.sourceId IN (:...sourceIds)', {
        newsroomId: tx.newsroomId,
        readBy,
        sourceIds,
      })
      .getExists();
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

  /**
   * For each of these names, the others of the one source that bears it: what it is called and its aliases. A name that several sources
   * bear tells nothing, and confidential ones are found by none.
   */
  async otherNames(tx: Tx, names: readonly string[]): Promise<Record<string, string[]>> {
    if (names.length === 0) return {};
    const rows = await sql<{ asked: string; known: string[] }>(
      tx,
      `SELECT n.name AS asked, jsonb_agg(to_jsonb(s.aliases || s.name)) -> 0 AS known
       FROM unnest($2::text[]) n (name)
       JOIN source s ON s.newsroom_id = $1 AND NOT s.confidential AND (s.name = n.name OR n.name = ANY (s.aliases))
       GROUP BY n.name HAVING count(*) = 1`,
      [tx.newsroomId, [...new Set(names)]],
    );
    return Object.fromEntries(rows.map(({ asked, known }) => [asked, known]));
  }

  change(
    tx: Tx,
    source: SourceRow,
    columns: Partial<SourceRow>,
    action: LedgerAction = 'source.changed',
  ): Promise<boolean> {
    return change(tx, SourceEntity, source, columns, ofSource(action, source.id));
  }

  async list(tx: Tx, filter: SourceFilter, page: PageRequest): Promise<Page<SourceRow>> {
    const where = new Conditions()
      .add('newsroom_id = ?', tx.newsroomId)
      .add('type = ANY (?)', filter.type)
      // What may not be read may not be guessed letter by letter either, nor told from its place in the list.
      .add(
        "NOT confidential AND (name || ' ' || array_to_string(aliases, ' ')) ILIKE ?",
        filter.q && `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`,
      )
      .after(SHOWN_NAME, 'text', 'id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM source WHERE ${where.where} ORDER BY ${SHOWN_NAME}, id LIMIT ${page.limit + 1}`,
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
      (row) => [row.confidential ? '' : row.name, row.id],
    );
  }
}
