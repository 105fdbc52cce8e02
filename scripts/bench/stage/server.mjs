// Real processes: `isnad serve` and whatever else is measured from outside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const scripts = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A Node process that says when it is ready; everything it says is kept for when it does not. */
export class MeasuredProcess {
  constructor(script, args, environment, folder) {
    const { PATH, HOME = '' } = process.env; // no setting of ours by accident
    this.said = '';
    this.child = spawn(process.execPath, [script, ...args], {
      cwd: folder,
      env: { PATH, HOME, LANG: 'C', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (chunk) => (this.said = (this.said + chunk).slice(-20_000)));
    this.ended = once(this.child, 'close');
  }

  get pid() {
    return this.child.pid;
  }

  async says(pattern) {
    let ended = false;
    void this.ended.then(() => (ended = true));
    while (!pattern.test(this.said)) {
      if (ended) throw new Error(`a process ended without saying ${pattern}:\n${this.said}`);
      await sleep(5);
    }
    return pattern.exec(this.said);
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** `isnad serve` as an operator runs it, on a free port; logging is the default, one line a request. */
export async function serve(database, folder, environment = {}) {
  const port = await freePort();
  const settings = { DATABASE_URL: database.appUrl, ISNAD_PORT: String(port), ISNAD_DEMO: '0', ...environment };
  const server = new MeasuredProcess(join(scripts, 'isnad.mjs'), ['serve'], settings, folder);
  await server.says(/Ready at/);
  return { url: `http://127.0.0.1:${port}`, port, pid: server.pid, stop: () => server.stop() };
}

/** `isnad worker` beside it. */
export async function work(database, folder) {
  const settings = { DATABASE_URL: database.appUrl, ISNAD_DATABASE_OWNER_URL: database.ownerUrl };
  const worker = new MeasuredProcess(join(scripts, 'isnad.mjs'), ['worker'], settings, folder);
  await worker.says(/Taking jobs/);
  return { pid: worker.pid, stop: () => worker.stop() };
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Most memory a process ever had resident, bytes; null where there is no /proc. */
export async function peakMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
