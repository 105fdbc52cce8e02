import { publicationTerms, Refusal } from '#domain';
import {
  LegalNoteRepository,
  MemberRepository,
  UnitOfWork,
  type ArticleRow,
  type LegalNoteRow,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';

export interface LegalNoteView {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface LegalHoldView {
  readonly articleId: string;
  readonly hold: { readonly reason: string } | null;
  readonly version: number;
}

/** What counsel advises, for him and those who decide; nobody else reads it and nothing exports it. */
export class LegalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly notes: LegalNoteRepository,
    private readonly members: MemberRepository,
  ) {}

  /** With the hold and its reason, which nobody else is told. */
  list(call: Call, articleId: string): Promise<{ items: LegalNoteView[]; hold: { reason: string } | null }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const row = await this.desk.openForRead(tx, call, articleId);
      const hold = row.legalHoldReason === null ? null : { reason: row.legalHoldReason };
      return { items: (await this.notes.ofArticle(tx, articleId)).map(noteView), hold };
    });
  }

  /** Held, an article is not archived and nothing its leaves commit to is erased. The reason stands in the ledger. */
  hold(call: Call, articleId: string, reason: string | null): Promise<Written<LegalHoldView>> {
    return this.work.write(call, async (tx) => {
      const row = await this.desk.openForWrite(tx, call, articleId, 'setLegalHold');
      requireVersion(call, row);
      const patch = { legalHold: reason === null ? null : { reason } };
      const terms = publicationTerms(row, patch, call.actor, await this.members.hasRole(tx, 'legal'));
      if (!terms.ok) throw Refusal.of(terms);
      const columns = { legalHold: reason !== null, legalHoldReason: reason };
      if (!(await this.desk.articles.change(tx, row, columns, 'article.changed'))) throw stale(row);
      return holdView(found(await this.desk.articles.find(tx, articleId), 'article', articleId));
    });
  }

  write(call: Call, articleId: string, text: string): Promise<Written<LegalNoteView>> {
    return this.work.write(call, async (tx) => {
      await this.desk.openForWrite(tx, call, articleId, 'createLegalNote');
      const id = newId();
      await this.notes.insert(tx, { id, articleId, text, createdBy: call.actor.memberId });
      const rows = await this.notes.ofArticle(tx, articleId);
      return noteView(
        found(
          rows.find((row) => row.id === id),
          'legal_note',
          id,
        ),
      );
    });
  }
}

function holdView({ id, legalHoldReason, version }: ArticleRow): LegalHoldView {
  return { articleId: id, hold: legalHoldReason === null ? null : { reason: legalHoldReason }, version };
}

function noteView({ id, articleId, text, createdBy, createdAt }: LegalNoteRow): LegalNoteView {
  return { id, articleId, text, createdBy, createdAt: createdAt.toISOString() };
}
