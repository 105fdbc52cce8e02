import { itemFor, judge } from './model-check-steps.js';
import { byName, known, send, SENTENCES, type Scene } from './model-scene.js';
import type { Answer, ModelPerson } from './model-world.js';

export interface Told {
  readonly article: string;
  readonly id: string;
}

export const editorOf = (scene: Scene): ModelPerson => byName(scene.room, 'editor')[0]!;
/** An outlet, a date and a fact: nobody is quoted, so that two origins are needed. */
export const OWN_VOICE = SENTENCES[0]!;
/** The agency is named in the first paragraph alone; whoever speaks in the second spoke to it as well. */
export const CARRIED =
  'قالت وكالة الساحل، نقلا عن مسؤولين، إن الهدنة انهارت. وأضافت الوكالة أن الطريق مقطوع.\n\nوقال أحد المسؤولين إن القصف مستمر منذ الفجر.';

/** A new article of which the claim with these words is checked and every other is set aside. */
export async function tell(
  scene: Scene,
  kind: 'draft' | 'external',
  text: string,
  words: string,
): Promise<Told | undefined> {
  const { room, state, world } = scene;
  const by = editorOf(scene);
  const of = kind === 'draft' ? { authorIds: byName(room, 'writer').map(({ id }) => id) } : { outlet: 'صحيفة الضفة' };
  const body = { kind, language: 'ar', text, title: `خبر ${world.canary(room, by, 'open')}`, ...of };
  const made = await send(scene, by, { method: 'POST', path: '/articles', body });
  if (made.status !== 201) return undefined;
  const article: string = made.body.id;
  state.articles.push({ id: article, text, earlier: [] });
  const { rows } = await world.look.query<{ id: string; quote: string; version: number; disposition: string }>(
    'SELECT id, quote, version, disposition FROM claim WHERE article_id = $1 ORDER BY id',
    [article],
  );
  await known(scene, rows.map(({ id }) => id)); // prettier-ignore
  const one = rows.find(({ quote }) => quote.includes(words));
  for (const { id, version, disposition } of rows) {
    if (id === one?.id || disposition === 'dismissed') continue;
    const aside = { reason: 'out-of-scope' };
    await send(scene, by, { method: 'POST', path: `/claims/${id}/dismissal`, body: aside, version });
  }
  if (one === undefined) return undefined;
  if (kind === 'external') await toClaim(scene, one.id, 'selection', { selected: true, reason: 'مهم للناس' });
  return { article, id: one.id };
}

export async function versionIn(scene: Scene, table: string, id: string): Promise<number> {
  const { rows } = await scene.world.look.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [
    id,
  ]);
  return rows[0]!.version;
}

/** The editor does something to a claim, knowing how it stands. */
export async function toClaim(scene: Scene, id: string, noun: string, body: object): Promise<Answer> {
  const version = await versionIn(scene, 'claim', id);
  return send(scene, editorOf(scene), { method: 'POST', path: `/claims/${id}/${noun}`, body, version });
}

export async function change(scene: Scene, noun: 'claim' | 'article', id: string, body: object): Promise<Answer> {
  const version = await versionIn(scene, noun, id);
  return send(scene, editorOf(scene), { method: 'PATCH', path: `/${noun}s/${id}`, body, version });
}

export const verify = (scene: Scene, id: string) => toClaim(scene, id, 'decisions', { to: 'verified' });

export async function release(scene: Scene, id: string): Promise<Answer> {
  const version = await versionIn(scene, 'article', id);
  return send(scene, editorOf(scene), { method: 'POST', path: `/articles/${id}/release`, body: {}, version });
}

/** Two colleagues find it true, each by an outlet of his own: what falls away of either is missed. The items, first his. */
export async function support(scene: Scene, id: string, page: string, tier: 'A' | 'B' = 'B'): Promise<string[]> {
  const judges = byName(scene.room, 'salma', 'omar');
  await change(scene, 'claim', id, { tier, reason: 'كما في الدليل' });
  for (const who of judges) await assign(scene, id, who);
  const items: string[] = [];
  for (const who of judges) items.push(...(await finds(scene, who, id, page)).items);
  return items;
}

export function assign(scene: Scene, id: string, { id: reviewerId }: ModelPerson): Promise<Answer> {
  return send(scene, editorOf(scene), { method: 'POST', path: `/claims/${id}/assignments`, body: { reviewerId } });
}

/** One of them finds it true or false by an outlet of his own. What he added, and the verdict where it was taken. */
export async function finds(
  scene: Scene,
  who: ModelPerson,
  id: string,
  page: string,
  stance: 'supports' | 'refutes' = 'supports',
): Promise<{ items: string[]; verdict: Answer }> {
  const source = { name: `صحيفة ${who.name} ${page}`, type: 'outlet' };
  const url = `https://wire.example/${page}`;
  const body = { ...itemFor(scene, who, id, stance), source, url, primary: false };
  const item = await send(scene, who, { method: 'POST', path: `/claims/${id}/evidence`, body });
  const items: string[] = item.status === 201 ? [item.body.id] : [];
  for (const one of items) scene.state.evidence.push({ id: one, claimId: id });
  const ratings = (await isDraft(scene, id)) ? ['accurate', 'wrong'] : ['true', 'false'];
  return { items, verdict: await judge(scene, who, id, ratings[stance === 'supports' ? 0 : 1]!, items) };
}

/** What the rules forbid was tried; it is told where nobody refused it. */
export async function refused(scene: Scene, what: string, answer: Answer | Promise<Answer>): Promise<void> {
  const { status } = await answer;
  if (status < 400) scene.world.leaks.push(`${what}: ${status}`);
}

export async function isDraft({ world }: Scene, id: string): Promise<boolean> {
  const { rows } = await world.look.query(
    "SELECT FROM claim c JOIN article a ON a.id = c.article_id WHERE c.id = $1 AND a.kind = 'draft'",
    [id],
  );
  return rows.length > 0;
}

export async function ask(scene: Scene, id: string): Promise<string | undefined> {
  const text = `من أين الرقم؟ ${scene.world.canary(scene.room, editorOf(scene), 'open')}`;
  const asked = await send(scene, editorOf(scene), { method: 'POST', path: `/claims/${id}/queries`, body: { text } });
  if (asked.status === 201) scene.state.queries.push(asked.body.id);
  return asked.body.id;
}
