import { newId } from '#platform';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import type { OperationSpec } from '../../apps/api/src/contract/operation.js';
import { ask, bearer, outcome, type Asked } from '../support/ask.js';
import {
  addEvidence,
  assignTo,
  claimFrom,
  done,
  evidenceBody,
  fromOutlet,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { slotsOf, valueAt, withValue } from '../support/id-slots.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';
import { webhookOf } from '../support/webhook-work.js';

const SECRET = 'زقنبوتيّات';
const TEXT = ['بلغت كلفة الجسر 12 مليون دينار عام 2024.', 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.'];

/** One object of every kind that has an id. */
interface Things {
  article: string;
  claim: string;
  source: string;
  evidence: string;
  assignment: string;
  verdict: string;
  query: string;
  archiveImport: string;
  desk: string;
  webhook: string;
  webhook_delivery: string;
  claim_group: string;
  capture: string;
  page_fetch: string;
  comment_request: string;
  correction_request: string;
  correction: string;
  report: string;
  member: string;
  token: string;
  session: string;
}

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let own: Things;
let foreign: Things;
let stored: StoredStates;
let session: Record<string, string>;
let adminSession: Record<string, string>;

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  stored = await StoredStates.open(api.database);
  own = await thingsOf(desk, 'خبر');
  foreign = await thingsOf(other, SECRET);
  session = await signIn(desk.editor.email, desk.editor.password);
  adminSession = await signIn(desk.admin.email, desk.admin.password);
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});

async function signIn(email: string, password: string): Promise<Record<string, string>> {
  const { headers, status } = await ask(`${api.url}/api/v1/sessions`, 'POST', {}, { email, password });
  expect(status).toBe(201);
  return { cookie: headers.get('set-cookie')!.split(';', 1)[0]!, 'x-isnad-csrf': '1' };
}

async function thingsOf(room: Newsroom, mark: string): Promise<Things> {
  const { editor, salma } = room;
  const article = await post(editor, [`${mark} في العنوان`, ...TEXT, `قال ناطق باسم ${mark} إن العدد بلغ 70.`], {
    outlet: `صحيفة ${mark}`,
    title: `عنوان ${mark}`,
  });
  const claim = await claimFrom(editor, article.id, `قال ناطق باسم ${mark} إن العدد بلغ 70`);
  const assignment = await assignTo(editor, claim.id, salma);
  const more = { note: mark, quote: mark, locator: mark };
  const evidence = await addEvidence(salma, claim.id, fromOutlet(`مصدر ${mark}`), more);
  const body = verdictBody('true', [evidence.id], `لأن ${mark}`);
  const verdict = await done(salma.post(`/claims/${claim.id}/verdicts`, body));
  const query = await done(editor.post(`/claims/${claim.id}/queries`, { text: `من أين ${mark}؟` }));
  await done(editor.post(`/claims/${claim.id}/comments`, { text: `راجعوا ${mark}` }));
  const archiveImport = await done(
    editor.post('/archive/imports', `{"claimReviewed":"${mark}"}`, { 'content-type': 'application/x-ndjson' }),
  );
  const again = await claimFrom(editor, article.id, `قال ناطق باسم ${mark}`);
  const linked = { claimIds: [claim.id, again.id], relation: 'same' };
  const group = await done(editor.post('/claim-groups', linked));
  const section = await done(room.admin.post('/desks', { name: `قسم ${mark}` }));
  const told = await webhookOf(room.admin);
  const capture = await done(
    editor.send('POST', '/captures', Buffer.from(mark), {
      'content-type': 'text/plain',
      'idempotency-key': newId(),
    }),
  );
  const waiver = { claimIds: [claim.id], addressee: mark, waiver: { reason: 'court-order' } };
  const asked = await done(editor.post(`/articles/${article.id}/comment-requests`, waiver));
  const complaint = await done(
    editor.post('/correction-requests', { articleId: article.id, requester: mark, demand: mark }),
  );
  const page = await done(editor.post('/captures', { url: 'https://example.org/' }));
  const scope = { scope: { articleId: article.id }, formats: ['json'], language: 'ar' };
  const report = await done(editor.post('/reports', scope));
  const tokens = await done(editor.get('/tokens'));
  await signIn(editor.email, editor.password);
  const [opened] = await stored.query<{ id: string }>('SELECT id FROM session WHERE member_id = $1', [editor.id]);
  return {
    article: article.id,
    claim: claim.id,
    source: evidence.source.id,
    evidence: evidence.id,
    assignment: assignment.id,
    verdict: verdict.id,
    query: query.id,
    archiveImport: archiveImport.id,
    desk: section.id,
    webhook: told.webhook,
    webhook_delivery: told.delivery,
    claim_group: group.id,
    capture: capture.id,
    page_fetch: page.id,
    comment_request: asked.id,
    correction_request: complaint.id,
    // no article is released here: there is no correction anywhere
    correction: newId(),
    report: report.id,
    member: salma.id,
    token: tokens.items[0].id,
    session: opened!.id,
  };
}

