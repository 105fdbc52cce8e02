import { WEBHOOK_EVENTS } from '#domain';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  fromOutlet,
  post,
  readyToVerify,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { makeWebhook } from '../support/webhook-work.js';
import { BEHAVIOURS, told, WebhookLab } from '../support/webhook-lab.js';

/** In everything anybody writes below; nowhere in what is sent. */
const CANARY = 'قنارى7391';
const QUOTE = `بلغت كلفة الجسر ${CANARY} 12 مليون دينار عام 2024.`;
const MEMBERS = ['seq', 'object', 'articleId', 'claimId', 'state', 'href'];

let api: NewsroomApi;
let lab: WebhookLab;
let desk: Newsroom;
let webhook: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  lab = await WebhookLab.open(api);
});
beforeEach(async () => {
  desk = await api.found();
  webhook = await makeWebhook(desk.admin, { events: WEBHOOK_EVENTS, description: 'everything there is' });
  lab.received.length = 0;
  lab.behave = BEHAVIOURS.ok;
});
afterAll(async () => {
  await lab.close();
  await api.stop();
});

const types = (): string[] => lab.received.map(told).map(({ type }) => type);
const counts = (type: string): number => types().filter((one) => one === type).length;
async function claimed(): Promise<{ article: Any; claim: Any }> {
  const article = await post(desk.editor, [QUOTE], { title: `عنوان ${CANARY}`, outlet: `صحيفة ${CANARY}` });
  return { article, claim: await claimFrom(desk.editor, article.id, QUOTE) };
}
/** By somebody who has the claim before him. */
async function judged(claim: Any, reviewer: 'salma' | 'omar', rating: string): Promise<Any> {
  const source = fromOutlet(`مصدر ${CANARY} ${reviewer}`);
  const evidence = await addEvidence(desk[reviewer], claim.id, source, { note: CANARY, quote: CANARY });
  const body = verdictBody(rating, [evidence.id], `لأن ${CANARY}`);
  return done(desk[reviewer].post(`/claims/${claim.id}/verdicts`, body));
}
const patched = async (article: Any, body: object): Promise<Any> => {
  const { version } = await done(desk.editor.get(`/articles/${article.id}`));
  return done(desk.editor.patch(`/articles/${article.id}`, body, version));
};
async function hold(article: Any, held: boolean): Promise<void> {
  const { version } = await done(desk.editor.get(`/articles/${article.id}`));
  const body = { hold: held ? { reason: `أمر قضائي ${CANARY}` } : null };
  await done(desk.editor.post(`/articles/${article.id}/legal-hold`, body, ifMatch(version)));
}

