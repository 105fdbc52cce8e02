import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { openApiText } from '../../apps/api/src/docs/docs.pages.js';
import { startBareApi } from '../support/bare-api.js';
import { bearer } from '../support/ask.js';
import { chosenScale, sliceOfTime } from './fault-scale.js';
import { Contract } from './fuzz-contract.js';
import { AT_ONCE, Fuzzer, type Caller, type FuzzResult } from './fuzz-run.js';
import { things, VISITOR } from './fuzz-things.js';
import { FuzzWire } from './fuzz-wire.js';
import { addToSummary } from './summary-file.js';

/** ISNAD_FUZZ says how many requests instead of the scale, ISNAD_FUZZ_SEED which. */
const COUNT = Number(process.env.ISNAD_FUZZ ?? chosenScale().fuzzed);
const SEED = Number(process.env.ISNAD_FUZZ_SEED ?? 20_261_122);
/** A newsroom that has seen more would answer with ever longer lists: the next begins on a database of its own. */
const A_ROUND = 25_000;
/** A slice of a long run may be too short to get through everything by chance. */
const ENOUGH_FOR_ALL = 20_000;

/**
 * Asked like all others, and not expected to get through: what opens them is a secret that no document tells, a password or an
 * invitation's token, a code of this half minute. test/api/http-auth.spec.ts and second-factor.spec.ts have them. A second factor can
 * be reset only where one was confirmed by such a code, and a link to a new password takes an administrator's session.
 */
const SECRET = [
  'createSession',
  'acceptInvitation',
  'changePassword',
  'startSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'removeSecondFactor',
  'resetSecondFactor',
  'createPasswordLink',
];

const contract = new Contract(openApiText(OPERATIONS));
const byOperation = new Map<string, { asked: number; done: number }>();
const findings = new Map<string, string>();
const errors: string[] = [];
/** Why requests were told to come again. */
const reasons = new Set<string>();
let requests = 0;
let shed = 0;

beforeAll(
  async () => {
    const began = Date.now();
    const cpu = process.cpuUsage();
    const isOver = sliceOfTime();
    for (let sent = 0; sent < COUNT && !isOver(); sent += A_ROUND) {
      add(await round(SEED + sent, Math.min(A_ROUND, COUNT - sent), isOver));
      if (COUNT > 2 * A_ROUND) process.stderr.write(`fuzz: ${requests} requests, ${findings.size} findings\n`);
    }
    const seconds = (Date.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const figures = {
      requests,
      seconds: Math.round(seconds),
      'a second': Math.round(requests / seconds),
      'ms of processor each': ((user + system) / 1000 / requests).toFixed(2),
      'told to come again': shed,
      findings: findings.size,
      seed: SEED,
    };
    addToSummary('fuzz', figures);
    const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
    const rarest = [...byOperation].sort(([, a], [, b]) => a.done - b.done).slice(0, 8);
    const reached = rarest.map(([id, counted]) => `${id} ${counted.done} of ${counted.asked}`).join(', ');
    process.stderr.write(`fuzz: ${told.join(', ')}\nfuzz: got through least: ${reached}\n`);
    for (const reason of reasons) process.stderr.write(`fuzz: told to come again: ${reason}\n`);
  },
  Math.max(120_000, COUNT * 40),
);

/** So many requests to a newsroom that has one of everything, by each of its people. */
async function round(seed: number, count: number, isOver: () => boolean): Promise<FuzzResult> {
  const api = await startBareApi(20);
  const wire = new FuzzWire(api.url, AT_ONCE, api.fastify);
  try {
    const room = await api.found();
    const people = [room.editor, room.salma, room.omar, room.writer, room.viewer, room.admin, room.secondEditor];
    const callers: Caller[] = people.map(({ token, email }) => ({ name: email, headers: bearer(token) }));
    const { value } = await api.application.sessions.open(room.id, room.editor.id, VISITOR);
    callers.push({ name: 'session', headers: { cookie: `isnad_session=${value.secret}`, 'x-isnad-csrf': '1' } });
    const pool = await things(api, room);
    const result = await new Fuzzer({ wire, contract, callers, pool, seed, count, isOver }).go();
    errors.push(...api.logged.filter((line) => /"level":(50|60)/.test(line)));
    for (const line of api.logged.filter((each) => /"level":40.*"msg":"unavailable"/.test(each)))
      reasons.add((JSON.parse(line) as { err?: { message?: string } }).err?.message ?? line);
    return result;
  } finally {
    wire.close();
    await api.stop();
  }
}

function add(result: FuzzResult): void {
  requests += result.requests;
  shed += result.shed;
  for (const [id, { asked, done }] of result.byOperation) {
    const before = byOperation.get(id) ?? { asked: 0, done: 0 };
    byOperation.set(id, { asked: before.asked + asked, done: before.done + done });
  }
  for (const [what, { times, example }] of result.findings) findings.set(what, `${what} (×${times})\n${example}`);
}

describe('requests made from the OpenAPI document', () => {
  it('reach every operation, and get through it', () => {
    const never = OPERATIONS.filter(({ id }) => !byOperation.get(id)?.done).map(({ id }) => id);
    if (requests >= ENOUGH_FOR_ALL) expect(never.filter((id) => !SECRET.includes(id))).toEqual([]);
    expect(byOperation.size).toBe(OPERATIONS.length);
    if (process.env.ISNAD_TEST_SECONDS === undefined) expect(requests).toBeGreaterThanOrEqual(COUNT);
  });

  it('find nothing that breaks one of the checks', () => {
    expect([...findings.values()]).toEqual([]);
  });

  it('leave no error in the log but those of a machine with too much to do, and hardly any of these', () => {
    expect(errors.filter((line) => !/"status":503/.test(line)).slice(0, 3)).toEqual([]);
    expect(shed).toBeLessThanOrEqual(1 + requests / 1000);
  });
});