/** How each operation that takes an id is called in earnest: who, and bodies that between them fill every id member. */
interface Attempt {
  readonly as?: 'editor' | 'salma' | 'writer' | 'admin' | 'session' | 'admin-session';
  /** What the path's `{id}` names. */
  readonly of?: keyof Things;
  /** What each id member of the body and parameter of the query names, by pointer. */
  readonly names?: Readonly<Record<string, keyof Things>>;
  readonly bodies?: () => readonly object[];
}

const evidenceBodies = (): object[] => [
  evidenceBody(
    { sourceId: own.source },
    { captureId: own.capture, derivesFrom: { evidenceId: own.evidence, how: 'copied' } },
  ),
  evidenceBody({ sourceId: own.source }, { derivesFrom: { sourceId: own.source, how: 'copied' } }),
  evidenceBody({ source: sourceBody() }),
  evidenceBody({ source: namelessBody() }),
];
const namelessBody = () => ({
  name: 'مصدر مطلع',
  type: 'anonymous',
  anonymity: { knownBy: own.member, why: 'يخشى على عمله', basis: 'witness', people: 1 },
});
const sourceBody = () => ({
  name: 'نشرة محلية',
  type: 'outlet',
  ownerId: own.source,
  derivesFromId: own.source,
  vouchedById: own.source,
});
const LINKS = { ownerId: 'source', derivesFromId: 'source', vouchedById: 'source' } as const;
const KNOWER = { '/anonymity/knownBy': 'member' } as const;
const under = <T>(prefix: string, names: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(names).map(([name, value]) => [`${prefix}/${name}`, value]));

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  createArticle: {
    names: { '/authorIds/0': 'member', '/deskId': 'desk', '/visibleTo/0': 'member' },
    bodies: () => [
      { kind: 'draft', text: TEXT[0], authorIds: [own.member], deskId: own.desk },
      { kind: 'draft', text: TEXT[0], visibility: 'named', visibleTo: [own.member] },
    ],
  },
  getArticle: { of: 'article' },
  updateArticle: {
    of: 'article',
    names: { '/authorIds/0': 'member', '/deskId': 'desk', '/visibleTo/0': 'member' },
    bodies: () => [
      { authorIds: [own.member], deskId: own.desk },
      { visibility: 'named', visibleTo: [own.member] },
    ],
  },
  createRevision: {
    of: 'article',
    names: { '/onBehalfOf': 'member' },
    bodies: () => [{ text: TEXT[0], onBehalfOf: own.member }],
  },
  getRevision: { of: 'article' },
  listRevisions: { of: 'article' },
  getArticleHistory: { of: 'article' },
  diffRevisions: { of: 'article' },
  releaseArticle: {
    of: 'article',
    names: { '/keepAsDisputed/0/claimId': 'claim' },
    bodies: () => [{ keepAsDisputed: [{ claimId: own.claim, reason: 'لأن الخلاف قائم' }] }],
  },
  listReleases: { of: 'article' },
  createCorrection: { of: 'article', bodies: () => [{ class: 'correction', note: 'صححنا الرقم' }] },
  listCorrections: { of: 'article' },
  listArticleClaims: { of: 'article' },
  createClaim: { of: 'article', bodies: () => [{ quote: 'بلغت كلفة الجسر' }] },
  listClaims: { names: { '?articleId': 'article', '?assignee': 'member' } },
  getClaim: { of: 'claim' },
  updateClaim: { of: 'claim', bodies: () => [{ kind: 'event' }] },
  acceptClaim: { of: 'claim' },
  dismissClaim: { of: 'claim', bodies: () => [{ reason: 'opinion' }] },
  restoreClaim: { of: 'claim' },
  selectClaim: { of: 'claim', bodies: () => [{ selected: true }] },
  placeAnchor: { of: 'claim', bodies: () => [{ action: 'confirm' }] },
  decideClaim: {
    of: 'claim',
    names: { '/adjudication/0/verdictId': 'verdict' },
    bodies: () => [{ to: 'verified', adjudication: [{ verdictId: own.verdict, rationale: 'حُسم' }] }],
  },
  getClaimHistory: { of: 'claim' },
  getSource: { of: 'source' },
  createSource: { names: { ...under('', LINKS), ...KNOWER }, bodies: () => [sourceBody(), namelessBody()] },
  updateSource: {
    of: 'source',
    names: { ...under('', LINKS), ...KNOWER },
    bodies: () => [sourceBody(), namelessBody()],
  },
  approveSource: { of: 'source' },
  readConfidentialSource: { of: 'source', bodies: () => [{ reason: 'للتحقق' }] },
  confirmTranslation: { of: 'evidence' },
  createNotice: {
    names: { '/originItem': 'evidence', '/sourceId': 'source' },
    bodies: () =>
      [{ originItem: own.evidence }, { sourceId: own.source }].map((origin) => ({
        ...origin,
        type: 'kill',
        text: 'أُلغي',
      })),
  },
  listCommentRequests: { of: 'article' },
  createCommentRequest: {
    of: 'article',
    names: { '/claimIds/0': 'claim' },
    bodies: () => [{ claimIds: [own.claim], addressee: 'الوزير', waiver: { reason: 'court-order' } }],
  },
  updateCommentRequest: { of: 'comment_request', bodies: () => [{ outcome: 'declined' }] },
  createCorrectionRequest: {
    names: { '/articleId': 'article', '/claimId': 'claim' },
    bodies: () => [{ articleId: own.article, claimId: own.claim, requester: 'قارئ', demand: 'تصحيح' }],
  },
  updateCorrectionRequest: {
    of: 'correction_request',
    names: { '/correctionId': 'correction' },
    bodies: () => [{ outcome: 'corrected', correctionId: newId() }],
  },
  listLegalNotes: { of: 'article' },
  setLegalHold: { of: 'article', bodies: () => [{ hold: { reason: 'دعوى منظورة' } }] },
  createLegalNote: { of: 'article', bodies: () => [{ text: 'رأي' }] },
  listNotices: { names: { '?sourceId': 'source' } },
  getSourceOrigin: { of: 'source' },
  listEvidence: { of: 'claim' },
  addEvidence: {
    of: 'claim',
    names: {
      '/sourceId': 'source',
      '/captureId': 'capture',
      '/derivesFrom/evidenceId': 'evidence',
      '/derivesFrom/sourceId': 'source',
      ...under('/source', LINKS),
      '/source/anonymity/knownBy': 'member',
    },
    bodies: evidenceBodies,
  },
  withdrawEvidence: { of: 'evidence', bodies: () => [{ reason: 'حُذف' }] },
  getCapture: { of: 'capture' },
  refetchCapture: { of: 'capture' },
  listPageFetches: { of: 'capture' },
  getPageFetch: { of: 'page_fetch' },
  getImport: { of: 'page_fetch' },
  setClaimPresence: { of: 'claim', bodies: () => [{ present: true }] },
  listAssignments: { of: 'claim' },
  createAssignment: { of: 'claim', names: { '/reviewerId': 'member' }, bodies: () => [{ reviewerId: own.member }] },
  updateAssignment: { of: 'assignment', bodies: () => [{ status: 'cancelled', reason: 'انتهى الأمر' }] },
  listVerdicts: { of: 'claim' },
  listSimilarClaims: { of: 'claim' },
  listArticleOrigins: { of: 'article' },
  getArchiveImport: { of: 'archiveImport' },
  giveVerdict: {
    as: 'salma',
    of: 'claim',
    names: { '/evidenceIds/0': 'evidence' },
    bodies: () => [verdictBody('false', [own.evidence])],
  },
  withdrawVerdict: { as: 'salma', of: 'verdict', bodies: () => [{ reason: 'أخطأت القراءة' }] },
  splitClaim: { of: 'claim', bodies: () => [{ parts: [{ quote: 'قال' }, { quote: 'ناطق' }] }] },
  mergeClaim: { of: 'claim', names: { '/claimIds/0': 'claim' }, bodies: () => [{ claimIds: [own.claim] }] },
  changeClaimsInBulk: {
    names: { '/claimIds/0': 'claim', '/reviewerId': 'member' },
    bodies: () => [{ action: 'assign', claimIds: [own.claim], reviewerId: own.member }],
  },
  createClaimGroup: {
    names: { '/claimIds/0': 'claim' },
    bodies: () => [{ claimIds: [own.claim, own.claim], relation: 'same' }],
  },
  updateClaimGroup: { of: 'claim_group', names: { '/claimIds/0': 'claim' }, bodies: () => [{ claimIds: [own.claim] }] },
  getClaimGroup: { of: 'claim_group' },
  takePrecedent: {
    of: 'claim',
    names: { '/claimId': 'claim' },
    bodies: () => [{ claimId: own.claim, rationale: 'كما تبيّن هناك' }],
  },
  balanceAssignments: { of: 'article', bodies: () => [{}] },
  handOverAssignments: {
    names: { '/fromId': 'member', '/toId': 'member', '/articleId': 'article' },
    bodies: () => [{ fromId: own.member, toId: desk.omar.id, articleId: own.article, note: 'نهاية المناوبة' }],
  },
  listAttention: { names: { '?articleId': 'article' } },
  readNotifications: { names: { '/ids/0': 'query' }, bodies: () => [{ ids: [own.query] }] },
  listQueries: { of: 'claim' },
  askQuery: { of: 'claim', bodies: () => [{ text: 'من أين الرقم؟' }] },
  answerQuery: { as: 'writer', of: 'query', bodies: () => [{ text: 'من المحضر' }] },
  resolveQuery: { of: 'query', bodies: () => [{ note: 'حُذفت' }] },
  listComments: { of: 'claim' },
  createComment: {
    of: 'claim',
    names: { '/mentions/0': 'member' },
    bodies: () => [{ text: 'انظر', mentions: [own.member] }],
  },
  createReport: {
    names: { '/scope/articleId': 'article', '/scope/claimIds/0': 'claim' },
    bodies: () =>
      [{ articleId: own.article }, { claimIds: [own.claim] }].map((scope) => ({
        scope,
        formats: ['json'],
        language: 'ar',
      })),
  },
  getReport: { of: 'report' },
  downloadReportFile: { of: 'report' },
  previewReport: { of: 'report' },
  deleteSession: { of: 'session' },
  deleteToken: { of: 'token' },
  createToken: {
    as: 'session',
    names: { '/memberId': 'member' },
    bodies: () => [{ name: 'x', scopes: ['articles:read'], expiresAt: soon(), memberId: own.member }],
  },
  updateMember: {
    as: 'admin',
    of: 'member',
    names: { '/deskIds/0': 'desk' },
    bodies: () => [{ deskIds: [own.desk] }],
  },
  resetSecondFactor: { as: 'admin', of: 'member' },
  createPasswordLink: { as: 'admin-session', of: 'member' },
  createMember: {
    as: 'admin',
    names: { '/deskIds/0': 'desk' },
    bodies: () => [
      { email: `${newId()}@new.example`, name: 'عضو', roles: ['viewer'], locale: 'ar', deskIds: [own.desk] },
    ],
  },
  updateDesk: { as: 'admin', of: 'desk', bodies: () => [{ active: false }] },
  updateWebhook: { as: 'admin', of: 'webhook', bodies: () => [{ description: 'x' }] },
  deleteWebhook: { as: 'admin', of: 'webhook' },
  rotateWebhookSecret: { as: 'admin', of: 'webhook' },
  testWebhook: { as: 'admin', of: 'webhook' },
  listWebhookDeliveries: { as: 'admin', of: 'webhook' },
  replayWebhookDelivery: { as: 'admin', of: 'webhook', names: { '{deliveryId}': 'webhook_delivery' } },
};
const soon = () => new Date(Date.now() + 86_400_000).toISOString();

