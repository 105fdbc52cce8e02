import { newId } from '#platform';
import type { Answer, ModelPerson, ModelRoom, ModelWorld, Request } from './model-world.js';

/** What one run has made so far, and may use again. */
export class RunState {
  readonly articles: { id: string; text: string; earlier: string[] }[] = [];
  readonly claims: string[] = [];
  readonly evidence: { id: string; claimId: string }[] = [];
  readonly assignments: string[] = [];
  readonly verdicts: { id: string; claimId: string; by: string }[] = [];
  readonly sources: string[] = [];
  readonly reports: string[] = [];
  readonly queries: string[] = [];
  readonly groups: string[] = [];
  /** In the names of this run's sources: what is taken back in one run is not missing in the next. */
  readonly tag = newId().slice(-6);
}

/** One step as data, so that a run that goes wrong can be made again and cut down; numbers choose among what there is. */
export interface Step {
  readonly kind: number;
  readonly room: number;
  readonly by: number;
  readonly pick: number;
  readonly more: number;
}

export interface Scene {
  readonly world: ModelWorld;
  readonly room: ModelRoom;
  readonly state: RunState;
  readonly foreign: RunState;
  readonly step: Step;
}

export type Act = (scene: Scene) => Promise<void>;

export const at = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];
export const byName = (room: ModelRoom, ...names: string[]): ModelPerson[] =>
  room.people.filter(({ name }) => names.includes(name));
/** Mostly those whose work it is; one in six anybody. */
export function someone({ room, step }: Scene, ...names: string[]): ModelPerson {
  const fitting = byName(room, ...names);
  return step.by % 6 === 5 || fitting.length === 0 ? at(room.people, step.by)! : at(fitting, step.by)!;
}
export const DECIDERS = ['editor', 'head', 'lina'];
export const JUDGES = ['salma', 'omar', 'lina'];

export const SENTENCES = [
  'بلغت كلفة الجسر الجديد 12 مليون دينار عام 2024.',
  'قالت وكالة الميناء إن عدد الركاب ارتفع إلى 70 ألفًا في مايو.',
  'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.',
  'وذكرت صحيفة المدى أن الشركة سرّحت 340 عاملًا.',
  'قال مصدران مطلعان إن المحادثات توقفت في يناير.',
  'The bridge cost 12 million dinars in 2024, the ministry said.',
  'Unemployment rose to 9 percent in March.',
  'قتل خمسة أشخاص في الحادث بحسب الدفاع المدني.',
];

export async function send(scene: Scene, by: ModelPerson, request: Request): Promise<Answer> {
  return scene.world.ask(scene.room, by, request);
}

/** The version that stands, or now and then the one before. */
export async function versionOf({ world, step }: Scene, table: string, id: string): Promise<number | undefined> {
  const { rows } = await world.look.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  const version = rows[0]?.version;
  return version !== undefined && step.more % 17 === 16 ? version - 1 : version;
}

export async function onClaim(scene: Scene, noun: string, by: ModelPerson, body: unknown): Promise<void> {
  const id = at(scene.state.claims, scene.step.pick);
  if (id === undefined) return;
  await send(scene, by, {
    method: 'POST',
    path: `/claims/${id}/${noun}`,
    body,
    version: await versionOf(scene, 'claim', id),
  });
}

export async function known(scene: Scene, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (!scene.state.claims.includes(id)) scene.state.claims.push(id);
}

/** One of these things for which a condition holds, where there is one, three times in four; else any. */
export async function fitting(scene: Scene, ids: readonly string[], statement: string): Promise<string | undefined> {
  if (scene.step.more % 4 === 0) return at(ids, scene.step.pick);
  const { rows } = await scene.world.look.query<{ id: string }>(`${statement} ORDER BY 1`, [ids]);
  return at(rows, scene.step.pick)?.id ?? at(ids, scene.step.pick);
}
