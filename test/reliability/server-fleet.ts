import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { IsnadProcess } from '../support/isnad-process.js';

interface Slot {
  readonly port: number;
  process: IsnadProcess;
  /** False while it is being killed and started again. */
  serving: boolean;
}

/** Several `isnad serve` processes on one database, as behind a load balancer. Whoever ends unasked is noted. */
export class ServerFleet {
  /** What servers that ended by themselves had to say. */
  readonly deaths: string[] = [];
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
      fleet.slots.push({ port, process: fleet.launch(port), serving: false });
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

  get size(): number {
    return this.slots.length;
  }

  /** Kills one server where it stands and starts it again; answers the milliseconds until it serves. */
  async kill(index: number): Promise<number> {
    const slot = this.slots[index]!;
    const began = performance.now();
    slot.serving = false;
    slot.process.signal('SIGKILL');
    await slot.process.finished;
    slot.process = this.launch(slot.port);
    await this.ready(slot);
    return performance.now() - began;
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
