import { newId } from '#platform';
import { at, byName, JUDGES, send, SENTENCES, someone, type Act, type Scene } from './model-scene.js';
import { type Answer } from './model-world.js';

export const READER_ACTS: Record<string, Act> = {
  async createReport(scene) {
    const { state, step, world, room } = scene;
    const article = at(state.articles, step.pick);
    if (article === undefined) return;
    const by = someone(scene, 'editor', 'head', ...JUDGES);
    const body = { scope: { articleId: article.id }, formats: ['json', 'html', 'csv'], language: 'ar' };
    const made = await send(scene, by, { method: 'POST', path: '/reports', body });
    if (made.status >= 300) return;
    await world.application.jobs.report!({ newsroomId: room.id, reportId: made.body.id }, {
      lastAttempt: true,
    } as never);
    state.reports.push(made.body.id);
  },
  async readClaim(scene) {
    const id = at(scene.state.claims, scene.step.pick);
    const parts = ['', '/verdicts', '/evidence', '/history', '/assignments', '/comments', '/queries', '/similar'];
    if (id !== undefined) await read(scene, `/claims/${id}${at(parts, scene.step.more)}`);
  },
  async readArticle(scene) {
    const article = at(scene.state.articles, scene.step.pick);
    const parts = [
      ...['', '/claims', '/releases', '/corrections', '/revisions/1'],
      ...['/history', '/origins', '/comment-requests'],
    ];
    if (article !== undefined) await read(scene, `/articles/${article.id}${at(parts, scene.step.more)}`);
  },
  async readList(scene) {
    const lists = [
      '/claims?limit=200',
      '/ledger/entries?limit=200',
      '/articles',
      '/sources?limit=200',
      '/assignments',
      '/reports',
      '/attention',
      '/notifications',
      '/notices',
      '/archive',
      `/similar?text=${encodeURIComponent(at(SENTENCES, scene.step.pick)!)}`,
      '/insights/agreement',
      '/insights/throughput',
    ];
    await read(scene, at(lists, scene.step.more)!);
  },
  async readReport(scene) {
    const id = at(scene.state.reports, scene.step.pick);
    const names = ['', '/files/report.json', '/files/report.html', '/files/claims.csv', '/files/verdicts.csv'];
    if (id !== undefined) await read(scene, `/reports/${id}${at(names, scene.step.more)}`);
  },
  /** Ids of the other newsroom, asked for as if they were of this one. */
  async cross(scene) {
    const { foreign, step, world, room } = scene;
    const by = at(room.people, step.by)!;
    const claim = at(foreign.claims, step.pick) ?? newId();
    const article = at(foreign.articles, step.pick)?.id ?? newId();
    const paths = [
      `/claims/${claim}`,
      `/claims/${claim}/verdicts`,
      `/claims/${claim}/evidence`,
      `/claims/${claim}/history`,
      `/articles/${article}`,
      `/articles/${article}/claims`,
      `/sources/${at(foreign.sources, step.pick) ?? newId()}`,
      `/reports/${at(foreign.reports, step.pick) ?? newId()}`,
      `/claims/${claim}/comments`,
      `/claims/${claim}/queries`,
      `/claims/${claim}/assignments`,
      `/claim-groups/${at(foreign.groups, step.pick) ?? newId()}`,
      `/articles/${article}/history`,
    ];
    const path = at(paths, step.more)!;
    const { status } = await world.ask(room, by, { method: 'GET', path });
    if (status < 400) world.leaks.push(`GET ${path} of another newsroom as ${by.name} of ${room.name}: ${status}`);
  },
};

function read(scene: Scene, path: string): Promise<Answer> {
  return send(scene, at(scene.room.people, scene.step.by)!, { method: 'GET', path });
}

export const CROSSING_ACTS: Record<string, Act> = {
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
