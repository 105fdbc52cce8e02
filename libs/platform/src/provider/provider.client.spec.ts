import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPassing, ProviderClient, ProviderError } from './provider.client.js';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let answer: Answer = (_, response) => response.end('{}');
const seen: { url?: string | undefined; authorization?: string | undefined; body: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    seen.push({ url: request.url, authorization: request.headers.authorization, body });
    answer(request, response, body);
  });
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const client = (more: object = {}) =>
  new ProviderClient({ url, model: 'm1', key: 'secret-key', embeddingModel: 'e1', timeoutMs: 5000, ...more });
const ask = (more: object = {}) => client(more).complete([{ role: 'user', content: 'نص' }]);
const json =
  (value: unknown): Answer =>
  (_, response) =>
    response.end(JSON.stringify(value));

async function faultOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProviderError)) return String(error);
  expect(error.message).not.toContain('secret-key');
  return `${error.fault} ${error.status ?? '-'} ${isPassing(error)}`;
}

describe('the provider', () => {
  it('is asked with its key and answers with words', async () => {
    answer = json({ choices: [{ message: { content: '{"claims":[]}' } }] });
    expect(await ask()).toBe('{"claims":[]}');
    expect(seen.at(-1)).toMatchObject({ url: '/v1/chat/completions', authorization: 'Bearer secret-key' });
    expect(JSON.parse(seen.at(-1)!.body)).toMatchObject({ model: 'm1', temperature: 0 });
  });

  it('gives vectors in the order they were asked for', async () => {
    answer = json({
      data: [
        { index: 1, embedding: [0, 1] },
        { index: 0, embedding: [1, 0] },
      ],
    });
    expect(await client().embed(['a', 'b'])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(await client().embed([])).toEqual([]);
  });

  it.each<[string, Answer, string]>([
    ['junk', (_, response) => response.end('<html>'), 'not-understood - false'],
    ['nothing', (_, response) => response.end(), 'not-understood - false'],
    ['another shape', json({ choices: 'x' }), 'not-understood - false'],
    ['a number for words', json({ choices: [{ message: { content: 7 } }] }), 'not-understood - false'],
    ['a refusal', (_, response) => response.writeHead(401).end(), 'refused 401 false'],
    ['too many requests', (_, response) => response.writeHead(429).end(), 'refused 429 true'],
    ['a failure', (_, response) => response.writeHead(503).end(), 'refused 503 true'],
    [
      'another address',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'unreachable - true',
    ],
    ['a torrent', (_, response) => response.end('x'.repeat(5_000_000)), 'too-long - false'],
    ['a broken line', (request) => request.socket.destroy(), 'unreachable - true'],
  ])('that sends %s is a named fault', async (_, how, expected) => {
    answer = how;
    expect(await faultOf(ask())).toBe(expected);
  });

  it.each<[string, Answer]>([
    ['silent', () => undefined],
    ['dripping', (_, response) => void response.write('{')],
  ])('that is %s is left in time', async (_, how) => {
    answer = how;
    expect(await faultOf(ask({ timeoutMs: 200 }))).toBe('slow - true');
  });

  it.each<[string, unknown]>([
    ['too few vectors', { data: [{ embedding: [1] }] }],
    ['vectors of two lengths', { data: [{ embedding: [1] }, { embedding: [1, 2] }] }],
    ['words for numbers', { data: [{ embedding: ['1'] }, { embedding: ['2'] }] }],
    ['empty vectors', { data: [{ embedding: [] }, { embedding: [] }] }],
  ])('that sends %s is not understood', async (_, value) => {
    answer = json(value);
    expect(await faultOf(client().embed(['a', 'b']))).toBe('not-understood - false');
  });

  it('nobody is asked for vectors where no model is set for them', async () => {
    const before = seen.length;
    expect(await faultOf(client({ embeddingModel: undefined }).embed(['a']))).toBe('refused - false');
    expect(seen).toHaveLength(before);
  });
});
