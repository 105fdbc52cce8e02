import { auditLedger } from '#persistence';
import { newId } from '#platform';
import { outcome, type Asked } from '../support/ask.js';
import { claimFrom, done, post, readyToVerify, verdictBody, versionOf, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';

const ROUNDS = 200;
/** Two decisions are also raced by writers with one ETag: the claim's version is the same guard. */
const DECISION_ROUNDS = 40;
const WRITERS = 16;
// about a minute in all on two quiet cores; the bound is for busy ones
jest.setTimeout(400_000);

let api: NewsroomApi;
let desk: Newsroom;
let stored: StoredStates;
let article: Any;

const sentence = (number: number) => `بلغ عدد الوحدات في الحي رقم ${number} نحو ${number * 7 + 100} وحدة.`;

// names its source neutrally, so that it may be closed as attributed
const ATTRIBUTED = 'قال المتحدث باسم البلدية سامي الكيلاني إن كلفة الجسر بلغت 12 مليون دينار.';

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found('small-desk');
  stored = await StoredStates.open(api.database);
  article = await post(desk.editor, [ATTRIBUTED, ...Array.from({ length: 10 }, (_, index) => sentence(index + 1))]);
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});

const parallel = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** How often each outcome came, as `{ '200': 1, '412 version-stale': 15 }`. */
function tally(answers: readonly Asked[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answered of answers) counts[outcome(answered)] = (counts[outcome(answered)] ?? 0) + 1;
  return counts;
}

async function leavesOf(objectId: string): Promise<number> {
  const [row] = await stored.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM ledger_leaf WHERE object_id = $1',
    [objectId],
  );
  return row!.count;
}

it(`${WRITERS} writers with one ETag: one is first, the others are told, ${ROUNDS} rounds`, async () => {
  const claim = await claimFrom(desk.editor, article.id, sentence(10));
  const before = await leavesOf(claim.id);
  let { version } = claim;
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await parallel(WRITERS, (index) =>
      desk.editor.patch(`/claims/${claim.id}`, { kind: index % 2 ? 'event' : 'statistic' }, version),
    );
    expect(tally(answers)).toEqual({ '200': 1, '412 version-stale': WRITERS - 1 });
    const first = answers.find(({ status }) => status === 200)!;
    expect(first.headers.get('etag')).toBe(`"${version + 1}"`);
    for (const late of answers.filter(({ status }) => status === 412))
      expect(late.body.currentVersion).toBe(version + 1);
    version += 1;
  }
  expect(await versionOf(desk.editor, claim.id)).toBe(version);
  expect((await leavesOf(claim.id)) - before).toBe(ROUNDS);
});

it(`${WRITERS} requests with one idempotency key: one effect, ${ROUNDS} rounds`, async () => {
  const before = await stored.query('SELECT id FROM source');
  for (let round = 0; round < ROUNDS; round++) {
    const key = { 'idempotency-key': newId() };
    const send = () => desk.editor.post('/sources', { name: `مصدر ${round}`, type: 'outlet' }, key);
    const answers = await parallel(WRITERS, send);
    const made = answers.filter(({ status }) => status === 201);
    const others = tally(answers.filter(({ status }) => status !== 201));
    expect(made.length).toBeGreaterThanOrEqual(1);
    expect(others['409 idempotency-in-flight'] ?? 0).toBe(WRITERS - made.length);
    const again = await send();
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    for (const { body, headers } of made) {
      expect(body).toEqual(again.body);
      expect(headers.get('ledger-seq')).toBe(again.headers.get('ledger-seq'));
    }
    expect(made.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  }
  expect((await stored.query('SELECT id FROM source')).length - before.length).toBe(ROUNDS);
});

it(`two decisions from the same reading: never both, ${DECISION_ROUNDS} rounds`, async () => {
  const { id } = await claimFrom(desk.editor, article.id, ATTRIBUTED);
  await readyToVerify(desk, id);
  const closure = { kind: 'as-attributed', recheckAt: '2030-01-01T00:00:00Z' };
  for (let round = 0; round < DECISION_ROUNDS; round++) {
    const headers = ifMatch(await versionOf(desk.editor, id));
    const bodies = [
      { to: 'verified' },
      { to: 'verified' },
      { to: 'needs-source', rationale: 'ما زال بلا مصدر', closure },
    ];
    const answers = await parallel(2, (index) => {
      const body = bodies[(round + index) % 2 === 0 ? 0 : 1 + (round % 2)]!;
      return desk[index ? 'editor' : 'secondEditor'].post(`/claims/${id}/decisions`, body, headers);
    });
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken.length).toBeLessThanOrEqual(1);
    const refused = answers.filter(({ status }) => status !== 201).map(outcome);
    if (taken.length > 0) {
      expect(refused).toEqual(['412 version-stale']);
      await done(
        desk.editor.post(
          `/claims/${id}/decisions`,
          { to: 'needs-source', rationale: 'نعيدها للجولة التالية' },
          ifMatch((taken[0]!.body as Any).claim.version),
        ),
      );
    }
  }
  const decisions = await stored.query('SELECT to_state FROM decision WHERE claim_id = $1', [id]);
  expect(decisions).toHaveLength(2 * DECISION_ROUNDS);
});

it(`a disputing verdict against a decision to verify: never both standing, ${ROUNDS} rounds`, async () => {
  const claims = await parallel(8, (index) => claimFrom(desk.editor, article.id, sentence(index + 2)));
  for (const { id } of claims) await readyToVerify(desk, id);
  const order = { verdictFirst: 0, decisionFirst: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const { id } = claims[round % claims.length];
    const [seen] = await stored.query<{ version: number }>('SELECT version FROM claim WHERE id = $1', [id]);
    const headers = ifMatch(seen!.version);
    const dispute = () => desk.omar.post(`/claims/${id}/verdicts`, verdictBody('false', [], 'النص يقول غير ذلك.'));
    const decide = () => desk.editor.post(`/claims/${id}/decisions`, { to: 'verified', rating: 'true' }, headers);
    const [verdict, decision] = await (round % 2
      ? Promise.all([dispute(), decide()])
      : Promise.all([decide(), dispute()]).then(([second, first]) => [first, second] as const));
    expect(outcome(verdict)).toBe('201');
    const [now] = await stored.query<{ state: string }>('SELECT state FROM claim WHERE id = $1', [id]);
    expect(now!.state).toBe('needs-source');
    if (decision.status === 201) {
      order.decisionFirst += 1;
      const fallBacks = await stored.query(
        'SELECT id FROM decision WHERE claim_id = $1 AND decided_by IS NULL AND created_at >= (SELECT created_at FROM verdict WHERE id = $2)',
        [id, verdict.body.id],
      );
      expect(fallBacks).toHaveLength(1);
    } else {
      order.verdictFirst += 1;
      expect(outcome(decision)).toBe('409 requirements-unmet');
      const unmet = (decision.body as Any).requirements.filter(({ status }: Any) => status === 'unsatisfied');
      expect(unmet.map(({ name }: Any) => name)).toEqual(['no-open-dispute']);
    }
    await done(desk.omar.post(`/verdicts/${verdict.body.id}/withdrawal`, { reason: 'للجولة التالية' }));
  }
  // a race that always ends the same way would show nothing
  expect(Math.min(order.verdictFirst, order.decisionFirst)).toBeGreaterThan(0);
});

it('after all this every ledger re-derives from its bytes', async () => {
  const { faults, leaves } = await auditLedger(api.database.ownerUrl);
  expect(faults).toEqual([]);
  expect(leaves).toBeGreaterThan(3 * ROUNDS);
});
