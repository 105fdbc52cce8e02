import { setTimeout as sleep } from 'node:timers/promises';
import { IsnadProcess } from '../support/isnad-process.js';

interface Slot {
  /** Another one after each start: the old one may have become somebody else's. */
  url: string;
  process: IsnadProcess;
  /** False while it is being killed and started again. */
  serving: boolean;
  /** How often it was killed: the one killed least is next. */
  kills: number;
}

/** Several `isnad serve` processes on one database, as behind a load balancer. Whoever ends unasked is noted. */
export class ServerFleet {
  /** What servers that ended by themselves had to say. */
  readonly deaths: string[] = [];
  /** Rejects with the first of them: what waits for a server need not wait any longer. */
  readonly firstDeath: Promise<never>;
  private noteFirst: (error: Error) => void = () => {};
  /** How long killed servers took until they served again, ms: the processor's business more than ours. */
  readonly restarts: number[] = [];
  private readonly slots: Slot[] = [];
  private turn = 0;

  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
  ) {
    this.firstDeath = new Promise((_, reject) => (this.noteFirst = reject));
    this.firstDeath.catch(() => {}); // who waits for something hears of it
  }

  static async start(count: number, databaseUrl: string, folder: string): Promise<ServerFleet> {
    const fleet = new ServerFleet(databaseUrl, folder);
    for (let index = 0; index < count; index++) {
      fleet.slots.push({ url: '', process: fleet.launch(), serving: false, kills: 0 });
    }
    await Promise.all(fleet.slots.map((slot) => fleet.ready(slot)));
    return fleet;
  }

  /** Address of a server that should answer: the next one of those not being started, else of any. */
  address(): string {
    const serving = this.slots.filter((slot) => slot.serving);
    const among = serving.length > 0 ? serving : this.slots;
    return among[this.turn++ % among.length]!.url;
  }

  /**
   * Kills a server where it stands as soon as another is left to serve; resolves at its death. It is started again meanwhile, and
   * `restarts` learns how long that took.
   */
  async killOne(): Promise<void> {
    await this.serving(2);
    const slot = this.slots.filter(({ serving }) => serving).sort((one, other) => one.kills - other.kills)[0]!;
    const began = performance.now();
    slot.serving = false;
    slot.kills++;
    slot.process.signal('SIGKILL');
    await slot.process.finished;
    slot.process = this.launch();
    void this.ready(slot).then(
      () => this.restarts.push(performance.now() - began),
      (error: Error) => this.died(error.message),
    );
  }

  private died(what: string): void {
    this.deaths.push(what);
    this.noteFirst(new Error(`a server died: ${what}`));
  }

  /** Resolves when all serve again, or one cannot. */
  whole(): Promise<void> {
    return this.serving(this.slots.length);
  }

  private async serving(count: number): Promise<void> {
    while (this.slots.filter(({ serving }) => serving).length < count && this.deaths.length === 0) await sleep(5);
    if (this.deaths.length > 0) await this.firstDeath;
  }

  async stop(): Promise<void> {
    for (const slot of this.slots) {
      slot.serving = false;
      slot.process.signal('SIGTERM');
    }
    await Promise.all(this.slots.map(({ process }) => process.finished));
  }

  private launch(): IsnadProcess {
    const environment = {
      DATABASE_URL: this.databaseUrl,
      ISNAD_PORT: '0',
      ISNAD_DEMO: '0',
      ISNAD_LOG_LEVEL: 'error',
    };
    return new IsnadProcess(['serve'], environment, this.folder);
  }

  private async ready(slot: Slot): Promise<void> {
    [, slot.url] = (await slot.process.says(/Ready at (\S+)\n/)) as unknown as [string, string];
    slot.serving = true;
    const { process } = slot;
    void process.finished.then(({ code, errors }) => {
      if (slot.serving && slot.process === process) this.died(`status ${code}: ${errors.slice(-2_000)}`);
    });
  }
}
