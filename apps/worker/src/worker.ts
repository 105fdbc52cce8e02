import { JobRunner } from '#persistence';
import { openJobHandlers } from './job.handlers.js';
import type { WorkerOptions } from './worker.options.js';

export interface RunningWorker {
  /** Lets jobs under way end for 4 s, then aborts them; they run again elsewhere. */
  stop(): Promise<void>;
}

/** Takes jobs until stopped. Rejects when the database does not answer. */
export async function start(options: WorkerOptions): Promise<RunningWorker> {
  const { handlers, close } = await openJobHandlers(options);
  const runner = await JobRunner.start({
    ownerUrl: options.connection.ownerUrl,
    concurrency: options.jobs,
    log: options.log,
    handlers,
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    stop: async () => {
      await runner.stop();
      await close();
    },
  };
}
