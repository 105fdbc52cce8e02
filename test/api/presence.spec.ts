import { outcome } from '../support/ask.js';
import {
  assignTo,
  claimFrom,
  done,
  evidenceBody,
  fromOutlet,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const SENTENCE = 'بلغت كلفة جسر نورا 12 مليون دينار عام 2024.';
let api: NewsroomApi;
let desk: Newsroom;
let claim: Any;
let article: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  article = await post(desk.editor, [SENTENCE]);
  claim = await claimFrom(desk.editor, article.id as string, SENTENCE);
}, 60_000);
afterAll(() => api.stop());

const here = async (who: Person, present = true): Promise<Any> =>
  done(who.send('PUT', `/claims/${claim.id as string}/presence`, { present }));
const names = async (who: Person) => (await here(who)).members.map(({ name }: Any) => name as string);

async function eventually<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + 5_000;
  let got = await ask();
  while (JSON.stringify(got) !== JSON.stringify(expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    got = await ask();
  }
  expect(got).toEqual(expected);
}

describe('who has a claim open', () => {
  it('is told to those who may know, and leaves no trace', async () => {
    const head = async () => (await done(desk.admin.get('/ledger/entries?limit=1'))).head.seq;
    const before = await head();
    expect(await here(desk.editor)).toEqual({ members: [], withheld: false });
    await here(desk.secondEditor);
    await eventually(() => names(desk.editor), ['secondEditor']);
    await here(desk.secondEditor, false);
    await eventually(() => names(desk.editor), []);
    expect(await head()).toBe(before);
  });

  it('comes as an event to the stream of those who may know, once for each coming and going', async () => {
    const heard: Any[] = [];
    const leaving = new AbortController();
    const { head } = await done(desk.editor.get('/ledger/entries?limit=1'));
    const stream = (async () => {
      for await (const event of desk.editor.client.events({ after: head.seq, signal: leaving.signal })) {
        if (event.type === 'presence.changed') heard.push(event);
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await here(desk.secondEditor);
    await here(desk.secondEditor);
    await eventually(() => Promise.resolve(heard.length), 1);
    await here(desk.secondEditor, false);
    await eventually(() => Promise.resolve(heard.length), 2);
    expect(heard[0]).toMatchObject({ id: head.seq, claimId: claim.id, articleId: article.id });
    leaving.abort();
    await stream;
  });

  it('tells whoever must still judge for himself of nobody, and others of him', async () => {
    await assignTo(desk.editor, claim.id as string, desk.salma);
    await assignTo(desk.editor, claim.id as string, desk.omar);
    await here(desk.salma);
    await here(desk.editor);
    expect(await here(desk.omar)).toEqual({ members: [], withheld: true });
    const heard: string[] = [];
    const leaving = new AbortController();
    const { head } = await done(desk.omar.get('/ledger/entries?limit=1'));
    const stream = (async () => {
      for await (const event of desk.omar.client.events({ after: head.seq, signal: leaving.signal }))
        heard.push(event.type);
    })();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await here(desk.salma, false);
    await here(desk.salma);
    await done(desk.editor.post('/sources', { name: `مصدر ${Date.now()}`, type: 'outlet' }));
    await eventually(() => Promise.resolve(heard.some((type) => type.startsWith('source.'))), true);
    leaving.abort(); // first: a stream left open keeps a failing spec alive for ever
    await stream;
    expect(heard.filter((type) => type.startsWith('presence'))).toEqual([]);
    await eventually(async () => (await names(desk.editor)).sort(), ['omar', 'salma']);

    const item = await done(desk.omar.post(`/claims/${claim.id as string}/evidence`, evidenceBody(fromOutlet('مصدر'))));
    await done(desk.omar.post(`/claims/${claim.id as string}/verdicts`, verdictBody('true', [item.id as string])));
    expect((await names(desk.omar)).sort()).toEqual(['editor', 'salma']);
  });

  it('is of a claim whose article one may see', async () => {
    const { version } = await done(desk.editor.get(`/articles/${article.id as string}`));
    await done(desk.editor.patch(`/articles/${article.id as string}`, { visibility: 'named' }, version));
    const asked = await desk.viewer.send('PUT', `/claims/${claim.id as string}/presence`, {});
    expect(outcome(asked)).toBe('404 not-found');
  });
});
