import { newId } from '#platform';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { bearer, outcome } from '../support/ask.js';
import {
  addEvidence,
  assignTo,
  claimFrom,
  done,
  fromOutlet,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { webhookOf } from '../support/webhook-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const RATIONALE = 'زمرّد مخفي في التعليل';
const NOTE = 'ياقوت مخفي في الملاحظة';
const COMMENT = 'مرجان مخفي في التعليق';
const REASON = 'عقيق مخفي في سبب السحب';
/** What nobody who must still judge may find anywhere: the words, the rating and the direction of another's work. */
const CANARIES = [
  RATIONALE,
  NOTE,
  REASON,
  COMMENT,
  'misleading',
  '"disputes"',
  '"refutes"',
  'verdict.',
  '"submitted"',
  '.submitted',
];
const SENTENCE = 'بلغت كلفة الجسر 12 مليون دينار عام 2024.';

let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let claim: Any;
let evidence: Any;
let report: Any;
let group: Any;
let webhook: string;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  article = await post(desk.editor, [SENTENCE, 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين.']);
  claim = await claimFrom(desk.editor, article.id, SENTENCE);
  ({ webhook } = await webhookOf(desk.admin));
  for (const reviewer of [desk.salma, desk.omar, desk.secondEditor]) await assignTo(desk.editor, claim.id, reviewer);
  const part = await claimFrom(desk.editor, article.id, SENTENCE.slice(0, 15));
  group = await done(desk.editor.post('/claim-groups', { claimIds: [claim.id, part.id], relation: 'same' }));
  const more = { stance: 'refutes', note: NOTE };
  evidence = await addEvidence(desk.salma, claim.id, fromOutlet('صحيفة الميناء'), more);
});
afterAll(() => api.stop());

/** Every address a reader can open, by operation. */
const READS: Readonly<Record<string, () => string[]>> = {
  getMe: () => ['/me'],
  getSecondFactor: () => ['/me/second-factor'],
  listSessions: () => ['/sessions'],
  listTokens: () => ['/tokens'],
  listMembers: () => ['/members'],
  getNewsroom: () => ['/newsroom'],
  listDesks: () => ['/desks'],
  listWebhooks: () => ['/webhooks'],
  listWebhookDeliveries: () => [`/webhooks/${webhook}/deliveries`],
  matchText: () => [`/similar?text=${encodeURIComponent(claim.quote)}`],
  listSimilarClaims: () => [`/claims/${claim.id}/similar`],
  listArticleOrigins: () => [`/articles/${article.id}/origins`],
  listArchive: () => ['/archive'],
  getArchiveImport: () => [`/archive/imports/${claim.id}`],
  listArticles: () => ['/articles'],
  getArticle: () => [`/articles/${article.id}`],
  getRevision: () => [`/articles/${article.id}/revisions/1`],
  getArticleHistory: () => [`/articles/${article.id}/history`],
  getChecklists: () => ['/checklists'],
  getAgreement: () => ['/insights/agreement', '/insights/agreement?informed=true'],
  getThroughput: () => ['/insights/throughput?from=2026-01-01T00:00:00.000Z&to=2026-12-31T00:00:00.000Z'],
  getLoad: () => ['/insights/load'],
  listRevisions: () => [`/articles/${article.id}/revisions`],
  diffRevisions: () => [`/articles/${article.id}/revisions/1/diff`],
  listReleases: () => [`/articles/${article.id}/releases`],
  listCorrections: () => [`/articles/${article.id}/corrections`],
  listClaims: () => ['/claims', '/claims?assignee=me', `/claims?articleId=${article.id}&state=needs-source`],
  listArticleClaims: () => [`/articles/${article.id}/claims`],
  getClaim: () => [`/claims/${claim.id}`],
  getClaimHistory: () => [`/claims/${claim.id}/history`],
  listEvidence: () => [`/claims/${claim.id}/evidence`],
  listAssignments: () => [`/claims/${claim.id}/assignments`],
  listMyAssignments: () => ['/assignments'],
  listVerdicts: () => [`/claims/${claim.id}/verdicts`],
  listQueries: () => [`/claims/${claim.id}/queries`],
  listComments: () => [`/claims/${claim.id}/comments`],
  listAttention: () => ['/attention', `/attention?articleId=${article.id}`],
  listNotifications: () => ['/notifications', '/notifications?unread=true'],
  getClaimGroup: () => [`/claim-groups/${group.id}`],
  listSources: () => ['/sources'],
  listPageFetches: () => [`/captures/${newId()}/fetches`],
  getPageFetch: () => [`/page-fetches/${newId()}`],
  getImport: () => [`/imports/${newId()}`],
  listCommentRequests: () => [`/articles/${article.id}/comment-requests`],
  listCorrectionRequests: () => ['/correction-requests'],
  listLegalNotes: () => [`/articles/${article.id}/legal-notes`],
  listNotices: () => ['/notices'],
  getSource: () => [`/sources/${evidence.source.id}`],
  getSourceOrigin: () => [`/sources/${evidence.source.id}/origin`],
  getCapture: () => [`/captures/${newId()}`],
  listLedgerEntries: () => ['/ledger/entries?limit=200'],
  listReports: () => ['/reports'],
  getReport: () => (report ? [`/reports/${report.id}`] : []),
  downloadReportFile: () => (report ? report.files.map(({ name }: Any) => `/reports/${report.id}/files/${name}`) : []),
  previewReport: () => (report ? [`/reports/${report.id}/preview`] : []),
  streamEvents: () => [],
};
/** Lists of ratings there are, not of ratings given. */
const NAMES_RATINGS = new Set(['/newsroom']);
/** Say when something was last used. */
const TICKING = new Set(['/tokens', '/sessions', '/reports', '/ledger/entries?limit=200']);

const allReads = () => Object.values(READS).flatMap((paths) => paths());

async function read(who: Person, path: string): Promise<string> {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    headers: { ...bearer(who.token), 'x-request-id': 'the-same-request' },
  });
  return `${response.status} ${response.headers.get('etag')} ${await response.text()}`;
}

