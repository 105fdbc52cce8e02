import { openApplication } from '#application';
import type { JobHandler } from '#persistence';
import { fetchInChild, postInChild } from './fetch/child.fetcher.js';
import type { WorkerOptions } from './worker.options.js';

export interface JobHandlers {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Gives back the database connections the handlers hold. */
  readonly close: () => Promise<void>;
}

/** A report of many claims reads for longer than a request may. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** The work of each kind of job, done by the use cases. Housekeeping comes with the queue itself. */
export async function openJobHandlers(options: WorkerOptions): Promise<JobHandlers> {
  const { connection, jobs, log, provider, secretsKey, withRoom = (work) => work() } = options;
  const opened = await openApplication({
    connection,
    // A report reads from one connection what it writes on another.
    poolSize: 2 * jobs + 1,
    name: 'isnad worker',
    log,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    fetchPage: (address, signal) => fetchInChild(address, signal),
    postWebhook: (request, signal) => postInChild(request, signal),
    secretsKey,
    provider,
  });
  const handlers = opened.application.jobs;
  const readArchive = handlers['archive-import']!;
  return {
    handlers: { ...handlers, 'archive-import': (payload, job) => withRoom(() => readArchive(payload, job)) },
    close: () => opened.close(),
  };
}
