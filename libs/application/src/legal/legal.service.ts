import { LegalNoteRepository, UnitOfWork, type LegalNoteRow, type Written } from '#persistence';
import { newId } from '#platform';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';

export interface LegalNoteView {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** What counsel advises, for those who decide; nobody else reads it and nothing exports it. */
export class LegalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly notes: LegalNoteRepository,
  ) {}

  list(call: Call, articleId: string): Promise<{ items: LegalNoteView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      return { items: (await this.notes.ofArticle(tx, articleId)).map(noteView) };
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

function noteView({ id, articleId, text, createdBy, createdAt }: LegalNoteRow): LegalNoteView {
  return { id, articleId, text, createdBy, createdAt: createdAt.toISOString() };
}
