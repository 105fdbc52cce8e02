import { checkDatabase, migrate, MIGRATIONS } from '#persistence';
import { createLog, isLoopback, loadConfig } from '#platform';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { loadApi } from '../server/api.app.js';
import { credentialsFile, writeDemoCredentials } from './demo.credentials.js';

/** Makes the demo newsroom in a database that holds none and prints where its credentials are. */
export async function demoCommand(context: CommandContext): Promise<void> {
  const config = loadConfig({ ...context.environment, ISNAD_DEMO: '1' });
  const database = await joinDatabase(config, context);
  try {
    await migrate(database.connection, MIGRATIONS);
    await checkDatabase(database.connection, MIGRATIONS);
    const { connection, dataDir } = database;
    const log = createLog('isnad', 'warn');
    const { host, port } = config;
    const api = await loadApi();
    const members = await api.seedDemo({ config, connection, dataDir, log, host, port, demo: isLoopback(host) });
    if (members === null) throw alreadyMade();
    await writeDemoCredentials(dataDir, { url: `http://${host}:${port}`, members });
    await context.terminal.result(`${credentialsFile(dataDir)}\n`);
  } finally {
    await database.close();
  }
}

function alreadyMade(): CommandFailure {
  return new CommandFailure(EXIT.failed, {
    en: 'there is a newsroom already and the demo needs an empty database: set ISNAD_DATA_DIR to a new folder',
    ar: 'توجد غرفة أخبار بالفعل وتحتاج النسخة التجريبية إلى قاعدة فارغة: اضبط ISNAD_DATA_DIR على مجلد جديد',
  });
}
