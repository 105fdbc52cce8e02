import { Refusal } from '#domain';
import {
  MemberRepository,
  NotificationRepository,
  UnitOfWork,
  type NotificationKind,
  type NotificationRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface NotificationView {
  /** Of the comment, assignment or query it is about. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly quote: string;
  readonly by: { readonly id: string; readonly name: string | null };
  /** What was said; null for an assignment. */
  readonly text: string | null;
  readonly at: string;
  readonly readAt: string | null;
}

/** Unread ones are counted up to this many. */
const COUNTED = 200;
const BATCH = 200;

/** What others told the caller: that he is mentioned, asked, answered, assigned. */
export class NotificationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly notifications: NotificationRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  mine(call: Call, unreadOnly: boolean, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const told = await this.told(tx, call, unreadOnly, page.limit + 1, page.after);
      const items = told.slice(0, page.limit);
      const last = items.at(-1)?.row;
      const names = await this.members.names(
        tx,
        items.map(({ row }) => row.byId),
      );
      return {
        items: items.map((one) => notificationView(one, names)),
        next: told.length > page.limit && last ? ([last.at.toISOString(), last.id] as const) : null,
        unread: (await this.told(tx, call, true, COUNTED)).length,
      };
    });
  }

  /** Those named, or everything that is unread now. */
  read(call: Call, ids: readonly string[] | 'all'): Promise<Written<{ unread: number }>> {
    return this.work.write(call, async (tx) => {
      const { memberId } = call.actor;
      const unread =
        ids === 'all'
          ? (await this.told(tx, call, true, COUNTED)).map(({ row }) => row)
          : (await this.requireKnown(tx, call, ids)).filter(({ readAt }) => readAt === null);
      if (unread.length > 0)
        await this.notifications.mark(tx, memberId, newId(), [...new Set(unread.map(({ id }) => id))], this.clock());
      return { unread: (await this.told(tx, call, true, COUNTED)).length };
    });
  }

  private async requireKnown(tx: Tx, call: Call, ids: readonly string[]): Promise<NotificationRow[]> {
    const known = await this.notifications.known(tx, call.actor.memberId, ids);
    const found = new Set(known.map(({ id }) => id));
    const errors = ids.flatMap((id, index) =>
      found.has(id) ? [] : [{ pointer: `/ids/${index}`, code: 'unknown-id', detail: { id } }],
    );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    return known;
  }

  /** A comment tells how its author judges: whoever must still judge hears that he was mentioned once he has. */
  private async told(tx: Tx, call: Call, unreadOnly: boolean, wanted: number, after?: PageRequest['after']) {
    const told: { row: NotificationRow; on: ClaimCase }[] = [];
    let from = after;
    for (;;) {
      const rows = await this.notifications.of(tx, call.actor.memberId, unreadOnly, { limit: BATCH, after: from });
      const cases = await this.desk.casesOf(tx, call, [...new Set(rows.map(({ claimId }) => claimId))]);
      const caseOf = new Map(cases.map((one) => [one.row.id, one]));
      for (const row of rows) {
        const on = caseOf.get(row.claimId);
        if (on && (row.kind !== 'mention' || on.sees)) told.push({ row, on });
        if (told.length === wanted) return told;
      }
      const last = rows.at(-1);
      if (rows.length < BATCH || !last) return told;
      from = [last.at.toISOString(), last.id];
    }
  }
}

function notificationView(
  { row, on }: { row: NotificationRow; on: ClaimCase },
  names: ReadonlyMap<string, string>,
): NotificationView {
  return {
    id: row.id,
    kind: row.kind,
    claimId: row.claimId,
    articleId: on.article.id,
    articleTitle: on.article.title,
    quote: on.row.quote,
    by: { id: row.byId, name: names.get(row.byId) ?? null },
    text: row.text,
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}
