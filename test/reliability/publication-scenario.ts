import { newId } from '#platform';
import { Client } from 'pg';
import { addEvidence, done, fromOutlet, type Any } from '../support/checking-work.js';
import { by, match, oneClaim, type Scenario, type Stage } from './mutation-stage.js';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const anonymity = (knownBy: string) => ({ knownBy, why: 'يخشى على عمله', basis: 'witness', people: 1 });

/** A copy as the worker leaves it: of a page, with its address. */
async function keptPage({ api, desk }: Stage): Promise<string> {
  const headers = { 'content-type': 'text/plain', 'idempotency-key': newId() };
  const sent = await done(desk.editor.send('POST', '/captures', `صفحة ${newId()}`, headers));
  const owner = new Client(api.database.ownerUrl);
  await owner.connect();
  const id = newId();
  await owner.query(
    `INSERT INTO capture (newsroom_id, id, sha256, media_type, bytes, content, url, final_url, fetched_at, created_by)
     SELECT newsroom_id, $1, sha256, media_type, bytes, content, 'https://page.example.org/', 'https://page.example.org/', now(), created_by
       FROM capture WHERE id = $2`,
    [id, sent.id],
  );
  await owner.end();
  return id;
}

async function askedForComment({ desk }: Stage, articleId: string, claimId: string): Promise<Any> {
  const body = {
    claimIds: [claimId],
    addressee: 'المدير العام',
    channel: 'email',
    questions: 'هل وقّعت أوامر الصرف؟',
    sentAt: hours(-2),
    deadline: hours(2),
  };
  return done(desk.salma.post(`/articles/${articleId}/comment-requests`, body));
}

const complaint = { requester: 'قارئ', demand: 'تصحيح الرقم' };

/** What articles, sources and saved copies live through, one example of each mutation. */
export const PUBLICATION: Record<string, Scenario> = {
  refetchCapture: async (stage) => by(stage.desk.editor, 'POST', `/captures/${await keptPage(stage)}/fetches`),
  confirmTranslation: async (stage) => {
    const { desk } = stage;
    const { claim } = await oneClaim(stage);
    const translation = { language: 'fr', original: 'Sept cents.', text: 'سبعمئة', translator: 'أمل' };
    const source = { source: { name: 'تسجيل المؤتمر', type: 'recording' } };
    const item = await addEvidence(desk.salma, claim.id, source, { translation });
    return by(desk.omar, 'POST', `/evidence/${item.id}/second-reading`, undefined, match(item.version));
  },
  createArchiveImport: async ({ desk }) =>
    by(desk.editor, 'POST', '/archive/imports', `{"claimReviewed":"خبر من أرشيف قديم ${newId()}"}`, {
      'content-type': 'application/x-ndjson',
    }),
  /** The consequence too: the claims that rested on it are judged again. */
  createNotice: async (stage) => {
    const { claim } = await oneClaim(stage);
    const item = await addEvidence(stage.desk.editor, claim.id, fromOutlet(`وكالة ${newId()}`));
    const body = { originItem: item.id, type: 'withdrawn', text: 'سحبت الوكالة الخبر' };
    return by(stage.desk.editor, 'POST', '/notices', body);
  },
  createCommentRequest: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    const body = {
      claimIds: [claim.id],
      addressee: 'المدير العام',
      waiver: { reason: 'court-order', note: 'صدر الحكم' },
    };
    return by(stage.desk.editor, 'POST', `/articles/${article.id}/comment-requests`, body);
  },
  updateCommentRequest: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    const sent = await askedForComment(stage, article.id, claim.id);
    return by(stage.desk.salma, 'PATCH', `/comment-requests/${sent.id}`, { outcome: 'declined' }, match(sent.version));
  },
  createCorrectionRequest: async ({ desk }) => by(desk.salma, 'POST', '/correction-requests', complaint),
  updateCorrectionRequest: async ({ desk }) => {
    const { id, version } = await done(desk.salma.post('/correction-requests', complaint));
    return by(desk.editor, 'PATCH', `/correction-requests/${id}`, { outcome: 'withdrawn' }, match(version));
  },
  createLegalNote: async (stage) => {
    const { article } = await oneClaim(stage);
    return by(stage.desk.editor, 'POST', `/articles/${article.id}/legal-notes`, { text: 'رأي قانوني' });
  },
  setLegalHold: async (stage) => {
    const { article } = await oneClaim(stage);
    const { version } = await done(stage.desk.editor.get(`/articles/${article.id}`));
    const body = { hold: { reason: 'دعوى منظورة' } };
    return by(stage.desk.editor, 'POST', `/articles/${article.id}/legal-hold`, body, match(version));
  },
  importArticle: async ({ desk }) =>
    by(desk.editor, 'POST', '/articles/import', { url: `https://page.example.org/${newId()}` }),
  approveSource: async ({ desk }) => {
    const body = { name: `مصدر ${newId()}`, type: 'anonymous', anonymity: anonymity(desk.editor.id) };
    const { id, version } = await done(desk.editor.post('/sources', body));
    return by(desk.editor, 'POST', `/sources/${id}/approval`, undefined, match(version));
  },
  readConfidentialSource: async ({ desk }) => {
    const { id } = await done(
      desk.editor.post('/sources', { name: `شاهد ${newId()}`, type: 'person', confidential: true }),
    );
    return by(desk.editor, 'POST', `/sources/${id}/readings`, { reason: 'للتحقق من صفته' });
  },
};
