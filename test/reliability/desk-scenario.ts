import { newId } from '#platform';
import { assignTo, decideNow, done, readyToVerify } from '../support/checking-work.js';
import { by, match, oneClaim, type Scenario } from './mutation-stage.js';

const asked: (stage: Parameters<Scenario>[0]) => Promise<{ id: string; claimId: string }> = async (stage) => {
  const { editor, writer } = stage.desk;
  const text = `بلغت الكلفة ${Date.now() % 9_000_000} دينارًا في مدينة نورا عام 2024.`;
  const article = await done(editor.post('/articles', { kind: 'draft', text, authorIds: [writer.id] }));
  const claim = await done(editor.post(`/articles/${article.id}/claims`, { quote: text.slice(0, -1) }));
  return done(editor.post(`/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' }));
};

/** What the desk says to itself, one example of each mutation. */
export const DESK: Record<string, Scenario> = {
  createDesk: async ({ desk }) => by(desk.admin, 'POST', '/desks', { name: `قسم ${newId()}` }),
  updateDesk: async ({ desk }) => {
    const { id } = await done(desk.admin.post('/desks', { name: `قسم ${newId()}` }));
    return by(desk.admin, 'PATCH', `/desks/${id}`, { active: false }, { 'if-match': '"1"' });
  },
  readNotifications: async (stage) => {
    const { claim } = await oneClaim(stage);
    const { id } = await assignTo(stage.desk.editor, claim.id, stage.desk.omar);
    return by(stage.desk.omar, 'POST', '/notifications/read', { ids: [id] });
  },
  splitClaim: async (stage) => {
    const { claim } = await oneClaim(stage);
    const words = claim.quote.split(' ');
    const parts = [words.slice(0, 4), words.slice(4)].map((half: string[]) => ({ quote: half.join(' ') }));
    return by(stage.desk.editor, 'POST', `/claims/${claim.id}/split`, { parts }, match(claim.version));
  },
  mergeClaim: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    const other = await done(
      stage.desk.editor.post(`/articles/${article.id}/claims`, { quote: claim.quote.slice(0, -6) }),
    );
    const body = { claimIds: [other.id] };
    return by(stage.desk.editor, 'POST', `/claims/${claim.id}/merge`, body, match(claim.version));
  },
  changeClaimsInBulk: async (stage) => {
    const { claim } = await oneClaim(stage);
    const body = { action: 'assign', claimIds: [claim.id], reviewerId: stage.desk.salma.id };
    return by(stage.desk.editor, 'POST', '/claims/bulk', body);
  },
  createClaimGroup: async (stage) => {
    const [one, two] = [await oneClaim(stage), await oneClaim(stage)];
    const body = { claimIds: [one.claim.id, two.claim.id], relation: 'related' };
    return by(stage.desk.editor, 'POST', '/claim-groups', body);
  },
  updateClaimGroup: async (stage) => {
    const [one, two] = [await oneClaim(stage), await oneClaim(stage)];
    const body = { claimIds: [one.claim.id, two.claim.id], relation: 'related' };
    const group = await done(stage.desk.editor.post('/claim-groups', body));
    return by(stage.desk.editor, 'PATCH', `/claim-groups/${group.id}`, { claimIds: [one.claim.id] }, match(1));
  },
  takePrecedent: async (stage) => {
    const { editor, secondEditor } = stage.desk;
    const [one, two] = [await oneClaim(stage), await oneClaim(stage)];
    for (const { claim } of [one, two])
      await done(editor.patch(`/claims/${claim.id}`, { verifies: 'substance' }, claim.version));
    await readyToVerify(stage.desk, one.claim.id);
    await done(decideNow(editor, one.claim.id, { to: 'verified', rating: 'true' }));
    const body = { claimIds: [one.claim.id, two.claim.id], relation: 'same' };
    await done(editor.post('/claim-groups', body));
    const taken = { claimId: one.claim.id, rationale: 'كما تبيّن هناك' };
    return by(secondEditor, 'POST', `/claims/${two.claim.id}/precedent`, taken);
  },
  balanceAssignments: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    await done(stage.desk.editor.post(`/claims/${claim.id}/selection`, { reason: 'خبر متداول' }, match(claim.version)));
    return by(stage.desk.editor, 'POST', `/articles/${article.id}/assignments/balance`, { reviewersPerClaim: 1 });
  },
  handOverAssignments: async (stage) => {
    const { article, claim } = await oneClaim(stage);
    const { editor, salma, omar } = stage.desk;
    await assignTo(editor, claim.id, salma);
    const body = { fromId: salma.id, toId: omar.id, articleId: article.id, note: 'نهاية المناوبة' };
    return by(editor, 'POST', '/assignments/hand-over', body);
  },
  askQuery: async (stage) => {
    const { claim } = await oneClaim(stage);
    return by(stage.desk.salma, 'POST', `/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' });
  },
  answerQuery: async (stage) =>
    by(stage.desk.writer, 'POST', `/queries/${(await asked(stage)).id}/answer`, { text: 'من محضر الجلسة' }),
  resolveQuery: async (stage) =>
    by(stage.desk.editor, 'POST', `/queries/${(await asked(stage)).id}/resolution`, { note: 'حُذفت الجملة' }),
  createComment: async (stage) => {
    const { claim } = await oneClaim(stage);
    return by(stage.desk.salma, 'POST', `/claims/${claim.id}/comments`, { text: '@omar راجع المحضر' });
  },
};
