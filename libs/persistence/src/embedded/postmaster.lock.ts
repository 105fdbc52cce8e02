import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The PostgreSQL that holds a cluster: what `postmaster.pid` says. */
export interface PostmasterLock {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping` or `standby`. */
  readonly status: string;
}

async function readLock(folder: string): Promise<PostmasterLock | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const [pid, , , port, , , , status] = text.split('\n');
  return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
}

async function commandOf(pid: number): Promise<string> {
  if (existsSync('/proc/self/cmdline')) {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
      (text) => text.replaceAll('\0', ' '),
      () => '',
    );
  }
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/** The running PostgreSQL of this very folder, if any: a process number alone may have been given to something else since. */
export async function runningPostmaster(folder: string): Promise<PostmasterLock | undefined> {
  const lock = await readLock(folder);
  if (lock === undefined || !Number.isInteger(lock.pid)) return undefined;
  const command = await commandOf(lock.pid);
  return /\bpostgres(\.exe)? /.test(command) && command.includes(folder) ? lock : undefined;
}

/**
 * PostgreSQL believes a lock file as long as any process has its number, which after a reboot or in a container is often so.
 * Call only when `runningPostmaster` found none.
 */
export async function removeStaleLock(folder: string): Promise<void> {
  await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** PostgreSQL that is told to stop says so at once; one still ready after this belongs to somebody who lives, ms. */
const LIVELY_MS = 1_000;

/** True when the folder is free within `patienceMs`: a supervisor that was just killed leaves PostgreSQL shutting down. */
export async function waitUntilFree(folder: string, patienceMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += 100) {
    const running = await runningPostmaster(folder);
    if (running === undefined) return true;
    if (waited >= patienceMs || (waited >= LIVELY_MS && running.status === 'ready')) return false;
    await sleep(100);
  }
}
