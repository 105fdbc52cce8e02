import { checkDatabase, migrate, MIGRATIONS, restoreBackup, type RestoreSummary } from '#persistence';
import { loadConfig } from '#platform';
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { withDatabase } from './backup.command.js';
import type { BackupOptions } from './backup.options.js';

/** Makes the database ready where it is new, fills it, verifies every ledger; fails (1) when one is not sound. */
export async function restoreCommand(file: string, options: BackupOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const path = resolve(context.folder, file);
  await requireFile(path);
  await withDatabase(loadConfig(context.environment), context, async ({ connection }) => {
    await migrate(connection, MIGRATIONS);
    await checkDatabase(connection, MIGRATIONS);
    const summary = await restoreBackup(connection.ownerUrl, path, (table) => {
      terminal.progress({ en: `restoring ${table}`, ar: `يُستعاد ${table}` });
    });
    terminal.timing('restored');
    await terminal.result(options.json === true ? `${JSON.stringify(summary)}\n` : forPeople(summary));
    const fault = summary.audit.faults[0];
    if (fault === undefined) return;
    throw new CommandFailure(EXIT.failed, {
      en: `everything was restored, but the ledger of newsroom ${fault.newsroom} is not sound at entry ${fault.seq} (${fault.kind}): it was not when the backup was made either`,
      ar: `استُعيد كل شيء، لكن سجل التدقيق لغرفة الأخبار ${fault.newsroom} غير سليم عند القيد ${fault.seq} (${fault.kind}): ولم يكن سليمًا عند إنشاء النسخة أيضًا`,
    });
  });
}

async function requireFile(path: string): Promise<void> {
  await access(path).catch(() => {
    throw new CommandFailure(EXIT.usage, {
      en: `there is no file ${path}: name the file that isnad backup wrote`,
      ar: `لا يوجد ملف ${path}: اذكر الملف الذي كتبه الأمر isnad backup`,
    });
  });
}

function forPeople({ createdAt, tables, rows, newsrooms, jobs, audit }: RestoreSummary): string {
  const counts = `tables ${tables}\nrows ${rows}\nnewsrooms ${newsrooms}\njobs ${jobs}\n`;
  return `made ${createdAt}\n${counts}entries ${audit.leaves}\nfaults ${audit.faults.length}\n`;
}
