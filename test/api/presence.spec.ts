import { newId } from '#platform';
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
import { eventually } from '../support/eventually.js';
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
});
afterAll(() => api.stop());

const here = async (who: Person, present = true): Promise<Any> =>
  done(who.send('PUT', `/claims/${claim.id as string}/presence`, { present }));
const names = async (who: Person) => (await here(who)).members.map(({ name }: Any) => name as string);

const becomes = (ask: () => Promise<unknown>, expected: unknown) =>
  eventually(async () => expect(await ask()).toEqual(expected));

/** A stream that has told of something already, so that nothing that happens from now on is missed. */
async function listening(who: Person): Promise<{ heard: Any[]; head: number; leave: () => Promise<void> }> {
  await done(desk.editor.post('/sources', { name: `مصدر ${newId()}`, type: 'outlet' }));
  const { head } = await done(desk.admin.get('/ledger/entries?limit=1'));
  const heard: Any[] = [];
  const leaving = new AbortController();
  const stream = (async () => {
    for await (const event of who.client.events({ after: head.seq - 1, signal: leaving.signal })) heard.push(event);
  })();
  await eventually(() => expect(heard).toMatchObject([{ id: head.seq }]));
  const leave = () => {
    leaving.abort(); // first: a stream left open keeps a failing spec alive for ever
    return stream;
  };
  return { heard, head: head.seq, leave };
}
const ofPresence = (heard: readonly Any[]) => heard.filter(({ type }) => type === 'presence.changed');

describe('who has a claim open', () => {
  it('is told to those who may know, and leaves no trace', async () => {
    const head = async () => (await done(desk.admin.get('/ledger/entries?limit=1'))).head.seq;
    const before = await head();
    expect(await here(desk.editor)).toEqual({ members: [], withheld: false });
    await here(desk.secondEditor);
    await becomes(() => names(desk.editor), ['secondEditor']);
    await here(desk.secondEditor, false);
    await becomes(() => names(desk.editor), []);
    expect(await head()).toBe(before);
  });

  it('comes as an event to the stream of those who may know, once for each coming and going', async () => {
    const { heard, head, leave } = await listening(desk.editor);
    await here(desk.secondEditor);
    await here(desk.secondEditor);
    await eventually(() => expect(ofPresence(heard)).toHaveLength(1));
    await here(desk.secondEditor, false);
    await eventually(() => expect(ofPresence(heard)).toHaveLength(2));
    expect(ofPresence(heard)[0]).toMatchObject({ id: head, claimId: claim.id, articleId: article.id });
    await leave();
  });

  it('tells whoever must still judge for himself of nobody, and others of him', async () => {
    await assignTo(desk.editor, claim.id as string, desk.salma);
    await assignTo(desk.editor, claim.id as string, desk.omar);
    await here(desk.salma);
    await here(desk.editor);
    expect(await here(desk.omar)).toEqual({ members: [], withheld: true });
    const { heard, leave } = await listening(desk.omar);
    await here(desk.salma, false);
    await here(desk.salma);
    const after = await done(desk.editor.post('/sources', { name: `مصدر ${newId()}`, type: 'outlet' }));
    await eventually(() => expect(JSON.stringify(heard)).toContain(after.id));
    await leave();
    expect(ofPresence(heard)).toEqual([]);
    await becomes(async () => (await names(desk.editor)).sort(), ['omar', 'salma']);

    const item = await done(desk.omar.post(`/claims/${claim.id as string}/evidence`, evidenceBody(fromOutlet('مصدر'))));
    await done(desk.omar.post(`/claims/${claim.id as string}/verdicts`, verdictBody('true', [item.id as string])));
    await becomes(async () => (await names(desk.omar)).sort(), ['editor', 'salma']);
  });

  it('is of a claim whose article one may see', async () => {
    const { version } = await done(desk.editor.get(`/articles/${article.id as string}`));
    await done(desk.editor.patch(`/articles/${article.id as string}`, { visibility: 'named' }, version));
    const asked = await desk.viewer.send('PUT', `/claims/${claim.id as string}/presence`, {});
    expect(outcome(asked)).toBe('404 not-found');
  });
});
