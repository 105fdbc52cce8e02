import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import type { Network } from './network.js';
import { fetchPage, type FetchLimits } from './page.fetch.js';

type Handler = (response: ServerResponse, path: string) => void;

let server: Server;
let port: number;
let hits: string[];
let handler: Handler;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(`${request.headers.host!.split(':')[0]}${request.url}`);
    handler(response, request.url!);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => (hits = []));

const LIMITS: FetchLimits = { bytes: 64 * 1024, totalMs: 1_500, redirects: 3 };
const html = (text: string) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end(text);
};

/**
 * A world of one server: the loopback is open here, for a test, by an object that production code has no way to name.
 * Everything else the rules of the public Internet forbid stays closed.
 */
const lab = (over: Partial<Network> = {}): Network => ({
  refusalOf: (url) => (url.protocol === 'http:' ? null : 'scheme'),
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  isOpen: (address) => address === '127.0.0.1',
  ...over,
});
const at = (path: string, host = 'news.example') => `http://${host}:${port}${path}`;
const failureOf = async (address: string, network = lab(), limits = LIMITS) => {
  const page = await fetchPage(address, network, limits);
  return page.ok ? 'ok' : page.failure;
};
const redirect = (to: string) => (response: ServerResponse) => void response.writeHead(302, { location: to }).end();

describe('a page', () => {
  it('comes with its bytes, its type, and the address it was found at', async () => {
    handler = (response, path) => (path === '/new' ? html('<p>خبر</p>')(response) : redirect('/new')(response));
    const page = await fetchPage(at('/old'), lab(), LIMITS);
    expect(page).toMatchObject({ ok: true, url: at('/new'), status: 200, mediaType: 'text/html; charset=utf-8' });
    expect(page.ok && page.content.toString()).toBe('<p>خبر</p>');
  });

  it.each([
    ['gzip', gzipSync('text')],
    ['br', brotliCompressSync('text')],
  ])('packed with %s is unpacked', async (encoding, body) => {
    handler = (response) =>
      void response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': encoding }).end(body);
    const page = await fetchPage(at('/'), lab(), LIMITS);
    expect(page.ok && page.content.toString()).toBe('text');
  });

  it.each<[string, Handler, string]>([
    ['that is not there', (response) => void response.writeHead(404).end(), 'gone'],
    ['that was taken away', (response) => void response.writeHead(410).end(), 'gone'],
    ['that the law took away', (response) => void response.writeHead(451).end(), 'gone'],
    ['of a broken server', (response) => void response.writeHead(500).end(), 'status'],
    ['that wants a password', (response) => void response.writeHead(401).end(), 'status'],
    ['that redirects nowhere', (response) => void response.writeHead(302).end(), 'status'],
    [
      'that is a program',
      (response) => void response.writeHead(200, { 'content-type': 'application/x-msdownload' }).end('MZ'),
      'content-type',
    ],
    ['without a type', (response) => void response.writeHead(200).end('x'), 'content-type'],
    [
      'packed in a way nobody knows',
      (response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'zstd, gzip' }).end('x'),
      'content-encoding',
    ],
    [
      'packed with rubbish',
      (response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('not gzip'),
      'unreachable',
    ],
    ['of a server that hangs up', (response) => void response.destroy(), 'unreachable'],
    [
      'of a server that hangs up half-way',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' }).write('half');
        setTimeout(() => response.destroy(), 20);
      },
      'unreachable',
    ],
    [
      'with headers without end',
      (response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'x-long': 'x'.repeat(40_000) }).end('x'),
      'unreachable',
    ],
  ])('%s fails', async (_, handle, failure) => {
    handler = handle;
    expect(await failureOf(at('/'))).toBe(failure);
  });
});

describe('a hostile page', () => {
  const big = Buffer.alloc(LIMITS.bytes + 1, 'x');
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  it.each<[string, Handler, string]>([
    [
      'that is too large and says so',
      (response) =>
        void response.writeHead(200, { 'content-type': 'text/html', 'content-length': big.length }).end(big),
      'too-large',
    ],
    [
      'that is too large and does not say so',
      (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(big),
      'too-large',
    ],
    [
      'that is a bomb',
      (response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
      'too-large',
    ],
    ['that never answers', () => undefined, 'too-slow'],
    [
      'that drips',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      },
      'too-slow',
    ],
  ])('%s', async (_, handle, failure) => {
    handler = handle;
    // only what is meant to run out of time has little of it
    const limits = failure === 'too-slow' ? LIMITS : { ...LIMITS, totalMs: 60_000 };
    expect(await failureOf(at('/'), lab(), limits)).toBe(failure);
  });

  it('is followed three times and no further', async () => {
    handler = (response, path) => {
      const left = Number(path.slice(1));
      if (left === 0) html('arrived')(response);
      else redirect(`/${left - 1}`)(response);
    };
    expect(await failureOf(at('/3'))).toBe('ok');
    expect(await failureOf(at('/4'))).toBe('too-many-redirects');
    handler = redirect('/round');
    expect(await failureOf(at('/round'))).toBe('too-many-redirects');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/latest',
  ])('may not send us to %s', async (to) => {
    handler = redirect(to);
    expect(await failureOf(at('/'))).toBe('address-forbidden');
    expect(hits).toEqual(['news.example/']);
  });

  it('may not send us to a name that leads inside', async () => {
    handler = redirect(at('/admin', 'inside.example'));
    const network = lab({
      resolve: (name) =>
        Promise.resolve([{ address: name.startsWith('inside') ? '10.1.2.3' : '127.0.0.1', family: 4 }]),
    });
    expect(await failureOf(at('/'), network)).toBe('address-forbidden');
    expect(hits).toEqual(['news.example/']);
  });

  it('may not have a name that points both ways', async () => {
    const network = lab({
      resolve: () =>
        Promise.resolve([
          { address: '127.0.0.1', family: 4 },
          { address: '192.168.1.1', family: 4 },
        ]),
    });
    expect(await failureOf(at('/'), network)).toBe('address-forbidden');
    expect(hits).toEqual([]);
  });

  it('may not change its mind between the look-up and the connection', async () => {
    let asked = 0;
    handler = html('once');
    // The first answer is open, every later one is not: whoever looked up again to connect would be led astray.
    const network = lab({
      resolve: () => Promise.resolve([{ address: (asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]),
    });
    expect(await failureOf(at('/'), network)).toBe('ok');
    expect(asked).toBe(1);
    expect(await failureOf(at('/'), network)).toBe('address-forbidden');
  });

  it('without a name that resolves is unreachable, and a slow look-up is too slow', async () => {
    expect(await failureOf(at('/'), lab({ resolve: () => Promise.resolve([]) }))).toBe('unreachable');
    expect(await failureOf(at('/'), lab({ resolve: () => new Promise(() => undefined) }))).toBe('too-slow');
  });

  it('on this very machine is closed to everybody but a test', async () => {
    handler = html('inside');
    expect((await fetchPage(at('/', '127.0.0.1'))).ok).toBe(false);
    expect((await fetchPage(at('/', 'localhost'))).ok).toBe(false);
    expect((await fetchPage(`http://[::ffff:127.0.0.1]:${port}/`)).ok).toBe(false);
    expect(hits).toEqual([]);
  });
});
