import { at, byName, known, send, SENTENCES, someone, versionOf, type Act, type Scene } from './model-scene.js';
import { type Any } from './model-world.js';

/** What editors do to a text between two revisions. */
const EDITS: readonly ((text: string, more: number, earlier: readonly string[]) => string)[] = [
  (text) => text.replace(/\d+/, (number) => String(Number(number) + 1)),
  (text) => text.replace('ارتفع', 'لم يرتفع').replace('rose', 'did not rise'),
  (text) => text.split('\n\n').reverse().join('\n\n'),
  (text) => text.split('\n\n').slice(1).join('\n\n') || text,
  (text, more) => `${text}\n\n${at(SENTENCES, more)}`,
  (text) => text.replace(/^قالت وكالة الميناء إن /m, '').replace('قال مصدران مطلعان', 'قالت مصادر'),
  (text) => text.replace('دينار', 'دينارٍ').replaceAll('،', ','),
  (text, more, earlier) => at(earlier, more) ?? text,
];

export const TEXT_ACTS: Record<string, Act> = {
  async createArticle(scene) {
    const { world, room, state, step } = scene;
    const by = someone(scene, 'editor', 'head', 'writer');
    const count = 2 + (step.more % 2);
    const text = Array.from({ length: count }, (_, index) => at(SENTENCES, step.pick + index * 3)).join('\n\n');
    const isDraft = step.more % 3 === 0;
    const authors = isDraft ? byName(room, 'writer', ...(step.more % 5 === 0 ? ['salma'] : [])) : [];
    const { status, body } = await send(scene, by, {
      method: 'POST',
      path: '/articles',
      body: {
        kind: isDraft ? 'draft' : 'external',
        language: 'ar',
        text,
        title: `خبر ${world.canary(room, by, 'open')}`,
        ...(!isDraft && { outlet: `صحيفة ${step.pick % 4}` }),
        ...(isDraft && { authorIds: authors.map(({ id }) => id) }),
      },
    });
    if (status !== 201) return;
    state.articles.push({ id: body.id, text, earlier: [] });
    await known(
      scene,
      body.claims.map(({ id }: Any) => id),
    );
  },
  async createRevision(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    const text = at(EDITS, scene.step.more)!(article.text, scene.step.pick, article.earlier);
    const { status, body } = await send(scene, someone(scene, 'editor', 'head', 'writer'), {
      method: 'POST',
      path: `/articles/${article.id}/revisions`,
      body: { text },
      version: await versionOf(scene, 'article', article.id),
    });
    if (status >= 300) return;
    article.earlier.push(article.text);
    article.text = text;
    await known(scene, body.newClaimIds);
  },
  async createClaim(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    const words = at(article.text.split('\n\n'), scene.step.more)!.split(' ');
    const quote = words.slice(0, Math.max(3, words.length - (scene.step.more % 3))).join(' ');
    const by = someone(scene, 'editor', 'salma', 'writer');
    const { status, body } = await send(scene, by, {
      method: 'POST',
      path: `/articles/${article.id}/claims`,
      body: { quote },
    });
    if (status < 300) await known(scene, [body.id]);
  },
  async updateArticle(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    const title = `خبر ${scene.world.canary(scene.room, someone(scene, 'editor'), 'open')}`;
    const version = await versionOf(scene, 'article', article.id);
    await send(scene, someone(scene, 'editor'), {
      method: 'PATCH',
      path: `/articles/${article.id}`,
      body: { title },
      version,
    });
  },
  async releaseArticle(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    const disputed = await scene.world.look.query<{ id: string }>(
      "SELECT id FROM claim WHERE article_id = $1 AND state = 'disputed'",
      [article.id],
    );
    const keepAsDisputed = disputed.rows.map(({ id }) => ({ claimId: id, reason: 'لأن الخلاف هو الخبر' }));
    await send(scene, someone(scene, 'editor', 'head'), {
      method: 'POST',
      path: `/articles/${article.id}/release`,
      body: scene.step.more % 2 === 0 ? { keepAsDisputed } : {},
      version: await versionOf(scene, 'article', article.id),
    });
  },
  /** Of an article that is out, where there is one: few are, and of the others it is refused. */
  async createCorrection(scene) {
    const { rows: out } = await scene.world.look.query<{ id: string }>(
      "SELECT id FROM article WHERE id = ANY ($1) AND state IN ('released', 'correcting') ORDER BY id",
      [scene.state.articles.map(({ id }) => id)],
    );
    const article = at(out, scene.step.pick) ?? at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    await send(scene, someone(scene, 'editor'), {
      method: 'POST',
      path: `/articles/${article.id}/corrections`,
      body: { class: at(['update', 'correction', 'clarification'], scene.step.more), note: 'صححنا الرقم' },
      version: await versionOf(scene, 'article', article.id),
    });
  },
};

/** A claim that was judged, its words still those: what a revision can take from under a verdict. */
async function judgedClaim({
  world,
  state,
  step,
}: Scene): Promise<{ id: string; quote: string; article: string } | undefined> {
  const { rows } = await world.look.query<{ id: string; quote: string; article: string }>(
    `SELECT c.id, c.quote, c.article_id AS article FROM claim c WHERE c.id = ANY ($1) AND c.disposition = 'active'
       AND EXISTS (SELECT FROM verdict v WHERE v.claim_id = c.id AND v.text_hash = c.text_hash) ORDER BY c.id`,
    [state.claims],
  );
  return at(rows, step.pick);
}

/** The words change, and an editor decides as if nothing had: on what was judged before, and on what is still to be judged. */
export const AFTER_CHANGE_ACTS: Record<string, Act> = {
  async reviseAndDecide(scene) {
    const { state, step, room } = scene;
    const judged = await judgedClaim(scene);
    const article = state.articles.find(({ id }) => id === judged?.article);
    const [editor] = byName(room, 'editor');
    if (judged && article) {
      const words = judged.quote.replace(/\d+/, (number) => String(Number(number) + 1));
      const text = article.text.replace(judged.quote, words === judged.quote ? `لم يثبت أن ${words}` : words);
      const version = await versionOf(scene, 'article', article.id);
      const path = `/articles/${article.id}/revisions`;
      const { status, body } = await send(scene, editor!, { method: 'POST', path, body: { text }, version });
      if (status < 300) {
        article.earlier.push(article.text);
        article.text = text;
        await known(scene, body.newClaimIds);
      }
    } else await TEXT_ACTS.createRevision!({ ...scene, step: { ...step, by: 0, more: step.more % 2 === 0 ? 0 : 5 } });
    for (const id of new Set([...(judged ? [judged.id] : []), ...state.claims.slice(0, 2)])) {
      const version = await versionOf(scene, 'claim', id);
      const body = { to: 'verified', rating: 'true' };
      await send(scene, editor!, { method: 'POST', path: `/claims/${id}/decisions`, body, version });
    }
  },
};
