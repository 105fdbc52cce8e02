import { at, byName, fitting, JUDGES, send, someone, versionOf, type Act, type Scene } from './model-scene.js';

/** A query that waits, of a draft where there is one: its writer may answer. Where there is none, an editor asks. */
async function openQuery(scene: Scene): Promise<string | undefined> {
  const { state, world, room } = scene;
  const ofDrafts = `SELECT c.id FROM claim c JOIN article a ON a.id = c.article_id
    WHERE c.id = ANY ($1) AND c.disposition <> 'dismissed' AND a.kind = 'draft'`;
  if (state.queries.length === 0 || scene.step.by % 3 === 0) {
    const claim = await fitting(scene, state.claims, ofDrafts);
    if (claim === undefined) return undefined;
    const [editor] = byName(room, 'editor');
    const body = { text: `كم عددهم؟ ${world.canary(room, editor!, 'open')}` };
    const asked = await send(scene, editor!, { method: 'POST', path: `/claims/${claim}/queries`, body });
    if (asked.status === 201) state.queries.push(asked.body.id);
  }
  return fitting(
    scene,
    state.queries,
    `SELECT q.id FROM query q JOIN claim c ON c.id = q.claim_id JOIN article a ON a.id = c.article_id
     WHERE q.id = ANY ($1) AND q.resolved_at IS NULL AND a.kind = 'draft'`,
  );
}

/** Claims that somebody supports and nobody has decided. */
const READY = `SELECT id FROM claim c WHERE id = ANY ($1) AND state = 'needs-source' AND disposition = 'active'
  AND EXISTS (SELECT FROM verdict v WHERE v.claim_id = c.id AND v.text_hash = c.text_hash AND v.stance = 'supports')`;
export const TALK_ACTS: Record<string, Act> = {
  /** Mostly about a claim that could be decided, and an editor decides as if nothing had been asked. */
  async askQuery(scene) {
    const id = await fitting(scene, scene.state.claims, READY);
    if (id === undefined) return;
    const by = someone(scene, 'editor', ...JUDGES);
    const text = `من أين الرقم؟ ${scene.world.canary(scene.room, by, 'open')}`;
    const asked = await send(scene, by, { method: 'POST', path: `/claims/${id}/queries`, body: { text } });
    if (asked.status === 201) scene.state.queries.push(asked.body.id);
    await send(scene, byName(scene.room, 'editor')[0]!, {
      method: 'POST',
      path: `/claims/${id}/decisions`,
      body: { to: 'verified', rating: 'true' },
      version: await versionOf(scene, 'claim', id),
    });
  },
  async answerQuery(scene) {
    const id = await openQuery(scene);
    if (id === undefined) return;
    const by = someone(scene, 'writer');
    const text = `من محضر الجلسة ${scene.world.canary(scene.room, by, 'open')}`;
    await send(scene, by, { method: 'POST', path: `/queries/${id}/answer`, body: { text } });
  },
  async resolveQuery(scene) {
    const id = await openQuery(scene);
    if (id === undefined) return;
    const body = scene.step.more % 3 === 0 ? {} : { note: 'سقط السؤال مع الجملة' };
    await send(scene, someone(scene, 'editor', 'salma'), { method: 'POST', path: `/queries/${id}/resolution`, body });
  },
  async createComment(scene) {
    const id = at(scene.state.claims, scene.step.pick);
    if (id === undefined) return;
    const by = at(scene.room.people, scene.step.by)!;
    const named = at(byName(scene.room, 'editor', ...JUDGES), scene.step.more)!;
    const text = `@${named.name} أراه صحيحًا ${scene.world.canary(scene.room, by, 'comment', id)}`;
    await send(scene, by, { method: 'POST', path: `/claims/${id}/comments`, body: { text } });
  },
  async createCommentRequest(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    const id = at(scene.state.claims, scene.step.more);
    if (article === undefined || id === undefined) return;
    const by = someone(scene, 'editor', 'salma');
    const asked = {
      channel: 'email',
      questions: `ما ردّكم؟ ${scene.world.canary(scene.room, by, 'open')}`,
      sentAt: '2026-01-01T00:00:00Z',
      deadline: '2026-01-03T00:00:00Z',
    };
    const waived = { waiver: { reason: 'answered-in-public' } };
    const body = { claimIds: [id], addressee: 'الشركة', ...(scene.step.more % 3 === 0 ? waived : asked) };
    await send(scene, by, { method: 'POST', path: `/articles/${article.id}/comment-requests`, body });
  },
};
