import { Client } from 'pg';
import { outcome } from '../support/ask.js';
import { assignTo, claimFrom, done, verdictBody, addEvidence, decideNow, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const ONE = 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MS = 86_400_000;
let api: NewsroomApi;
let desk: Newsroom;
let database: Client;
let claim: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  database = new Client({ connectionString: api.database.superuserUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await api.stop();
});
beforeEach(async () => {
  desk = await api.found();
  const body = { kind: 'draft', language: 'ar', text: `${ONE}.`, authorIds: [desk.writer.id] };
  const article = await done(desk.editor.post('/articles', body));
  claim = await claimFrom(desk.editor, article.id, ONE);
});

async function setPolicy(policy: object): Promise<Any> {
  const { version } = await done(desk.admin.get('/newsroom'));
  return (await done(desk.admin.patch('/newsroom', { policy }, version))).policy;
}

const tryPolicy = async (policy: object) => {
  const { version } = await done(desk.admin.get('/newsroom'));
  const { body, ...answered } = await desk.admin.patch('/newsroom', { policy }, version);
  return [answered.status, ...((body as Any).errors ?? []).map(({ pointer, code }: Any) => `${pointer} ${code}`)];
};

/** As if it had been asked, or given, so many days earlier. */
async function setBack(table: 'query' | 'assignment', id: string, days: number): Promise<void> {
  await database.query(
    `UPDATE ${table} SET created_at = created_at - make_interval(days => $2), version = version + 1 WHERE id = $1`,
    [id, days],
  );
}

const mine = async (who: Person) => (await done(who.get('/assignments'))).items[0];
const waiting = async (who: Person) => (await done(who.get('/attention'))).items[0];
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

describe('due dates', () => {
  it('fall in the newsroom’s working days', async () => {
    // Only tomorrow is worked: whatever the hour now, six working hours end there at six.
    const tomorrow = new Date(Date.now() + DAY_MS);
    const policy = await setPolicy({
      workingWeek: { days: [WEEKDAYS[tomorrow.getUTCDay()]] },
      dueHours: { A: 6, B: 6, C: 6 },
    });
    expect(policy.workingWeek).toMatchObject({ week: 'custom', hours: null, timeZone: 'UTC' });
    const { dueAt } = await assignTo(desk.editor, claim.id, desk.salma);
    expect(dueAt).toBe(`${tomorrow.toISOString().slice(0, 10)}T06:00:00.000Z`);
  });

  it('fall in its hours and its time zone', async () => {
    const inDays = new Date(Date.now() + 2 * DAY_MS);
    await setPolicy({
      workingWeek: {
        days: [WEEKDAYS[inDays.getUTCDay()]],
        hours: { from: '09:00', to: '17:00' },
        timeZone: 'Asia/Dubai',
      },
      dueHours: { A: 3, B: 3, C: 3 },
    });
    const { dueAt } = await assignTo(desk.editor, claim.id, desk.salma);
    expect(dueAt).toBe(`${inDays.toISOString().slice(0, 10)}T08:00:00.000Z`);
  });

  it('come sooner for a kind that has a term of its own', async () => {
    const terms = { [claim.kind]: 1 };
    await setPolicy({ workingWeek: { week: 'every-day' }, dueHoursOfKind: terms });
    const { dueAt, createdAt } = await assignTo(desk.editor, claim.id, desk.salma);
    expect(daysBetween(createdAt, dueAt) * 24).toBeCloseTo(1, 2);
    expect((await setPolicy({ dueHoursOfKind: { [claim.kind]: null } })).dueHoursOfKind).toEqual({});
  });

  it.each([
    [{ workingWeek: { timeZone: 'Mars/Olympus' } }, ['/policy/workingWeek/timeZone unknown-time-zone']],
    [{ workingWeek: { days: [] } }, ['/policy/workingWeek/days too-small']],
    [{ workingWeek: { week: 'mon-fri', days: ['sun'] } }, ['/policy/workingWeek/week week-days-differ']],
    [{ workingWeek: { hours: { from: '17:00', to: '09:00' } } }, ['/policy/workingWeek/hours/to not-ascending']],
    [
      { workingWeek: { hours: { from: '25:00', to: '26:00' } } },
      ['/policy/workingWeek/hours/from wrong-form', '/policy/workingWeek/hours/to wrong-form'],
    ],
    [{ dueHoursOfKind: { rumour: 3 } }, ['/policy/dueHoursOfKind/rumour unknown-member']],
    [{ dueHoursOfKind: { quote: 0 } }, ['/policy/dueHoursOfKind/quote out-of-range']],
  ])('refuse a week that is none: %j', async (policy, errors) => {
    expect(await tryPolicy(policy)).toEqual([422, ...errors]);
  });

  it('of a complaint go by the newsroom’s week', async () => {
    // A Friday: three working days on are Tuesday from Sunday on, Wednesday from Monday on.
    const complaint = { requester: 'ناطق البلدية', demand: 'تصحيح الرقم', receivedAt: '2026-03-13T09:00:00.000Z' };
    const due = async () => (await done(desk.editor.post('/correction-requests', complaint))).dueAt;
    expect(await due()).toBe('2026-03-17T09:00:00.000Z');
    await setPolicy({ workingWeek: { week: 'mon-fri' } });
    expect(await due()).toBe('2026-03-18T09:00:00.000Z');
  });
});

describe('while the author is waited for', () => {
  let assignment: Any;
  let query: Any;

  beforeEach(async () => {
    await setPolicy({ workingWeek: { week: 'every-day' }, dueHours: { A: 24, B: 24, C: 24 } });
    assignment = await assignTo(desk.editor, claim.id, desk.salma);
    await setBack('assignment', assignment.id, 4);
    query = await done(desk.editor.post(`/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' }));
  });

  it('the clock stands, and says since when and why', async () => {
    const paused = { since: query.createdAt, reason: 'query' };
    expect([(await mine(desk.salma)).paused, (await waiting(desk.salma)).paused]).toEqual([paused, paused]);
    const { items } = await done(desk.editor.get(`/claims/${claim.id}/assignments`));
    expect(items[0].paused).toEqual(paused);
    await done(desk.writer.post(`/queries/${query.id}/answer`, { text: 'من المحضر' }));
    expect([(await mine(desk.salma)).paused, (await waiting(desk.salma)).paused]).toEqual([null, null]);
  });

  it('nothing becomes late, and what is due is due later by as long', async () => {
    // Due in a day, asked three days ago: two days late but for the pause.
    await setBack('query', query.id, 3);
    await database.query(
      "UPDATE assignment SET due_at = now() - interval '2 days', version = version + 1 WHERE id = $1",
      [assignment.id],
    );
    const before = await mine(desk.salma);
    expect(await waiting(desk.salma)).toMatchObject({ reason: 'assigned', overdue: false });
    expect((await done(desk.editor.get('/insights/load'))).items.map(({ overdue }: Any) => overdue)).toEqual([0, 0]);
    await done(desk.writer.post(`/queries/${query.id}/answer`, { text: 'من المحضر' }));
    const after = await mine(desk.salma);
    expect(daysBetween(before.dueAt, after.dueAt)).toBeCloseTo(3, 2);
    expect(after.version).toBe(before.version + 1);
    const history = (await done(desk.editor.get(`/claims/${claim.id}/history`))).items;
    expect(history.filter(({ action }: Any) => action === 'assignment.postponed')).toHaveLength(1);
    // The answer put right later, or the query closed, takes nothing more.
    await done(desk.writer.post(`/queries/${query.id}/answer`, { text: 'من محضر الجلسة' }));
    await done(desk.editor.post(`/queries/${query.id}/resolution`, {}));
    expect((await mine(desk.salma)).dueAt).toBe(after.dueAt);
  });

  it('what was late before it was asked stays late', async () => {
    await database.query(
      "UPDATE assignment SET due_at = now() - interval '1 hour', version = version + 1 WHERE id = $1",
      [assignment.id],
    );
    expect(await waiting(desk.salma)).toMatchObject({ reason: 'overdue', overdue: true });
    expect((await done(desk.editor.get('/insights/load'))).items.map(({ overdue }: Any) => overdue)).toEqual([0, 1]);
    const { dueAt } = await mine(desk.salma);
    await done(desk.editor.post(`/queries/${query.id}/resolution`, { note: 'أجاب بالهاتف' }));
    expect((await mine(desk.salma)).dueAt).toBe(dueAt);
  });

  it('two queries at once are one pause, which ends with the last', async () => {
    await setBack('query', query.id, 2);
    const second = await done(desk.editor.post(`/claims/${claim.id}/queries`, { text: 'ومتى؟' }));
    await setBack('query', second.id, 1);
    const before = await mine(desk.salma);
    await done(desk.writer.post(`/queries/${query.id}/answer`, { text: 'من المحضر' }));
    expect((await mine(desk.salma)).dueAt).toBe(before.dueAt);
    await done(desk.editor.post(`/queries/${second.id}/resolution`, { note: 'لا حاجة إليه' }));
    expect(daysBetween(before.dueAt, (await mine(desk.salma)).dueAt)).toBeCloseTo(2, 2);
  });

  it('a date that is put off does not tell who is done', async () => {
    await assignTo(desk.editor, claim.id, desk.omar);
    await setBack('query', query.id, 1);
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('unsupported', [])));
    const dues = async () =>
      (await done(desk.omar.get(`/claims/${claim.id}/assignments`))).items.map(({ dueAt }: Any) => dueAt);
    const before = await dues();
    await done(desk.writer.post(`/queries/${query.id}/answer`, { text: 'من المحضر' }));
    const after = await dues();
    expect(after.map((due: string, index: number) => due > before[index])).toEqual([true, true]);
  });

  it('an assignment does not expire', async () => {
    await setPolicy({ assignmentTimeoutHours: 1 });
    await database.query(
      "UPDATE assignment SET due_at = now() - interval '1 day', updated_at = now() - interval '3 days', version = version + 1 WHERE id = $1",
      [assignment.id],
    );
    const expire = () =>
      api.application.jobs['expire-assignment']!({ newsroomId: desk.id, assignmentId: assignment.id }, {} as never);
    await expire();
    expect((await mine(desk.salma)).status).toBe('assigned');
    await done(desk.editor.post(`/queries/${query.id}/resolution`, { note: 'أجاب بالهاتف' }));
    await expire();
    expect((await mine(desk.salma)).status).toBe('expired');
  });

  it('insights count the time that was worked, without it', async () => {
    const external = await done(desk.editor.post('/articles', { kind: 'external', language: 'ar', text: `${ONE}.` }));
    const other = await claimFrom(desk.editor, external.id, ONE);
    await database.query(
      "UPDATE claim SET created_at = now() - interval '10 hours', version = version + 1 WHERE id = $1",
      [other.id],
    );
    const asked = await done(desk.editor.post(`/claims/${other.id}/queries`, { text: 'متى؟' }));
    await done(desk.editor.post(`/queries/${asked.id}/resolution`, { note: 'أجاب بالهاتف' }));
    await database.query(
      "UPDATE query SET created_at = now() - interval '8 hours', waited_until = now() - interval '5 hours', version = version + 1 WHERE id = $1",
      [asked.id],
    );
    await assignTo(desk.editor, other.id, desk.salma);
    const item = await addEvidence(
      desk.salma,
      other.id,
      { source: { name: 'محضر الجلسة', type: 'document' } },
      { stance: 'refutes' },
    );
    await done(desk.salma.post(`/claims/${other.id}/verdicts`, verdictBody('false', [item.id])));
    expect(outcome(await decideNow(desk.editor, other.id, { to: 'disputed', rationale: 'يخالف المحضر' }))).toBe('201');
    const { turnaround } = await done(desk.editor.get('/insights/throughput'));
    expect(turnaround.n).toBe(1);
    expect([turnaround.median, turnaround.working.median].map((hours) => Math.round(hours * 10) / 10)).toEqual([10, 7]);
  });
});

describe('checklists', () => {
  const own = [
    { key: 'asked-the-mint', ar: 'سألتُ دار السكّ', en: 'I asked the mint' },
    { key: 'unit', ar: 'تحققتُ من الوحدة', en: 'I checked the unit' },
  ];

  it('are the newsroom’s own, and a new version of its policy', async () => {
    const start = await done(desk.salma.get('/checklists'));
    expect(start[claim.kind].length).toBeGreaterThan(2);
    const { version } = (await done(desk.admin.get('/newsroom'))).policy;
    const policy = await setPolicy({ checklists: { [claim.kind]: own } });
    expect([policy.version, policy.checklists[claim.kind]]).toEqual([version + 1, own]);
    expect(await done(desk.salma.get('/checklists'))).toEqual({ ...start, [claim.kind]: own });
    await assignTo(desk.editor, claim.id, desk.salma);
    const give = (checklist: string[]) =>
      desk.salma.post(`/claims/${claim.id}/verdicts`, { ...verdictBody('unsupported', []), checklist });
    const refused = await give(['primary-source']);
    expect([outcome(refused), (refused.body as Any).errors[0].code]).toEqual(['422 invalid', 'unknown-checklist-item']);
    expect((await done(give(['asked-the-mint']))).checklist).toEqual(['asked-the-mint']);
  });

  it.each([
    [{ quote: [own[0], own[0]] }, ['/policy/checklists/quote/1/key repeated']],
    [{ quote: [{ ...own[0], key: 'Asked' }] }, ['/policy/checklists/quote/0/key key-malformed']],
    [{ quote: [{ ...own[0], ar: ' ' }] }, ['/policy/checklists/quote/0/ar too-small']],
    [{ quote: [{ key: 'a', ar: 'بند' }] }, ['/policy/checklists/quote/0/en required']],
    [{ quote: [{ ...own[0], en: 'a\u202Eb' }] }, ['/policy/checklists/quote/0/en hidden-character']],
    [{ rumour: own }, ['/policy/checklists/rumour unknown-member']],
  ])('refused: %j', async (checklists, errors) => {
    expect(await tryPolicy({ checklists })).toEqual([422, ...errors]);
  });

  it('are nobody else’s to write', async () => {
    const { version } = await done(desk.editor.get('/newsroom'));
    const tried = await desk.editor.patch('/newsroom', { policy: { checklists: { quote: own } } }, version);
    expect(outcome(tried)).toBe('403 role-forbidden');
  });
});
