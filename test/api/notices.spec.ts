import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let number = 10;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const register = (name: string, type: string, more: object = {}): Promise<Any> =>
  done(desk.editor.post('/sources', { name, type, ...more }));

/** An article whose one claim in the gate is verified on the items, in tier C so that one origin is enough. */
async function verified(sources: readonly object[]): Promise<{ articleId: string; claimId: string; items: Any[] }> {
  const quote = `أنفقت البلدية ${(number += 1)} ألف دينار على الحديقة.`;
  const article = await post(desk.editor, [quote]);
  const claim = await claimFrom(desk.editor, article.id, quote);
  await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'C', reason: 'رقم صغير' }, claim.version));
  await assignTo(desk.editor, claim.id, desk.salma);
  const items: Any[] = [];
  for (const { more, ...source } of sources as readonly (object & { more?: object })[])
    items.push(await addEvidence(desk.salma, claim.id, source, more));
  const evidenceIds = items.map(({ id }) => id);
  await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', evidenceIds)));
  expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified' }))).toBe('201');
  return { articleId: article.id, claimId: claim.id, items };
}

async function release(articleId: string): Promise<Any> {
  const { version } = await done(desk.editor.get(`/articles/${articleId}`));
  return done(desk.editor.post(`/articles/${articleId}/release`, {}, ifMatch(version)));
}

const stateOf = async (claimId: string) => (await done(desk.editor.get(`/claims/${claimId}`))).state;
const kill = (origin: object, type = 'kill'): Promise<Any> =>
  done(desk.editor.post('/notices', { ...origin, type, text: 'ألغت الوكالة الخبر لعدم صحته.' }));

