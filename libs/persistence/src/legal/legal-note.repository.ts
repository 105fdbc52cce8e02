import { sha256 } from '#platform';
import { record } from '../unit-of-work/change.js';
import { insertUnrecorded } from '../unit-of-work/row.js';
import { managerOf, type Tx } from '../unit-of-work/tx.js';
import { LegalNoteEntity, type LegalNoteRow } from './legal-note.entity.js';

export class LegalNoteRepository {
  /** The ledger learns that there is a note and its digest: what counsel wrote is in no leaf and so in no bundle. */
  async insert(tx: Tx, row: Omit<LegalNoteRow, 'newsroomId' | 'createdAt'>): Promise<void> {
    await insertUnrecorded(tx, LegalNoteEntity, [row]);
    const { text, ...rest } = row;
    const object = { type: 'legal_note', id: row.id };
    const textSha256 = sha256(Buffer.from(text)).toString('hex');
    record(tx, { action: 'legal-note.written', object, articleId: row.articleId }, { ...rest, textSha256 });
  }

  ofArticle(tx: Tx, articleId: string): Promise<LegalNoteRow[]> {
    return managerOf(tx).find(LegalNoteEntity, {
      where: { newsroomId: tx.newsroomId, articleId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }
}