async function everythingFor(who: Person): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const path of allReads()) seen[path] = await read(who, path);
  return seen;
}

/** The events a reader is told who begins at the start, up to one that everybody is told. */
async function eventsOf(who: Person): Promise<string> {
  const last = await done(desk.editor.post('/sources', { name: `صحيفة ${newId()}`, type: 'outlet' }));
  const ending = new AbortController();
  const response = await fetch(`${api.url}/api/v1/events`, {
    headers: { ...bearer(who.token), 'last-event-id': '0' },
    signal: ending.signal,
  });
  let text = '';
  for await (const chunk of response.body!) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (text.includes(last.id)) break;
  }
  ending.abort();
  return text;
}

function expectNothing(text: string, path: string): void {
  for (const canary of CANARIES) {
    if (NAMES_RATINGS.has(path)) continue;
    expect({ path, canary, found: text.includes(canary) }).toEqual({ path, canary, found: false });
  }
}

describe('whoever must still judge', () => {
  let before: Record<string, string>;
  let verdict: Any;

  it('every operation that reads is looked at', () => {
    const reading = OPERATIONS.filter(({ method }) => method === 'GET').map(({ id }) => id);
    expect(Object.keys(READS).sort()).toEqual([...reading].sort());
  });

  it("sees that there is evidence, not which way another's points", async () => {
    before = await everythingFor(desk.omar);
    const { items } = await done(desk.omar.get(`/claims/${claim.id}/evidence`));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ stance: null, note: null, addedBy: desk.salma.id });
    expect((await done(desk.salma.get(`/claims/${claim.id}/evidence`))).items[0]).toMatchObject({ stance: 'refutes' });
  });

  it('reads everything as it was before another judged', async () => {
    verdict = await done(
      desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('misleading', [evidence.id], RATIONALE)),
    );
    await done(desk.salma.post(`/claims/${claim.id}/comments`, { text: `${COMMENT} @omar`, mentions: [desk.omar.id] }));
    const after = await everythingFor(desk.omar);
    for (const path of allReads().filter((one) => !TICKING.has(one))) {
      expect({ path, seen: after[path] }).toEqual({ path, seen: before[path] });
    }
  });

  it.each(['omar', 'secondEditor'] as const)('finds no trace of it anywhere: %s', async (name) => {
    const who = desk[name];
    for (const [path, text] of Object.entries(await everythingFor(who))) expectNothing(text, path);
    const events = await eventsOf(who);
    expect(events).toContain('event: article.created');
    expectNothing(events, '/events');
    expect(events).not.toContain(verdict.id);
  });

  it('keeps the place of hidden leaves in the ledger without their content', async () => {
    const { items } = await done(desk.omar.get('/ledger/entries?limit=200'));
    const withheld = items.filter((entry: Any) => entry.withheld);
    expect(withheld.length).toBeGreaterThan(0);
    expect(withheld.every(({ leaf, hash }: Any) => leaf === null && hash.length === 64)).toBe(true);
    expect(items.map(({ seq }: Any) => seq)).toEqual(items.map((_: Any, index: number) => index + 1));
  });

  it.each<[string, () => Promise<Any>]>([
    ['deciding', () => decide({ to: 'verified' })],
    ['disputing under a rating', () => decide({ to: 'disputed', rationale: 'تجربة', rating: 'true' })],
    ['closing', () => decide({ to: 'needs-source', rationale: 'تجربة', closure: { kind: 'unproven', searchLog: [] } })],
    ['adjudicating', () => decide({ to: 'verified', adjudication: [{ verdictId: verdict.id, rationale: 'تجربة' }] })],
    ['withdrawing it', () => desk.secondEditor.post(`/verdicts/${verdict.id}/withdrawal`, { reason: 'تجربة' })],
    [
      'cancelling the assignment',
      async () => {
        const { items } = await done(desk.editor.get(`/claims/${claim.id}/assignments`));
        const its = items.find(({ reviewerId }: Any) => reviewerId === desk.salma.id);
        return desk.secondEditor.patch(`/assignments/${its.id}`, { status: 'in-progress' }, 1);
      },
    ],
    [
      'editing the claim',
      async () => {
        const { version } = await done(desk.secondEditor.get(`/claims/${claim.id}`));
        return desk.secondEditor.patch(`/claims/${claim.id}`, { kind: 'statistic' }, version);
      },
    ],
    ['making the claim again', () => desk.secondEditor.post(`/articles/${article.id}/claims`, { quote: SENTENCE })],
    [
      'releasing',
      async () => {
        const { version } = await done(desk.secondEditor.get(`/articles/${article.id}`));
        return desk.secondEditor.post(`/articles/${article.id}/release`, {}, ifMatch(version));
      },
    ],
  ])('learns nothing from the answer to %s', async (what, attempt) => {
    const answered = await attempt();
    expectNothing(JSON.stringify(answered.body), what);
  });

  async function decide(body: object): Promise<Any> {
    const { version } = await done(desk.secondEditor.get(`/claims/${claim.id}`));
    return desk.secondEditor.post(`/claims/${claim.id}/decisions`, body, ifMatch(version));
  }

  it.each(['omar', 'editor'] as const)('gets no report that tells him: asked for by %s', async (name) => {
    const asked = await done(
      desk[name].post('/reports', {
        scope: { articleId: article.id },
        formats: ['json', 'csv', 'html'],
        language: 'ar',
      }),
    );
    await api.application.jobs.report!({ newsroomId: desk.id, reportId: asked.id }, { lastAttempt: true } as Parameters<
      (typeof api.application.jobs)[string]
    >[1]);
    report = await done(desk.omar.get(`/reports/${asked.id}`));
    expect(report).toMatchObject({ status: 'done' });
    for (const [path, text] of Object.entries(await everythingFor(desk.omar)).filter(([path]) =>
      path.includes('/reports'),
    ))
      expectNothing(text, path);
    const { name: file } = report.files.find(({ format }: Any) => format === 'json');
    const editors = await read(desk.editor, `/reports/${report.id}/files/${file}`);
    expect(editors.includes(RATIONALE)).toBe(name === 'editor');
  });

  it('sees it all once his own verdict is in', async () => {
    await done(desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [])));
    const { items } = await done(desk.omar.get(`/claims/${claim.id}/verdicts`));
    expect(items.map(({ rationale }: Any) => rationale)).toContain(RATIONALE);
    expect(await eventsOf(desk.omar)).toContain('event: verdict.given');
    expect((await done(desk.omar.get(`/claims/${claim.id}/comments`))).items[0].text).toContain(COMMENT);
    expect((await done(desk.omar.get(`/claims/${claim.id}/evidence`))).items[0].note).toBe(NOTE);
  });

  it('still sees nothing where he is the other', async () => {
    for (const [path, text] of Object.entries(await everythingFor(desk.secondEditor))) expectNothing(text, path);
  });
});

