import { EXIT, type ExitCode } from '../program/exit.code.js';
import type { Terminal } from '../program/terminal.js';

interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
  /** Goes on ending when this process is gone. */
  readonly endsByItself: boolean;
}

/** From the first signal to the end; what has not stopped by then is left behind. */
export const SHUTDOWN_LIMIT_MS = 9_500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * What a long-running command has started, to be stopped in reverse order. Signals are heard from the beginning, so that Ctrl-C
 * during a start ends it as cleanly as one after it.
 */
export class RunningParts {
  private readonly parts: Part[] = [];
  private readonly signalled: Promise<void>;
  private signals = 0;
  private onSignal: (() => void) | undefined;

  constructor(private readonly terminal: Terminal) {
    this.signalled = new Promise((resolve) => (this.onSignal = resolve));
    for (const signal of SIGNALS) process.on(signal, this.heard);
  }

  add(name: string, stop: () => Promise<void>, endsByItself = false): void {
    this.parts.push({ name, stop, endsByItself });
  }

  get wasSignalled(): boolean {
    return this.signals > 0;
  }

  /** Throws `Interrupted` when a signal came during the start. */
  check(): void {
    if (this.signals > 0) throw new Interrupted();
  }

  /** Resolves when a signal came. */
  untilSignal(): Promise<void> {
    return this.signalled;
  }

  /** Stops everything, last first. A part that fails to stop does not keep the others from stopping. */
  async stop(): Promise<ExitCode> {
    const limit = setTimeout(() => this.leave(), SHUTDOWN_LIMIT_MS);
    let code: ExitCode = EXIT.ok;
    this.terminal.restartTiming();
    for (let part = this.parts.at(-1); part !== undefined; part = this.parts.at(-1)) {
      await part.stop().catch((error: unknown) => {
        code = EXIT.internal;
        this.terminal.detail(`${part.name}: ${(error as Error).stack ?? String(error)}`);
      });
      this.parts.pop();
      this.terminal.timing(`${part.name} stopped`);
    }
    clearTimeout(limit);
    for (const signal of SIGNALS) process.off(signal, this.heard);
    return code;
  }

  /** Time is up. PostgreSQL alone may still be writing: it was told to end and does so without us, losing nothing. */
  private leave(): void {
    if (this.parts.every((part) => part.endsByItself)) process.exit(EXIT.ok);
    this.terminal.say({
      en: 'Not everything ended in time; leaving now.',
      ar: 'لم ينتهِ كل شيء في الوقت المحدد؛ الإنهاء الآن.',
    });
    process.exit(EXIT.failed);
  }

  private readonly heard = (signal: NodeJS.Signals): void => {
    this.signals++;
    // The second Ctrl-C: PostgreSQL notices that we are gone and ends by itself.
    if (this.signals > 1 && signal !== 'SIGHUP') process.exit(EXIT.interrupted);
    this.terminal.say({
      en: 'Stopping … (Ctrl-C again ends at once)',
      ar: 'جارٍ الإيقاف … (Ctrl-C مرة أخرى ينهي فورًا)',
    });
    this.onSignal?.();
  };
}

class Interrupted extends Error {}
