import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { IsnadProcess } from '../support/isnad-process.js';

interface Slot {
  readonly port: number;
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
  /** How long killed servers took until they served again, ms: the processor's business more than ours. */
  readonly restarts: number[] = [];
  private readonly slots: Slot[] = [];
  private turn = 0;

  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
  ) {}

  static async start(count: number, databaseUrl: string, folder: string): Promise<ServerFleet> {
    const fleet = new ServerFleet(databaseUrl, folder);
    for (let index = 0; index < count; index++) {
      const port = await freePort();
      fleet.slots.push({ port, process: fleet.launch(port), serving: false, kills: 0 });
    }
    await Promise.all(fleet.slots.map((slot) => fleet.ready(slot)));
    return fleet;
  }

  /** Address of a server that should answer: the next one of those not being started, else of any. */
  address(): string {
    const serving = this.slots.filter((slot) => slot.serving);
    const among = serving.length > 0 ? serving : this.slots;
    return `http://127.0.0.1:${among[this.turn++ % among.length]!.port}`;
  }

  /**
   * Kills a server where it stands as soon as another is left to serve; resolves at its death. It is started again meanwhile, and
   * `restarts` learns how long that took.
   */
  async killOne(): Promise<void> {
    await this.serving(2);
    const [slot] = this.slots.filter(({ serving }) => serving).sort((one, other) => one.kills - other.kills);
    if (slot === undefined) throw new Error(`no server is left: ${this.deaths.join('\n')}`);
    const began = performance.now();
    slot.serving = false;
    slot.kills++;
    slot.process.signal('SIGKILL');
    await slot.process.finished;
    slot.process = this.launch(slot.port);
    void this.ready(slot).then(
      () => this.restarts.push(performance.now() - began),
      (error: Error) => this.deaths.push(error.message),
    );
  }

  /** Resolves when all serve again, or one cannot. */
  whole(): Promise<void> {
    return this.serving(this.slots.length);
  }

  private async serving(count: number): Promise<void> {
    while (this.slots.filter(({ serving }) => serving).length < count && this.deaths.length === 0) await sleep(5);
  }

  async stop(): Promise<void> {
    for (const slot of this.slots) {
      slot.serving = false;
      slot.process.signal('SIGTERM');
    }
    await Promise.all(this.slots.map(({ process }) => process.finished));
  }

  private launch(port: number): IsnadProcess {
    const environment = {
      DATABASE_URL: this.databaseUrl,
      ISNAD_PORT: String(port),
      ISNAD_DEMO: '0',
      ISNAD_LOG_LEVEL: 'error',
    };
    return new IsnadProcess(['serve'], environment, this.folder);
  }

  private async ready(slot: Slot): Promise<void> {
    await slot.process.says(/Ready at/);
    slot.serving = true;
    const { process } = slot;
    void process.finished.then(({ code, errors }) => {
      if (slot.serving && slot.process === process) this.deaths.push(`status ${code}: ${errors.slice(-2_000)}`);
    });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
