import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { printableUrl } from './connection.js';
import { DatabaseError } from './database.error.js';

const NOT_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P03',
  '53300',
  '57P01',
]);
const REFUSED = new Set(['28P01', '28000', '3D000', '42501']);

/** What the driver says, without any code, when a server took the connection and then no notice of it. */
const SILENT = 'timeout expired';
const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code ?? '';

/**
 * Connects, waiting up to `patienceMs` for a server that is still starting. A wrong password or database name is told at once.
 * Throws DatabaseError.
 */
export async function connectClient(url: string, patienceMs = 10_000, config: ClientConfig = {}): Promise<Client> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      application_name: 'isnad',
      ...config,
    });
    client.on('error', () => {}); // told by the query under way; unheard, it would end the process
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const code = codeOf(error) || codeOf((error as { errors?: unknown[] }).errors?.[0]);
      const isNotYet = NOT_YET.has(code) || (error as Error).message === SILENT;
      if (isNotYet && performance.now() < deadline) {
        await sleep(250);
        continue;
      }
      throw failure(url, code, error as Error);
    }
  }
}

function failure(url: string, code: string, cause: Error): DatabaseError {
  if (REFUSED.has(code)) {
    const text = { en: `PostgreSQL refused: ${cause.message}`, ar: `رفض PostgreSQL الاتصال: ${cause.message}` };
    return new DatabaseError('forbidden', text, { cause });
  }
  const place = printableUrl(url);
  const why = code || cause.message;
  return new DatabaseError(
    'unreachable',
    {
      en: `no PostgreSQL answers at ${place} (${why}): start it, or correct DATABASE_URL`,
      ar: `لا يجيب أي خادم PostgreSQL في ${place} (${why}): شغّله أو صحّح DATABASE_URL`,
    },
    { cause },
  );
}
