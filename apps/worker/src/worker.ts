import { type Connection, JobRunner } from '#persistence';
import type { Log } from '#platform';
import { jobHandlers } from './job.handlers.js';

export interface WorkerOptions {
  readonly connection: Connection;
  /** Jobs at a time. */
  readonly jobs: number;
  /** Folder for everything that is not in the database. */
  readonly dataDir: string;
  readonly log: Log;
}

export interface RunningWorker {
  /** Lets jobs under way end for 4 s, then aborts them; they run again elsewhere. */
  stop(): Promise<void>;
}

/** Takes jobs until stopped. Rejects when the database does not answer. */
export async function start(options: WorkerOptions): Promise<RunningWorker> {
  const { handlers, close } = jobHandlers(options);
  const runner = await JobRunner.start({
    ownerUrl: options.connection.ownerUrl,
    concurrency: options.jobs,
    log: options.log,
    handlers,
  });
  return {
    stop: async () => {
      await runner.stop();
      await close();
    },
  };
}
