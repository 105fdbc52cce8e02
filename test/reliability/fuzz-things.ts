import { newId } from '#platform';
import { Client } from 'pg';
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
import type { BareApi } from '../support/bare-api.js';
import { ifMatch, type Newsroom, type Person } from '../support/newsroom-api.js';
import { makeWebhook } from '../support/webhook-work.js';

const TEXT = ['بلغت كلفة الجسر 12 مليون دينار عام 2024.', 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.'];
/** Two parts of a claim, neither of which a generator would guess. */
export const SPLIT_PARTS = [
  'بلغت كلفة الجسر الكبير 12 مليون دينار عام 2024',
  'وارتفعت رسوم العبور 5 دنانير عام 2025',
] as const;
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
  await api.jobs.report!({ newsroomId: room.id, reportId: report.id }, { lastAttempt: true } as never);
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
    ...(await reshapeable(room)),
    ...(await precedents(room)),
    ...(await keptPages(api, room, mark)),
    ...(await seldomThings(room, claim.id, mark)),
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
    ...(await addresses(room)),
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

type Pool = readonly (readonly [string, string[]])[];

/** Addresses that are told what happens; and one with messages that can be sent again, for what was stopped is cancelled. */
async function addresses({ admin }: Newsroom): Promise<Pool> {
  const spare = await Promise.all(Array.from({ length: 4 }, () => makeWebhook(admin)));
  const { id, version } = await makeWebhook(admin);
  const messages = await Promise.all(
    Array.from({ length: 30 }, () => done(admin.post(`/webhooks/${id}/test`, undefined))),
  );
  const stopped = await done(admin.patch(`/webhooks/${id}`, { active: false }, version));
  await done(admin.patch(`/webhooks/${id}`, { active: true }, stopped.version));
  return [
    ['webhooks', spare.map((one: Any) => one.id as string)],
    ['replayWebhookDelivery', [id]],
    ['replayWebhookDelivery.deliveryId', messages.map((one: Any) => one.id as string)],
  ];
}

/** Claims of the words that the fuzzer splits them into, and claims of one article to be merged. */
async function reshapeable({ editor }: Newsroom): Promise<Pool> {
  const whole = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const words = SPLIT_PARTS.join(' ');
      const { id } = await claimFrom(editor, (await post(editor, [`تمهيد. ${words}.`])).id, words);
      return id as string;
    }),
  );
  const bridges = Array.from({ length: 12 }, (_, at) => `وبلغت كلفة الجسر رقم ${at + 1} نحو ${at + 30} مليون دينار.`);
  const claims = (await post(editor, bridges)).claims.map(({ id }: Any) => id as string);
  return [
    ['splitClaim', whole],
    ['mergeClaim', claims.slice(0, 6)],
    ['mergeClaim.claimIds', claims.slice(6)],
  ];
}

/** Claims that say the same as one that was decided. */
async function precedents(room: Newsroom): Promise<Pool> {
  const { editor } = room;
  const said = Array.from({ length: 9 }, (_, at) => `وبلغ عدد سكان الحي رقم ${at + 1} نحو ${at + 700} نسمة.`);
  const claims: Any[] = (await post(editor, said)).claims;
  for (const { id, version } of claims) await done(editor.patch(`/claims/${id}`, { verifies: 'substance' }, version));
  const [decided, ...others] = claims.map(({ id }) => id as string);
  await readyToVerify(room, decided!);
  await done(decideNow(editor, decided!, { to: 'verified', rating: 'true' }));
  const group = await done(editor.post('/claim-groups', { claimIds: [decided, ...others], relation: 'same' }));
  return [
    ['takePrecedent', others],
    ['takePrecedent.claimId', [decided!]],
    ['claim-groups', [group.id]],
  ];
}

/** Copies of pages, as the worker leaves them, and a look at one of them that was asked for. */
async function keptPages(api: BareApi, { editor }: Newsroom, mark: string): Promise<Pool> {
  const owner = new Client(api.database.superuserUrl);
  await owner.connect();
  const copies: string[] = [];
  for (let at = 0; at < 6; at++) {
    const headers = { 'content-type': 'text/plain', 'idempotency-key': newId() };
    const sent = await done(editor.send('POST', '/captures', Buffer.from(`صفحة ${at} ${mark}`), headers));
    const id = newId();
    await owner.query(
      `INSERT INTO capture (newsroom_id, id, sha256, media_type, bytes, content, url, final_url, fetched_at, created_by)
       SELECT newsroom_id, $1, sha256, media_type, bytes, content, $3, $3, now(), created_by FROM capture WHERE id = $2`,
      [id, sent.id, `https://page.example.org/${at}`],
    );
    copies.push(id);
  }
  await owner.end();
  const fetch = await done(editor.post(`/captures/${copies[0]}/fetches`, undefined));
  const asked = await done(editor.post('/articles/import', { url: 'https://page.example.org/story' }));
  return [
    ['refetchCapture', copies.slice(1)],
    ['page-fetches', [fetch.id]],
    ['imports', [asked.id]],
  ];
}

/** Translations to be read a second time, an import, sources that ask to go without their name. */
async function seldomThings({ editor, salma }: Newsroom, claimId: string, mark: string): Promise<Pool> {
  const translation = { language: 'fr', original: `Sept cents. ${mark}`, text: 'سبعمئة', translator: 'أمل' };
  const recording = { source: { name: `تسجيل المؤتمر ${mark}`, type: 'recording' } };
  const read = Array.from({ length: 6 }, () => addEvidence(salma, claimId, recording, { translation }));
  const lines = `{"claimReviewed":"خبر من أرشيف قديم ${mark}"}`;
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': newId() };
  const imported = await done(editor.send('POST', '/archive/imports', lines, headers));
  const anonymity = { knownBy: editor.id, why: 'يخشى على عمله', basis: 'witness', people: 1 };
  const nameless = Array.from({ length: 6 }, (_, at) =>
    done(editor.post('/sources', { name: `شاهد ${at} ${mark}`, type: 'anonymous', anonymity })),
  );
  const idOf = ({ id }: Any) => id as string;
  return [
    ['confirmTranslation', (await Promise.all(read)).map(idOf)],
    ['archive', [imported.id]],
    ['approveSource', (await Promise.all(nameless)).map(idOf)],
  ];
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
