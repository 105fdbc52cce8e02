import { outcome } from '../support/ask.js';
import { done, post, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const ADVICE = 'رأي-المستشار-في-الدعوى';
const GROUND = 'دعوى-أمام-محكمة-النشر';
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  article = await post(desk.editor, ['بلغت كلفة الجسر 12 مليون دينار عام 2024.']);
});
afterAll(() => api.stop());

/** From here on the viewer is counsel. */
async function appoint(): Promise<Person> {
  const { items } = await done(desk.admin.get('/members'));
  const { id, version } = items.find((member: Any) => member.id === desk.viewer.id);
  expect((await done(desk.admin.patch(`/members/${id}`, { roles: ['legal'] }, version))).roles).toEqual(['legal']);
  return desk.viewer;
}

const versionNow = async () => (await done(desk.editor.get(`/articles/${article.id}`))).version;
const hold = async (who: Person, to: object | null) =>
  who.post(`/articles/${article.id}/legal-hold`, { hold: to }, ifMatch(await versionNow()));
const notes = (who: Person) => who.get(`/articles/${article.id}/legal-notes`);

describe('counsel', () => {
  it('without one, an editor holds and frees', async () => {
    expect(outcome(await notes(desk.viewer))).toBe('403 role-forbidden');
    expect((await done(hold(desk.editor, { reason: GROUND }))).hold).toEqual({ reason: GROUND });
    expect((await done(hold(desk.secondEditor, null))).hold).toBe(null);
  });

  it('reads and writes notes; those who decide read them, nobody else', async () => {
    const counsel = await appoint();
    const written = await done(counsel.post(`/articles/${article.id}/legal-notes`, { text: ADVICE }));
    expect(written.createdBy).toBe(counsel.id);
    for (const who of [counsel, desk.editor]) expect((await done(notes(who))).items).toEqual([written]);
    for (const who of [desk.salma, desk.writer, desk.admin])
      expect(outcome(await notes(who))).toBe('403 role-forbidden');
  });

  it('sets a hold, with a reason that only those read', async () => {
    const { viewer: counsel } = desk;
    const held = await done(hold(counsel, { reason: GROUND }));
    expect(held).toMatchObject({ hold: { reason: GROUND }, version: await versionNow() });
    expect((await done(desk.salma.get(`/articles/${article.id}`))).legalHold).toBe(true);
    expect((await done(notes(counsel))).hold).toEqual({ reason: GROUND });
    const archived = await desk.editor.patch(`/articles/${article.id}`, { archived: true }, await versionNow());
    expect(outcome(archived)).toBe('409 not-in-state');
  });

  it('alone lifts it, or the head: no editor does, by whichever way', async () => {
    expect(outcome(await hold(desk.editor, null))).toBe('403 role-forbidden');
    const patched = await desk.editor.patch(`/articles/${article.id}`, { legalHold: null }, await versionNow());
    expect(outcome(patched)).toBe('403 role-forbidden');
    expect((await done(hold(desk.viewer, null))).hold).toBe(null);
    expect((await done(hold(desk.editor, { reason: GROUND }))).hold).toEqual({ reason: GROUND });
  });

  it('is asked for the version, and for a reason', async () => {
    const path = `/articles/${article.id}/legal-hold`;
    expect(outcome(await desk.viewer.post(path, { hold: null }))).toBe('428 precondition-required');
    expect(outcome(await desk.viewer.post(path, { hold: null }, ifMatch(1)))).toBe('412 version-stale');
    expect(outcome(await hold(desk.viewer, { reason: ' ' }))).toBe('422 invalid');
  });

  it('decides nothing else', async () => {
    const { viewer: counsel } = desk;
    const refused = [
      counsel.patch(`/articles/${article.id}`, { mode: 'breaking' }, await versionNow()),
      counsel.post(`/articles/${article.id}/release`, {}, ifMatch(await versionNow())),
      counsel.post('/articles', { kind: 'external', language: 'ar', text: 'نعم' }),
      counsel.get('/correction-requests'),
    ];
    expect((await Promise.all(refused)).map(outcome)).toEqual(refused.map(() => '403 role-forbidden'));
    expect(outcome(await counsel.get(`/articles/${article.id}`))).toBe('200');
  });

  it('leaves no word of it in any report, leaf, history or event of anybody', async () => {
    const ask = (formats: readonly string[]) =>
      desk.editor.post('/reports', { scope: { articleId: article.id }, formats, language: 'ar' });
    const all = [
      'html',
      'pdf',
      'docx',
      'xlsx',
      'csv',
      'json',
      'claimreview',
      'bundle',
      'verdicts-csv',
      'verdicts-json',
    ];
    // In every format the server makes.
    const made = [];
    for (const format of all) if ((await ask([format])).status === 202) made.push(format);
    expect(made).toEqual(expect.arrayContaining(['html', 'csv', 'json']));
    const asked = await done(ask(made));
    await api.application.jobs.report!({ newsroomId: desk.id, reportId: asked.id }, { lastAttempt: true } as Parameters<
      (typeof api.application.jobs)[string]
    >[1]);
    const report = await done(desk.editor.get(`/reports/${asked.id}`));
    expect(report.files.length).toBeGreaterThan(0);
    for (const { name } of report.files as { name: string }[]) {
      const path = `${api.url}/api/v1/reports/${asked.id}/files/${name}`;
      const file = await fetch(path, { headers: { authorization: `Bearer ${desk.editor.token}` } });
      const bytes = Buffer.from(await file.arrayBuffer());
      expect([name, file.status, bytes.includes(ADVICE), bytes.includes(GROUND)]).toEqual([name, 200, false, false]);
    }
    const untold = (text: string) => [text.includes(ADVICE), text.includes(GROUND)];
    for (const who of [desk.viewer, desk.editor, desk.salma, desk.writer, desk.admin])
      for (const path of ['/ledger/entries?limit=200', `/articles/${article.id}/history`, `/articles/${article.id}`])
        expect([path, untold(JSON.stringify((await who.get(path)).body))]).toEqual([path, [false, false]]);
    expect(JSON.stringify((await desk.salma.get('/ledger/entries?limit=200')).body)).not.toContain('legal-note.');
  });
});
