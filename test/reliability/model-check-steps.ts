import { at, byName, JUDGES, send, someone, versionOf, type Act, type Scene } from './model-scene.js';
import type { Answer, ModelPerson } from './model-world.js';

/** An item that counts: some of a primary type. */
export function itemFor({ world, room, state, step }: Scene, by: ModelPerson, claimId: string, stance: string): object {
  const source = {
    name: `وثيقة ${step.more % 5} عند ${by.name} ${state.tag}`,
    type: step.more % 2 === 0 ? 'document' : 'outlet',
  };
  const note = world.canary(room, by, 'note', claimId);
  const where = { locator: 'الصفحة الثانية', url: 'https://example.org/b', quote: 'كما ورد' };
  return { source, stance, ...where, primary: step.more % 4 === 0, note };
}

/** A verdict whose reasons give away whoever shows them. */
export async function judge(
  scene: Scene,
  by: ModelPerson,
  claimId: string,
  rating: string,
  evidenceIds: readonly string[],
): Promise<Answer> {
  const { world, room, state } = scene;
  const rationale = `لأن ${world.canary(room, by, 'verdict', claimId)}`;
  const path = `/claims/${claimId}/verdicts`;
  const body = { rating, confidence: 'high', rationale, evidenceIds };
  const given = await send(scene, by, { method: 'POST', path, body });
  if (given.status === 201) state.verdicts.push({ id: given.body.id, claimId, by: by.id });
  return given;
}

