import { newId } from '#platform';
import { outcome } from '../support/ask.js';
import {
  assignTo,
  claimFrom,
  decideNow,
  done,
  readyToVerify,
  requirement,
  type Any,
} from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const SENTENCE = 'بلغت كلفة الجسر 12 مليون دينار عام 2024';
let api: NewsroomApi;
let desk: Newsroom;
let claim: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());
beforeEach(async () => {
  const body = { kind: 'draft', language: 'ar', text: `${SENTENCE}.`, authorIds: [desk.writer.id] };
  const article = await done(desk.editor.post('/articles', body));
  claim = await claimFrom(desk.editor, article.id, SENTENCE);
});

const ask = (text = 'من أين الرقم؟', who = desk.salma) => who.post(`/claims/${claim.id}/queries`, { text });
const answer = (id: string, who = desk.writer) => who.post(`/queries/${id}/answer`, { text: 'من محضر الجلسة' });
const resolve = (id: string, who = desk.salma, body: object = {}) => who.post(`/queries/${id}/resolution`, body);

describe('a query to the writer', () => {
  it('is asked by the desk, answered by the author, resolved by who asked', async () => {
    const asked = await ask();
    expect([outcome(asked), asked.headers.get('ledger-seq')]).toEqual(['201', expect.stringMatching(/^\d+$/)]);
    expect(asked.body).toMatchObject({ status: 'open', askedBy: desk.salma.id, answer: null, claimId: claim.id });
    const id = asked.body.id as string;
    const answered = await done(answer(id));
    expect(answered).toMatchObject({ status: 'answered', answer: 'من محضر الجلسة', answeredBy: desk.writer.id });
    expect(await done(resolve(id))).toMatchObject({ status: 'resolved', resolvedBy: desk.salma.id, resolution: null });
    const { items } = await done(desk.viewer.get(`/claims/${claim.id}/queries`));
    expect(items.map((one: Any) => one.status)).toEqual(['resolved']);
  });

  it.each([
    ['a writer may not ask', () => ask('سؤال', desk.writer), '403 role-forbidden'],
    ['a viewer may not ask', () => ask('سؤال', desk.viewer), '403 role-forbidden'],
    ['a query has words', () => ask(' … '), '422 invalid'],
    [
      'a fact-checker does not answer for the writer',
      async () => answer((await done(ask())).id, desk.omar),
      '403 role-forbidden',
    ],
    [
      'another fact-checker does not resolve it',
      async () => resolve((await done(ask())).id, desk.omar, { note: 'كفى' }),
      '403 relation-forbidden',
    ],
    ['an open one is not closed without a reason', async () => resolve((await done(ask())).id), '422 reason-required'],
    ['what does not exist is not found', () => answer(newId()), '404 not-found'],
  ])('%s', async (_, attempt, expected) => {
    expect(outcome(await attempt())).toBe(expected);
  });

  it('is answered only by an author of the article', async () => {
    const body = { kind: 'draft', language: 'ar', text: `${SENTENCE}.`, authorIds: [desk.editor.id] };
    const article = await done(desk.editor.post('/articles', body));
    const other = await claimFrom(desk.editor, article.id, SENTENCE);
    const { id } = await done(desk.salma.post(`/claims/${other.id}/queries`, { text: 'من أين؟' }));
    expect(outcome(await answer(id))).toBe('403 relation-forbidden');
  });

  it('is closed by an editor with a reason, once', async () => {
    const { id } = await done(ask());
    const closed = await done(resolve(id, desk.editor, { note: 'حُذفت الجملة' }));
    expect(closed).toMatchObject({ status: 'resolved', resolution: 'حُذفت الجملة' });
    expect(outcome(await resolve(id, desk.editor, { note: 'مرة أخرى' }))).toBe('409 not-in-state');
    expect(outcome(await answer(id))).toBe('409 not-in-state');
  });

  it('is not asked about a claim that was set aside', async () => {
    const { version } = await done(desk.editor.get(`/claims/${claim.id}`));
    const dismissed = desk.editor.post(
      `/claims/${claim.id}/dismissal`,
      { reason: 'opinion' },
      { 'if-match': `"${version}"` },
    );
    await done(dismissed);
    expect(outcome(await ask())).toBe('409 not-in-state');
  });

  it('keeps the claim from being verified and the article from being cleared', async () => {
    await readyToVerify(desk, claim.id).catch(() => undefined);
    const { items } = await done(desk.salma.get(`/claims/${claim.id}/evidence`));
    const { version } = await done(desk.editor.get(`/claims/${claim.id}`));
    await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'مبلغ معلن' }, version));
    const verdict = { rating: 'accurate', confidence: 'high', rationale: 'راجعت المحضر', evidenceIds: [items[0].id] };
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdict));
    const { id } = await done(ask());
    expect(await requirement(desk.editor, claim.id, 'queries-answered')).toMatchObject({ status: 'unsatisfied' });
    const refused = await decideNow(desk.editor, claim.id, { to: 'verified' });
    expect(outcome(refused)).toBe('409 requirements-unmet');
    await done(answer(id));
    await done(resolve(id));
    expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified' }))).toBe('201');
  });

  it('is history that a person can read', async () => {
    const { id } = await done(ask());
    await done(answer(id));
    const { items } = await done(desk.viewer.get(`/claims/${claim.id}/history`));
    expect(items.map(({ action }: Any) => action)).toEqual(expect.arrayContaining(['query.asked', 'query.answered']));
  });
});

