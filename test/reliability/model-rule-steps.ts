import { newId } from '#platform';
import { blindness } from './model-canary.js';
import { at, byName, JUDGES, send, type Act, type Scene } from './model-scene.js';
import {
  assign,
  change,
  editorOf,
  finds,
  OWN_VOICE,
  refused,
  support,
  tell,
  toClaim,
  verify,
  versionIn,
} from './model-tale.js';
import type { Answer, Any, ModelPerson } from './model-world.js';

// Stories as in model-story-steps, one for each rule that nothing may open: who may judge, who may decide, and what others may know.

/** Whoever judges and decides in one: a reviewer who edits, and where there is none the editor. */
const both = (scene: Scene): ModelPerson => byName(scene.room, 'lina')[0] ?? editorOf(scene);

async function decide(scene: Scene, by: ModelPerson, id: string, body: object): Promise<Answer> {
  const version = await versionIn(scene, 'claim', id);
  return send(scene, by, { method: 'POST', path: `/claims/${id}/decisions`, body, version });
}

function take(scene: Scene, by: ModelPerson, id: string, claimId: string): Promise<Answer> {
  const rationale = `كما سبق ${scene.world.canary(scene.room, by, 'verdict', id)}`;
  return send(scene, by, { method: 'POST', path: `/claims/${id}/precedent`, body: { claimId, rationale } });
}

async function tie(scene: Scene, claimIds: readonly string[], relation: string): Promise<void> {
  const tied = await send(scene, editorOf(scene), {
    method: 'POST',
    path: '/claim-groups',
    body: { claimIds, relation },
  });
  if (tied.status === 201) scene.state.groups.push(tied.body.id);
}

