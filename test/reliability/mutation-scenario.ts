import { newId } from '#platform';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  evidenceBody,
  fromOutlet,
  post,
  readyToVerify,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { ask } from '../support/ask.js';
import { DESK } from './desk-scenario.js';
import { PUBLICATION } from './publication-scenario.js';
import { invited, newcomer, password } from './newcomer.js';
import { SECOND_FACTOR } from './second-factor-scenario.js';
import { WEBHOOKS } from './webhook-scenario.js';
import { by, match, oneClaim, sentence, type Scenario, type Stage } from './mutation-stage.js';

export type { Prepared, Stage } from './mutation-stage.js';

let made = 0;

/** A draft that nothing keeps from being released: what it says is an opinion. */
async function releasable({ desk }: Stage): Promise<Any> {
  const text = `أظن أن هذا الصباح أجمل من غيره ${++made}`;
  const article = await post(desk.editor, [text], { kind: 'draft', authorIds: [desk.writer.id] });
  for (const { id, version, disposition } of article.claims) {
    if (disposition === 'dismissed') continue;
    await done(desk.editor.post(`/claims/${id}/dismissal`, { reason: 'opinion' }, match(version)));
  }
  return done(desk.editor.get(`/articles/${article.id}`));
}

async function newToken(stage: Stage): Promise<{ session: Record<string, string>; body: object }> {
  const { session } = await newcomer(stage);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return { session, body: { name: 'قارئ', scopes: ['articles:read'], expiresAt } };
}

const onClaim =
  (path: string, body: object): Scenario =>
  async (stage) => {
    const { claim } = await oneClaim(stage);
    return by(stage.desk.editor, 'POST', `/claims/${claim.id}/${path}`, body, match(claim.version));
  };

const ARTICLES: Record<string, Scenario> = {
  createArticle: async ({ desk }) =>
    by(desk.editor, 'POST', '/articles', {
      kind: 'external',
      language: 'ar',
      text: sentence(),
      outlet: `صحيفة ${++made}`,
    }),
  updateArticle: async (stage) => {
    const { article } = await oneClaim(stage);
    const { version } = await done(stage.desk.editor.get(`/articles/${article.id}`));
    return by(stage.desk.editor, 'PATCH', `/articles/${article.id}`, { title: 'عنوان آخر' }, match(version));
  },
  createRevision: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    const { version } = await done(stage.desk.editor.get(`/articles/${article.id}`));
    const text = `فقرة جديدة.\n\n${claim.quote}`;
    return by(stage.desk.editor, 'POST', `/articles/${article.id}/revisions`, { text }, match(version));
  },
  releaseArticle: async (stage) => {
    const { id, version } = await releasable(stage);
    return by(stage.desk.editor, 'POST', `/articles/${id}/release`, {}, match(version));
  },
  createCorrection: async (stage) => {
    const { editor } = stage.desk;
    const { id, version } = await releasable(stage);
    await done(editor.post(`/articles/${id}/release`, {}, match(version)));
    const now = await done(editor.get(`/articles/${id}`));
    const body = { class: 'correction', note: 'صححنا الرقم' };
    return by(editor, 'POST', `/articles/${id}/corrections`, body, match(now.version));
  },
};

const CLAIMS: Record<string, Scenario> = {
  createClaim: async ({ desk }) => {
    const words = sentence();
    const article = await post(desk.editor, [`تمهيد. ${words}`]);
    return by(desk.editor, 'POST', `/articles/${article.id}/claims`, { quote: words.slice(0, -2) });
  },
  updateClaim: async (stage) => {
    const { claim } = await oneClaim(stage);
    return by(stage.desk.editor, 'PATCH', `/claims/${claim.id}`, { kind: 'statistic' }, match(claim.version));
  },
  acceptClaim: async (stage) => {
    const { desk } = stage;
    const words = sentence();
    const article = await post(desk.writer, [`تمهيد. ${words}`], { kind: 'draft' });
    const claim = await claimFrom(desk.writer, article.id, words.slice(0, -2));
    return by(desk.editor, 'POST', `/claims/${claim.id}/acceptance`, {}, match(claim.version));
  },
  dismissClaim: onClaim('dismissal', { reason: 'opinion' }),
  restoreClaim: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { editor } = stage.desk;
    const dismissed = await done(
      editor.post(`/claims/${claim.id}/dismissal`, { reason: 'opinion' }, match(claim.version)),
    );
    return by(editor, 'POST', `/claims/${claim.id}/restoration`, {}, match(dismissed.version));
  },
  selectClaim: onClaim('selection', { selected: false, reason: 'ليس مما نتحقق منه' }),
  placeAnchor: onClaim('anchor', { action: 'confirm' }),
  decideClaim: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { editor } = stage.desk;
    await readyToVerify(stage.desk, claim.id);
    const { version } = await done(editor.get(`/claims/${claim.id}`));
    return by(editor, 'POST', `/claims/${claim.id}/decisions`, { to: 'verified', rating: 'true' }, match(version));
  },
};