describe('a comment', () => {
  const comment = (text: string, more: object = {}, who = desk.editor) =>
    who.post(`/claims/${claim.id}/comments`, { text, ...more });

  it('mentions members by name and by id', async () => {
    const made = await done(comment('@salma راجعي هذا مع @OMAR', { mentions: [desk.writer.id] }));
    expect(made.mentions).toEqual([desk.salma.id, desk.omar.id, desk.writer.id]);
    const { items } = await done(desk.editor.get(`/claims/${claim.id}/comments`));
    expect(items).toEqual([made]);
  });

  it.each([
    ['a viewer does not comment', () => comment('رأي', {}, desk.viewer), '403 role-forbidden'],
    ['an unknown member is not mentioned', () => comment('انظر', { mentions: [newId()] }), '422 invalid'],
  ])('%s', async (_, attempt, expected) => {
    expect(outcome(await attempt())).toBe(expected);
  });

  it('by a writer stands on his own articles only', async () => {
    expect(outcome(await comment('هذا من المحضر', {}, desk.writer))).toBe('201');
    const article = await done(desk.editor.post('/articles', { kind: 'external', text: `${SENTENCE}.` }));
    const other = await claimFrom(desk.editor, article.id, SENTENCE);
    expect(outcome(await desk.writer.post(`/claims/${other.id}/comments`, { text: 'رأي' }))).toBe(
      '403 relation-forbidden',
    );
  });

  it('is not read by whoever must still judge, save his own', async () => {
    await assignTo(desk.editor, claim.id, desk.omar);
    await done(comment('أظنه خطأ'));
    await done(comment('سأراجع', {}, desk.omar));
    const { items } = await done(desk.omar.get(`/claims/${claim.id}/comments`));
    expect(items.map(({ text }: Any) => text)).toEqual(['سأراجع']);
    expect((await done(desk.viewer.get(`/claims/${claim.id}/comments`))).items).toHaveLength(2);
  });

  it('does not mention who may not see the article', async () => {
    const { id, version } = await done(desk.editor.get(`/articles/${claim.articleId}`));
    await done(desk.editor.patch(`/articles/${id}`, { visibility: 'named' }, version));
    expect((await done(comment('@omar و @writer'))).mentions).toEqual([desk.writer.id]);
    expect(outcome(await comment('انظر', { mentions: [desk.omar.id] }))).toBe('422 invalid');
  });
});
