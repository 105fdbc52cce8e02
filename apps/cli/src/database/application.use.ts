import { type Application, openApplication } from '#application';
import type { Connection } from '#persistence';
import type { Log } from '#platform';

/** Runs one piece of work with the use cases on a small pool of its own. */
export async function withApplication<T>(
  connection: Connection,
  log: Log,
  work: (application: Application) => Promise<T>,
): Promise<T> {
  const opened = await openApplication({ connection, poolSize: 2, name: 'isnad command', log });
  try {
    return await work(opened.application);
  } finally {
    await opened.close();
  }
}
