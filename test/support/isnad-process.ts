import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../scripts/isnad.mjs');

export interface Finished {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The isnad command as people run it, in a process of its own. */
export class IsnadProcess {
  output = '';
  errors = '';
  readonly finished: Promise<Finished>;
  private readonly child: ChildProcess;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>, folder: string) {
    // Nothing of the surroundings but what a program needs to run: no setting of ours by accident.
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [SCRIPT, ...args], {
      cwd: folder,
      env: { PATH, HOME, LANG: 'C', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.finished = new Promise((resolve) => {
      this.child.once('close', (code) => resolve({ code, output: this.output, errors: this.errors }));
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** What `pattern` found first in either stream; rejects when the process ends without it. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let ended = false;
    void this.finished.then(() => (ended = true));
    for (;;) {
      const found = pattern.exec(this.output) ?? pattern.exec(this.errors);
      if (found !== null) return found;
      if (ended) throw new Error(`ended without saying ${String(pattern)}:\n${this.output}\n${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
