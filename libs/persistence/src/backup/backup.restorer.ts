import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import { connectClient } from '../database/owner.client.js';
import { auditLedger, type LedgerAudit } from '../ledger/ledger.audit.js';
import { BackupError, damaged, notABackup } from './backup.error.js';
import { BackupReader, type SectionSum } from './backup.file.js';
import { BackupHead, BackupTail } from './backup.manifest.js';
import type { BackupSummary } from './backup.maker.js';
import { columnList, migrationsRun, tablesInOrder, type BackupTable } from './backup.tables.js';
import { copyIn } from './copy.stream.js';
import { ledgerStands } from './ledger.stand.js';

export interface RestoreSummary extends BackupSummary {
  /** When the backup was made, RFC 3339. */
  readonly createdAt: string;
  readonly audit: LedgerAudit;
}

/**
 * Fills an empty, migrated database of the same schema from a backup, as its owner: all of it in one transaction, or nothing. Every
 * table is compared with what the backup says it held, and the ledgers are verified afterwards. Throws BackupError or DatabaseError.
 */
export async function restoreBackup(
  ownerUrl: string,
  path: string,
  onProgress: (table: string) => void = () => {},
): Promise<RestoreSummary> {
  const reader = new BackupReader(path);
  const client = await connectClient(ownerUrl, 0, { application_name: 'isnad restore', statement_timeout: 0 });
  try {
    const head = await readHead(reader, path);
    await client.query('BEGIN');
    const summary = await new Restoration(client, reader, path).run(head, onProgress);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return { ...summary, createdAt: head.createdAt, audit: await auditLedger(ownerUrl) };
  } finally {
    await client.end().catch(() => {}); // ends the transaction with it
    await reader.close();
  }
}

async function readHead(reader: BackupReader, path: string): Promise<BackupHead> {
  try {
    return BackupHead.parse(await reader.json());
  } catch (error) {
    throw notABackup(path, error);
  }
}

class Restoration {
  constructor(
    private readonly client: Client,
    private readonly reader: BackupReader,
    private readonly path: string,
  ) {}

  async run(head: BackupHead, onProgress: (table: string) => void): Promise<BackupSummary> {
    const tables = await this.requireFit(head);
    // COPY does not work where row-level security binds the owner; the lock this takes keeps everybody out until the end.
    await this.force(tables, 'NO FORCE');
    await this.requireEmpty(tables);
    const sums: BackupTail['tables'] = [];
    for (const { name } of head.tables) {
      onProgress(name);
      const table = tables.find((one) => one.name === name)!;
      const into = `${this.client.escapeIdentifier(name)} (${columnList(this.client, table)})`;
      sums.push({ name, ...(await this.copySection(into)) });
    }
    const jobs = await this.enqueueJobs();
    await this.client.query('SET CONSTRAINTS ALL IMMEDIATE'); // what is deferred is judged here, before the tables change again
    await this.force(tables, 'FORCE');
    await this.requireSame(sums, jobs);
    const rows = sums.reduce((total, sum) => total + sum.rows, 0);
    return {
      tables: sums.length,
      rows,
      newsrooms: sums.find(({ name }) => name === 'newsroom')!.rows,
      jobs: jobs.rows,
    };
  }

  private async requireFit({ migrations, tables }: BackupHead): Promise<BackupTable[]> {
    const present = await migrationsRun(this.client);
    const own = await tablesInOrder(this.client);
    const shape = (list: readonly { name: string; columns: readonly string[] }[]) =>
      Object.fromEntries(list.map(({ name, columns }) => [name, [...columns].sort()]));
    if (isDeepStrictEqual(present, migrations) && isDeepStrictEqual(shape(own), shape(tables))) {
      return own.map((table) => ({ ...table, columns: tables.find(({ name }) => name === table.name)!.columns }));
    }
    const [theirs, ours] = [migrations.at(-1) ?? '-', present.at(-1) ?? '-'];
    throw new BackupError({
      en: `${this.path} is of schema ${theirs} and this database of ${ours}: restore it with the release that made it, then upgrade`,
      ar: `مخطط النسخة ${this.path} هو ${theirs} ومخطط هذه القاعدة ${ours}: استعدها بالإصدار الذي أنشأها ثم حدّث`,
    });
  }

  private async requireEmpty(tables: readonly BackupTable[]): Promise<void> {
    for (const { name } of tables) {
      const { rowCount } = await this.client.query(`SELECT FROM ${this.client.escapeIdentifier(name)} LIMIT 1`);
      if (rowCount === 0) continue;
      throw new BackupError({
        en: `the database is not empty (table ${name}): restore into a new one, or set ISNAD_DATA_DIR to a new folder`,
        ar: `قاعدة البيانات ليست فارغة (الجدول ${name}): استعد إلى قاعدة جديدة، أو اضبط ISNAD_DATA_DIR على مجلد جديد`,
      });
    }
  }

  private async force(tables: readonly BackupTable[], how: 'FORCE' | 'NO FORCE'): Promise<void> {
    for (const { name, forced } of tables) {
      if (!forced) continue;
      await this.client.query(`ALTER TABLE ${this.client.escapeIdentifier(name)} ${how} ROW LEVEL SECURITY`);
    }
  }

  private async copySection(into: string): Promise<SectionSum> {
    let sum: SectionSum | undefined;
    try {
      await copyIn(
        this.client,
        `COPY ${into} FROM STDIN`,
        this.reader.section((whole) => (sum = whole)),
      );
    } catch (error) {
      throw damaged(this.path, into.split(' ')[0]!, error);
    }
    return sum!;
  }

  /** Waiting jobs begin anew: they may run more than once anyway. */
  private async enqueueJobs(): Promise<SectionSum> {
    await this.client.query('CREATE TEMPORARY TABLE restored_job (job json) ON COMMIT DROP');
    const sum = await this.copySection('restored_job (job)');
    await this.client.query(
      `SELECT enqueue_job(j.task, j.payload, j.job_key, j.run_at, j.max_attempts, j.queue_name, j.priority)
       FROM restored_job, json_to_record(job)
         AS j(task text, payload json, job_key text, run_at timestamptz, max_attempts integer, queue_name text, priority integer)`,
    );
    return sum;
  }

  /** What was read is what was written, and what was written is in the tables. */
  private async requireSame(sums: BackupTail['tables'], jobs: SectionSum): Promise<void> {
    const tail = await this.readTail();
    const wrong = sums.find((sum, index) => !isDeepStrictEqual(sum, tail.tables[index]));
    if (wrong !== undefined) throw damaged(this.path, wrong.name);
    if (!isDeepStrictEqual(jobs, tail.jobs)) throw damaged(this.path, 'jobs');
    for (const { name, rows } of sums) {
      const found = await this.client.query<{ count: string }>(
        `SELECT count(*) AS count FROM ${this.client.escapeIdentifier(name)}`,
      );
      if (Number(found.rows[0]!.count) !== rows) throw damaged(this.path, name);
    }
    if (!isDeepStrictEqual(await ledgerStands(this.client), tail.ledgers)) throw damaged(this.path, 'ledger_head');
  }

  private async readTail(): Promise<BackupTail> {
    try {
      const tail = BackupTail.parse(await this.reader.json());
      await this.reader.end();
      return tail;
    } catch (error) {
      throw damaged(this.path, 'end', error);
    }
  }
}