export const CHECK_ACTS: Record<string, Act> = {
  async createSource(scene) {
    const { state, step, world, room } = scene;
    const by = someone(scene, 'editor');
    const type = at(['outlet', 'agency', 'document', 'institution'], step.more);
    const parent = step.by % 2 === 0 ? at(state.sources, step.pick) : undefined;
    const name = `مصدر ${world.canary(room, by, 'open')}`;
    const body = { name, type, ...(parent !== undefined && { derivesFromId: parent }) };
    const { status, body: made } = await send(scene, by, { method: 'POST', path: '/sources', body });
    if (status === 201) state.sources.push(made.id);
  },
  async updateSource(scene) {
    const id = at(scene.state.sources, scene.step.pick);
    const parent = at(scene.state.sources, scene.step.more);
    if (id === undefined) return;
    const body = { derivesFromId: scene.step.by % 3 === 0 ? null : parent };
    const version = await versionOf(scene, 'source', id);
    await send(scene, someone(scene, 'editor'), { method: 'PATCH', path: `/sources/${id}`, body, version });
  },
  async addEvidence(scene) {
    const { state, step, world, room } = scene;
    const claimId = at(state.claims, step.pick);
    if (claimId === undefined) return;
    const by = someone(scene, 'editor', ...JUDGES);
    const own = at(state.sources, step.more);
    const parent = at(state.evidence, step.more);
    const { status, body } = await send(scene, by, {
      method: 'POST',
      path: `/claims/${claimId}/evidence`,
      body: {
        ...(own !== undefined && step.by % 2 === 0
          ? { sourceId: own }
          : {
              source: { name: `محضر ${step.more % 5} ${state.tag}`, type: step.more % 3 === 0 ? 'document' : 'outlet' },
            }),
        stance: at(['supports', 'supports', 'refutes'], step.more),
        locator: 'الفقرة الثالثة',
        ...(step.more % 7 !== 0 && { url: 'https://example.org/a', quote: 'النص المقتبس' }),
        primary: step.more % 4 === 0,
        note: world.canary(room, by, 'note', claimId),
        ...(parent !== undefined && step.more % 5 === 0 && { derivesFrom: { evidenceId: parent.id, how: 'copied' } }),
      },
    });
    if (status === 201) state.evidence.push({ id: body.id, claimId });
  },
  async withdrawEvidence(scene) {
    const item = at(scene.state.evidence, scene.step.pick);
    if (item === undefined) return;
    const version = await versionOf(scene, 'evidence', item.id);
    const body = { reason: 'حُذفت الصفحة' };
    await send(scene, someone(scene, 'editor', 'salma'), {
      method: 'POST',
      path: `/evidence/${item.id}/withdrawal`,
      body,
      version,
    });
  },
  async assign(scene) {
    const claimId = at(scene.state.claims, scene.step.pick);
    if (claimId === undefined) return;
    const judges = byName(scene.room, ...JUDGES, 'editor');
    const by = scene.step.more % 4 === 0 ? at(judges, scene.step.more)! : someone(scene, 'editor', 'head');
    const body = { reviewerId: at(judges, scene.step.more)!.id };
    const made = await send(scene, by, { method: 'POST', path: `/claims/${claimId}/assignments`, body });
    if (made.status === 201) scene.state.assignments.push(made.body.id);
  },
  async updateAssignment(scene) {
    const id = at(scene.state.assignments, scene.step.pick);
    if (id === undefined) return;
    const { rows } = await scene.world.look.query<{ who: string }>(
      'SELECT reviewer_id AS who FROM assignment WHERE id = $1',
      [id],
    );
    const by = scene.room.people.find((one) => one.id === rows[0]!.who)!;
    const body = at(
      [{ status: 'in-progress' }, { status: 'declined', reason: 'أعرف الكاتب' }, { status: 'cancelled' }],
      scene.step.more,
    );
    const version = await versionOf(scene, 'assignment', id);
    await send(scene, by, { method: 'PATCH', path: `/assignments/${id}`, body, version });
  },
  async giveVerdict(scene) {
    const { state, step } = scene;
    const claimId = at(state.claims, step.pick);
    if (claimId === undefined) return;
    const by = someone(scene, ...JUDGES);
    const items = state.evidence.filter((item) => item.claimId === claimId).map(({ id }) => id);
    const rating = at(['true', 'true', 'true', 'mostly-true', 'false', 'misleading', 'unproven'], step.more)!;
    await judge(scene, by, claimId, rating, step.more % 5 === 4 ? [] : items.slice(0, 1 + (step.by % 3)));
  },
  async withdrawVerdict(scene) {
    const verdict = at(scene.state.verdicts, scene.step.pick);
    if (verdict === undefined) return;
    const by = scene.room.people.find(({ id }) => id === verdict.by)!;
    const reason = `أخطأت ${scene.world.canary(scene.room, by, 'verdict', verdict.claimId)}`;
    await send(scene, by, { method: 'POST', path: `/verdicts/${verdict.id}/withdrawal`, body: { reason } });
  },
  /** A claim judged by two in one direction, and mostly decided: so that runs get to where something can be lost. */
  async checkThrough(scene) {
    const { step, state } = scene;
    const id = at(state.claims, step.pick);
    const [editor, ...judges] = byName(scene.room, 'editor', 'salma', 'omar');
    if (id === undefined) return;
    const refuted = step.more % 3 === 0;
    for (const { id: reviewerId } of judges)
      await send(scene, editor!, { method: 'POST', path: `/claims/${id}/assignments`, body: { reviewerId } });
    for (const who of judges) {
      const body = itemFor(scene, who, id, refuted ? 'refutes' : 'supports');
      const item = await send(scene, who, { method: 'POST', path: `/claims/${id}/evidence`, body });
      if (item.status === 201) state.evidence.push({ id: item.body.id, claimId: id });
      const evidenceIds = item.status === 201 ? [item.body.id] : [];
      await judge(scene, who, id, refuted ? 'false' : 'true', evidenceIds);
    }
    if (step.by % 4 === 0) return;
    const decision = refuted
      ? { to: 'disputed', rating: 'false', rationale: 'ثبت خلافه' }
      : { to: 'verified', rating: 'true' };
    const version = await versionOf(scene, 'claim', id);
    await send(scene, editor!, { method: 'POST', path: `/claims/${id}/decisions`, body: decision, version });
  },
};
