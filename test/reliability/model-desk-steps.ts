import { newId } from '#platform';
import {
  at,
  byName,
  DECIDERS,
  JUDGES,
  known,
  onClaim,
  send,
  SENTENCES,
  someone,
  versionOf,
  type Act,
  type Scene,
} from './model-scene.js';
import type { Any } from './model-world.js';

// What a desk does besides judging: it asks, talks, reshapes, passes on, links, and hears that a source takes something back.

/** One of these things for which a condition holds, where there is one, three times in four; else any. */
async function fitting(scene: Scene, ids: readonly string[], statement: string): Promise<string | undefined> {
  if (scene.step.more % 4 === 0) return at(ids, scene.step.pick);
  const { rows } = await scene.world.look.query<{ id: string }>(`${statement} ORDER BY 1`, [ids]);
  return at(rows, scene.step.pick)?.id ?? at(ids, scene.step.pick);
}

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
/** Evidence that decisions rest on. */
const RESTED_ON = `SELECT e.id FROM evidence e JOIN claim c ON c.id = e.claim_id AND c.state <> 'needs-source'
  WHERE e.id = ANY ($1) AND e.withdrawn_at IS NULL AND EXISTS (SELECT FROM verdict_evidence x WHERE x.evidence_id = e.id)`;

const TALKING: Record<string, Act> = {
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

/** A claim of the same article, whatever became of it. */
async function neighbourOf(scene: Scene, id: string): Promise<string | undefined> {
  const { rows } = await scene.world.look.query<{ id: string }>(
    `SELECT b.id FROM claim a JOIN claim b ON b.article_id = a.article_id AND b.id <> a.id WHERE a.id = $1 ORDER BY b.id`,
    [id],
  );
  return at(rows, scene.step.more)?.id;
}

const RESHAPING: Record<string, Act> = {
  async splitClaim(scene) {
    const id = at(scene.state.claims, scene.step.pick);
    if (id === undefined) return;
    const { rows } = await scene.world.look.query<{ quote: string }>('SELECT quote FROM claim WHERE id = $1', [id]);
    const words = rows[0]!.quote.split(' ');
    const middle = 1 + (scene.step.more % Math.max(1, words.length - 1));
    const parts = [words.slice(0, middle), words.slice(middle)].map((part) => ({ quote: part.join(' ') || '؟' }));
    const { status, body } = await send(scene, someone(scene, ...DECIDERS), {
      method: 'POST',
      path: `/claims/${id}/split`,
      body: { parts },
      version: await versionOf(scene, 'claim', id),
    });
    if (status === 200) await known(scene, body.made.map(({ id: made }: Any) => made)); // prettier-ignore
  },
  async mergeClaim(scene) {
    const id = at(scene.state.claims, scene.step.pick);
    const other = id === undefined ? undefined : await neighbourOf(scene, id);
    if (other === undefined) return;
    const body = { claimIds: [other], extend: scene.step.more % 5 === 0 };
    await onClaim(scene, 'merge', someone(scene, ...DECIDERS), body);
  },
  async changeClaimsInBulk(scene) {
    const { state, step, room } = scene;
    const first = step.pick % Math.max(1, state.claims.length);
    const claimIds = state.claims.slice(first, first + 3);
    if (claimIds.length === 0) return;
    const rationale = 'راجعناها معًا';
    const actions: readonly object[] = [
      { action: 'decide', to: 'verified', rating: 'true' },
      { action: 'decide', to: 'disputed', rating: 'false', rationale },
      { action: 'decide', to: 'needs-source', rationale },
      { action: 'accept' },
      { action: 'assign', reviewerId: at(byName(room, ...JUDGES), step.by)!.id },
      { action: 'tier', tier: at(['A', 'B', 'C'], step.by), reason: 'لا يمس أحدًا' },
      { action: 'dismiss', reason: 'out-of-scope' },
    ];
    const body = { ...at(actions, step.more), claimIds };
    await send(scene, someone(scene, ...DECIDERS), { method: 'POST', path: '/claims/bulk', body });
  },
};

const SHIFTS: Record<string, Act> = {
  async balanceAssignments(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    if (article === undefined) return;
    const path = `/articles/${article.id}/assignments/balance`;
    const body = { reviewersPerClaim: 1 + (scene.step.more % 2) };
    const made = await send(scene, someone(scene, 'editor', 'head'), { method: 'POST', path, body });
    if (made.status === 200) scene.state.assignments.push(...made.body.assigned.map(({ id }: Any) => id));
  },
  async handOverAssignments(scene) {
    const judges = byName(scene.room, ...JUDGES, 'editor');
    const from = at(judges, scene.step.more)!;
    const to = at(judges, scene.step.more + 1 + (scene.step.pick % 2))!;
    const by = scene.step.by % 2 === 0 ? from : someone(scene, 'editor', 'head');
    const body = { fromId: from.id, toId: to.id, note: 'نهاية المناوبة' };
    const made = await send(scene, by, { method: 'POST', path: '/assignments/hand-over', body });
    if (made.status === 200)
      scene.state.assignments.push(...made.body.done.map(({ assignment }: Any) => assignment.id));
  },
  /** An assignment is made older than the newsroom's patience, and the worker looks at it. */
  async expireAssignment(scene) {
    const { world, room, state } = scene;
    const claim = at(state.claims, scene.step.pick);
    if (claim === undefined) return;
    const [editor] = byName(room, 'editor');
    const body = { reviewerId: at(byName(room, ...JUDGES), scene.step.more)!.id };
    const given = await send(scene, editor!, { method: 'POST', path: `/claims/${claim}/assignments`, body });
    if (given.status === 201) state.assignments.push(given.body.id);
    const id = await fitting(
      scene,
      state.assignments,
      "SELECT id FROM assignment WHERE id = ANY ($1) AND status IN ('assigned', 'in-progress', 'outdated')",
    );
    if (id === undefined) return;
    await world.look.query('BEGIN');
    await world.look.query('SET LOCAL session_replication_role = replica');
    await world.look.query("UPDATE assignment SET updated_at = updated_at - interval '30 days' WHERE id = $1", [id]);
    await world.look.query('COMMIT');
    await world.application.jobs['expire-assignment']!({ newsroomId: room.id, assignmentId: id }, {} as never);
    const { rows } = await world.look.query("SELECT FROM assignment WHERE id = $1 AND status = 'expired'", [id]);
    world.done += rows.length;
  },
};

const ORIGINS: Record<string, Act> = {
  async createNotice(scene) {
    const { state, step, world, room } = scene;
    const ids = state.evidence.map(({ id }) => id);
    const item = await fitting(scene, ids, RESTED_ON);
    const source = at(state.sources, step.pick);
    const about = step.more % 5 === 0 && source !== undefined ? { sourceId: source } : item && { originItem: item };
    if (about === undefined) return;
    const by = someone(scene, 'editor', 'head');
    const type = at(['kill', 'withdrawn', 'correction', 'advisory'], step.more);
    const body = { ...about, type, text: `سُحب ${world.canary(room, by, 'open')}` };
    await send(scene, by, { method: 'POST', path: '/notices', body });
  },
  async importArchive(scene) {
    const { step, world, room } = scene;
    const by = someone(scene, 'editor', 'head');
    const claim = `${at(SENTENCES, step.pick)} ${world.canary(room, by, 'open')}`;
    const review = { '@type': 'ClaimReview', claimReviewed: claim, url: `https://checks.example/${newId()}` };
    const text = step.more % 7 === 0 ? 'ليس سطرًا' : JSON.stringify(review);
    const raw = { type: 'application/x-ndjson', text };
    const made = await send(scene, by, { method: 'POST', path: '/archive/imports', raw });
    if (made.status !== 202) return;
    const signal = new AbortController().signal;
    const job = { jobId: '1', attempt: 1, lastAttempt: true, signal };
    await world.application.jobs['archive-import']!({ newsroomId: room.id, importId: made.body.id }, job);
    await send(scene, by, { method: 'GET', path: `/archive/imports/${made.body.id}` });
  },
};

const GROUPS: Record<string, Act> = {
  async createClaimGroup(scene) {
    const { state, step } = scene;
    const claimIds = [at(state.claims, step.pick), at(state.claims, step.pick + 1 + (step.more % 4))];
    if (claimIds.includes(undefined)) return;
    const body = {
      claimIds: [...new Set(claimIds)],
      relation: at(['same', 'same', 'contradicts', 'related'], step.more),
    };
    const by = someone(scene, ...DECIDERS);
    const made = await send(scene, by, { method: 'POST', path: '/claim-groups', body });
    if (made.status === 201) state.groups.push(made.body.id);
  },
  async updateClaimGroup(scene) {
    const { state, step } = scene;
    const id = at(state.groups, step.pick);
    if (id === undefined) return;
    const claimIds = step.more % 3 === 0 ? [] : [at(state.claims, step.more), at(state.claims, step.more + 1)];
    const body = step.more % 2 === 0 ? { relation: 'same' } : { claimIds };
    const version = await versionOf(scene, 'claim_group', id);
    await send(scene, someone(scene, ...DECIDERS), { method: 'PATCH', path: `/claim-groups/${id}`, body, version });
  },
  async readClaimGroup(scene) {
    const id = at(scene.state.groups, scene.step.pick);
    const by = at(scene.room.people, scene.step.by)!;
    if (id !== undefined) await send(scene, by, { method: 'GET', path: `/claim-groups/${id}` });
  },
  /** What was decided on one claim is taken over on another that says the same. */
  async takePrecedent(scene) {
    const { state, step, world, room } = scene;
    const { rows } = await world.look.query<{ id: string; decided: boolean; group: string | null }>(
      `SELECT id, state <> 'needs-source' AS decided, group_id AS group FROM claim
       WHERE id = ANY ($1) AND disposition = 'active' ORDER BY id`,
      [state.claims],
    );
    const decided = at(rows.filter((row) => row.decided), step.pick); // prettier-ignore
    const open = at(rows.filter((row) => !row.decided), step.more); // prettier-ignore
    if (decided === undefined || open === undefined) return;
    const by = someone(scene, ...DECIDERS);
    const claimIds = [decided.id, open.id];
    await send(scene, by, { method: 'POST', path: '/claim-groups', body: { claimIds, relation: 'same' } });
    const rationale = `كما سبق ${world.canary(room, by, 'verdict', open.id)}`;
    const path = `/claims/${open.id}/precedent`;
    const given = await send(scene, by, { method: 'POST', path, body: { claimId: decided.id, rationale } });
    if (given.status !== 201) return;
    state.verdicts.push({ id: given.body.id, claimId: open.id, by: by.id });
    await send(scene, at(byName(room, 'editor', 'head', 'lina'), step.by)!, {
      method: 'POST',
      path: `/claims/${open.id}/decisions`,
      body: { to: 'verified' },
      version: await versionOf(scene, 'claim', open.id),
    });
  },
};

const CROSSING: Record<string, Act> = {
  /** Things of the other newsroom, written to or named as if they were of this one. */
  async crossWrite(scene) {
    const { foreign, state, step, world, room } = scene;
    const claim = at(foreign.claims, step.pick) ?? newId();
    const own = at(state.claims, step.pick) ?? newId();
    const item = at(foreign.evidence, step.pick)?.id ?? newId();
    const by = at(byName(room, 'editor', 'salma'), step.by)!;
    const writes: readonly (readonly [string, object])[] = [
      [`/claims/${claim}/comments`, { text: 'من هنا' }],
      [`/claims/${claim}/queries`, { text: 'من أين؟' }],
      [`/claims/${claim}/acceptance`, {}],
      [`/claims/${claim}/decisions`, { to: 'needs-source', rationale: 'من هنا' }],
      [
        `/claims/${claim}/evidence`,
        { source: { name: 'وثيقة', type: 'document' }, stance: 'supports', locator: 'ص 1' },
      ],
      [`/claims/${claim}/assignments`, { reviewerId: by.id }],
      [`/claims/${own}/merge`, { claimIds: [claim] }],
      [`/claims/${own}/precedent`, { claimId: claim, rationale: 'كما هناك' }],
      ['/claim-groups', { claimIds: [own, claim], relation: 'same' }],
      ['/claims/bulk', { action: 'accept', claimIds: [own, claim] }],
      ['/notices', { originItem: item, type: 'kill', text: 'سُحب' }],
      ['/reports', { scope: { claimIds: [claim] }, formats: ['json'], language: 'ar' }],
      [`/queries/${at(foreign.queries, step.pick) ?? newId()}/answer`, { text: 'جواب' }],
      [`/verdicts/${at(foreign.verdicts, step.pick)?.id ?? newId()}/withdrawal`, { reason: 'خطأ' }],
      ['/assignments/hand-over', { fromId: by.id, toId: at(otherPeople(scene), step.more)!.id, note: 'تسليم' }],
    ];
    const [path, body] = at(writes, step.more)!;
    const version = path.startsWith('/claims/') && !path.endsWith('bulk') ? 1 + (step.pick % 3) : undefined;
    const { status } = await world.ask(room, by, { method: 'POST', path, body, version });
    if (status < 400) world.leaks.push(`POST ${path} with ids of another newsroom as ${by.name}: ${status}`);
  },
};

const otherPeople = ({ world, room }: Scene) => world.rooms.find(({ id }) => id !== room.id)!.people;

/**
 * Whoever must still judge looks around: after every step a fact-checker asks for something on a claim on which somebody has said
 * something. What he may not see, the world finds in the answer.
 */
export async function lookAround(scene: Scene): Promise<void> {
  const { world, room, step } = scene;
  const said = world.canaries.filter(
    ({ kind, claimId, room: name }) => claimId !== null && kind !== 'open' && name === room.name,
  );
  const heard = said.at(-1 - (step.pick % Math.min(said.length, 4)));
  if (heard === undefined) return;
  const { rows } = await world.look.query<{ article: string }>('SELECT article_id AS article FROM claim WHERE id = $1', [heard.claimId]); // prettier-ignore
  const claim = `/claims/${heard.claimId}`;
  const article = `/articles/${rows[0]!.article}`;
  const places = [
    ...['', '/verdicts', '/evidence', '/comments', '/history', '/assignments'].map((part) => claim + part),
    ...['', '/claims', '/history', '/origins'].map((part) => article + part),
    '/ledger/entries?limit=50',
    '/notifications',
    '/attention',
  ];
  const who = byName(room, ...JUDGES).filter(({ id }) => id !== heard.by);
  await send(scene, at(who, step.by)!, { method: 'GET', path: at(places, step.more + step.by)! });
}

export const DESK_ACTS: Readonly<Record<string, Act>> = {
  ...TALKING,
  ...RESHAPING,
  ...SHIFTS,
  ...ORIGINS,
  ...GROUPS,
  ...CROSSING,
};
export const DESK_WEIGHTS: Readonly<Record<string, number>> = { createNotice: 2, createComment: 2, crossWrite: 2 };
