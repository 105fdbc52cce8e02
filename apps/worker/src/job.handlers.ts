import type { JobHandler } from '#persistence';
import type { WorkerOptions } from './worker.options.js';

export interface JobHandlers {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Gives back what the handlers hold. */
  readonly close: () => Promise<void>;
}

/** The work of each kind of job. Housekeeping comes with the queue itself. */
export function jobHandlers(_options: WorkerOptions): JobHandlers {
  return { handlers: {}, close: async () => {} };
}
