import { newId } from '#platform';
import { DESK_ACTS, DESK_WEIGHTS } from './model-desk-steps.js';
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
  type Step,
} from './model-scene.js';
import type { Answer, Any, ModelPerson } from './model-world.js';

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

const TEXTS: Record<string, Act> = {
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

const CLAIMS: Record<string, Act> = {
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
const AFTER_CHANGE: Record<string, Act> = {
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
    } else await TEXTS.createRevision!({ ...scene, step: { ...step, by: 0, more: step.more % 2 === 0 ? 0 : 5 } });
    for (const id of new Set([...(judged ? [judged.id] : []), ...state.claims.slice(0, 2)])) {
      const version = await versionOf(scene, 'claim', id);
      const body = { to: 'verified', rating: 'true' };
      await send(scene, editor!, { method: 'POST', path: `/claims/${id}/decisions`, body, version });
    }
  },
};

const LOG = ['أرشيف الصحيفة', 'موقع الوزارة', 'سجل الشركات'].map((where) => ({
  where,
  when: '2026-03-01T10:00:00Z',
  query: 'كلفة الجسر',
}));

function itemFor({ world, room, state, step }: Scene, by: ModelPerson, claimId: string, stance: string): object {
  const source = {
    name: `وثيقة ${step.more % 5} عند ${by.name} ${state.tag}`,
    type: step.more % 2 === 0 ? 'document' : 'outlet',
  };
  const note = world.canary(room, by, 'note', claimId);
  const where = { locator: 'الصفحة الثانية', url: 'https://example.org/b', quote: 'كما ورد' };
  return { source, stance, ...where, primary: step.more % 4 === 0, note };
}

async function judge(
  scene: Scene,
  by: ModelPerson,
  claimId: string,
  rating: string,
  evidenceIds: readonly string[],
): Promise<void> {
  const { world, room, state } = scene;
  const rationale = `لأن ${world.canary(room, by, 'verdict', claimId)}`;
  const path = `/claims/${claimId}/verdicts`;
  const body = { rating, confidence: 'high', rationale, evidenceIds };
  const given = await send(scene, by, { method: 'POST', path, body });
  if (given.status === 201) state.verdicts.push({ id: given.body.id, claimId, by: by.id });
}

const CHECKING: Record<string, Act> = {
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
};

const READERS: Record<string, Act> = {
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

/** What a step may do, and how often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  createRevision: 3,
  giveVerdict: 4,
  decide: 5,
  checkThrough: 6,
  reviseAndDecide: 2,
  readClaim: 4,
  addEvidence: 2,
  assign: 2,
  readList: 2,
  cross: 2,
  ...DESK_WEIGHTS,
};
const ACTS = Object.entries({ ...TEXTS, ...CLAIMS, ...AFTER_CHANGE, ...CHECKING, ...DESK_ACTS, ...READERS });
const DECK = ACTS.flatMap(([name, act]) => Array.from({ length: WEIGHTS[name] ?? 1 }, () => ({ name, act })));

/** How many kinds of step there are, and how many numbers choose one. */
export const ACT_NAMES: readonly string[] = ACTS.map(([name]) => name);
export const DECK_SIZE = DECK.length;
export const actOf = (step: Step) => DECK[step.kind % DECK_SIZE]!;