/** Filters by what may be nowhere: they find nothing. */
const FINDS_NOTHING = new Set(['?assignee', '?sourceId']);

const SLOTS = OPERATIONS.flatMap((spec) => slotsOf(spec).map((slot) => [spec.id, slot, spec] as const));

const kindOf = ({ of, names }: Attempt, slot: string): keyof Things => (slot === '{id}' ? of! : names![slot]!);

/** The operation with `id` in one of its slots and everything else in order. */
async function attempted(spec: OperationSpec, slot: string, id: string): Promise<Asked> {
  const attempt = ATTEMPTS[spec.id]!;
  const { as = 'editor', of } = attempt;
  const pathId = slot === '{id}' ? id : of ? own[of] : '';
  const second = slot === '{deliveryId}' ? id : own.webhook_delivery;
  const path = spec.path
    .replace('{id}', pathId)
    .replace('{deliveryId}', second)
    .replace('{number}', '1')
    .replace('{name}', 'report.json');
  const bodies = attempt.bodies?.() ?? [undefined];
  const body = slot.startsWith('/')
    ? withValue(
        bodies.find((one) => valueAt(one!, slot) !== undefined)!,
        slot,
        id,
      )
    : bodies[0];
  const query = slot.startsWith('?') ? `${slot}=${id}` : '';
  const version = of && slot !== '{id}' ? await versionOf(of, pathId) : 1;
  const headers: Record<string, string> = {
    'accept-language': 'ar',
    'x-request-id': 'the-same-request',
    ...(as === 'session' ? session : as === 'admin-session' ? adminSession : bearer(desk[as].token)),
    ...(spec.idempotency && { 'idempotency-key': newId() }),
    ...(spec.ifMatch && { 'if-match': `"${version}"` }),
  };
  return ask(`${api.url}/api/v1${path}${query}`, spec.method, headers, body);
}

