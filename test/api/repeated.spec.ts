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
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { expectTold } from '../support/problem-check.js';
import { StoredStates } from '../support/stored-state.js';

let api: NewsroomApi;
let desk: Newsroom;
let stored: StoredStates;
let article: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  stored = await StoredStates.open(api.database);
  article = await post(desk.editor, [
    'وزارة الأشغال في كارثيا تنشر كلفة الجسور',
    'قال وزير الأشغال سامر الحداد إن العمل انتهى قبل الموعد بشهرين.',
  ]);
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});

describe('an idempotency key', () => {
  it('is not reused with another body, on another object, by another member', async () => {
    const key = { 'idempotency-key': newId() };
    const first = await done(desk.editor.post('/sources', { name: 'نشرة الصباح', type: 'outlet' }, key));
    const before = await stored.now();
    for (const locale of ['ar', 'en'] as const) {
      const again = await desk.editor.post(
        '/sources',
        { name: 'نشرة المساء', type: 'outlet' },
        { ...key, 'accept-language': locale },
      );
      expect(outcome(again)).toBe('422 idempotency-mismatch');
      expectTold(again, locale);
    }
    expect(await stored.now()).toEqual(before);
    const replayed = await desk.editor.post('/sources', { type: 'outlet', name: 'نشرة الصباح' }, key);
    expect([outcome(replayed), replayed.headers.get('idempotent-replayed'), replayed.body.id]).toEqual([
      '201',
      'true',
      first.id,
    ]);
    expect(await stored.now()).toEqual(before);
    const elsewhere = await desk.secondEditor.post('/sources', { name: 'نشرة المساء', type: 'outlet' }, key);
    expect(outcome(elsewhere)).toBe('201');
  });

  it('used on one claim says nothing on another claim', async () => {
    const key = { 'idempotency-key': newId() };
    const one = await claimFrom(desk.editor, article.id, 'انتهى قبل الموعد');
    const two = await claimFrom(desk.editor, article.id, 'قبل الموعد بشهرين');
    await assignTo(desk.editor, one.id, desk.salma);
    const body = evidenceBody(fromOutlet('نشرة الظهيرة'));
    await done(desk.salma.post(`/claims/${one.id}/evidence`, body, key));
    const before = await stored.now();
    const again = await desk.salma.post(`/claims/${two.id}/evidence`, body, key);
    expect(outcome(again)).toBe('422 idempotency-mismatch');
    expect(await stored.now()).toEqual(before);
  });
});

describe('a verdict sent twice at once', () => {
  it('under one key is one verdict', async () => {
    const claim = await claimFrom(desk.editor, article.id, 'انتهى قبل الموعد بشهرين');
    await assignTo(desk.editor, claim.id, desk.omar);
    const key = { 'idempotency-key': newId() };
    const send = () => desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('true', []), key);
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const { items } = await done(desk.omar.get(`/claims/${claim.id}/verdicts`));
    expect(items).toHaveLength(1);
  });

  it('under two keys leaves one that stands, blind as it was given', async () => {
    const claim = await claimFrom(desk.editor, article.id, 'العمل انتهى قبل الموعد بشهرين');
    for (const reviewer of [desk.omar, desk.salma]) await assignTo(desk.editor, claim.id, reviewer);
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [])));
    const send = () => desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('true', []));
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(outcome).sort()).toEqual(['201', '409 duplicate']);
    for (const locale of ['ar', 'en'] as const) {
      const late = await desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('true', []), {
        'accept-language': locale,
      });
      expect(outcome(late)).toBe('409 duplicate');
      expectTold(late, locale);
    }
    const { items } = await done(desk.editor.get(`/claims/${claim.id}/verdicts`));
    const own = items.filter(({ reviewerId }: Any) => reviewerId === desk.omar.id);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ informed: false, superseded: false });
    const changed = await desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('false', []));
    expect(outcome(changed)).toBe('201');
  });

  it('an editor who changed the words becomes their author and no longer judges them', async () => {
    const text = 'بلغت كلفة الحديقة 40 ألف دينار عام 2024.';
    const draft = await post(desk.editor, [text], { kind: 'draft', authorIds: [desk.writer.id] });
    const claim = draft.claims[0];
    await assignTo(desk.editor, claim.id, desk.secondEditor);
    await done(
      desk.secondEditor.post(
        `/articles/${draft.id}/revisions`,
        { text: text.replace('40', '60') },
        ifMatch((await done(desk.editor.get(`/articles/${draft.id}`))).version),
      ),
    );
    const before = await stored.now();
    const judged = await desk.secondEditor.post(`/claims/${claim.id}/verdicts`, verdictBody('accurate', []));
    expect(outcome(judged)).toBe('403 own-text');
    expect(await stored.now()).toEqual(before);
  });
});
