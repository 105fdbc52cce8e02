import { auditLedger } from '#persistence';
import { newId } from '#platform';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { ask, outcome, type Asked } from '../support/ask.js';
import { startNewsroomApi, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates, type StoredState } from '../support/stored-state.js';
import { chosenScale } from './fault-scale.js';
import { SCENARIOS, type Prepared, type Stage } from './mutation-scenario.js';
import { FAULT_KINDS, QueryFaults, type FaultKind } from './query-fault.js';
import { addToSummary, inPhase } from './summary-file.js';

const scale = chosenScale();
jest.setTimeout(scale.patienceMs);

/** Reads only, or changes nothing that is kept. */
const NO_MUTATIONS = ['createExtraction', 'setClaimPresence'];

const faults = new QueryFaults('isnad test');
let api: NewsroomApi;
let stage: Stage;
let stored: StoredStates;
let cellNumber = 0;
/** What is stored, as long as nobody but the next request changes it. */
let known: StoredState | undefined;
const totals = { mutations: 0, queries: 0, cells: 0, repaired: 0, conflicts: 0, unavailable: 0, wrong: 0 };

beforeAll(async () => {
  faults.install();
  await open();
});
afterAll(async () => {
  await close();
  faults.remove();
  addToSummary('sweep over failing queries', totals);
});

async function open(): Promise<void> {
  api = await startNewsroomApi(4);
  stage = { api, desk: await api.found('small-desk') };
  stored = await StoredStates.openByVersions(api.database);
  known = undefined;
}

async function close(): Promise<void> {
  await stored?.close();
  await api?.stop();
}

/** Every cell compares all there is: from so many rows on, a new database costs less than looking at the old one. */
const MANY_ROWS = 6_000;

async function startAnewWhenGrown(): Promise<void> {
  const rows = Object.values(known ?? {}).reduce((sum, content) => sum + Number(content.split(' ', 1)[0]), 0);
  if (rows < MANY_ROWS) return;
  expect((await auditLedger(api.database.ownerUrl)).faults).toEqual([]);
  await close();
  await open();
}

interface Sent {
  readonly answered: Asked;
  readonly before: StoredState;
  readonly after: StoredState;
  /** Rows added, by table. */
  readonly added: Readonly<Record<string, number>>;
}

async function send(prepared: Prepared, key: string, fault?: { at: number; kind: FaultKind }): Promise<Sent> {
  const { method, path, body, headers, keyed } = prepared;
  await stored.query('DELETE FROM throttle'); // many sign-ins from one address are the test's, not a guesser's
  const before = known ?? (await stored.now());
  faults.watch(fault);
  const withKey: Record<string, string> = keyed ? { 'idempotency-key': key } : {};
  const answered = await ask(`${api.url}/api/v1${path}`, method, { ...headers, ...withKey }, body);
  const fired = faults.unwatch();
  const after = await stored.now();
  known = after;
  if (fault !== undefined && !fired) throw new Error(`${path}: no query number ${fault.at}`);
  return { answered, before, after, added: rowsAdded(before, after) };
}

