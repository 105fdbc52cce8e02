import { countNewsrooms } from '#persistence';
import { isLoopback } from '#platform';
import { foundNewsroom } from '../account/first.admin.js';
import { withApplication } from '../database/application.use.js';
import {
  credentialsFile,
  demoIsUnfinished,
  type DemoCredentials,
  type DemoMember,
  readDemoCredentials,
  whileUnfinished,
  writeDemoCredentials,
} from '../demo/demo.credentials.js';
import { seedDemo } from '../demo/demo.seed.js';
import { type DemoLink, welcome } from '../demo/demo.welcome.js';
import type { CommandContext } from '../program/command.context.js';
import type { ExitCode } from '../program/exit.code.js';
import { runServer, type Session } from './serve.session.js';

/** Everything in one process: database, migrations, demo on a first run, server and jobs, until a signal. */
export function startCommand(context: CommandContext): Promise<ExitCode> {
  // Someone watches: faults yes, each request no. Whoever wants more sets the level.
  const environment = { ...context.environment, ISNAD_LOG_LEVEL: context.environment.ISNAD_LOG_LEVEL || 'warn' };
  const first = new FirstRun();
  return runServer(
    { ...context, environment },
    {
      withApi: true,
      withJobs: true,
      migrates: true,
      mayMovePort: true,
      prepare: (session) => first.prepare(session),
      announce: async (session, url) => {
        const { terminal } = session.context;
        const links = await first.links(session, url!);
        terminal.timing('ready');
        const file = credentialsFile(session.database.dataDir);
        await terminal.result(welcome(url!, links, first.newMembers, file, terminal.language));
      },
    },
  );
}

/** What a start finds or makes in the database before it serves. */
class FirstRun {
  newMembers: readonly DemoMember[] = [];

  async prepare(session: Session): Promise<void> {
    const { config, context, database } = session;
    const isDemo = wantsDemo(session);
    if (!isDemo && config.admin === undefined) {
      if (config.demo === undefined && database.isNew) sayNoDemo(context, config.host);
      return;
    }
    const newsrooms = await countNewsrooms(database.connection.ownerUrl);
    const startedOver = isDemo && newsrooms > 0 && (await demoIsUnfinished(database.dataDir));
    if (newsrooms > 0 && !startedOver) return;
    if (config.admin !== undefined) {
      const founder = { ...config.admin, newsroom: undefined, locale: context.terminal.language };
      await withApplication(database.connection, session.log, (application) => foundNewsroom(application, founder));
    } else {
      await this.makeDemo(session, newsrooms + 1);
    }
  }

  /** Fresh one-time links, as long as the demo's credentials are where they were put. */
  async links({ database, log }: Session, url: string): Promise<DemoLink[]> {
    const known = await readDemoCredentials(database.dataDir);
    if (known === undefined) return [];
    if (known.url !== url) await writeDemoCredentials(database.dataDir, { ...known, url });
    const { members, newsroomId } = known;
    const ids = members.map((member) => member.id);
    const secrets = await withApplication(database.connection, log, ({ founding }) =>
      founding.signInLinks(newsroomId, ids),
    );
    return members.map(({ roles }, at) => ({ roles, secret: secrets[at]! }));
  }

  private async makeDemo({ config, context, database, log }: Session, attempt: number): Promise<void> {
    const { home, terminal } = context;
    const url = `http://localhost:${config.port}`;
    const keep = async (credentials: Omit<DemoCredentials, 'url'>) => {
      await writeDemoCredentials(database.dataDir, { url, ...credentials });
      this.newMembers = credentials.members;
    };
    await whileUnfinished(database.dataDir, () =>
      withApplication(database.connection, log, (application) =>
        seedDemo(application, home, terminal.language, keep, attempt),
      ),
    );
    terminal.timing('demo made');
  }
}

/** Asked for, or, where nobody said, an embedded database that only this machine can reach. */
function wantsDemo({ config, database }: Session): boolean {
  return config.demo ?? (database.embedded && isLoopback(config.host) && config.admin === undefined);
}

function sayNoDemo({ terminal }: CommandContext, host: string): void {
  terminal.say({
    en: `Others can reach ${host}: no demo. Make the first administrator with isnad bootstrap.`,
    ar: `يمكن للآخرين الوصول إلى ${host}: لا نسخة تجريبية. أنشئ أول مدير للنظام بالأمر isnad bootstrap.`,
  });
}
