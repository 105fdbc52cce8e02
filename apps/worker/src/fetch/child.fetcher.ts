import { FETCH_LIMITS, type FetchedPage, type WebhookAnswer, type WebhookRequest } from '#platform';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ChildProgram {
  readonly module: string;
  readonly args: readonly string[];
}

const PROGRAM = (): ChildProgram => ({
  module: fileURLToPath(new URL('./fetch.child.js', import.meta.url)),
  args: [],
});
/** What the child may know of its surroundings: where certificates are, and nothing of ours. */
const PASSED_ON = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'TZ'];
/** The child cuts itself off in time; this is added for one that cannot any more, ms. */
const PATIENCE_MS = 5_000;
const MEMORY_MB = 192;

/**
 * Fetches a page in a process of its own, which has no database credentials, no settings of ours, bounded memory and
 * bounded time. Whatever a page does to it, it does to nothing else. Rejects only when `signal` aborts.
 */
export async function fetchInChild(
  address: string,
  signal: AbortSignal,
  program: ChildProgram = PROGRAM(),
): Promise<FetchedPage> {
  const page = await askChild<FetchedPage>(address, FETCH_LIMITS.totalMs, signal, program);
  if (page === null) return { ok: false, failure: 'unreachable', status: null };
  // Bytes come through the channel as a view of plain memory.
  return page.ok ? { ...page, content: Buffer.from(page.content) } : page;
}

/** Sends a webhook's message in such a process. Rejects only when `signal` aborts. */
export async function postInChild(
  request: WebhookRequest,
  signal: AbortSignal,
  program: ChildProgram = PROGRAM(),
): Promise<WebhookAnswer> {
  const answer = await askChild<WebhookAnswer>({ ...request }, request.timeoutMs, signal, program);
  return answer ?? { status: null, failure: 'unreachable' };
}

/** What the child answers; null when it ended without a word. */
function askChild<T>(
  question: string | object,
  limitMs: number,
  signal: AbortSignal,
  program: ChildProgram,
): Promise<T | null> {
  const env = Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = fork(program.module, [...program.args], {
      env,
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs + PATIENCE_MS);
    const abort = () => {
      child.kill('SIGKILL');
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    let answer: T | null = null;
    child.once('message', (message) => (answer = message as T));
    child.once('error', () => resolve(answer));
    child.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(answer);
    });
    child.send(question, () => {});
  });
}
