import { OPERATION_IDS, PERMISSIONS } from '#domain';
import { newId } from '#platform';
import { Agent, request as httpRequest } from 'node:http';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { openApiDocument } from '../../apps/api/src/openapi/document.js';
import { cellsOf, titleOf, type Cell } from '../support/matrix-cells.js';
import { PAGES, PROBES } from '../support/matrix-probes.js';
import { buildWorld } from '../support/matrix-world.js';
import type { World } from '../support/matrix-world.types.js';
import { startNewsroomApi, type NewsroomApi } from '../support/newsroom-api.js';

const AT_ONCE = 12;

let api: NewsroomApi;
let world: World;
let cells: Cell[];
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

beforeAll(async () => {
  api = await startNewsroomApi();
  world = await buildWorld(api);
  cells = cellsOf(world, OPERATIONS);
}, 900_000);
afterAll(async () => {
  agent.destroy();
  await api.stop();
});

/** `404 not-found`, or the bare status of a success. A stream is left as soon as it answers. */
function outcomeOf(method: string, path: string, headers: Record<string, string>, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(api.url + path, { method, headers, agent }, (response) => {
      const { statusCode = 0, headers: answered } = response;
      if (answered['content-type']?.startsWith('text/event-stream')) {
        resolve(String(statusCode));
        return void response.destroy();
      }
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const problem = answered['content-type']?.startsWith('application/problem+json');
        resolve(problem ? `${statusCode} ${(JSON.parse(text) as { code: string }).code}` : String(statusCode));
      });
    });
    sent.on('error', reject).end(body);
  });
}

async function askCell({ operation, probe, actor, credential, things }: Cell): Promise<string> {
  const params = (await probe.params?.(things, world)) ?? {};
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
  const body = probe.body?.(things, actor);
  const headers = {
    ...credential.headers,
    ...(operation.method === 'POST' && { 'idempotency-key': newId() }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...probe.headers,
  };
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return outcomeOf(operation.method, `/api/v1${path}`, headers, text);
}

async function wrongCells(asked: readonly Cell[]): Promise<string[]> {
  const wrong: string[] = [];
  const queue = asked.values();
  const work = async () => {
    for (const cell of queue) {
      const outcome = await askCell(cell);
      if (!cell.expected.includes(outcome)) {
        wrong.push(`${titleOf(cell)}: ${outcome}, expected ${cell.expected.join(' or ')}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

describe('the permission matrix', () => {
  it('has a probe for every operation and none besides', () => {
    expect(Object.keys(PROBES).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  });

  it('serves exactly what the document says, and the pages', () => {
    const { paths } = openApiDocument(OPERATIONS) as { paths: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path.replace(/^\/api\/v1/, '')}`),
    );
    const pages = Object.keys(PAGES).map((path) => `GET ${path}`);
    const served = api.routes.map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect([...served].sort()).toEqual([...documented, ...pages].sort());
  });

  it('shows the pages to anybody, by a public row of the table', async () => {
    const { credentials } = world.actors.find(({ name }) => name === 'viewer')!;
    for (const [path, [row, expected]] of Object.entries(PAGES)) {
      expect([path, PERMISSIONS[row as keyof typeof PERMISSIONS].who]).toEqual([path, 'public']);
      const outcomes = await Promise.all(credentials.map(({ headers }) => outcomeOf('GET', path, headers)));
      expect([path, new Set(outcomes)]).toEqual([path, new Set([expected])]);
    }
  });

  it('covers every role, credential and relation', () => {
    const seen = (of: (cell: Cell) => string) => new Set(cells.map(of)).size;
    expect(seen(({ operation }) => operation.id)).toBe(OPERATIONS.length);
    expect(seen(({ actor }) => actor.name)).toBe(8);
    expect(seen(({ credential }) => credential.name)).toBe(21);
    expect(seen(({ relation }) => relation)).toBe(6);
    expect(OPERATIONS.filter(({ id }) => !OPERATION_IDS.includes(id))).toEqual([]);
    for (const { id } of OPERATIONS) {
      const outcomes = new Set(cells.filter(({ operation }) => operation.id === id).flatMap((cell) => cell.expected));
      // somebody may, and but for what is open to the world somebody may not
      expect([id, PROBES[id]!.allowed.some((outcome) => outcomes.has(outcome))]).toEqual([id, true]);
      if (PERMISSIONS[id].who !== 'public') expect([id, outcomes.size > 1]).toEqual([id, true]);
    }
  });

  it('holds in every cell', async () => {
    const began = Date.now();
    const wrong = await wrongCells(cells);
    process.stderr.write(`permission matrix: ${cells.length} cells in ${Date.now() - began} ms\n`);
    expect(wrong.slice(0, 40)).toEqual([]);
  }, 900_000);
});
