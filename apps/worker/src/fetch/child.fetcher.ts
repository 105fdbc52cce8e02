import { FETCH_LIMITS, type FetchedPage } from '#platform';
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
/** The child cuts itself off in time; this is for one that cannot any more, ms. */
const PATIENCE_MS = FETCH_LIMITS.totalMs + 5_000;
const MEMORY_MB = 192;

/**
 * Fetches a page in a process of its own, which has no database credentials, no settings of ours, bounded memory and
 * bounded time. Whatever a page does to it, it does to nothing else. Rejects only when `signal` aborts.
 */
export function fetchInChild(
  address: string,
  signal: AbortSignal,
  program: ChildProgram = PROGRAM(),
): Promise<FetchedPage> {
  const env = Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = fork(program.module, [...program.args], {
      env,
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const abort = () => {
      child.kill('SIGKILL');
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    let page: FetchedPage = { ok: false, failure: 'unreachable', status: null };
    child.once('message', (message) => (page = received(message)));
    child.once('error', () => resolve(page));
    child.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(page);
    });
    child.send(address, () => {});
  });
}

/** Bytes come through the channel as a view of plain memory. */
function received(message: unknown): FetchedPage {
  const page = message as FetchedPage;
  return page.ok ? { ...page, content: Buffer.from(page.content) } : page;
}