async function versionOf(kind: keyof Things, id: string): Promise<number> {
  const [row] = await stored.query<{ row: Any }>(`SELECT to_jsonb(t) AS row FROM ${kind} t WHERE id = $1`, [id]);
  return row!.row.version ?? 1;
}

/** Everything an answer shows, with the id that was sent made anonymous. */
function shown({ status, headers, body }: Asked, id: string) {
  const names = ['content-type', 'content-language', 'etag', 'ledger-seq', 'location'];
  return {
    status,
    headers: names.map((name) => headers.get(name)),
    body: JSON.stringify(body).replaceAll(id, '<id>'),
  };
}

describe('ids of another newsroom', () => {
  it('every operation that takes an id is tried', () => {
    const missing = SLOTS.filter(([id, slot]) => {
      const attempt = ATTEMPTS[id];
      return (
        attempt === undefined || (slot === '{id}' ? attempt.of === undefined : attempt.names?.[slot] === undefined)
      );
    });
    expect(missing.map(([id, slot]) => `${id} ${slot}`)).toEqual([]);
    expect(SLOTS.length).toBeGreaterThan(50);
  });

  it.each(SLOTS)('%s %s answers as for an id nobody has, and changes nothing', async (id, slot, spec) => {
    const kind = kindOf(ATTEMPTS[id]!, slot);
    const missing = newId();
    const before = await stored.now();
    const here = await attempted(spec, slot, foreign[kind]);
    const nowhere = await attempted(spec, slot, missing);
    expect(shown(here, foreign[kind])).toEqual(shown(nowhere, missing));
    if (!FINDS_NOTHING.has(slot) && id !== 'listAttention')
      expect(here.status).toBe(slot.startsWith('{') || slot === '?articleId' ? 404 : 422);
    else expect(here.body).toMatchObject({ items: [] });
    expect(JSON.stringify(here.body)).not.toContain(SECRET);
    expect(await stored.now()).toEqual(before);
  });

  it('the same operations with ids of one’s own are not refused for the id', async () => {
    const refused: string[] = [];
    for (const [id, slot, spec] of SLOTS.filter(([, , { method }]) => method === 'GET')) {
      const answered = await attempted(spec, slot, own[kindOf(ATTEMPTS[id]!, slot)]);
      // a report that no worker has made yet has no file
      if (answered.status >= 400 && id !== 'downloadReportFile' && id !== 'previewReport')
        refused.push(`${id} ${slot}: ${outcome(answered)}`);
    }
    expect(refused).toEqual([]);
  });

  it('a cursor of another newsroom is refused', async () => {
    await post(other.editor, TEXT);
    await post(desk.editor, TEXT);
    const { next } = await done(other.editor.get('/articles?limit=1'));
    expect(typeof next).toBe('string');
    expect(outcome(await desk.editor.get(`/articles?limit=1&cursor=${next}`))).toBe('400 cursor-invalid');
  });
});

