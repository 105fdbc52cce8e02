import { newId } from '#platform';
import { assignTo, done } from '../support/checking-work.js';
import { by, oneClaim, type Scenario } from './mutation-stage.js';

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
