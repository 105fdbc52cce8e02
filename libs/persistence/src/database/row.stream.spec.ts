import { RowStream } from './row.stream.js';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

function row(text: string | null): Buffer {
  const bytes = Buffer.from(text ?? '');
  const head = Buffer.alloc(6);
  head.writeInt16BE(1);
  head.writeInt32BE(text === null ? -1 : bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

const sent = (texts: (string | null)[]) => Buffer.concat([HEADER, ...texts.map(row), TRAILER]);

/** A connection that hands out a COPY in packets of so many bytes as long as it is not asked to wait. */
function copying(stream: RowStream, bytes: Buffer, packet: number) {
  const calls = { paused: 0, most: 0 };
  let at = 0;
  let isPaused = false;
  const go = () => {
    let inARow = 0;
    while (!isPaused && at < bytes.length) {
      const chunk = Buffer.from(bytes.subarray(at, (at += packet)));
      calls.most = Math.max(calls.most, (inARow += chunk.length));
      stream.handleCopyData({ chunk });
      chunk.fill(0); // pg uses it again
    }
    if (!isPaused) stream.handleReadyForQuery();
  };
  const socket = {
    pause: () => {
      isPaused = true;
      calls.paused++;
    },
    resume: () => {
      if (!isPaused) return;
      isPaused = false;
      setImmediate(go);
    },
  };
  stream.submit({ stream: socket, query: () => setImmediate(go) });
  return calls;
}

async function all(stream: RowStream): Promise<string> {
  const read: Buffer[] = [];
  for await (const rows of stream.read()) read.push(Buffer.from(rows));
  return Buffer.concat(read).toString();
}

const TEXTS = ['الأول', '', 'x'.repeat(300), 'quote " and \\ and \n', '😀'];

describe('rows of a COPY', () => {
  it.each([1, 2, 5, 7, 19, 20, 64, 10_000])(
    'come whole, whatever they arrive in (%d bytes at a time)',
    async (packet) => {
      const plain = new RowStream('COPY …', undefined);
      copying(plain, sent(TEXTS), packet);
      expect(await all(plain)).toBe(TEXTS.join(''));
      const listed = new RowStream('COPY …', 44);
      copying(listed, sent(TEXTS), packet);
      expect(await all(listed)).toBe(TEXTS.join(','));
      const continued = new RowStream('COPY …', 44, true);
      copying(continued, sent(TEXTS), packet);
      expect(await all(continued)).toBe(`,${TEXTS.join(',')}`);
    },
  );

  it('may be none', async () => {
    const stream = new RowStream('COPY …', 44);
    copying(stream, sent([]), 3);
    expect(await all(stream)).toBe('');
  });

  it('wait for their reader, and may be longer than all the room there is', async () => {
    const texts = Array.from({ length: 400 }, (_, at) => `${at}:`.padEnd(5_000, 'ab'));
    texts.splice(200, 0, 'y'.repeat(1_000_000));
    const stream = new RowStream('COPY …', 44);
    const calls = copying(stream, sent(texts), 16_384);
    expect(await all(stream)).toBe(texts.join(','));
    expect(calls.paused).toBeGreaterThan(10);
    expect(calls.most).toBeLessThan(200_000);
  });

  it('are thrown away when their reader stops, to the end', async () => {
    const stream = new RowStream('COPY …', undefined);
    const calls = copying(stream, sent(Array<string>(2_000).fill('z'.repeat(500))), 8_192);
    for await (const rows of stream.read()) {
      expect(rows.length).toBeGreaterThan(0);
      break;
    }
    expect(calls.most).toBeGreaterThan(500_000); // it waited once, and no more then
  });

  it('fail with a row that is null, and with the database', async () => {
    const stream = new RowStream('COPY …', undefined);
    copying(stream, sent(['a', null, 'b']), 10_000);
    await expect(all(stream)).rejects.toThrow(RangeError);
    const failing = new RowStream('COPY …', undefined);
    failing.submit({
      stream: { pause: () => {}, resume: () => {} },
      query: () => setImmediate(() => (failing.handleError(new Error('no such table')), failing.handleReadyForQuery())),
    });
    await expect(all(failing)).rejects.toThrow('no such table');
  });
});
