import type { LedgerAction } from '#domain';
import { change, insertUnrecorded } from '../unit-of-work/row.js';
import { integerArray, uuidArray } from '../database/array.binary.js';
import { Conditions } from '../unit-of-work/conditions.js';
import { pageOf, type Page, type PageRequest } from '../unit-of-work/page.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { ArchiveImportEntity, type ArchiveImportRow } from './archive-import.entity.js';
import { ARCHIVE_COLUMNS, type ArchiveSheet } from './archive.sheet.js';

export interface ArchiveRejection {
  readonly line: number;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

export interface ArchiveItemRow {
  id: string;
  importId: string;
  language: 'ar' | 'en' | 'other';
  claim: string;
  title: string | null;
  url: string | null;
  publisher: string | null;
  claimant: string | null;
  rating: string | null;
  publishedOn: string | null;
}

const ITEM = `id, import_id AS "importId", language, claim, title, url, publisher, claimant, rating,
  to_char(published_on, 'YYYY-MM-DD') AS "publishedOn"`;

function ofImport(action: LedgerAction, id: string) {
  return { action, object: { type: 'archive_import', id } };
}

export class ArchiveRepository {
  /** A file begins to come; nothing of it counts before `receive`. */
  async begin(tx: Tx, row: Pick<ArchiveImportRow, 'id' | 'format' | 'requestedBy'>): Promise<void> {
    await insertUnrecorded(tx, ArchiveImportEntity, [row]);
  }

  async keepChunk(tx: Tx, importId: string, number: number, content: Buffer): Promise<void> {
    await sql(tx, 'INSERT INTO archive_chunk VALUES ($1, $2, $3, $4)', [tx.newsroomId, importId, number, content]);
  }

  /** The file is there whole: its reading is queued in the same transaction. */
  async receive(tx: Tx, row: ArchiveImportRow, columns: Pick<ArchiveImportRow, 'bytes' | 'sha256'>): Promise<boolean> {
    const queued = { ...columns, status: 'queued' as const };
    if (!(await change(tx, ArchiveImportEntity, row, queued, ofImport('archive.import-requested', row.id))))
      return false;
    const payload = JSON.stringify({ newsroomId: tx.newsroomId, importId: row.id });
    await sql(tx, 'SELECT enqueue_job($1, $2)', ['archive-import', payload]);
    return true;
  }

  find(tx: Tx, id: string): Promise<ArchiveImportRow | null> {
    return managerOf(tx).findOneBy(ArchiveImportEntity, { newsroomId: tx.newsroomId, id });
  }

