import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Where a connection is cut. `unsent`: COMMIT never reaches PostgreSQL. `sent`: it leaves, and nobody waits for the answer.
 * `answered`: PostgreSQL has committed and its answer is lost.
 */
export const CUT_POINTS = ['unsent', 'sent', 'answered'] as const;
export type CutPoint = (typeof CUT_POINTS)[number];

const HEADER = 5;
const SYNC = 'S'.charCodeAt(0);

/** The two texts that a Parse (name, statement) and a Bind (portal, name) begin with. */
function textsOf(message: Buffer): [string, string] {
  const middle = message.indexOf(0, HEADER);
  const end = message.indexOf(0, middle + 1);
  return [message.toString('utf8', HEADER, middle), message.toString('utf8', middle + 1, end)];
}

/** One connection: frontend messages are read just enough to see the COMMIT of a transaction that wrote. */
class ProxiedConnection {
  private pending: Buffer = Buffer.alloc(0);
  private started = false;
  private wrote = false;
  private dropsAnswers = false;
  /** Kept statements of the connection that matter here, by name; the unnamed one too. */
  private readonly kept = new Map<string, 'finish' | 'commit'>();
  /** The cut that is under way: what belongs to the COMMIT is collected up to its Sync. */
  private cutting: CutPoint | undefined;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly nextCut: () => CutPoint | undefined,
    private readonly onCut: (point: CutPoint) => void,
  ) {
    client.on('data', (chunk: Buffer) => this.fromClient(chunk));
    server.on('data', (chunk: Buffer) => this.fromServer(chunk));
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => {}); // kills are what this is for
      socket.on('close', () => this.end());
    }
  }

  end(): void {
    this.client.destroy();
    this.server.destroy();
  }

  private fromClient(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    if (this.cutting !== undefined) return this.cutWhole(this.cutting);
    let at = 0;
    for (;;) {
      const length = this.messageLength(at);
      if (length === undefined || at + length > this.pending.length) break;
      const message = this.pending.subarray(at, at + length);
      const point = this.started ? this.cutAt(message) : undefined;
      if (point !== undefined) {
        this.server.write(this.pending.subarray(0, at));
        this.pending = this.pending.subarray(at);
        this.cutting = point;
        return this.cutWhole(point);
      }
      this.started = true;
      at += length;
    }
    if (at > 0) this.server.write(this.pending.subarray(0, at));
    this.pending = this.pending.subarray(at);
  }

  /** The first message has no type byte; undefined when the header is not complete yet. */
  private messageLength(at: number): number | undefined {
    const left = this.pending.length - at;
    if (!this.started) return left < 4 ? undefined : this.pending.readInt32BE(at);
    return left < HEADER ? undefined : 1 + this.pending.readInt32BE(at + 1);
  }

  /** Statements come prepared: a Parse tells the text once, every Bind its name. */
  private cutAt(message: Buffer): CutPoint | undefined {
    const type = String.fromCharCode(message[0]!);
    if (type === 'P') {
      const [name, text] = textsOf(message);
      this.kept.delete(name);
      if (text.includes('finish_unit')) this.kept.set(name, 'finish');
      if (text === 'COMMIT') this.kept.set(name, 'commit');
    }
    if (type !== 'B') return undefined;
    const kind = this.kept.get(textsOf(message)[1]);
    if (kind === 'finish') this.wrote = true;
    if (kind !== 'commit' || !this.wrote) return undefined;
    this.wrote = false;
    return this.nextCut();
  }

  private cutWhole(point: CutPoint): void {
    let at = 0;
    for (;;) {
      const length = this.messageLength(at);
      if (length === undefined || at + length > this.pending.length) return;
      const isSync = this.pending[at] === SYNC;
      at += length;
      if (isSync) return this.cut(point, this.pending.subarray(0, at));
    }
  }

  private cut(point: CutPoint, commit: Buffer): void {
    this.onCut(point);
    if (point === 'unsent') return this.end();
    if (point === 'sent') {
      this.server.end(commit);
      this.client.resetAndDestroy();
      return;
    }
    this.dropsAnswers = true;
    this.server.write(commit);
  }

  private fromServer(chunk: Buffer): void {
    if (this.dropsAnswers) return this.end();
    this.client.write(chunk);
  }
}

/** A TCP proxy before PostgreSQL that can lose the connection exactly at COMMIT. */
export class CommitProxy {
  private readonly connections = new Set<ProxiedConnection>();
  private armed: { point: CutPoint; cut: () => void } | undefined;

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
  ) {
    listener.on('connection', (client) => this.accept(client));
  }

  static async start(target: number): Promise<CommitProxy> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new CommitProxy(listener, target);
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Cuts the next COMMIT of a transaction that wrote; resolves when it has. */
  cutNext(point: CutPoint): Promise<void> {
    return new Promise((resolve) => (this.armed = { point, cut: resolve }));
  }

  async stop(): Promise<void> {
    for (const connection of this.connections) connection.end();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private accept(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    let cut = () => {};
    const connection = new ProxiedConnection(
      client,
      server,
      () => {
        const { armed } = this;
        if (armed === undefined) return undefined;
        this.armed = undefined;
        cut = armed.cut;
        return armed.point;
      },
      () => cut(),
    );
    this.connections.add(connection);
    client.once('close', () => this.connections.delete(connection));
  }
}