export const RULE_ACTS: Record<string, Act> = {
  /** An objection is outvoted by nobody and overridden by nobody; answered by name it is, until somebody objects again. */
  async outvoteAnObjection(scene) {
    const { step } = scene;
    const told = await tell(scene, step.more % 2 === 0 ? 'external' : 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    const page = newId().slice(-9);
    await support(scene, told.id, page);
    const objector = both(scene);
    await assign(scene, told.id, objector);
    const { verdict } = await finds(scene, objector, told.id, page, 'refutes');
    if (verdict.status !== 201) return;
    const by = byName(scene.room, 'head', 'editor').at(-1)!;
    const rating = step.more % 2 === 0 ? 'true' : 'accurate';
    const overrides = [{ requirement: 'no-open-dispute', reason: 'الأغلبية معنا' }];
    await refused(scene, 'verified over an objection', decide(scene, by, told.id, { to: 'verified', rating }));
    await refused(
      scene,
      'verified with the objection overridden',
      decide(scene, by, told.id, { to: 'verified', rating, overrides }),
    );
    const adjudication = [{ verdictId: verdict.body.id, rationale: 'يتحدث عن جسر آخر' }];
    const decided = await decide(scene, by, told.id, { to: 'verified', rating, adjudication });
    if (decided.status !== 201) return;
    await finds(scene, objector, told.id, `${page}-2`, 'refutes');
    const { rows } = await scene.world.look.query('SELECT FROM claim WHERE id = $1 AND state = $2', [
      told.id,
      'verified',
    ]);
    if (rows.length > 0) scene.world.leaks.push(`claim ${told.id} stays verified after another objection`);
  },
  /** The editor changed the words: he is an author of them, and neither judges nor decides. */
  async judgeOwnWords(scene) {
    const editor = editorOf(scene);
    const told = await tell(scene, 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    await assign(scene, told.id, editor);
    const article = scene.state.articles.find(({ id }) => id === told.article)!;
    const text = OWN_VOICE.replace('12', String(20 + (scene.step.more % 50)));
    const version = await versionIn(scene, 'article', told.article);
    const path = `/articles/${told.article}/revisions`;
    const { status } = await send(scene, editor, { method: 'POST', path, body: { text }, version });
    if (status >= 300) return;
    article.earlier.push(article.text);
    article.text = text;
    await toClaim(scene, told.id, 'anchor', { action: 'confirm' });
    const page = newId().slice(-9);
    const own = await finds(scene, editor, told.id, page);
    await refused(scene, 'a verdict on words of his own', own.verdict);
    await refused(scene, 'the author assigned', assign(scene, told.id, byName(scene.room, 'writer')[0]!));
    await support(scene, told.id, page);
    await refused(scene, 'the author decides', verify(scene, told.id));
    const [head] = byName(scene.room, 'head');
    if (head) await decide(scene, head, told.id, { to: 'verified' });
  },
  /** Whoever judged also decides: only at a small desk, and marked there; then somebody else does. */
  async decideOwnVerdict(scene) {
    const { preset } = scene.world;
    const told = await tell(scene, scene.step.more % 2 === 0 ? 'external' : 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    const who = both(scene);
    await change(scene, 'claim', told.id, { tier: 'B', reason: 'كما في الدليل' });
    await assign(scene, told.id, who);
    const page = newId().slice(-9);
    const { verdict } = await finds(scene, who, told.id, page);
    await support(scene, told.id, page);
    if (verdict.status !== 201) return;
    const decided = await decide(scene, who, told.id, { to: 'verified' });
    if (preset !== 'small-desk') {
      await refused(scene, 'whoever judged decides', decided);
      await verify(scene, told.id);
    } else if (decided.status < 400) await requireMarked(scene, told.id);
  },
  /** Only what was decided, on the substance, of a claim that says the same, is taken over; and by one who knows it then. */
  async takeOverTooEarly(scene) {
    const { world, step } = scene;
    const first = await tell(scene, 'external', OWN_VOICE, 'كلفة الجسر');
    const second = await tell(scene, 'external', OWN_VOICE, 'كلفة الجسر');
    if (!first || !second) return;
    const [editor, page] = [editorOf(scene), newId().slice(-9)];
    const attribution = at([null, null, first, second], step.more);
    if (attribution) await change(scene, 'claim', attribution.id, { verifies: 'attribution' });
    const relation = at(['same', 'same', 'related', 'contradicts', null], step.by)!;
    if (relation) await tie(scene, [first.id, second.id], relation);
    await support(scene, first.id, page);
    await refused(scene, 'an undecided precedent', take(scene, editor, second.id, first.id));
    await decide(scene, byName(scene.room, 'head', 'editor').at(-1)!, first.id, { to: 'verified' });
    const why = attribution ? 'attribution as a precedent' : relation === 'same' ? null : `${relation} as a precedent`;
    const taken = await take(scene, editor, second.id, first.id);
    if (why !== null) return refused(scene, why, taken);
    if (taken.status !== 201) return;
    scene.state.verdicts.push({ id: taken.body.id, claimId: second.id, by: editor.id });
    const { rows } = await world.look.query<{ informed: boolean; precedent: string | null }>(
      'SELECT informed, precedent_id AS precedent FROM verdict WHERE id = $1',
      [taken.body.id],
    );
    if (!rows[0]!.informed || rows[0]!.precedent === null)
      world.leaks.push(`verdict ${taken.body.id} was taken over and does not say so`);
    await change(scene, 'claim', second.id, { tier: 'B', reason: 'كما في الدليل' });
    const own = await verify(scene, second.id);
    if (world.preset !== 'small-desk') await refused(scene, 'whoever took over decides', own);
  },
  /** Whoever must still judge looks at everything on the claim, and tries to decide: no answer tells how the others judged. */
  async judgeBlind(scene) {
    const { room, step } = scene;
    const told = await tell(scene, step.more % 2 === 0 ? 'external' : 'draft', OWN_VOICE, 'كلفة الجسر');
    if (!told) return;
    const judges = byName(room, ...JUDGES);
    const last = at(judges, step.by)!;
    for (const who of judges) await assign(scene, told.id, who);
    const page = newId().slice(-9);
    const others = judges.filter(({ id }) => id !== last.id);
    for (const who of others) await finds(scene, who, told.id, page, step.pick % 3 === 0 ? 'refutes' : 'supports');
    await lookBlindly(scene, last, told.id);
    if (last.roles.includes('editor')) {
      const answer = await decide(scene, last, told.id, { to: 'verified' });
      await noticeWithheld(scene, last, told.id, '/decisions', answer);
    }
    await finds(scene, last, told.id, page);
    await verify(scene, told.id);
  },
};

/** What is decided by whoever judged is marked as the exception it is, and printed from there. */
async function requireMarked({ world }: Scene, id: string): Promise<void> {
  const { rows } = await world.look.query<{ requirements: Any[] }>(
    'SELECT requirements FROM decision WHERE claim_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [id],
  );
  const one = rows[0]!.requirements.find(({ name }: Any) => name === 'separate-decider');
  if (one?.exception?.kind !== 'small-desk') world.leaks.push(`claim ${id}: nothing says that whoever judged decided`);
}

async function lookBlindly(scene: Scene, who: ModelPerson, id: string): Promise<void> {
  for (const part of ['', '/verdicts', '/evidence', '/assignments', '/comments', '/history']) {
    const answer = await send(scene, who, { method: 'GET', path: `/claims/${id}${part}` });
    await noticeWithheld(scene, who, id, part, answer);
  }
}

/** The requirements that say nothing about how others judged. */
const OPEN = ['anchor-confirmed', 'queries-answered', 'rationale'];

/** What an answer says that is derived from others' judgements, asked for by somebody who must not see it. */
async function noticeWithheld(
  { world, room }: Scene,
  who: ModelPerson,
  id: string,
  part: string,
  { body }: Answer,
): Promise<void> {
  if (!(await blindness(world.look, world.preset, who, id))) return;
  const tell = (what: string) => world.leaks.push(`/claims/${id}${part} tells ${who.name} of ${room.name} ${what}`);
  const items: Any[] = body.items ?? [];
  const others = (key: string) => items.filter((item) => item[key] !== who.id);
  if (part === '/verdicts' && others('reviewerId').length > 0) tell('verdicts of others');
  if (part === '/evidence' && others('addedBy').some(({ stance, note }) => stance !== null || note !== null))
    tell('what others think of their evidence');
  if (part === '/assignments' && others('reviewerId').some(({ status }) => status !== null)) tell('how far others are');
  // of a claim by state, of a refused decision as they are
  const asked = Object.values<Any>(body.requirements ?? {}).flat();
  const shown = asked.filter(({ name, status }) => status !== 'withheld' && !OPEN.includes(name));
  if (shown.length > 0) tell(`how ${shown.map(({ name }) => name).join(', ')} stands`);
}
