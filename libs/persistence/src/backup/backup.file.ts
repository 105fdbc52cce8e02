import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';

/**
 * One gzip file of records: a type byte, the length in four bytes, the content. `J` is a JSON document, `D` a piece of a section,
 * `E` the end of a section with nothing in it.
 */
type RecordType = 'J' | 'D' | 'E';
interface FileRecord {
  readonly type: RecordType;
  readonly content: Buffer;
}

const HEADER_BYTES = 5;
/** Longer than any piece that is written; a damaged length must not ask for memory. */
const LONGEST_RECORD = 64 * 1024 * 1024;

/** What a section held, for the list at the file's end. */
export interface SectionSum {
  readonly bytes: number;
  /** Lines in PostgreSQL's text format, which escapes every newline within a value. */
  readonly rows: number;
  readonly sha256: string;
}

class SectionCounter {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  private rows = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows++;
  }

  get sum(): SectionSum {
    return { bytes: this.bytes, rows: this.rows, sha256: this.hash.copy().digest('hex') };
  }
}

/** Writes beside the file and gives it its name when it is whole and on the disk: a backup that has its name is complete. */
export class BackupWriter {
  private readonly gzip: Gzip = createGzip({ level: 6 });
  private readonly written: Promise<void>;
  private readonly partial: string;

  constructor(private readonly path: string) {
    this.partial = `${path}.partial`;
    this.written = pipeline(this.gzip, createWriteStream(this.partial, { mode: 0o600 }));
    this.written.catch(() => {}); // told where it is awaited
  }

  json(document: object): Promise<void> {
    return this.record('J', Buffer.from(JSON.stringify(document)));
  }

  async section(source: AsyncIterable<Buffer>): Promise<SectionSum> {
    const counter = new SectionCounter();
    for await (const chunk of source) {
      counter.add(chunk);
      await this.record('D', chunk);
    }
    await this.record('E', Buffer.alloc(0));
    return counter.sum;
  }

  async close(): Promise<void> {
    this.gzip.end();
    await this.written;
    const file = await open(this.partial, 'r+');
    await file.sync();
    await file.close();
    await rename(this.partial, this.path);
  }

  async discard(): Promise<void> {
    this.gzip.destroy();
    await this.written.catch(() => {});
    await rm(this.partial, { force: true });
  }

  private async record(type: RecordType, content: Buffer): Promise<void> {
    const header = Buffer.alloc(HEADER_BYTES);
    header.write(type, 0, 'latin1');
    header.writeUInt32BE(content.length, 1);
    this.gzip.write(header);
    if (this.gzip.write(content)) return;
    await Promise.race([once(this.gzip, 'drain'), this.written]);
  }
}

/** Reads the same from beginning to end. Every fault of the file, zlib's included, is thrown as it is. */
export class BackupReader {
  private readonly input = new PassThrough();
  private readonly chunks: AsyncIterator<Buffer>;
  private left = Buffer.alloc(0) as Buffer;

  constructor(path: string) {
    this.chunks = this.input[Symbol.asyncIterator]();
    pipeline(createReadStream(path), createGunzip(), this.input).catch(() => {}); // it destroys `input` with the error
  }

  /** The next record, which must be a JSON document. */
  async json(): Promise<unknown> {
    const { type, content } = await this.record();
    if (type !== 'J') throw new Error(`a record of type ${type} where a document was to be`);
    return JSON.parse(content.toString('utf8'));
  }

  /** The next section, to be read to its end; `whole` is told what it held. */
  async *section(whole: (sum: SectionSum) => void): AsyncGenerator<Buffer> {
    const counter = new SectionCounter();
    for (;;) {
      const { type, content } = await this.record();
      if (type === 'E') return whole(counter.sum);
      if (type !== 'D') throw new Error(`a record of type ${type} within a section`);
      counter.add(content);
      yield content;
    }
  }

  /** Nothing may follow; zlib has then verified its own checksum too. */
  async end(): Promise<void> {
    if (this.left.length > 0 || (await this.chunks.next()).done !== true) throw new Error('something follows the end');
  }

  async close(): Promise<void> {
    this.input.destroy();
    await finished(this.input).catch(() => {});
  }

  private async record(): Promise<FileRecord> {
    const header = await this.take(HEADER_BYTES);
    const length = header.readUInt32BE(1);
    if (length > LONGEST_RECORD) throw new Error(`a record of ${length} bytes`);
    return { type: header.toString('latin1', 0, 1) as RecordType, content: await this.take(length) };
  }

  private async take(count: number): Promise<Buffer> {
    while (this.left.length < count) {
      const { value, done } = await this.chunks.next();
      if (done === true) throw new Error('the file ends too early');
      this.left = this.left.length === 0 ? value : Buffer.concat([this.left, value]);
    }
    const taken = this.left.subarray(0, count);
    this.left = this.left.subarray(count);
    return taken;
  }
}