  /** Under the row's lock until the transaction ends. */
  lock(tx: Tx, id: string): Promise<ArchiveImportRow | null> {
    return managerOf(tx).findOne(ArchiveImportEntity, {
      where: { newsroomId: tx.newsroomId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async chunk(tx: Tx, importId: string, number: number): Promise<Buffer | null> {
    const rows = await sql<{ content: Buffer }>(
      tx,
      'SELECT content FROM archive_chunk WHERE newsroom_id = $1 AND import_id = $2 AND number = $3',
      [tx.newsroomId, importId, number],
    );
    return rows[0]?.content ?? null;
  }

  async dropChunks(tx: Tx, importId: string, below: number): Promise<void> {
    await sql(tx, 'SELECT drop_archive_chunks($1, $2, $3)', [tx.newsroomId, importId, below]);
  }

  /** Up to which byte a file that is being read was stored; null when it is not being read. */
  async place(tx: Tx, id: string): Promise<number | null> {
    const rows = await sql<{ at: number }>(
      tx,
      `SELECT bytes_read AS at FROM archive_import WHERE newsroom_id = $1 AND id = $2 AND status IN ('queued', 'running')`,
      [tx.newsroomId, id],
    );
    return rows[0]?.at ?? null;
  }

  /** How far the reading has come. The queue's business: nothing of it enters the ledger. */
  async advance(
    tx: Tx,
    id: string,
    at: Pick<ArchiveImportRow, 'bytesRead' | 'reader'>,
    added: { accepted: number; repeated: number; rejected: number },
  ): Promise<void> {
    await sql(
      tx,
      `UPDATE archive_import SET status = 'running', bytes_read = $3, reader = $4, accepted = accepted + $5,
         repeated = repeated + $6, rejected = rejected + $7
       WHERE newsroom_id = $1 AND id = $2 AND status IN ('queued', 'running')`,
      [tx.newsroomId, id, at.bytesRead, JSON.stringify(at.reader), added.accepted, added.repeated, added.rejected],
    );
  }

  /** The end of an import, for the ledger too. */
  finish(
    tx: Tx,
    row: ArchiveImportRow,
    columns: Pick<ArchiveImportRow, 'status' | 'failure' | 'finishedAt'>,
  ): Promise<boolean> {
    const { accepted, repeated, rejected } = row;
    const action = columns.status === 'done' ? 'archive.imported' : 'archive.import-failed';
    return change(tx, ArchiveImportEntity, row, { ...columns, accepted, repeated, rejected }, ofImport(action, row.id));
  }

  /** A file that never came whole leaves nothing; one that was received stays. */
  async abandon(tx: Tx, id: string): Promise<void> {
    await sql(tx, 'SELECT abandon_archive_import($1, $2)', [tx.newsroomId, id]);
  }

  async keepRejections(tx: Tx, importId: string, rejections: readonly ArchiveRejection[]): Promise<void> {
    if (rejections.length === 0) return;
    await sql(
      tx,
      `INSERT INTO archive_rejection SELECT $1, $2, r.line, r.errors FROM jsonb_to_recordset($3) AS r (line integer, errors jsonb)
       ON CONFLICT DO NOTHING`,
      [tx.newsroomId, importId, JSON.stringify(rejections)],
    );
  }

  rejections(tx: Tx, importId: string): Promise<ArchiveRejection[]> {
    return sql(
      tx,
      'SELECT line, errors FROM archive_rejection WHERE newsroom_id = $1 AND import_id = $2 ORDER BY line',
      [tx.newsroomId, importId],
    );
  }

  /** Which of the sheet's keys are in the archive. Under the index's lock nobody adds others meanwhile. */
  async known(tx: Tx, sheet: ArchiveSheet): Promise<Set<string>> {
    const rows = await sql<{ key: Buffer }>(
      tx,
      'SELECT item_key AS key FROM archive_item WHERE newsroom_id = $1 AND item_key = ANY ($2::bytea[])',
      [tx.newsroomId, sheet.column('key')],
    );
    return new Set(rows.map(({ key }) => key.toString('latin1')));
  }

  /** Items of the sheet that have a document's number, 0 being none; `ids` are 16 bytes each, one a row of the sheet. */
  async insertItems(tx: Tx, importId: string, sheet: ArchiveSheet, documents: Int32Array, ids: Buffer): Promise<void> {
    await sql(
      tx,
      `INSERT INTO archive_item (newsroom_id, import_id, id, document, item_key, language, claim, title, url, publisher, claimant,
         rating, published_on, line, stems)
       SELECT $1, $2, n.id, n.document, n.key, n.language, n.claim, n.title, n.url, n.publisher, n.claimant, n.rating,
         n.published_on::date, n.line, n.stems
       FROM unnest($3::uuid[], $4::integer[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
           $12::text[], $13::text[], $14::text[], $15::text[])
         AS n (id, document, key, language, claim, title, url, publisher, claimant, rating, published_on, line, stems)
       WHERE n.document > 0`,
      [
        tx.newsroomId,
        importId,
        uuidArray(ids),
        integerArray(documents),
        ...ARCHIVE_COLUMNS.map((name) => sheet.column(name)),
      ],
    );
  }

  /** What came again under its address and claim, with 0 for a document: the newest label and date stand. */
  async updateItems(tx: Tx, sheet: ArchiveSheet, documents: Int32Array): Promise<void> {
    if (!documents.includes(0)) return;
    await sql(
      tx,
      `UPDATE archive_item i SET rating = coalesce(n.rating, i.rating), published_on = coalesce(n.published_on, i.published_on)
       FROM (SELECT key, rating, day::date AS published_on
         FROM unnest($2::bytea[], $3::text[], $4::text[], $5::integer[]) AS g (key, rating, day, document) WHERE document = 0) n
       WHERE i.newsroom_id = $1 AND i.item_key = n.key
         AND (i.rating, i.published_on) IS DISTINCT FROM (coalesce(n.rating, i.rating), coalesce(n.published_on, i.published_on))`,
      [
        tx.newsroomId,
        sheet.column('key'),
        sheet.column('rating'),
        sheet.column('publishedOn'),
        integerArray(documents),
      ],
    );
  }

  /** Newest import first. */
  async list(tx: Tx, filter: { language?: string | undefined }, page: PageRequest): Promise<Page<ArchiveItemRow>> {
    const where = new Conditions().add('newsroom_id = ?', tx.newsroomId).add('language = ?', filter.language);
    if (page.after) where.add('id < ?::uuid', page.after[1]);
    const rows = await sql<ArchiveItemRow>(
      tx,
      `SELECT ${ITEM} FROM archive_item WHERE ${where.where} ORDER BY id DESC LIMIT ${page.limit + 1}`,
      where.parameters,
    );
    return pageOf(rows, page.limit, ({ id }) => ['', id]);
  }
}
