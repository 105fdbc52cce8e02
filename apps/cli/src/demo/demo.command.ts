import { checkDatabase, countNewsrooms, migrate, MIGRATIONS } from '#persistence';
import { createLog, loadConfig } from '#platform';
import { withApplication } from '../database/application.use.js';
import { joinDatabase } from '../database/database.access.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import {
  credentialsFile,
  demoIsUnfinished,
  whileUnfinished,
  writeDemoCredentials,
  type DemoCredentials,
} from './demo.credentials.js';
import { seedDemo } from './demo.seed.js';

/** Makes the demo newsroom in a database that holds none and prints where its credentials are. */
export async function demoCommand(context: CommandContext): Promise<void> {
  const config = loadConfig({ ...context.environment, ISNAD_DEMO: '1' });
  const { connection, dataDir, close } = await joinDatabase(config, context);
  try {
    await migrate(connection, MIGRATIONS);
    await checkDatabase(connection, MIGRATIONS);
    const newsrooms = await countNewsrooms(connection.ownerUrl);
    if (newsrooms > 0 && !(await demoIsUnfinished(dataDir))) throw notEmpty();
    const url = `http://localhost:${config.port}`;
    const keep = (credentials: Omit<DemoCredentials, 'url'>) => writeDemoCredentials(dataDir, { url, ...credentials });
    await whileUnfinished(dataDir, () =>
      withApplication(connection, createLog('isnad', 'warn'), (application) =>
        seedDemo(application, context.home, context.terminal.language, keep, newsrooms + 1),
      ),
    );
    await context.terminal.result(`${credentialsFile(dataDir)}\n`);
  } finally {
    await close();
  }
}

function notEmpty(): CommandFailure {
  return new CommandFailure(EXIT.failed, {
    en: 'there is a newsroom already and the demo needs an empty database: set ISNAD_DATA_DIR to a new folder',
    ar: 'توجد غرفة أخبار بالفعل وتحتاج النسخة التجريبية إلى قاعدة فارغة: اضبط ISNAD_DATA_DIR على مجلد جديد',
  });
}
