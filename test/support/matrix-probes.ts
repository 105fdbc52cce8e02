import { newId } from '#platform';
import type { Things } from './matrix-world.types.js';
import { MATCHING_PROBES } from './probes/matching.probes.js';
import { LIFE_PROBES } from './probes/life.probes.js';
import type { Probe } from './probes/probe.js';
import { SCREEN_PROBES } from './probes/screen.probes.js';
import { SECOND_FACTOR_PROBES } from './probes/second-factor.probes.js';
import { WEBHOOK_PROBES } from './probes/webhook.probes.js';
import { DESK_PROBES } from './probes/desk.probes.js';
import { evidenceBody, fromOutlet, verdictBody } from './checking-work.js';

export type { Probe };

const ANY_ARTICLE = ['own', 'assigned', 'other', 'hidden', 'foreign'] as const;
const ANY_THING = ['own', 'other', 'foreign'] as const;
const OK = ['200'];
const UNCONDITIONAL = ['428 precondition-required'];

/** On an article, or on what hangs on one. */
const on = (kind: keyof Things, allowed: readonly string[], body?: Probe['body']): Probe => ({
  relations: ANY_ARTICLE,
  params: (things) => ({ id: things[kind] }),
  allowed,
  ...(body && { body }),
});
/** On something of the newsroom that hangs on no article. */
const onThing = (kind: keyof Things, allowed: readonly string[], body?: Probe['body']): Probe => ({
  ...on(kind, allowed, body),
  relations: ANY_THING,
});
const on428 = (kind: keyof Things, body: object): Probe => on(kind, UNCONDITIONAL, () => body);
const plain = (allowed: readonly string[], body?: Probe['body']): Probe => ({
  relations: [],
  allowed,
  ...(body && { body }),
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const reason = { reason: 'لسبب وجيه' };
const TEXT = 'قال الوزير إن كلفة الجسر بلغت 12 مليون دينار.';

/** By operation; one that is missing fails the matrix. */
export const PROBES: Readonly<Record<string, Probe>> = {
  createSession: plain(['422 invalid'], () => ({})),
  acceptInvitation: { ...plain(['422 invalid'], () => ({})), params: () => ({ token: 'unknown' }) },
  listSessions: plain(OK),
  deleteSession: {
    relations: ANY_THING,
    params: async (things, world) => ({ id: await world.spareSession(things) }),
    allowed: ['204'],
    unrelated: '404 not-found',
  },
  changePassword: plain(['401 credentials-wrong'], () => ({ current: 'wrong', next: 'long enough to be taken, but' })),
  getMe: plain(OK),
  listTokens: plain(OK),
  createToken: {
    relations: ANY_THING,
    body: ({ member }) => ({ name: 'made', scopes: ['claims:read'], expiresAt: inAnHour(), memberId: member }),
    allowed: ['201'],
    unseen: '422 invalid',
  },
  deleteToken: {
    ...onThing('token', ['204']),
    unrelated: '404 not-found',
    also: ({ roles }) => roles.includes('admin'),
  },
  listMembers: plain(OK),
  createMember: plain(['201'], () => ({
    email: `${newId()}@new.example`,
    name: 'عضو جديد',
    roles: ['viewer'],
    locale: 'ar',
  })),
  updateMember: onThing('member', UNCONDITIONAL, () => ({ name: 'اسم آخر' })),
  getNewsroom: plain(OK),
  updateNewsroom: plain(UNCONDITIONAL, () => ({ name: 'اسم آخر' })),

  createExtraction: plain(OK, () => ({ text: TEXT })),
  createArticle: plain(['201'], () => ({ kind: 'external', language: 'ar', text: 'نعم' })),
  listArticles: plain(OK),
  getArticle: on('article', OK),
  updateArticle: on428('article', { title: 'عنوان آخر' }),
  createRevision: on428('article', { text: TEXT }),
  getRevision: { ...on('article', OK), params: ({ article }) => ({ id: article, number: '1' }) },
  releaseArticle: on428('article', {}),
  listReleases: on('article', OK),
  createCorrection: on428('article', { class: 'correction', note: 'صُحّح الرقم' }),
  listCorrections: on('article', OK),

  listClaims: plain(OK),
  listArticleClaims: on('article', OK),
  getClaim: on('claim', OK),
  // of a span that already is a claim, so that the first asked leaves nothing to the second
  createClaim: on('article', OK, ({ quote }) => ({ quote })),
  updateClaim: on428('claim', { tier: 'B' }),
  acceptClaim: on428('claim', {}),
  dismissClaim: on428('claim', { reason: 'opinion' }),
  restoreClaim: on428('claim', {}),
  selectClaim: on428('claim', { selected: true }),
  placeAnchor: on428('claim', { action: 'confirm' }),
  decideClaim: on428('claim', { to: 'needs-source', rationale: 'لم يكتمل البحث' }),
  getClaimHistory: on('claim', OK),

  listEvidence: on('claim', OK),
  addEvidence: on('claim', ['201'], () => evidenceBody(fromOutlet(`وسيلة ${newId()}`))),
  withdrawEvidence: on428('evidence', reason),
  createCapture: { ...plain(['201'], () => 'نسخة من صفحة'), headers: { 'content-type': 'text/plain' } },
  getCapture: onThing('capture', OK),
  listSources: plain(OK),
  createSource: plain(['201'], () => ({ name: `مصدر ${newId()}`, type: 'outlet' })),
  getSource: onThing('source', OK),
  updateSource: onThing('source', UNCONDITIONAL, () => ({ name: 'اسم آخر' })),
  getSourceOrigin: onThing('source', OK),

  listAssignments: on('claim', OK),
  listMyAssignments: plain(OK),
  createAssignment: on('spare', ['201', '409 already-assigned', '422 reviewer-unfit'], (_, { nominee }) => ({
    reviewerId: nominee,
  })),
  updateAssignment: on428('assignment', { status: 'declined', ...reason }),
  listVerdicts: on('claim', OK),
  giveVerdict: {
    ...on('claim', ['201'], () => verdictBody('accurate', [], `راجعت المحضر ${newId()}`)),
    unrelated: { own: '403 own-text', other: '403 not-assigned' },
  },
  withdrawVerdict: on('verdict', ['200', '409 already-in-state'], () => reason),

  ...DESK_PROBES,
  ...SECOND_FACTOR_PROBES,
  ...WEBHOOK_PROBES,

  listLedgerEntries: plain(OK),
  streamEvents: plain(OK),
  createReport: {
    relations: ANY_ARTICLE,
    body: ({ article }) => ({ scope: { articleId: article }, formats: ['json'], language: 'ar' }),
    allowed: ['202'],
    unseen: '422 invalid',
  },
  ...LIFE_PROBES,
  ...MATCHING_PROBES,
  ...SCREEN_PROBES,
  listReports: plain(OK),
  getReport: onThing('report', OK),
  previewReport: onThing('report', OK),
  downloadReportFile: {
    ...onThing('report', OK),
    params: ({ report }) => ({ id: report, name: 'report.json' }),
  },
};

/** Routes outside the contract, the public row of the table each stands under, and what anybody gets. */
export const PAGES: Readonly<Record<string, readonly [row: string, outcome: string]>> = {
  '/': ['readAdmin', '503'], // here without the web admin, and saying so
  '/docs': ['readDocs', '200'],
  '/docs/page.css': ['readDocs', '200'],
  '/docs/page.client.js': ['readDocs', '200'],
  '/api/v1/openapi.json': ['getOpenApi', '200'],
  '/livez': ['getHealth', '200'],
  '/readyz': ['getReadiness', '200'],
  '/metrics': ['getMetrics', '404 not-found'], // here without a token of its own: as if it were not there
};
