import { outcome } from '../support/ask.js';
import { assignTo, claimFrom, decideNow, done, post, verdictBody, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const SENTENCES = Array.from(
  { length: 4 },
  (_, index) => `ويعبر الجسر رقم ${index + 1} كل يوم نحو ${index + 60} سيارة من المدينة`,
);
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let claims: Any[];

beforeAll(async () => {
  api = await startNewsroomApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  desk = await api.found();
  article = await post(
    desk.editor,
    SENTENCES.map((one) => `${one}.`),
  );
  claims = [];
  for (const quote of SENTENCES) {
    const claim = await claimFrom(desk.editor, article.id, quote);
    for (const who of [desk.salma, desk.omar]) await assignTo(desk.editor, claim.id, who);
    claims.push(claim);
  }
});

const judge = (who: Person, index: number, rating: string) =>
  done(who.post(`/claims/${claims[index].id}/verdicts`, verdictBody(rating, [])));
const close = async (index: number) => {
  const body = { to: 'disputed', rationale: 'خلاف', rating: 'false' };
  const decided = await decideNow(desk.editor, claims[index].id, body);
  if (outcome(decided) !== '201') {
    const refused = decided.body.requirements as Any[];
    const overrides = refused
      .filter(({ status, name }) => status === 'unsatisfied' && name !== 'contradiction')
      .map(({ name }) => ({ requirement: name, reason: 'تجربة' }));
    expect(outcome(await decideNow(desk.editor, claims[index].id, { ...body, overrides }))).toBe('201');
  }
};

describe('agreement', () => {
  it('is undefined, with a reason, where nothing pairs or varies', async () => {
    expect(await done(desk.viewer.get('/insights/agreement'))).toMatchObject({
      alpha: null,
      kappa: null,
      reason: 'no-pairs',
      n: 0,
      claims: 0,
      reviewers: 0,
    });
  });

  it('says nothing of a claim that is not decided', async () => {
    await judge(desk.salma, 0, 'true');
    await judge(desk.omar, 0, 'false');
    expect(await done(desk.editor.get('/insights/agreement?informed=true'))).toMatchObject({ claims: 0, n: 0 });
  });

  it('comes out as computed by hand', async () => {
    // ff ff ft ft: po = 1/2; Cohen: pe = 1·1/2 + 0·1/2 → (1/2 − 1/2) / (1 − 1/2) = 0;
    // nominal alpha: 1 − 7 · (2 · 2) / (2 · 6 · 2) = −1/6
    for (const [index, other] of ['false', 'false', 'true', 'true'].entries()) {
      const item = await done(
        desk.salma.post(`/claims/${claims[index].id}/evidence`, {
          source: { name: `وثيقة ${index}`, type: 'document' },
          stance: 'refutes',
          locator: 'ص 1',
          url: 'https://example.org/d',
          quote: 'لا',
        }),
      );
      await done(desk.salma.post(`/claims/${claims[index].id}/verdicts`, verdictBody('false', [item.id])));
      await done(desk.omar.post(`/claims/${claims[index].id}/verdicts`, verdictBody(other, [item.id])));
      await close(index);
    }
    const figures = await done(desk.editor.get('/insights/agreement'));
    expect(figures).toMatchObject({ claims: 4, reviewers: 2, n: 8, missing: 0, po: 0.5 });
    expect(figures.alpha).toBeCloseTo(-1 / 6, 6);
    expect(figures.kappa).toBeCloseTo(0, 6);
    expect(figures.observed.value).toBeCloseTo(0.5, 6);
    expect(await done(desk.editor.get('/insights/agreement?kind=draft'))).toMatchObject({ claims: 0 });
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    await done(desk.editor.patch(`/articles/${article.id}`, { visibility: 'named' }, version));
    expect(await done(desk.viewer.get('/insights/agreement'))).toMatchObject({ claims: 0 });
  });
});

describe('throughput', () => {
  it('counts articles and decisions by day and what waits', async () => {
    const said = { to: 'needs-source', rationale: 'ننتظر', closure: { kind: 'unproven', searchLog: [] } };
    expect((await decideNow(desk.editor, claims[0].id, said)).status).toBe(409);
    const figures = await done(desk.viewer.get('/insights/throughput'));
    const today = figures.days.at(-1);
    expect([today.day, today.articles, today.claimsDecided]).toEqual([new Date().toISOString().slice(0, 10), 1, 0]);
    expect(figures.turnaround).toEqual({ n: 0, median: null, p90: null, working: { median: null, p90: null } });
    expect(figures.backlog.needsSource).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['?from=2026-01-02T00:00:00.000Z&to=2026-01-01T00:00:00.000Z'],
    ['?from=2020-01-01T00:00:00.000Z&to=2026-01-01T00:00:00.000Z'],
  ])('refuses %s', async (query) => {
    expect(outcome(await desk.viewer.get(`/insights/throughput${query}`))).toBe('422 invalid');
  });
});

describe('load', () => {
  const open = async (who: Person) =>
    Object.fromEntries((await done(who.get('/insights/load'))).items.map((one: Any) => [one.name, one.open]));

  it('says what each has open, is late with and can take', async () => {
    const { items, limit } = await done(desk.editor.get('/insights/load'));
    expect(items.map(({ name, open: count, overdue, capacity }: Any) => [name, count, overdue, capacity])).toEqual([
      ['omar', 4, 0, limit - 4],
      ['salma', 4, 0, limit - 4],
    ]);
  });

  it('does not tell a fact-checker that another has judged', async () => {
    const before = await open(desk.omar);
    await judge(desk.salma, 0, 'true');
    expect(await open(desk.omar)).toEqual(before);
    expect((await open(desk.editor)).salma).toBe(3);
    await judge(desk.omar, 0, 'true');
    expect((await open(desk.omar)).omar).toBe(3);
  });
});

it('the history of an article tells what happened to it and its claims', async () => {
  const { items } = await done(desk.viewer.get(`/articles/${article.id}/history?limit=200`));
  const actions = items.map(({ action }: Any) => action);
  expect(actions[0]).toBe('article.created');
  expect(actions).toEqual(expect.arrayContaining(['claim.extracted', 'assignment.given']));
  expect(items.find(({ action }: Any) => action === 'article.created').memberName).toBe('editor');
});

it('a checklist is ticked with the verdict, by the kind of claim', async () => {
  const lists = await done(desk.salma.get('/checklists'));
  const { kind } = await done(desk.salma.get(`/claims/${claims[0].id}`));
  const keys = lists[kind].map(({ key }: Any) => key).slice(0, 2);
  const body = (checklist: string[]) => ({ ...verdictBody('true', []), checklist });
  const path = `/claims/${claims[0].id}/verdicts`;
  expect(outcome(await desk.salma.post(path, body(['no-such-item'])))).toBe('422 invalid');
  expect((await done(desk.salma.post(path, body(keys)))).checklist).toEqual(keys);
});
