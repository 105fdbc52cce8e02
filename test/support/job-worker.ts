import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '#platform';
import { JobRunner } from '../../libs/persistence/src/jobs/job.runner.js';

/** A worker process of its own, to be killed by a test: notes in a file that it took the job, then never ends it. */
async function main(): Promise<void> {
  const [ownerUrl, file] = process.argv.slice(2) as [string, string];
  await JobRunner.start({
    ownerUrl,
    concurrency: 1,
    log: createLog('worker', 'silent'),
    handlers: {
      stuck: async () => {
        await appendFile(file, 'taken\n');
        await sleep(3_600_000);
      },
    },
  });
}

void main();
