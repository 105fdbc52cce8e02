import { newId } from '#platform';
import {
  addEvidence,
  assignTo,
  claimFrom,
  done,
  fromOutlet,
  post,
  readyToVerify,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import type { BareApi } from '../support/bare-api.js';
import { ifMatch, type Newsroom, type Person } from '../support/newsroom-api.js';

const TEXT = ['بلغت كلفة الجسر 12 مليون دينار عام 2024.', 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.'];
export const VISITOR = { requestId: 'fuzz-session', userAgent: 'test', locale: 'en', ip: '127.0.0.1' } as const;

/** One of everything to begin with; sessions and members that nobody acts as. */
export async function things(api: BareApi, room: Newsroom, mark = ''): Promise<Map<string, string[]>> {
  const { editor, salma, omar, admin } = room;
  const article = await post(editor, TEXT, {
    title: `افتتاح الجسر ${mark}`.trim(),
    outlet: `صحيفة المدينة ${mark}`.trim(),
  });
  const claim = article.claims[0];
  const assignment = await assignTo(editor, claim.id, salma);
  await assignTo(editor, claim.id, omar);
  const evidence = await addEvidence(salma, claim.id, fromOutlet(`محضر المجلس ${mark}`.trim()), {
    note: mark || 'ملاحظة',
  });
  const verdict = await done(
    salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [evidence.id], `لأن ${mark || 'المحضر يقول'}`)),
  );
  const copy = { 'content-type': 'text/plain', 'idempotency-key': newId() };
  const capture = await done(editor.send('POST', '/captures', Buffer.from(`نسخة ${mark}`), copy));
  const scope = { scope: { articleId: article.id }, formats: ['json', 'html'], language: 'ar' };
  const report = await done(editor.post('/reports', scope));
  await api.application.jobs.report!({ newsroomId: room.id, reportId: report.id }, { lastAttempt: true } as never);
  const invited = { email: 'spare@fuzz.example', name: 'عضو', roles: ['reviewer'], locale: 'ar' };
  const member = await done(admin.post('/members', invited));
  const sessions = await Promise.all(
    Array.from({ length: 20 }, () => api.application.sessions.open(room.id, editor.id, VISITOR)),
  );
  const tokens = await Promise.all(
    Array.from({ length: 20 }, () => api.application.founding.token(room.id, editor.id, 'spare')),
  );
  const { items } = await done(editor.get('/tokens'));
  const spare = items.filter(({ name }: Any) => name === 'spare').map(({ id }: Any) => id as string);
  expect(spare).toHaveLength(tokens.length);
  const setAside = async (quote: string) => {
    const { id, version } = await claimFrom(editor, article.id, quote);
    await done(editor.post(`/claims/${id}/dismissal`, { reason: 'out-of-scope' }, ifMatch(version)));
    return id as string;
  };
  const sentences = Array.from(
    { length: 12 },
    (_, number) => `وبلغ طول الطريق رقم ${number + 1} نحو ${number + 20} كيلومترًا.`,
  );
  const roads = await post(editor, sentences);
  const ready = roads.claims.slice(0, 8).map(({ id }: Any) => id as string);
  for (const id of ready) await readyToVerify(room, id);
  const assigned = roads.claims
    .slice(8)
    .flatMap(({ id }: Any) => [salma, omar].map((who) => assignTo(editor, id, who)));
  const assignments = (await Promise.all(assigned)).map(({ id }: Any) => id as string);
  const aside = await Promise.all(
    ['الجسر في مدينة', 'سامر الحداد', 'مليون دينار', 'يوم الاثنين'].map((quote) => setAside(quote)),
  );
  const quotes = ['كلفة الجسر', 'دينار عام 2024', 'الوزير سامر', 'مدينة نورا', 'الجسر 12 مليون'];
  const proposed = await Promise.all(quotes.map((quote) => claimFrom(salma, article.id, quote)));
  const bare = (await Promise.all(Array.from({ length: 6 }, () => post(editor, ['نعم'])))).map(
    ({ id }) => id as string,
  );
  const released = await Promise.all(Array.from({ length: 6 }, () => releasedBy(editor)));
  return new Map([
    ['createClaim', [article.id]],
    ['releaseArticle', bare],
    ['people', [salma, omar, editor, room.writer].map(({ id }) => id)],
    ['restoreClaim', aside],
    ['updateAssignment', assignments],
    ['createCorrection', released],
    ['giveVerdict', ready],
    ['decideClaim', ready],
    ['acceptClaim', proposed.map(({ id }: Any) => id as string)],
    ['tokens', spare],
    ['articles', [article.id]],
    ['captures', [capture.id]],
    ['claims', article.claims.map(({ id }: Any) => id as string)],
    ['evidence', [evidence.id]],
    ['assignments', [assignment.id]],
    ['verdicts', [verdict.id]],
    ['desks', [(await done(admin.post('/desks', { name: 'القسم المحلي' }))).id]],
    ['queries', await queriesTo(room)],
    ['comment-requests', [await commentRequest(room, article.id, claim.id)]],
    ['correction-requests', [await complaint(room, mark)]],
    ['sources', [evidence.source.id]],
    ['reports', [report.id]],
    ['members', [member.id]],
    ['sessions', sessions.map(({ value }) => value.session.id)],
  ]);
}

/** Queries about a draft, so that its writer may answer them. */
async function queriesTo({ editor, writer }: Newsroom): Promise<string[]> {
  const text = 'بلغت كلفة السد 9 ملايين دينار عام 2023.';
  const draft = await done(editor.post('/articles', { kind: 'draft', text, authorIds: [writer.id] }));
  const claim = await claimFrom(editor, draft.id, text.slice(0, -1));
  const asked = Array.from({ length: 6 }, () => done(editor.post(`/claims/${claim.id}/queries`, { text: 'من أين؟' })));
  return (await Promise.all(asked)).map(({ id }: Any) => id as string);
}

/** An article without a claim, so that nothing stands in its way. */
async function releasedBy(editor: Person): Promise<string> {
  const { id, version } = await post(editor, ['نعم']);
  await done(editor.post(`/articles/${id}/release`, {}, ifMatch(version)));
  return id;
}

async function commentRequest({ salma }: Newsroom, articleId: string, claimId: string): Promise<string> {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const sent = { claimIds: [claimId], addressee: 'المدير العام', channel: 'email', questions: 'هل صحيح؟' };
  const body = { ...sent, sentAt: hours(-2), deadline: hours(2) };
  return (await done(salma.post(`/articles/${articleId}/comment-requests`, body))).id;
}

async function complaint({ salma }: Newsroom, mark: string): Promise<string> {
  return (await done(salma.post('/correction-requests', { requester: `قارئ ${mark}`, demand: 'تصحيح الرقم' }))).id;
}
