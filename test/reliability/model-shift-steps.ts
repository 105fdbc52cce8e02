import { at, byName, fitting, JUDGES, send, someone, type Act } from './model-scene.js';
import { type Any } from './model-world.js';

export const SHIFT_ACTS: Record<string, Act> = {
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
