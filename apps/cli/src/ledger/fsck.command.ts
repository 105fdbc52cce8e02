import { auditLedger, type LedgerAudit } from '#persistence';
import { loadConfig } from '#platform';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

export interface FsckOptions {
  readonly json?: boolean;
}

/** Re-derives the audit ledger of every newsroom from its bytes; fails (1) at the first thing that is not as it must be. */
export async function fsckCommand(options: FsckOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const database = await joinDatabase(loadConfig(context.environment), context);
  try {
    const audit = await auditLedger(database.connection.ownerUrl, (leaves) => {
      terminal.progress({ en: `${leaves} entries`, ar: `${leaves} قيد` });
    });
    terminal.timing('ledger read');
    await terminal.result(options.json === true ? `${JSON.stringify(audit)}\n` : forPeople(audit));
    const fault = audit.faults[0];
    if (fault === undefined) return;
    throw new CommandFailure(EXIT.failed, {
      en: `the ledger of newsroom ${fault.newsroom} is not sound at entry ${fault.seq}: ${fault.kind}`,
      ar: `سجل التدقيق لغرفة الأخبار ${fault.newsroom} غير سليم عند القيد ${fault.seq}: ‏${fault.kind}`,
    });
  } finally {
    await database.close();
  }
}

function forPeople(audit: LedgerAudit): string {
  return `newsrooms ${audit.newsrooms}\nentries ${audit.leaves}\nerased ${audit.erased}\nfaults ${audit.faults.length}\n`;
}
