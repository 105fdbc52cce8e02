import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asAccount, type SystemAccount } from './account.system.js';
import { CLEAN_ENVIRONMENT } from './cluster.files.js';
import { EmbeddedDatabaseError, tail } from './embedded.error.js';
import type { Engine } from './engine.files.js';

/**
 * The shell stands between us and PostgreSQL: when our end of its standard input closes, however we died, it asks PostgreSQL for
 * a fast shutdown. It asks again each second: a shell starts background programs with SIGINT ignored, so one that arrives before
 * PostgreSQL has set its own handler is lost. It passes on PostgreSQL's exit code, and reads with a builtin so that no process
 * outlives it.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
trap 'kill -INT $postgres 2>/dev/null' TERM INT HUP
( while read -r _ <&3; do :; done
  while kill -INT $postgres 2>/dev/null; do sleep 1; done ) </dev/null >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $postgres
code=$?
while kill -0 $postgres 2>/dev/null; do wait $postgres; code=$?; done
kill $watch 2>/dev/null
exit $code
`;

const STOP_PATIENCE_MS = 8_000;
const LINES_KEPT = 40;

export interface PostmasterOptions {
  readonly engine: Engine;
  readonly account: SystemAccount;
  readonly folder: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string | number>>;
  /** Each line PostgreSQL writes to its log. */
  readonly onLine?: (line: string) => void;
}

/** One run of PostgreSQL: from ready to exit. */
export interface Postmaster {
  /** Resolves when PostgreSQL has ended, for whatever reason. */
  readonly ended: Promise<{ code: number | null; output: string }>;
  /** Fast shutdown; after 8 s the processes are killed, which loses nothing acknowledged. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL and resolves once it accepts connections; rejects with its last words when it ends before. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const child = launch(options);
  const lines: string[] = [];
  let becameReady = () => {};
  const ready = new Promise<void>((resolve) => (becameReady = resolve));
  createInterface({ input: child.stderr! }).on('line', (line) => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
    if (/database system is ready to accept (read-only )?connections/.test(line)) becameReady();
    options.onLine?.(line);
  });
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => {
      child.stdin?.destroy();
      resolve({ code, output: lines.join('\n') });
    });
    child.once('error', (error) => resolve({ code: null, output: error.message }));
  });
  const early = await Promise.race([ready.then(() => null), ended]);
  if (early !== null) {
    const why = reason(early.output);
    throw new EmbeddedDatabaseError(
      { en: `PostgreSQL did not start: ${why}`, ar: `لم يبدأ PostgreSQL: ${why}` },
      tail(early.output),
    );
  }
  // A running PostgreSQL alone must not keep this process alive.
  child.unref();
  for (const pipe of [child.stdin, child.stderr]) (pipe as Socket).unref();
  return { ended, stop: () => stop(child, ended) };
}

/** The line that says why, rather than the hints around it. */
function reason(output: string): string {
  const telling = output.split('\n').find((line) => /\b(FATAL|PANIC)\b/.test(line)) ?? tail(output, 1);
  return telling.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

function launch(options: PostmasterOptions): ChildProcess {
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(options.engine.bin, 'postgres'), '-D', options.folder, '-p', String(options.port), ...settings];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'isnad-postgres', ...command], {
    ...asAccount(options.account),
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true, // Ctrl-C goes to the whole foreground group: PostgreSQL must outlive the requests that are ending
  });
  child.stdin?.on('error', () => {}); // the pipe breaks when PostgreSQL goes first
  return child;
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.ref();
  const kill = setTimeout(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }, STOP_PATIENCE_MS);
  child.stdin?.end();
  await ended;
  clearTimeout(kill);
}
