import type { LedgerAction } from '#domain';
import { change, insert } from '../unit-of-work/row.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { ClaimGroupEntity, type ClaimGroupRow } from './claim-group.entity.js';

const ofGroup = (action: LedgerAction, id: string) => ({ action, object: { type: 'claim_group', id } });

export class ClaimGroupRepository {
  insert(tx: Tx, row: Pick<ClaimGroupRow, 'id' | 'relation' | 'createdBy'>): Promise<void> {
    return insert(tx, ClaimGroupEntity, row, ofGroup('claim-group.made', row.id));
  }

  find(tx: Tx, id: string): Promise<ClaimGroupRow | null> {
    return managerOf(tx).findOneBy(ClaimGroupEntity, { newsroomId: tx.newsroomId, id });
  }

  change(tx: Tx, row: ClaimGroupRow, columns: Partial<ClaimGroupRow>): Promise<boolean> {
    return change(tx, ClaimGroupEntity, row, columns, ofGroup('claim-group.changed', row.id));
  }

  /** Ids of its claims, in the order in which their articles came. */
  async members(tx: Tx, id: string): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      tx,
      `SELECT c.id FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
       WHERE c.newsroom_id = $1 AND c.group_id = $2 ORDER BY coalesce(a.published_at, a.created_at), c.position, c.id`,
      [tx.newsroomId, id],
    );
    return rows.map((row) => row.id);
  }

  /** Source ids by these names, as name or alias; the first registered where several bear one. */
  async sourcesNamed(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
    const rows = await sql<{ name: string; id: string }>(
      tx,
      `SELECT DISTINCT ON (n.name) n.name, s.id FROM unnest($2::text[]) AS n (name)
         JOIN source s ON s.newsroom_id = $1 AND (s.name = n.name OR n.name = ANY (s.aliases))
       ORDER BY n.name, s.created_at, s.id`,
      [tx.newsroomId, names],
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}
