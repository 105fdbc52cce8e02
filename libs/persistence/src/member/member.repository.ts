import type { LedgerAction, Role } from '#domain';
import { change, findRow, insert } from '../unit-of-work/row.js';
import type { Change } from '../unit-of-work/change.types.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { MemberEntity, type MemberRow } from './member.entity.js';

export type NewMember = Omit<MemberRow, 'newsroomId' | 'createdAt' | 'updatedAt' | 'version'>;

const ofMember = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'member', id } });

export class MemberRepository {
  insert(tx: Tx, row: NewMember): Promise<void> {
    return insert(tx, MemberEntity, row, ofMember('member.invited', row.id));
  }

  find(tx: Tx, id: string): Promise<MemberRow | null> {
    return findRow(tx, MemberEntity, { id });
  }

  findByEmail(tx: Tx, email: string): Promise<MemberRow | null> {
    return findRow(tx, MemberEntity, { email });
  }

  async names(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
    const rows = await sql<{ id: string; name: string }>(
      tx,
      'SELECT id, name FROM member WHERE newsroom_id = $1 AND id = ANY ($2)',
      [tx.newsroomId, [...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Everybody who works here now, by name. */
  active(tx: Tx): Promise<MemberRow[]> {
    return managerOf(tx).find(MemberEntity, {
      where: { newsroomId: tx.newsroomId, active: true },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  change(
    tx: Tx,
    row: MemberRow,
    columns: Partial<MemberRow>,
    action: LedgerAction = 'member.changed',
  ): Promise<boolean> {
    return change(tx, MemberEntity, row, columns, ofMember(action, row.id));
  }

  async activeAdmins(tx: Tx): Promise<number> {
    const rows = await sql<{ count: number }>(
      tx,
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM member WHERE newsroom_id = $1 AND active AND 'admin' = ANY (roles) FOR UPDATE) m`,
      [tx.newsroomId],
    );
    return rows[0]!.count;
  }

  /** Whether somebody active has this role. */
  async hasRole(tx: Tx, role: Role): Promise<boolean> {
    const rows = await sql<{ found: boolean }>(
      tx,
      `SELECT EXISTS (SELECT 1 FROM member WHERE newsroom_id = $1 AND active AND kind = 'person' AND $2 = ANY (roles)) AS found`,
      [tx.newsroomId, role],
    );
    return rows[0]!.found;
  }

  async list(tx: Tx, page: PageRequest): Promise<Page<MemberRow>> {
    const where = new Conditions()
      .add('member.newsroom_id = ?', tx.newsroomId)
      .after('member.name', 'text', 'member.id', page.after);
    const ids = await sql<{ id: string }>(
      tx,
      `SELECT id FROM member WHERE ${where.where} ORDER BY name, id LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    if (ids.length === 0) return { items: [], next: null };
    const rows = await managerOf(tx)
      .createQueryBuilder(MemberEntity, 'member')
      .where('member.newsroomId = :newsroomId AND member.id IN (:...ids)', {
        newsroomId: tx.newsroomId,
        ids: ids.map((row) => row.id),
      })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pageOf(
      ids.flatMap(({ id }) => byId.get(id) ?? []),
      page.limit,
      (row) => [row.name, row.id],
    );
  }
}