describe('when the others disagree', () => {
  it('a decider who must still judge is told neither that nor how', async () => {
    const { id } = await claimFrom(desk.editor, article.id, 'وافتتح الوزير سامر الحداد الجسر');
    for (const judge of [desk.salma, desk.editor, desk.secondEditor]) await assignTo(desk.editor, id, judge);
    await done(desk.salma.post(`/claims/${id}/verdicts`, verdictBody('misleading', [], RATIONALE)));
    await done(desk.editor.post(`/claims/${id}/verdicts`, verdictBody('mostly-true', [])));
    for (const to of ['verified', 'disputed']) {
      const { version } = await done(desk.secondEditor.get(`/claims/${id}`));
      const body = { to, rationale: 'تجربة' };
      const refused = await desk.secondEditor.post(`/claims/${id}/decisions`, body, ifMatch(version));
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expectNothing(JSON.stringify(refused.body), to);
      expect(JSON.stringify(refused.body)).not.toContain('mostly-true');
      expect(outcome(refused)).toBe('409 requirements-unmet');
    }
  });
});

describe('after a fall-back', () => {
  it('the reviewer who is asked anew is not told that somebody disputes', async () => {
    const { id } = await claimFrom(desk.editor, article.id, 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا');
    for (const reviewer of [desk.salma, desk.secondEditor]) await assignTo(desk.editor, id, reviewer);
    const item = await addEvidence(desk.salma, id, { source: { name: 'تسجيل الافتتاح', type: 'recording' } });
    await done(desk.salma.post(`/claims/${id}/verdicts`, verdictBody('true', [item.id])));
    const { version } = await done(desk.editor.get(`/claims/${id}`));
    const decided = await desk.editor.post(`/claims/${id}/decisions`, { to: 'verified' }, ifMatch(version));
    expect(outcome(decided)).toBe('201');
    await assignTo(desk.editor, id, desk.omar);
    const head = (await done(desk.omar.get('/ledger/entries?limit=1'))).head.seq;
    await done(desk.secondEditor.post(`/claims/${id}/verdicts`, verdictBody('misleading', [], RATIONALE)));
    expect((await done(desk.omar.get(`/claims/${id}`))).state).toBe('needs-source');
    const history = await done(desk.omar.get(`/claims/${id}/history`));
    const entries = await done(desk.omar.get(`/ledger/entries?from=${head + 1}`));
    const told = JSON.stringify([history.items.filter(({ seq }: Any) => seq > head), entries.items]);
    expect(told).not.toMatch(/dispute/);
    expect(told).not.toContain(desk.secondEditor.id);
    expect(JSON.stringify(await done(desk.editor.get(`/claims/${id}/history`)))).toMatch(/fell-back/);
  });
});
