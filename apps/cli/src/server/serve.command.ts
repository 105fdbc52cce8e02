import type { CommandContext } from '../program/command.context.js';
import type { ExitCode } from '../program/exit.code.js';
import { runServer } from './serve.session.js';

/** The HTTP server alone, as behind a load balancer: no demo, no jobs, no moving to another port. */
export function serveCommand(context: CommandContext): Promise<ExitCode> {
  return runServer(context, {
    withApi: true,
    withJobs: false,
    migrates: false,
    mayMovePort: false,
    announce: async ({ context: { terminal } }, url) => {
      terminal.say({ en: `Ready at ${url}`, ar: `جاهز على ${url}` });
    },
  });
}

/** Jobs alone, beside servers on the same database. */
export function workerCommand(context: CommandContext): Promise<ExitCode> {
  return runServer(context, {
    withApi: false,
    withJobs: true,
    migrates: false,
    mayMovePort: false,
    announce: async ({ context: { terminal } }) => {
      terminal.say({ en: 'Taking jobs.', ar: 'بدأ تنفيذ المهام.' });
    },
  });
}
