import { isLoopback } from '#platform';
import { makeFirstAdmin } from '../account/first.admin.js';
import { credentialsFile, readDemoCredentials, writeDemoCredentials } from '../demo/demo.credentials.js';
import { welcome } from '../demo/demo.welcome.js';
import type { CommandContext } from '../program/command.context.js';
import type { ExitCode } from '../program/exit.code.js';
import type { DemoMember } from './api.app.js';
import { runServer, type Session } from './serve.session.js';

/** Everything in one process: database, migrations, demo on a first run, server and jobs, until a signal. */
export function startCommand(context: CommandContext): Promise<ExitCode> {
  // Someone watches: faults yes, each request no. Whoever wants more sets the level.
  const environment = { ...context.environment, ISNAD_LOG_LEVEL: context.environment.ISNAD_LOG_LEVEL || 'warn' };
  let newMembers: readonly DemoMember[] = [];
  return runServer(
    { ...context, environment },
    {
      withApi: true,
      withJobs: true,
      migrates: true,
      mayMovePort: true,
      prepare: async (session) => {
        if (session.config.admin !== undefined)
          await makeFirstAdmin(session.api!, session.apiOptions, session.config.admin);
        newMembers = await prepareDemo(session);
      },
      announce: async ({ context: { terminal }, api, apiOptions, database }, running) => {
        const { url } = running!;
        const known = apiOptions.demo ? await readDemoCredentials(database.dataDir) : undefined;
        if (known !== undefined) await writeDemoCredentials(database.dataDir, { ...known, url });
        const links = apiOptions.demo ? await api!.demoLinks(apiOptions) : [];
        terminal.timing('ready');
        await terminal.result(welcome(url, links, newMembers, credentialsFile(database.dataDir), terminal.language));
      },
    },
  );
}

/** Members of a demo made just now. */
async function prepareDemo({ apiOptions, api, config, context, database }: Session): Promise<readonly DemoMember[]> {
  if (!apiOptions.demo) {
    if (config.demo === undefined && database.isNew && !isLoopback(config.host)) {
      context.terminal.say({
        en: `Others can reach ${config.host}: no demo. Make the first administrator with isnad bootstrap.`,
        ar: `يمكن للآخرين الوصول إلى ${config.host}: لا نسخة تجريبية. أنشئ أول مدير للنظام بالأمر isnad bootstrap.`,
      });
    }
    return [];
  }
  const members = await api!.seedDemo(apiOptions);
  if (members === null) return [];
  await writeDemoCredentials(database.dataDir, { url: `http://${config.host}:${apiOptions.port}`, members });
  context.terminal.timing('demo made');
  return members;
}