describe('a notice', () => {
  it('reopens every claim that rests on the source, in all articles, and names what had carried them out', async () => {
    const agency = await register('وكالة الأنباء', 'agency');
    const relay = await register('موقع ناقل', 'outlet', { derivesFromId: agency.id });
    const direct = await verified([{ sourceId: agency.id }]);
    const relayed = await verified([{ sourceId: relay.id }]);
    const other = await register('صحيفة أخرى', 'outlet');
    const credited = await verified([
      { sourceId: other.id, more: { derivesFrom: { sourceId: agency.id, how: 'credited' } } },
    ]);
    const apart = await verified([{ sourceId: other.id }]);
    const released = await release(direct.articleId);
    const report = await done(
      desk.editor.post('/reports', { scope: { claimIds: [direct.claimId] }, formats: ['json'], language: 'ar' }),
    );
    await api.application.jobs.report!({ newsroomId: desk.id, reportId: report.id }, { lastAttempt: true } as never);

    const notice = await kill({ sourceId: agency.id });

    expect(notice.claims).toEqual(
      [direct, relayed, credited]
        .map(({ claimId, articleId }) => ({ claimId, articleId, from: 'verified', reopened: true }))
        .sort((a, b) => (a.claimId < b.claimId ? -1 : 1)),
    );
    expect(notice.articles).toContainEqual({
      id: direct.articleId,
      title: expect.any(String),
      releaseIds: [released.id],
    });
    expect(notice.reports).toEqual([report.id]);
    expect(await Promise.all([direct, relayed, credited, apart].map(({ claimId }) => stateOf(claimId)))).toEqual([
      'needs-source',
      'needs-source',
      'needs-source',
      'verified',
    ]);
    expect((await done(desk.editor.get(`/articles/${direct.articleId}`))).state).toBe('correcting');
    const { items } = await done(desk.editor.get(`/claims/${direct.claimId}/history`));
    expect(items).toContainEqual(expect.objectContaining({ action: 'claim.fell-back', reason: 'origin-noticed' }));
    const { items: listed } = await done(desk.viewer.get(`/notices?type=kill&sourceId=${agency.id}`));
    expect(listed).toEqual([notice]);
  });

  it('on one item reaches the same page cited elsewhere and what derives from it, and nothing else of the source', async () => {
    const outlet = await register('صحيفة المدينة', 'outlet');
    const page = { more: { url: 'https://example.org/story' } };
    const first = await verified([{ sourceId: outlet.id, ...page }]);
    const again = await verified([{ sourceId: outlet.id, ...page }]);
    const elsewhere = await verified([{ sourceId: outlet.id, more: { url: 'https://example.org/other' } }]);
    const copy = await verified([
      {
        source: { name: 'موقع ناسخ', type: 'outlet' },
        more: { derivesFrom: { evidenceId: first.items[0].id, how: 'copied' } },
      },
    ]);
    const notice = await kill({ originItem: first.items[0].id }, 'withdrawn');
    expect(notice.claims.map(({ claimId }: Any) => claimId).sort()).toEqual(
      [first, again, copy].map(({ claimId }) => claimId).sort(),
    );
    expect(await Promise.all([first, again, copy, elsewhere].map(({ claimId }) => stateOf(claimId)))).toEqual([
      'needs-source',
      'needs-source',
      'needs-source',
      'verified',
    ]);
    // what is under a notice cannot be counted again either
    const { version } = await done(desk.editor.get(`/claims/${first.claimId}`));
    const refused = await desk.editor.post(`/claims/${first.claimId}/decisions`, { to: 'verified' }, ifMatch(version));
    expect(outcome(refused)).toBe('409 requirements-unmet');
  });

  it('leaves a claim that has enough without it, and says that it was reached', async () => {
    const outlet = await register('صحيفة الصباح', 'outlet');
    const second = await register('صحيفة المساء', 'outlet');
    const both = await verified([{ sourceId: outlet.id }, { sourceId: second.id }]);
    const notice = await kill({ sourceId: outlet.id }, 'correction');
    expect(notice.claims).toEqual([
      { claimId: both.claimId, articleId: both.articleId, from: 'verified', reopened: false },
    ]);
    expect(await stateOf(both.claimId)).toBe('verified');
  });

  it('of advice takes nothing back', async () => {
    const outlet = await register('صحيفة الظهيرة', 'outlet');
    const one = await verified([{ sourceId: outlet.id }]);
    const notice = await kill({ sourceId: outlet.id }, 'advisory');
    expect(notice.claims).toEqual([expect.objectContaining({ claimId: one.claimId, reopened: false })]);
    expect(await stateOf(one.claimId)).toBe('verified');
  });

  it('says nothing of articles that are not for the reader', async () => {
    const outlet = await register('صحيفة الليل', 'outlet');
    const one = await verified([{ sourceId: outlet.id }]);
    const { version } = await done(desk.editor.get(`/articles/${one.articleId}`));
    await done(desk.editor.patch(`/articles/${one.articleId}`, { visibility: 'named' }, version));
    const notice = await kill({ sourceId: outlet.id });
    expect(notice.claims).toHaveLength(1);
    const { items } = await done(desk.secondEditor.get(`/notices?sourceId=${outlet.id}`));
    expect(items).toEqual([{ ...notice, claims: [], articles: [], reports: [] }]);
  });

  it('is about something of this newsroom', async () => {
    const away = await api.found();
    const foreign = await done(away.editor.post('/sources', { name: 'مصدر غريب', type: 'outlet' }));
    const given = { type: 'kill', text: 'نص' };
    const answers = [
      await desk.editor.post('/notices', { ...given, sourceId: foreign.id }),
      await desk.editor.post('/notices', { ...given, originItem: foreign.id }),
      await desk.editor.post('/notices', given),
      await desk.editor.post('/notices', { ...given, sourceId: foreign.id, originItem: foreign.id }),
      await desk.salma.post('/notices', { ...given, sourceId: foreign.id }),
    ];
    expect(answers.map(outcome)).toEqual([
      '422 invalid',
      '422 invalid',
      '422 invalid',
      '422 invalid',
      '403 role-forbidden',
    ]);
    expect((await done(away.editor.get('/notices'))).items).toEqual([]);
  });
});
