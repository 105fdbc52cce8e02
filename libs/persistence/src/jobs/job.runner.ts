import type { Log } from '#platform';
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOUSEKEEPING, sweep } from './housekeeping.job.js';
import { QUEUE_SCHEMA } from './queue.schema.js';
import { WorkerPresence } from './worker.presence.js';

export interface JobContext {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  /** Aborted when the process ends: stop, throw, and the job runs again elsewhere. */
  readonly signal: AbortSignal;
}

/** Work of one kind. It may run more than once for one job, so its effects must be the same the second time. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;

export interface JobRunnerOptions {
  readonly ownerUrl: string;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly log: Log;
  /** How soon a killed worker's jobs run again: two to three times this, ms. */
  readonly presenceIntervalMs?: number;
}

const PRESENCE_INTERVAL_MS = 5_000;
const LONGEST_PAUSE_MS = 5_000;
/** A job that ignores the signal is left behind after this, ms; it runs again elsewhere. */
const STOP_PATIENCE_MS = 4_000;
const POOL_PATIENCE_MS = 1_000;

/** Takes jobs from the queue and runs them until told to stop. Outlives the loss of its database. */
export class JobRunner {
  private readonly presence: WorkerPresence;
  private readonly pool: Pool;
  private readonly halt = new AbortController();
  private runner: Runner | undefined;
  private done: Promise<void> = Promise.resolve();

  private constructor(private readonly options: JobRunnerOptions) {
    this.pool = quietPool(options);
    this.presence = new WorkerPresence({
      ownerUrl: options.ownerUrl,
      intervalMs: options.presenceIntervalMs ?? PRESENCE_INTERVAL_MS,
      onReleased: (workers) => options.log.warn({ workers }, 'jobs of dead workers are handed on'),
    });
  }

  /** Resolves once jobs are being taken; rejects when the database does not answer. */
  static async start(options: JobRunnerOptions): Promise<JobRunner> {
    const runner = new JobRunner(options);
    await runner.presence.start();
    try {
      const first = await runner.launch();
      runner.done = runner.keepRunning(first);
      return runner;
    } catch (error) {
      await runner.letGo();
      throw error;
    }
  }

  /** Takes no more jobs, lets those under way end for a while, then aborts them. */
  async stop(): Promise<void> {
    this.halt.abort();
    await this.runner?.stop().catch(() => {}); // it had ended by itself
    await this.done;
    await this.letGo();
  }

  private async letGo(): Promise<void> {
    await this.presence.stop();
    // A connection lost at the wrong moment is never given back; nobody waits for it.
    await Promise.race([this.pool.end(), sleep(POOL_PATIENCE_MS, undefined, { ref: false })]);
  }

  private async keepRunning(first: Runner): Promise<void> {
    let runner: Runner | undefined = first;
    for (let pause = 250; !this.halt.signal.aborted;) {
      if (runner !== undefined) {
        await runner.promise.catch(() => {}); // graphile-worker has logged why
        pause = 250;
      }
      if (this.halt.signal.aborted) return;
      await sleep(pause, undefined, { signal: this.halt.signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (this.halt.signal.aborted) return;
      runner = await this.launch().catch((error: unknown) => {
        this.options.log.warn({ err: error }, 'the job queue cannot be reached');
        return undefined;
      });
    }
  }

  private async launch(): Promise<Runner> {
    const pools = new Set<string>();
    const events: WorkerEvents = new EventEmitter();
    // a job is locked in the name of the pool, whichever of its workers runs it
    events.on('pool:create', ({ workerPool }) => {
      pools.add(workerPool.id);
      this.presence.add(workerPool.id);
    });
    const runner = await run({
      pgPool: this.pool,
      schema: QUEUE_SCHEMA,
      concurrency: this.options.concurrency,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_PATIENCE_MS,
      logger: graphileLogger(this.options.log),
      events,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems([{ task: HOUSEKEEPING, match: '17 3 * * *', identifier: HOUSEKEEPING }]),
    });
    endUnlessRead(runner, events);
    const forget = () => pools.forEach((pool) => this.presence.remove(pool));
    runner.promise.then(forget, forget);
    this.runner = runner;
    return runner;
  }

  private tasks(): TaskList {
    const tasks: TaskList = {
      [HOUSEKEEPING]: async (_payload, helpers) => {
        const removed = await helpers.withPgClient(sweep);
        this.options.log.info({ removed }, 'housekeeping');
      },
    };
    for (const [name, handler] of Object.entries(this.options.handlers)) {
      tasks[name] = (payload, { job, abortSignal }) =>
        handler(payload, {
          jobId: job.id,
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
          signal: abortSignal ?? new AbortController().signal,
        });
    }
    return tasks;
  }
}

/**
 * Ends a runner whose first look at the queue failed, so that another is launched. graphile-worker asks for the names of its tasks
 * once and keeps a failed answer: cut in that moment, its workers would go on without ever taking a job.
 */
function endUnlessRead(runner: Runner, events: WorkerEvents): void {
  let read = false;
  const succeeded = () => (read = true);
  events.on('worker:getJob:empty', succeeded);
  events.on('job:start', succeeded);
  events.on('worker:getJob:error', () => {
    if (!read) void runner.stop('the queue could not be read').catch(() => {}); // it was stopped before
  });
}

/**
 * A pool that hears the loss of a connection to its very end. graphile-worker stops listening to a pool of its own while the pool is
 * still closing; a PostgreSQL that shuts down in that moment would end this process.
 */
function quietPool({ ownerUrl, concurrency, log }: JobRunnerOptions): Pool {
  const pool = new Pool({
    connectionString: ownerUrl,
    max: concurrency + 2,
    application_name: 'isnad worker',
    keepAlive: true,
  });
  const heard = (error: Error) => log.debug({ err: error }, 'a connection of the job queue was lost');
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return pool;
}

function graphileLogger(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger((scope) => (level, message, meta) => {
    const { error } = (meta ?? {}) as { error?: unknown };
    log[levels[level]]({ job: scope.jobId, task: scope.taskIdentifier, err: error }, message);
  });
}
