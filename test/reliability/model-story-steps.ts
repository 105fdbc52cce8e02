import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform';
import { LOG } from './model-claim-steps.js';
import { at, byName, send, SENTENCES, type Act } from './model-scene.js';
import {
  ask,
  CARRIED,
  change,
  editorOf,
  OWN_VOICE,
  release,
  support,
  tell,
  toClaim,
  verify,
  versionIn,
} from './model-tale.js';
import type { Any } from './model-world.js';

// Chance seldom makes the five things in a row that only together show whether a rule holds. Each of these steps makes them on an
// article of its own, tries what the rule forbids, and then does what it allows.

export const STORY_ACTS: Record<string, Act> = {
  /** What two claims of two articles rest on is taken back: both reopen, and so does what is published as attributed to it. */
  async takeBackTheGround(scene) {
    const { world, room, step } = scene;
    const page = newId().slice(-9);
    const first = await tell(scene, 'external', OWN_VOICE, 'كلفة الجسر');
    const second = await tell(scene, 'draft', `${OWN_VOICE}\n\n${SENTENCES[1]}`, 'كلفة الجسر');
    const third = await tell(scene, 'draft', CARRIED, 'الهدنة');
    if (!first || !second || !third) return;
    const items = await support(scene, first.id, page);
    await verify(scene, first.id);
    await support(scene, second.id, page);
    await verify(scene, second.id);
    const [its] = await support(scene, third.id, page);
    const closure = { kind: 'as-attributed', recheckAt: '2040-01-01T00:00:00Z' };
    const rationale = 'ننسبه إلى الوكالة';
    await toClaim(scene, third.id, 'decisions', { to: 'needs-source', rationale, closure });
    const { rows } = await world.look.query<{ id: string; source: string }>(
      'SELECT id, source_id AS source FROM evidence WHERE id = ANY ($1) ORDER BY id',
      [[...items, its].filter((id) => id !== undefined)],
    );
    const one = at(rows, step.pick);
    if (one === undefined) return;
    const about = step.by % 3 === 0 ? { sourceId: one.source } : { originItem: one.id };
    const type = at(['kill', 'withdrawn', 'correction', 'kill'], step.more);
    const body = { ...about, type, text: `سُحب ${world.canary(room, editorOf(scene), 'open')}` };
    await send(scene, editorOf(scene), { method: 'POST', path: '/notices', body });
  },
  /** What was judged was said in other words, and the editor decides as if they were the same; now and then they come back. */
  async decideOnOtherWords(scene) {
    const told = await tell(scene, 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    await support(scene, told.id, newId().slice(-9));
    if (scene.step.by % 2 === 0) await verify(scene, told.id);
    const article = scene.state.articles.find(({ id }) => id === told.article)!;
    const other = at([OWN_VOICE.replace('12', '13'), OWN_VOICE.replace('بلغت', 'لم تبلغ')], scene.step.more)!;
    for (const text of scene.step.pick % 3 === 0 ? [other, OWN_VOICE] : [other]) {
      // whoever changes words is their author and may not decide on them: the writer does
      const [writer] = byName(scene.room, 'writer');
      const version = await versionIn(scene, 'article', told.article);
      const path = `/articles/${told.article}/revisions`;
      const { status } = await send(scene, writer!, { method: 'POST', path, body: { text }, version });
      if (status >= 300) return;
      article.earlier.push(article.text);
      article.text = text;
      // where it stands is confirmed, so that only what was judged speaks against deciding
      await toClaim(scene, told.id, 'anchor', { action: 'confirm' });
      await verify(scene, told.id);
    }
  },
  /** While a question is open nothing is verified and nothing goes out. */
  async decideBeforeTheAnswer(scene) {
    const told = await tell(scene, scene.step.more % 2 === 0 ? 'draft' : 'external', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    await support(scene, told.id, newId().slice(-9));
    const query = await ask(scene, told.id);
    await verify(scene, told.id);
    await release(scene, told.article);
    if (query === undefined) return;
    const path = `/queries/${query}/resolution`;
    await send(scene, editorOf(scene), { method: 'POST', path, body: { note: 'أُجيب عنه' } });
    await verify(scene, told.id);
    await ask(scene, told.id);
    await release(scene, told.article);
  },
  /** Checked to the end, and its hour has not come. */
  async releaseBeforeTheHour(scene) {
    const told = await tell(scene, 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    await change(scene, 'article', told.article, { embargoUntil: '2040-01-01T00:00:00Z' });
    await support(scene, told.id, newId().slice(-9));
    await verify(scene, told.id);
    const early = await release(scene, told.article);
    if (early.status < 400) scene.world.leaks.push(`article ${told.article} went out before its hour`);
    if (scene.step.more % 2 === 0) return;
    await change(scene, 'article', told.article, { embargoUntil: null });
    await release(scene, told.article);
  },
  /** Whoever is accused has not been asked; or has been, and the article does not say what came of it. */
  async accuseWithoutAsking(scene) {
    const told = await tell(scene, 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    await change(scene, 'claim', told.id, { accuses: true });
    await support(scene, told.id, newId().slice(-9), 'A');
    await verify(scene, told.id);
    await release(scene, told.article);
    const sent = {
      channel: 'email',
      questions: 'ما ردّكم؟',
      sentAt: '2026-01-01T00:00:00Z',
      deadline: '2026-01-03T00:00:00Z',
    };
    const waiver = { waiver: { reason: 'answered-in-public' } };
    const body = { claimIds: [told.id], addressee: 'الشركة', ...(scene.step.more % 3 === 0 ? waiver : sent) };
    const path = `/articles/${told.article}/comment-requests`;
    const asked = await send(scene, editorOf(scene), { method: 'POST', path, body });
    if (scene.step.more % 3 !== 0 && asked.status === 201) {
      await release(scene, told.article);
      const passage = scene.step.more % 3 === 1 ? 'ورفضت الشركة التعليق' : 'كلفة الجسر';
      const said = { outcome: 'declined', passage };
      const { id, version } = asked.body;
      await send(scene, editorOf(scene), { method: 'PATCH', path: `/comment-requests/${id}`, body: said, version });
    }
    await release(scene, told.article);
  },
  /** Published as attributed: only where the sentence names it, and to be looked at again on its day. */
  async closeAsAttributed(scene) {
    const { world, step } = scene;
    const words = at(['الهدنة', 'القصف', 'الطريق'], step.more)!;
    const told = await tell(scene, step.by % 2 === 0 ? 'draft' : 'external', CARRIED, words);
    if (!told) return;
    const isSoon = step.pick % 4 === 0;
    const recheckAt = isSoon
      ? new Date(Date.now() + 300).toISOString()
      : at(['2040-01-01T00:00:00Z', '2020-01-01T00:00:00Z'], step.pick)!;
    const closure = { kind: 'as-attributed', recheckAt };
    const rationale = 'ننسبه إلى الوكالة';
    const closed = await toClaim(scene, told.id, 'decisions', { to: 'needs-source', rationale, closure });
    if (closed.status !== 201 || !isSoon) return;
    await sleep(Math.max(0, Date.parse(recheckAt) - Date.now() + 50));
    const waiting = await send(scene, editorOf(scene), { method: 'GET', path: '/attention?reason=recheck&limit=200' });
    const isTold = waiting.body.items.some(({ claimId }: Any) => claimId === told.id);
    if (!isTold) world.leaks.push(`claim ${told.id}: its closure is to be looked at again, and nobody is told`);
    await toClaim(scene, told.id, 'decisions', {
      to: 'needs-source',
      rationale,
      closure: { kind: 'unproven', searchLog: LOG.slice(step.more % 2) },
    });
  },
  /** A claim of the same words is verified elsewhere and tied to this one: that verifies nothing here. */
  async leanOnAnother(scene) {
    const first = await tell(scene, 'external', OWN_VOICE, 'كلفة الجسر');
    const second = await tell(scene, scene.step.more % 2 === 0 ? 'external' : 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!first || !second) return;
    await support(scene, first.id, newId().slice(-9));
    await verify(scene, first.id);
    const body = { claimIds: [first.id, second.id], relation: 'same' };
    const tied = await send(scene, editorOf(scene), { method: 'POST', path: '/claim-groups', body });
    if (tied.status === 201) scene.state.groups.push(tied.body.id);
    await verify(scene, second.id);
    await release(scene, second.article);
  },
};