const CHECKING: Record<string, Scenario> = {
  createSource: async ({ desk }) =>
    by(desk.editor, 'POST', '/sources', { name: `صحيفة ${++made}`, type: 'outlet', aliases: ['اسم آخر'] }),
  updateSource: async ({ desk }) => {
    const source = await done(desk.editor.post('/sources', { name: `صحيفة ${++made}`, type: 'outlet' }));
    return by(desk.editor, 'PATCH', `/sources/${source.id}`, { name: `صحيفة ${++made}` }, match(source.version));
  },
  addEvidence: async (stage) => {
    const { claim } = await oneClaim(stage);
    return by(stage.desk.editor, 'POST', `/claims/${claim.id}/evidence`, evidenceBody(fromOutlet(`وكالة ${++made}`)));
  },
  /** The consequence too: a verified claim that rested on it falls back. */
  withdrawEvidence: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { desk } = stage;
    const { evidenceId } = await readyToVerify(desk, claim.id);
    await done(decideNow(desk.editor, claim.id, { to: 'verified', rating: 'true' }));
    return by(desk.salma, 'POST', `/evidence/${evidenceId}/withdrawal`, { reason: 'حُذفت الصفحة' }, match(1));
  },
  createCapture: async ({ desk }) =>
    by(desk.editor, 'POST', '/captures', Buffer.from('نسخة محفوظة'), { 'content-type': 'text/plain' }),
  createAssignment: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { desk } = stage;
    return by(desk.editor, 'POST', `/claims/${claim.id}/assignments`, { reviewerId: desk.salma.id });
  },
  updateAssignment: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { desk } = stage;
    const { id, version } = await assignTo(desk.editor, claim.id, desk.salma);
    return by(desk.salma, 'PATCH', `/assignments/${id}`, { status: 'in-progress' }, match(version));
  },
  giveVerdict: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { desk } = stage;
    await assignTo(desk.editor, claim.id, desk.salma);
    const { id } = await addEvidence(desk.salma, claim.id, fromOutlet(`وكالة ${++made}`));
    return by(desk.salma, 'POST', `/claims/${claim.id}/verdicts`, verdictBody('true', [id]));
  },
  withdrawVerdict: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { desk } = stage;
    await assignTo(desk.editor, claim.id, desk.salma);
    const verdict = await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('false', [])));
    return by(desk.salma, 'POST', `/verdicts/${verdict.id}/withdrawal`, { reason: 'أخطأت القراءة' });
  },
  createReport: async (stage) => {
    const { article } = await oneClaim(stage);
    const body = { scope: { articleId: article.id }, formats: ['json'], language: 'ar' };
    return by(stage.desk.editor, 'POST', '/reports', body);
  },
};

const PEOPLE: Record<string, Scenario> = {
  createSession: async ({ desk: { salma } }) => ({
    method: 'POST',
    path: '/sessions',
    body: { email: salma.email, password: salma.password },
    headers: {},
    keyed: false,
  }),
  'createSession by link': async ({ api, desk }) => {
    const [link] = await api.application.founding.signInLinks(desk.id, [desk.omar.id]);
    return { method: 'POST', path: '/sessions', body: { link }, headers: {}, keyed: false };
  },
  acceptInvitation: async (stage) => {
    const { invitation } = await invited(stage);
    const path = `/invitations/${invitation.token}/acceptance`;
    return { method: 'POST', path, body: { password }, headers: {}, keyed: false };
  },
  deleteSession: async (stage) => {
    const { session } = await newcomer(stage);
    return { method: 'DELETE', path: '/sessions/current', headers: session, keyed: false };
  },
  changePassword: async (stage) => {
    const { session } = await newcomer(stage);
    const body = { current: password, next: `${password} اليوم` };
    return { method: 'POST', path: '/me/password', body, headers: session, keyed: true };
  },
  createToken: async (stage) => {
    const { session, body } = await newToken(stage);
    return { method: 'POST', path: '/tokens', body, headers: session, keyed: true };
  },
  deleteToken: async (stage) => {
    const { session, body } = await newToken(stage);
    const minted = await done(ask(`${stage.api.url}/api/v1/tokens`, 'POST', session, body));
    return { method: 'DELETE', path: `/tokens/${minted.id}`, headers: session, keyed: false };
  },
  createMember: async ({ desk }) =>
    by(desk.admin, 'POST', '/members', {
      email: `member-${newId()}@example.org`,
      name: 'عضو جديد',
      roles: ['viewer'],
      locale: 'ar',
    }),
  /** With a session to be ended. */
  updateMember: async (stage) => {
    const { id, version } = await newcomer(stage);
    return by(stage.desk.admin, 'PATCH', `/members/${id}`, { roles: ['viewer'] }, match(version));
  },
  updateNewsroom: async ({ desk }) => {
    const { version } = await done(desk.admin.get('/newsroom'));
    const body = { name: `غرفة ${++made}`, policy: { dueHours: { A: 2 + (made % 40) } } };
    return by(desk.admin, 'PATCH', '/newsroom', body, match(version));
  },
};

/** One example of every mutation, by operation; some operations have two. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...ARTICLES,
  ...CLAIMS,
  ...CHECKING,
  ...DESK,
  ...PUBLICATION,
  ...SECOND_FACTOR,
  ...WEBHOOKS,
  ...PEOPLE,
};
