import { newId } from '#platform';
import { at, byName, DECIDERS, fitting, send, SENTENCES, someone, versionOf, type Act } from './model-scene.js';

/** Evidence that decisions rest on. */
const RESTED_ON = `SELECT e.id FROM evidence e JOIN claim c ON c.id = e.claim_id AND c.state <> 'needs-source'
  WHERE e.id = ANY ($1) AND e.withdrawn_at IS NULL AND EXISTS (SELECT FROM verdict_evidence x WHERE x.evidence_id = e.id)`;

export const ORIGIN_ACTS: Record<string, Act> = {
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

export const GROUP_ACTS: Record<string, Act> = {
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