describe('nothing of another newsroom shows', () => {
  const LISTS = [
    '/articles',
    '/claims',
    '/sources',
    '/members',
    '/tokens',
    '/sessions',
    '/reports',
    '/assignments',
    '/ledger/entries?limit=200',
    `/articles?q=${encodeURIComponent(SECRET)}`,
    `/claims?q=${encodeURIComponent(SECRET)}`,
    `/sources?q=${encodeURIComponent(SECRET)}`,
    `/articles?outlet=${encodeURIComponent(`صحيفة ${SECRET}`)}`,
  ];

  it.each(LISTS)('in GET %s', async (path) => {
    for (const who of [desk.editor, desk.salma, desk.admin]) {
      const answered = await who.get(path);
      expect(answered.status).toBe(200);
      const text = JSON.stringify(answered.body);
      expect(text).not.toContain(SECRET);
      for (const id of Object.values(foreign)) expect(text).not.toContain(id);
    }
  });

  it('though its own people find it there', async () => {
    for (const path of LISTS.slice(-4)) {
      expect((await done(other.editor.get(path))).items).not.toHaveLength(0);
    }
  });

  it('a source of the same name is made anew, not found elsewhere', async () => {
    const made = await addEvidence(desk.salma, own.claim, fromOutlet(`مصدر ${SECRET}`));
    expect(made.source.id).not.toBe(foreign.source);
  });

  it('an idempotency key used there means nothing here', async () => {
    const key = { 'idempotency-key': newId() };
    const body = { name: 'نشرة واحدة', type: 'outlet' };
    const there = await done(other.editor.post('/sources', body, key));
    const here = await done(desk.editor.post('/sources', body, key));
    expect(here.id).not.toBe(there.id);
  });
});
