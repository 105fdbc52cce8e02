import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Client, Submittable } from 'pg';

/** The parts of pg's connection that speak COPY; pg itself has no public way to it. */
interface WireConnection {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Bytes waiting for their reader beyond which PostgreSQL is asked to wait. */
const HIGH_WATER = 1024 * 1024;

/** What a COPY shares in both directions: it ends once, well or badly. */
abstract class Copy implements Submittable {
  protected readonly ended: Promise<void>;
  protected end!: (error?: Error) => void;
  private failure: Error | undefined;

  constructor(private readonly text: string) {
    this.ended = new Promise((resolve, reject) => {
      this.end = (error) => (error === undefined ? resolve() : reject(error));
    });
    this.ended.catch(() => {}); // told where it is awaited
  }

  submit(connection: unknown): void {
    this.begin(connection as WireConnection);
    (connection as WireConnection).query(this.text);
  }

  protected begin(_connection: WireConnection): void {}

  handleError(error: Error): void {
    this.failure ??= error;
    this.end(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.end(this.failure);
  }
}

class CopyOut extends Copy {
  private readonly chunks: Buffer[] = [];
  private waiting = 0;
  private connection: WireConnection | undefined;
  private wake = () => {};
  private isOver = false;

  protected override begin(connection: WireConnection): void {
    this.connection = connection;
    const over = () => {
      this.isOver = true;
      this.wake();
    };
    this.ended.then(over, over);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk)); // a view into a buffer that pg uses again
    this.waiting += chunk.length;
    if (this.waiting > HIGH_WATER) this.connection?.stream.pause();
    this.wake();
  }

  async *read(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.chunks.length > 0) {
        const all = Buffer.concat(this.chunks.splice(0));
        this.waiting = 0;
        this.connection?.stream.resume();
        yield all;
      } else if (this.isOver) {
        return await this.ended;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }
}

class CopyIn extends Copy {
  constructor(
    text: string,
    private readonly source: AsyncIterable<Buffer>,
  ) {
    super(text);
  }

  handleCopyInResponse(connection: WireConnection): void {
    this.pump(connection).catch((error: Error) => {
      this.handleError(error);
      connection.sendCopyFail('the source failed');
    });
  }

  get done(): Promise<void> {
    return this.ended;
  }

  private async pump(connection: WireConnection): Promise<void> {
    for await (const chunk of this.source) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }
}

/** What `COPY … TO STDOUT` sends, in pieces of any size; the connection must be left alone until the end. */
export function copyOut(client: Client, text: string): AsyncGenerator<Buffer> {
  return client.query(new CopyOut(text)).read();
}

/** Sends everything to `COPY … FROM STDIN`; rejects with the database's error, or the source's. */
export function copyIn(client: Client, text: string, source: AsyncIterable<Buffer>): Promise<void> {
  return client.query(new CopyIn(text, source)).done;
}
