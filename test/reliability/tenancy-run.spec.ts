import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { openApiText } from '../../apps/api/src/docs/docs.pages.js';
import { startBareApi, type BareApi } from '../support/bare-api.js';
import { bearer } from '../support/ask.js';
import { StoredStates } from '../support/stored-state.js';
import { chosenScale } from './fault-scale.js';
import { Contract } from './fuzz-contract.js';
import { things, VISITOR } from './fuzz-things.js';
import { FuzzWire } from './fuzz-wire.js';
import { addToSummary } from './summary-file.js';
import { TenancyRun, type Tenant, type TenancyResult } from './tenancy-run.js';

/** Two connections for everybody: whatever one request leaves behind on them, the next of another newsroom finds. */
const POOL = 2;
const SEED = 20_261_122;
/** A slice of a long run may be too short to try everything. */
const ENOUGH_FOR_ALL = 2_000;
const { crossings, mixed, patienceMs } = chosenScale();
const contract = new Contract(openApiText(OPERATIONS));
jest.setTimeout(patienceMs + (crossings + mixed) * 60);

let api: BareApi;
let wire: FuzzWire;
let stored: StoredStates;
let tenants: Tenant[];

beforeAll(async () => {
  api = await startBareApi(POOL);
  wire = new FuzzWire(api.url, 16, api.fastify);
  stored = await StoredStates.open(api.database);
  tenants = [];
  for (const mark of ['زقنبوت', 'خشعرور', 'بعكوكة']) tenants.push(await tenant(mark));
});
afterAll(async () => {
  wire?.close();
  await stored?.close();
  await api?.stop();
});

/** A newsroom that has one of everything, its mark on what it says, and every id that a table of it holds. */
async function tenant(mark: string): Promise<Tenant> {
  const room = await api.found();
  await things(api, room, mark);
  const people = [room.editor, room.salma, room.omar, room.writer, room.viewer, room.admin];
  const { value } = await api.application.sessions.open(room.id, room.editor.id, VISITOR);
  const session = { cookie: `isnad_session=${value.secret}`, 'x-isnad-csrf': '1' };
  const tables = await stored.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('newsroom_id', 'id') GROUP BY 1 HAVING count(*) = 2`,
  );
  const pool = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await stored.query<{ id: string }>(
      `SELECT id::text FROM ${name} WHERE newsroom_id = $1 ORDER BY id LIMIT 40`,
      [room.id],
    );
    if (rows.length > 0)
      pool.set(
        plural(name),
        rows.map(({ id }) => id),
      );
  }
  return { name: mark, mark, callers: [...people.map(({ token }) => bearer(token)), session], pool };
}

/** A table's name as paths and ids have it. */
function plural(table: string): string {
  if (table === 'evidence') return table;
  if (table === 'access_token') return 'tokens';
  if (table.endsWith('y')) return `${table.slice(0, -1)}ies`;
  return `${table.replaceAll('_', '-')}${table.endsWith('ch') ? 'es' : 's'}`;
}

function told(title: string, { requests, byOperation, byStatus, hits }: TenancyResult, began: number): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  const figures = { requests, operations: byOperation.size, seconds, hits: hits.length };
  addToSummary(title, figures);
  const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
  process.stderr.write(`tenancy: ${title}: ${JSON.stringify(figures)}; ${statuses.join(', ')}\n`);
}

it(`${crossings} attempts to reach another newsroom by its ids find nothing and change nothing there`, async () => {
  const [one, two] = tenants as [Tenant, Tenant];
  const began = performance.now();
  const run = new TenancyRun(wire, contract, SEED, tenants);
  const before = await contentOf(two);
  await run.cross(one, two, crossings);
  told('attempts to cross', run.result, began);
  expect([...new Set(run.result.hits)].slice(0, 20)).toEqual([]);
  expect(await contentOf(two)).toEqual(before);
  const withIds = contract.endpoints.filter(({ path }) => path.includes('{id}')).map(({ operationId }) => operationId);
  if (run.result.requests >= ENOUGH_FOR_ALL)
    expect(withIds.filter((id) => !run.result.byOperation.has(id))).toEqual([]);
});

it(`${mixed} requests of three newsrooms over ${POOL} connections show each nothing of the others`, async () => {
  const began = performance.now();
  const run = new TenancyRun(wire, contract, SEED, tenants);
  await run.mix(tenants, mixed);
  told('mixed requests', run.result, began);
  expect([...new Set(run.result.hits)].slice(0, 20)).toEqual([]);
  const { byStatus } = run.result;
  expect(byStatus.get(200) ?? 0).toBeGreaterThan(mixed / 3);
  expect(byStatus.get(503) ?? 0).toBeLessThan(mixed / 100);
});

/** How many rows each table holds of one newsroom, and what is in them; when a credential was used last is no part of it. */
async function contentOf(of: Tenant): Promise<Record<string, string>> {
  const [article] = of.pool.get('articles')!;
  const [{ id }] = (await stored.query<{ id: string }>('SELECT newsroom_id AS id FROM article WHERE id = $1', [
    article,
  ])) as [{ id: string }];
  const tables = await stored.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'newsroom_id'`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await stored.query<{ content: string }>(
      `SELECT count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at' - 'last_seen_at')::text, 0)), 0) AS content
       FROM ${name} t WHERE newsroom_id = $1`,
      [id],
    );
    content[name] = row!.content;
  }
  return content;
}
