import { UnitOfWork, type ClaimFilter, type ClaimOrder, type PageRequest, type Tx } from '#persistence';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from './claim.desk.js';
import { claimItem } from './claim.view.js';

/** What the list of claims is asked for. `due`: by an instant (RFC 3339), or overdue now. */
export interface ClaimListFilter extends Omit<ClaimFilter, 'outdated' | 'dueBy'> {
  readonly outdated?: boolean | undefined;
  readonly due?: 'overdue' | (string & {}) | undefined;
}

/** Claims across articles, and those of one. */
export class ClaimList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly articleDesk: ArticleDesk,
  ) {}

  page(call: Call, { outdated, due, ...asked }: ClaimListFilter, order: ClaimOrder, page: PageRequest) {
    const { newsroomId, memberId } = call.actor;
    const list = async (tx: Tx, filter: ClaimFilter) => {
      const { items, next } = await this.desk.claims.list(tx, filter, order, memberId, page);
      return { items: items.map((row) => claimItem(row, row.anchor)), next };
    };
    const filter = { ...asked, dueBy: due === 'overdue' ? this.desk.now() : due && new Date(due) };
    const { articleId } = asked;
    if (articleId === undefined && outdated === undefined)
      return this.work.readSingle(newsroomId, (tx) => list(tx, filter));
    return this.work.read(newsroomId, async (tx) => {
      if (articleId !== undefined) await this.articleDesk.openForRead(tx, call, articleId);
      if (outdated === undefined) return list(tx, filter);
      const blind = await this.desk.blindnessOf(tx, call);
      return list(tx, { ...filter, outdated: { is: outdated, memberId, blind } });
    });
  }
}
