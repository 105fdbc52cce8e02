import { outcome } from '../support/ask.js';
import { addEvidence, assignTo, claimFrom, decideNow, done, verdictBody, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const ONE = 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.';
const TWO = 'ويبلغ طول الجسر الجديد 340 مترًا فوق النهر.';
const ASIDE = 'فماذا بعد؟';
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const blocks = [ONE, TWO, ASIDE].map((text) => ({ field: 'body', text }));
  article = await done(desk.editor.post('/articles', { kind: 'draft', blocks, authorIds: [desk.writer.id] }));
});

async function revise(...texts: string[]): Promise<Any> {
  const { version } = await done(desk.editor.get(`/articles/${article.id}`));
  const body = { blocks: texts.map((text) => ({ field: 'body', text })), note: 'تعديل', onBehalfOf: desk.writer.id };
  return done(desk.editor.post(`/articles/${article.id}/revisions`, body, ifMatch(version)));
}
const diff = (number: number, query = '') =>
  desk.viewer.get(`/articles/${article.id}/revisions/${number}/diff${query}`);

it('lists the revisions, the newest first, in pages', async () => {
  await revise(ONE, TWO);
  await revise(ONE);
  const { items } = await done(desk.viewer.get(`/articles/${article.id}/revisions`));
  expect(items.map(({ number, note }: Any) => [number, note])).toEqual([
    [3, 'تعديل'],
    [2, 'تعديل'],
    [1, null],
  ]);
  const first = await done(desk.viewer.get(`/articles/${article.id}/revisions?limit=2`));
  const rest = await done(desk.viewer.get(`/articles/${article.id}/revisions?limit=2&cursor=${first.next}`));
  expect([...first.items, ...rest.items]).toEqual(items);
  expect(rest.next).toBeUndefined();
});

it('tells what changed word by word, in code points', async () => {
  await revise(`🌉 ${ONE.replace('الاثنين', 'الثلاثاء')}`, TWO.replace('340', '٣٤٠'));
  const { from, to, blocks } = await done(diff(2));
  expect([from, to]).toEqual([1, 2]);
  expect(blocks.map(({ kind }: Any) => kind)).toEqual(['changed', 'changed', 'removed']);
  const said = blocks[0].changes.map(({ before, after, typographic }: Any) => [
    [...blocks[0].before.text].slice(before.start, before.end).join(''),
    [...blocks[0].after.text].slice(after.start, after.end).join(''),
    typographic,
  ]);
  expect(said).toEqual([
    ['', '🌉 ', false],
    ['الاثنين', 'الثلاثاء', false],
  ]);
  expect(blocks[1].changes).toMatchObject([{ typographic: true }]);
});

it('says what became of each claim, over several revisions and backwards', async () => {
  const bridge = await claimFrom(desk.editor, article.id, TWO.slice(0, -1));
  const opening = await claimFrom(desk.editor, article.id, ONE.slice(0, -1));
  const { version } = await done(desk.editor.get(`/claims/${bridge.id}`));
  await done(desk.editor.patch(`/claims/${bridge.id}`, { tier: 'B', reason: 'طول معلن' }, version));
  await assignTo(desk.editor, bridge.id, desk.salma);
  const item = await addEvidence(desk.salma, bridge.id, { source: { name: 'وثيقة المشروع', type: 'document' } });
  await done(desk.salma.post(`/claims/${bridge.id}/verdicts`, verdictBody('accurate', [item.id])));
  expect(outcome(await decideNow(desk.editor, bridge.id, { to: 'verified' }))).toBe('201');
  await revise(ONE, TWO.replace('340', '360'));
  await revise(TWO.replace('340', '360'));
  const of = async (asked: ReturnType<typeof diff>) =>
    new Map<string, Any>((await done(asked)).claims.map((claim: Any) => [claim.claimId, claim]));
  const whole = await of(diff(3, '?from=1'));
  expect(whole.get(bridge.id)).toMatchObject({
    status: expect.stringMatching(/changed|exact|moved/),
    flags: expect.arrayContaining(['numericChanged']),
    wordsChanged: true,
    fellBack: true,
    quoteBefore: TWO.slice(0, -1),
    quoteAfter: TWO.slice(0, -1).replace('340', '360'),
  });
  expect(whole.get(opening.id)).toMatchObject({ status: 'orphaned', fellBack: false });
  const last = await of(diff(3));
  expect(last.get(bridge.id)).toMatchObject({ wordsChanged: false, fellBack: false });
  const back = await of(diff(1, '?from=3'));
  expect(back.get(bridge.id)).toMatchObject({
    quoteBefore: TWO.slice(0, -1).replace('340', '360'),
    wordsChanged: true,
  });
});

it.each([
  ['a revision there is not', () => diff(9), '404 not-found'],
  ['a number that is none', () => desk.viewer.get(`/articles/${article.id}/revisions/0/diff`), '404 not-found'],
  ['a start there is not', () => diff(1, '?from=7'), '404 not-found'],
  ['a start that is no number', () => diff(1, '?from=x'), '422 invalid'],
])('refuses %s', async (_, attempt, expected) => {
  const answered = outcome(await attempt());
  expect([expected, expected.replace('422 invalid', '400 query-malformed')]).toContain(answered);
});

it('says which sentences nobody has claimed or set aside', async () => {
  const coverageOf = async () => done(desk.viewer.get(`/articles/${article.id}/revisions/1`));
  const { claims } = article;
  const open = await coverageOf();
  expect(open.sentences.map(({ coverage }: Any) => coverage)).toContain('open');
  expect(open.coverage.claimed + open.coverage.dismissed + open.coverage.open).toBe(open.sentences.length);
  const made = await claimFrom(desk.editor, article.id, ASIDE);
  const claimed = await coverageOf();
  expect([claimed.coverage.open, claimed.coverage.claimed]).toEqual([
    open.coverage.open - 1,
    open.coverage.claimed + 1,
  ]);
  await done(desk.editor.post(`/claims/${made.id}/dismissal`, { reason: 'opinion' }, ifMatch(made.version)));
  expect((await coverageOf()).coverage).toMatchObject({ dismissed: open.coverage.dismissed + 1 });
  expect(claims.length).toBeGreaterThan(0);
});