function rowsAdded(before: StoredState, after: StoredState): Record<string, number> {
  const count = (state: StoredState, table: string) => Number(state[table]!.split(' ', 1)[0]);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  return Object.fromEntries(changed.map((table) => [table, count(after, table) - count(before, table)]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isAlike({ answered, added }: Sent, whole: Sent): boolean {
  return answered.status === whole.answered.status && isSame(added, whole.added);
}

/** What is wrong with the outcome of one cell; nothing for most. */
function judge(
  kind: FaultKind,
  { answered, before, after, added }: Sent,
  whole: Sent['added'],
  isAfterwards: boolean,
): string | undefined {
  const applied = isSame(added, whole);
  const nothing = isSame(before, after);
  if (!applied && !nothing) return `${outcome(answered)} and half of it applied: ${JSON.stringify(added)}`;
  if (answered.status < 300) {
    if (nothing) return `${answered.status} without effect`;
    // What comes after the COMMIT puts away what the work no longer needs: it must not deny what was done.
    return kind.startsWith('40') || isAfterwards ? undefined : `${answered.status} after a failed query`;
  }
  if (kind === 'commit-lost' && !applied) return 'COMMIT succeeded and nothing is there';
  if (kind !== 'commit-lost' && !nothing) return `${outcome(answered)} with effect`;
  if (kind.startsWith('40')) return outcome(answered) === '409 conflict' ? undefined : outcome(answered);
  const honest = outcome(answered) === '503 unavailable' && Number(answered.headers.get('retry-after')) > 0;
  return honest ? undefined : outcome(answered);
}

interface Tally {
  readonly queries: number;
  readonly cells: number;
  readonly wrong: readonly string[];
  readonly repaired: number;
  readonly conflicts: number;
  readonly unavailable: number;
}

async function sweep(name: string): Promise<Tally> {
  const prepare = async (on: Stage) => {
    known = undefined;
    return SCENARIOS[name]!(on);
  };
  const first = await prepare(stage);
  const whole = await send(first, newId());
  if (whole.answered.status >= 300) throw new Error(`${name}: ${JSON.stringify(whole.answered.body)}`);
  const texts = [...faults.seen];
  const statuses: number[] = [];
  const wrong: string[] = [];
  const lastCommit = texts.lastIndexOf('COMMIT');
  // What can be done twice need not be prepared again after it was done.
  const again = isAlike(await send(first, newId()), whole) && isSame(faults.seen, texts);
  let prepared = again ? first : undefined;
  for (const [index, text] of texts.entries()) {
    const kinds: FaultKind[] = index === lastCommit ? [...FAULT_KINDS, 'commit-lost'] : [...FAULT_KINDS];
    for (const kind of kinds) {
      if (cellNumber++ % scale.sweepEvery > 0) continue;
      prepared ??= await prepare(stage);
      const key = newId();
      const sent = await send(prepared, key, { at: index + 1, kind });
      statuses.push(sent.answered.status);
      const fault =
        judge(kind, sent, whole.added, index > lastCommit) ?? (await repeated(kind, prepared, key, whole, sent));
      if (fault !== undefined)
        wrong.push(`${name}, query ${index + 1} of ${texts.length} (${text.slice(0, 60)}), ${kind}: ${fault}`);
      if (!again && !isSame(sent.before, sent.after)) prepared = undefined;
    }
  }
  const count = (of: (status: number) => boolean) => statuses.filter(of).length;
  return {
    queries: texts.length,
    cells: statuses.length,
    wrong,
    repaired: count((status) => status < 300),
    conflicts: count((status) => status === 409),
    unavailable: count((status) => status === 503),
  };
}

/** Whoever lost the answer to a COMMIT asks again under his key and gets it, without a second effect. */
async function repeated(
  kind: FaultKind,
  prepared: Prepared,
  key: string,
  whole: Sent,
  { after }: Sent,
): Promise<string | undefined> {
  if (kind !== 'commit-lost' || !prepared.keyed) return undefined;
  const again = await send(prepared, key);
  if (!isSame(again.after, after)) return 'a second effect under one key';
  const replayed = again.answered.headers.get('idempotent-replayed') === 'true';
  // a changed password ends no session of one's own, so that every credential still works here
  return replayed && again.answered.status === whole.answered.status ? undefined : `again: ${outcome(again.answered)}`;
}

it('has an example of every mutation of the contract', () => {
  const mutations = OPERATIONS.filter(({ method, id }) => method !== 'GET' && !NO_MUTATIONS.includes(id));
  const shown = new Set(Object.keys(SCENARIOS).map((name) => name.split(' ', 1)[0]));
  expect(mutations.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

it('sees a row that was written again as it was, and none that only might have been', async () => {
  const before = await stored.now();
  await stored.query('BEGIN');
  await stored.query('UPDATE member SET version = version + 1');
  await stored.query('ROLLBACK');
  await stored.query('VACUUM (FREEZE) member');
  expect(await stored.now()).toEqual(before);
  await stored.query('UPDATE newsroom SET name = name, version = version + 1');
  expect(rowsAdded(before, await stored.now())).toEqual({ 'public.newsroom': 0 });
  known = undefined;
});

it.each(Object.keys(SCENARIOS))('%s: whichever query fails, all of it happens or nothing', async (name) => {
  await startAnewWhenGrown();
  const { wrong, ...tally } = await inPhase('sweep over failing queries', () => sweep(name));
  totals.mutations++;
  totals.wrong += wrong.length;
  for (const figure of ['queries', 'cells', 'repaired', 'conflicts', 'unavailable'] as const)
    totals[figure] += tally[figure];
  expect(wrong).toEqual([]);
  expect(tally.queries).toBeGreaterThan(4);
});

it('and every ledger is sound', async () => {
  const { faults: found, leaves } = await auditLedger(api.database.ownerUrl);
  expect(found).toEqual([]);
  expect(leaves).toBeGreaterThan(10);
});
