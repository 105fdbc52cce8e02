import {
  assignTo,
  claimFrom,
  decideNow,
  addEvidence,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const read = (id: string): Promise<Any> => done(desk.editor.get(`/articles/${id}`));
const patch = async (id: string, body: object, who = desk.editor) =>
  who.patch(`/articles/${id}`, body, (await read(id)).version);
const release = async (id: string, body: object = {}) =>
  desk.editor.post(`/articles/${id}/release`, body, ifMatch((await read(id)).version));
const unmet = (asked: { body: unknown }) =>
  (asked.body as Any).requirements.filter(({ status }: Any) => status === 'unsatisfied').map(({ name }: Any) => name);

async function draft(...paragraphs: string[]): Promise<Any> {
  const article = await done(
    desk.editor.post('/articles', {
      kind: 'draft',
      language: 'ar',
      text: paragraphs.join('\n\n'),
      authorIds: [desk.writer.id],
    }),
  );
  for (const { id, disposition } of article.claims) {
    if (disposition === 'dismissed') continue;
    const { version } = await done(desk.editor.get(`/claims/${id}`));
    await done(desk.editor.post(`/claims/${id}/dismissal`, { reason: 'out-of-scope' }, ifMatch(version)));
  }
  return article;
}
async function claimOf(article: Any, quote: string, tier: string): Promise<Any> {
  let claim = await claimFrom(desk.editor, article.id, quote);
  if (claim.disposition === 'dismissed')
    claim = await done(desk.editor.post(`/claims/${claim.id}/restoration`, undefined, ifMatch(claim.version)));
  if (claim.tier !== tier)
    claim = await done(desk.editor.patch(`/claims/${claim.id}`, { tier, reason: 'للاختبار' }, claim.version));
  return claim;
}
async function verify(claimId: string): Promise<void> {
  await assignTo(desk.editor, claimId, desk.salma);
  await assignTo(desk.editor, claimId, desk.omar);
  const item = await addEvidence(desk.salma, claimId, { source: { name: 'محضر', type: 'document' } });
  for (const who of [desk.salma, desk.omar])
    await done(who.post(`/claims/${claimId}/verdicts`, verdictBody('accurate', [item.id])));
  expect(outcome(await decideNow(desk.editor, claimId, { to: 'verified' }))).toBe('201');
}

describe('an accusation in our own copy', () => {
  const CHARGE = 'اختلس المدير العام 70 مليون دينار من صندوق البلدية';
  const REPLY = 'وقال المدير العام إنه لا علم له بذلك';

  it('is cleared only with the answer of whoever is accused, in the article itself', async () => {
    const article = await draft(`${CHARGE}.`, `${REPLY}.`);
    const claim = await claimOf(article, CHARGE, 'A');
    await verify(claim.id);
    const refused = await release(article.id);
    expect(outcome(refused)).toBe('409 requirements-unmet');
    expect(unmet(refused)).toEqual(['comment-sought']);
    const path = `/articles/${article.id}/comment-requests`;
    const sent = await done(
      desk.salma.post(path, {
        claimIds: [claim.id],
        addressee: 'المدير العام',
        channel: 'email',
        questions: 'هل وقّعت أوامر الصرف؟',
        sentAt: hours(-2),
        deadline: hours(5),
      }),
    );
    expect(sent).toMatchObject({ outcome: null, waiver: null, addressee: 'المدير العام' });
    expect(unmet(await release(article.id))).toEqual(['comment-sought']);
    const settle = (body: object, version: number) => desk.salma.patch(`/comment-requests/${sent.id}`, body, version);
    expect(outcome(await settle({ outcome: 'no-reply' }, sent.version))).toBe('422 invalid');
    const told = await done(
      settle({ outcome: 'answered', answer: 'لا علم لي', passage: 'ونفى المدير ذلك' }, sent.version),
    );
    expect(unmet(await release(article.id))).toEqual(['comment-sought']);
    await done(settle({ outcome: 'answered', answer: 'لا علم لي', passage: REPLY }, told.version));
    expect(outcome(await release(article.id))).toBe('201');
    expect((await done(desk.viewer.get(path))).items).toEqual([
      expect.objectContaining({ id: sent.id, passage: REPLY }),
    ]);
  });

  it('is waived by an editor alone, for a fixed reason, and may be found to be none', async () => {
    const article = await draft(`${CHARGE}.`);
    const claim = await claimOf(article, CHARGE, 'A');
    await verify(claim.id);
    const waive = (who: typeof desk.editor, reason: string) =>
      who.post(`/articles/${article.id}/comment-requests`, {
        claimIds: [claim.id],
        addressee: 'المدير العام',
        waiver: { reason, note: 'صدر الحكم' },
      });
    expect(outcome(await waive(desk.salma, 'court-order'))).toBe('403 role-forbidden');
    expect(outcome(await waive(desk.editor, 'no-time'))).toBe('422 invalid');
    const { version } = await done(desk.editor.get(`/claims/${claim.id}`));
    const harmless = await done(desk.editor.patch(`/claims/${claim.id}`, { accuses: false }, version));
    expect((await read(article.id)).gate.map(({ name }: Any) => name)).not.toContain('comment-sought');
    await done(desk.editor.patch(`/claims/${claim.id}`, { accuses: null }, harmless.version));
    expect((await read(article.id)).state).toBe('checking');
    await done(waive(desk.editor, 'court-order'));
    expect((await read(article.id)).state).toBe('ready');
  });
});

describe('breaking news', () => {
  it('goes out provisionally with what can wait pending, and with nothing of tier A pending', async () => {
    const [grave, light] = ['انقلب قارب قبالة الميناء مساء اليوم', 'وكان على متنه 12 شخصا'];
    const article = await draft(`${grave}.`, `${light}.`);
    const heavy = await claimOf(article, grave, 'A');
    const claim = await claimOf(article, light, 'B');
    expect(outcome(await patch(article.id, { mode: 'breaking' }, desk.writer))).toBe('403 role-forbidden');
    await done(patch(article.id, { mode: 'breaking' }));
    expect(unmet(await release(article.id))).toEqual(['claims-settled']);
    await verify(heavy.id);
    expect(unmet(await release(article.id))).toEqual(['claims-settled']);
    const recheckAt = hours(3);
    await done(desk.editor.patch(`/claims/${claim.id}`, { recheckAt }, claim.version));
    const released = await done(release(article.id));
    expect(released).toMatchObject({ provisional: true, pending: [{ claimId: claim.id, recheckAt }] });
    const waiver = { claimIds: [heavy.id], addressee: 'ربان القارب', waiver: { reason: 'danger-to-person' } };
    await done(desk.editor.post(`/articles/${article.id}/comment-requests`, waiver));
    const { items } = await done(desk.editor.get(`/claims/${heavy.id}/evidence`));
    const kill = { originItem: items[0].id, type: 'advisory', text: 'تنبيه خفر السواحل' };
    await done(desk.editor.post('/notices', kill));
    const made = await reportOf(article.id);
    expect(JSON.parse(made['report.json']!).articles[0].circumstances).toMatchObject({
      pending: [{ claimId: claim.id, recheckAt }],
      comments: [{ addressee: 'ربان القارب', outcome: null, waiver: { reason: 'danger-to-person' } }],
      notices: [{ type: 'advisory', text: 'تنبيه خفر السواحل', claimIds: [heavy.id] }],
    });
    for (const words of ['إجازة مؤقتة', 'إعفاء من طلب التعليق', 'ربان القارب', 'تنبيه خفر السواحل'])
      expect(made['report.html']).toContain(words);
    for (const words of ['السؤال يعرّض أحدًا للخطر', 'تنبيه خفر السواحل', recheckAt])
      expect(made['report.csv']).toContain(words);
  });
});

describe('an embargo', () => {
  it('lets nothing out before its hour', async () => {
    const article = await draft('نعم.');
    await done(patch(article.id, { embargoUntil: hours(2) }));
    const refused = await release(article.id);
    expect(outcome(refused)).toBe('409 embargoed');
    await done(patch(article.id, { embargoUntil: hours(-1) }));
    expect(outcome(await release(article.id))).toBe('201');
    expect(outcome(await patch(article.id, { embargoUntil: hours(1) }))).toBe('409 not-in-state');
  });
});

describe('what is held for the law', () => {
  it('is not put away, nor is a record of it erased', async () => {
    const article = await draft('لا.');
    await done(patch(article.id, { legalHold: { reason: 'دعوى أمام القضاء' } }));
    expect(outcome(await patch(article.id, { archived: true }))).toBe('409 not-in-state');
    const erase = `DELETE FROM ledger_payload p USING outbox o WHERE o.newsroom_id = p.newsroom_id AND o.seq = p.seq AND o.article_id = '${article.id}'`;
    await expect(asOwner(erase)).rejects.toMatchObject({ code: '42501' });
    await done(patch(article.id, { legalHold: null }));
    expect(await asOwner(erase)).toBeGreaterThan(0);
  });

  it('notes of counsel are for editors, and are in no leaf, event, or report', async () => {
    const article = await draft('ربما.');
    const SECRET = 'رأي-سري-للمحامي';
    await done(desk.editor.post(`/articles/${article.id}/legal-notes`, { text: SECRET }));
    expect((await done(desk.secondEditor.get(`/articles/${article.id}/legal-notes`))).items[0].text).toBe(SECRET);
    for (const who of [desk.salma, desk.writer, desk.viewer, desk.admin])
      expect(outcome(await who.get(`/articles/${article.id}/legal-notes`))).toBe('403 role-forbidden');
    const rows = await ownerRows('SELECT payload FROM ledger_payload');
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    for (const text of Object.values(await reportOf(article.id))) expect(text).not.toContain(SECRET);
  });
});

describe('a complaint from outside', () => {
  it('is due sooner where the law is invoked, and is answered by what was done', async () => {
    const article = await post(desk.editor, ['بلغت الكلفة 12 مليون دينار عام 2024.']);
    const claim = await claimFrom(desk.editor, article.id, 'بلغت الكلفة 12 مليون دينار عام 2024');
    const receivedAt = '2026-03-10T09:00:00.000Z';
    const given = {
      requester: 'قارئ',
      contact: 'reader@example.org',
      demand: 'الرقم خطأ',
      receivedAt,
      claimId: claim.id,
    };
    const plain = await done(desk.salma.post('/correction-requests', given));
    expect(plain).toMatchObject({ articleId: article.id, dueAt: '2026-03-15T09:00:00.000Z', outcome: null });
    const legal = await done(desk.salma.post('/correction-requests', { ...given, legalBasis: 'right-of-reply' }));
    expect(legal.dueAt).toBe('2026-03-11T09:00:00.000Z');
    const { items } = await done(desk.admin.get('/correction-requests?open=true'));
    expect(items.map(({ id }: Any) => id)).toEqual([legal.id, plain.id]);
    for (const who of [desk.writer, desk.viewer])
      expect(outcome(await who.get('/correction-requests'))).toBe('403 role-forbidden');
    const answer = (body: object) => desk.editor.patch(`/correction-requests/${plain.id}`, body, plain.version);
    expect(outcome(await answer({ outcome: 'corrected' }))).toBe('422 invalid');
    expect(outcome(await answer({ outcome: 'refused' }))).toBe('422 invalid');
    const answered = await done(answer({ outcome: 'refused', note: 'الرقم من المحضر' }));
    expect(answered).toMatchObject({ outcome: 'refused', answeredBy: desk.editor.id });
    expect((await done(desk.editor.get('/correction-requests?open=true'))).items).toHaveLength(1);
  });
});

it('the files of a report on several articles bear the title of none', async () => {
  const claims = ['غادر القارب المرفأ عند الفجر', 'عاد القارب إلى المرفأ ظهرًا'].map(async (words) => {
    const { id } = await post(desk.editor, [`${words}.`]);
    return (await claimFrom(desk.editor, id, words)).id as string;
  });
  const { files } = await reportMade({ claimIds: await Promise.all(claims) }, ['csv']);
  expect(files.map(({ savedAs }) => savedAs)).toEqual([expect.stringMatching(/^report \d{4}-\d\d-\d\d\.csv$/)]);
});

/** The files of a report as texts, by name. */
async function reportOf(articleId: string): Promise<Record<string, string>> {
  const { report, files } = await reportMade({ articleId }, ['json', 'html', 'csv']);
  const made: Record<string, string> = {};
  for (const name of ['report.json', 'report.html', 'report.csv']) {
    const url = `${api.url}/api/v1/reports/${report.id}/files/${name}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${desk.editor.token}` } });
    expect(response.status).toBe(200);
    // saved under the article's title and the day, for programs of ASCII alone under its own name
    const { savedAs } = files.find((file: Any) => file.name === name);
    expect(savedAs).toMatch(/^\p{Script=Arabic}.* \d{4}-\d\d-\d\d\.\w+$/u);
    const disposition = `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(savedAs)}`;
    expect(response.headers.get('content-disposition')).toBe(disposition);
    made[name] = await response.text();
  }
  return made;
}

async function reportMade(scope: object, formats: string[]): Promise<{ report: Any; files: Any[] }> {
  const report = await done(desk.editor.post('/reports', { scope, formats, language: 'ar' }));
  await api.application.jobs.report!({ newsroomId: desk.id, reportId: report.id }, { lastAttempt: true } as never);
  return { report, files: (await done(desk.editor.get(`/reports/${report.id}`))).files };
}

async function ownerRows(text: string): Promise<Any[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  try {
    const { rows, rowCount } = await client.query(text);
    return rows.length > 0 ? rows : Array.from({ length: rowCount ?? 0 });
  } finally {
    await client.end();
  }
}
const asOwner = async (text: string) => (await ownerRows(text)).length;