describe('while verdicts are independent', () => {
  it('nothing of how anybody judged is told, and nothing anybody wrote', async () => {
    const { claim } = await claimed();
    for (const reviewer of [desk.salma, desk.omar]) await assignTo(desk.editor, claim.id, reviewer);
    const verdict = await judged(claim, 'salma', 'true');
    await judged(claim, 'omar', 'false');
    await done(desk.salma.post(`/verdicts/${verdict.id}/withdrawal`, { reason: `خطأ ${CANARY}` }));
    await done(desk.editor.post(`/claims/${claim.id}/comments`, { text: `راجعوا ${CANARY}` }));
    await done(desk.editor.post(`/claims/${claim.id}/queries`, { text: `من أين ${CANARY}؟` }));
    await lab.readAndSend(desk);
    expect(types()).toEqual(expect.arrayContaining(['article.created', 'query.asked']));
    expect(types().filter((type) => type.startsWith('verdict'))).toEqual([]);
    for (const one of lab.received) {
      expect(one.body).not.toContain(CANARY);
      expect(JSON.stringify(one.headers)).not.toContain(CANARY);
      expect(Object.keys(told(one).data).filter((name) => !MEMBERS.includes(name))).toEqual([]);
      for (const person of [desk.salma, desk.omar, desk.editor]) expect(one.body).not.toContain(person.id);
    }
  });

  it('a decision is told as a state, and from then on so is that there are verdicts', async () => {
    const { claim } = await claimed();
    await readyToVerify(desk, claim.id);
    await lab.readAndSend(desk);
    expect(counts('verdict.given')).toBe(0);
    await done(decideNow(desk.editor, claim.id, { to: 'verified', rationale: CANARY }));
    await lab.readAndSend(desk);
    const changed = lab.received.map(told).filter(({ type }) => type === 'claim.state-changed');
    expect(changed).toMatchObject([
      { data: { claimId: claim.id, state: 'verified', href: `/api/v1/claims/${claim.id}` } },
    ]);
    await judged(claim, 'omar', 'true');
    await lab.readAndSend(desk);
    expect(counts('verdict.given')).toBe(1);
    const given = lab.received.map(told).find(({ type }) => type === 'verdict.given');
    expect(given.data).toMatchObject({ claimId: claim.id, object: { type: 'verdict' } });
    expect(given.data).not.toHaveProperty('state');
    expect(JSON.stringify(lab.received)).not.toContain(CANARY);
  });

  it('a claim that falls back tells its state and not whose doing it was', async () => {
    const { claim } = await claimed();
    await readyToVerify(desk, claim.id);
    await done(decideNow(desk.editor, claim.id, { to: 'verified' }));
    await judged(claim, 'omar', 'false');
    await lab.readAndSend(desk);
    const states = lab.received.map(told).filter(({ type }) => type === 'claim.state-changed');
    expect(states.map(({ data }) => data.state)).toEqual(['verified', 'needs-source']);
    expect(types()).not.toContain('claim.fell-back');
  });
});

it('where verdicts are open in the newsroom, they are told', async () => {
  desk = await api.found('small-desk');
  await makeWebhook(desk.admin, { events: ['verdict.given'] });
  const { claim } = await claimed();
  await assignTo(desk.editor, claim.id, desk.salma);
  await judged(claim, 'salma', 'true');
  await lab.readAndSend(desk);
  expect(types()).toEqual(['verdict.given']);
});

describe('an article', () => {
  it('for named members only is told to nobody outside', async () => {
    const { article, claim } = await claimed();
    await patched(article, { visibility: 'named' });
    await done(desk.editor.post(`/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' }));
    const open = await post(desk.editor, ['خبر آخر.']);
    await lab.readAndSend(desk);
    expect(new Set(lab.received.map((one) => told(one).data.articleId))).toEqual(new Set([open.id]));
  });

  it('held for the law is told to nobody outside until it is released from it', async () => {
    const { article } = await claimed();
    await lab.readAndSend(desk);
    const before = lab.received.length;
    expect(before).toBeGreaterThan(0);
    await hold(article, true);
    const { claims } = await done(desk.editor.get(`/articles/${article.id}`));
    await done(desk.editor.post(`/claims/${claims[0].id}/queries`, { text: 'من أين الرقم؟' }));
    await lab.readAndSend(desk);
    expect(lab.received).toHaveLength(before);
    await hold(article, false);
    await done(desk.editor.post(`/claims/${claims[0].id}/queries`, { text: 'ومن قاله؟' }));
    await lab.readAndSend(desk);
    expect(counts('query.asked')).toBe(1);
  });

  it.each<[string, (article: Any) => Promise<unknown>]>([
    ['kept for named members', (article) => patched(article, { visibility: 'named' })],
    ['held for the law', (article) => hold(article, true)],
  ])('that was %s between an event and its sending is not told any more', async (_, withdraw) => {
    const { article } = await claimed();
    await lab.read(desk);
    await withdraw(article);
    await lab.send(desk);
    expect(lab.received).toEqual([]);
    const { items } = await done(desk.admin.get(`/webhooks/${webhook.id}/deliveries`));
    expect(new Set(items.map(({ status }: Any) => status))).toEqual(new Set(['withheld']));
  });
});
