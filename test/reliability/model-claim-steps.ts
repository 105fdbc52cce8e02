import {
  at,
  byName,
  DECIDERS,
  JUDGES,
  known,
  onClaim,
  send,
  someone,
  versionOf,
  type Act,
  type Scene,
} from './model-scene.js';
import { type Any } from './model-world.js';

/** Where somebody searched in vain. */
export const LOG = ['أرشيف الصحيفة', 'موقع الوزارة', 'سجل الشركات'].map((where) => ({
  where,
  when: '2026-03-01T10:00:00Z',
  query: 'كلفة الجسر',
}));

export const CLAIM_ACTS: Record<string, Act> = {
  acceptClaim: (scene) => onClaim(scene, 'acceptance', someone(scene, ...DECIDERS), {}),
  dismissClaim: (scene) => onClaim(scene, 'dismissal', someone(scene, ...DECIDERS), { reason: 'out-of-scope' }),
  restoreClaim: (scene) => onClaim(scene, 'restoration', someone(scene, ...DECIDERS), {}),
  selectClaim: (scene) =>
    onClaim(scene, 'selection', someone(scene, ...DECIDERS), { selected: true, reason: 'مهم للناس' }),
  async updateClaim(scene) {
    const id = at(scene.state.claims, scene.step.pick);
    if (id === undefined) return;
    const change = at(
      [
        { tier: 'A' },
        { tier: 'B', reason: 'لا يمس أحدًا' },
        { tier: 'C', reason: 'تاريخ' },
        { verifies: 'attribution' },
        { verifies: 'substance' },
      ],
      scene.step.more,
    );
    const version = await versionOf(scene, 'claim', id);
    await send(scene, someone(scene, ...DECIDERS), { method: 'PATCH', path: `/claims/${id}`, body: change, version });
  },
  async placeAnchor(scene) {
    await onClaim(scene, 'anchor', someone(scene, ...DECIDERS), {
      action: scene.step.more % 4 === 0 ? 'cut' : 'confirm',
    });
  },
  async decide(scene) {
    const { step, state, world, room } = scene;
    const id = at(state.claims, step.pick);
    if (id === undefined) return;
    const by = someone(scene, ...DECIDERS);
    const why = `القرار ${world.canary(room, by, 'open')}`;
    const disputes = state.verdicts.filter(({ claimId }) => claimId === id).slice(-1);
    const adjudication = disputes.map(({ id: verdictId }) => ({
      verdictId,
      rationale: 'راجعت الوثيقة فلا يصح الاعتراض',
    }));
    const override = [
      {
        requirement: at(['independent-sources', 'supporting-verdicts', 'label-quorum'], step.by),
        reason: 'الوثيقة أمامي',
      },
    ];
    const bodies: object[] = [
      { to: 'verified', rating: 'true' },
      { to: 'verified', rating: 'true', overrides: override },
      { to: 'verified', rating: 'mostly-true', adjudication },
      { to: 'disputed', rationale: why },
      { to: 'disputed', rationale: why, rating: 'false', overrides: override },
      { to: 'verified' },
      { to: 'needs-source', rationale: why },
      { to: 'needs-source', rationale: why, closure: { kind: 'unproven', searchLog: LOG } },
      { to: 'needs-source', rationale: why, closure: { kind: 'as-attributed', recheckAt: '2030-01-01T00:00:00Z' } },
    ];
    await onClaim(scene, 'decisions', by, at(bodies, step.more));
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

export const RESHAPING_ACTS: Record<string, Act> = {
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
