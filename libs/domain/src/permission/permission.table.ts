import type { Role, Scope } from './role.js';

/** A tie between the actor and the object that must hold where the role alone is not enough. */
export type Relation =
  | 'self'
  | 'article-visible'
  | 'own-article'
  | 'author-of-item'
  | 'asker'
  | 'assigned'
  | 'uses-source-assigned'
  | 'own-file'
  | 'policy-self-claim'
  | 'own-or-service-token';

export interface PermissionRow {
  /** `public` needs no credential; `all-members` any member; otherwise any of the roles. */
  readonly who: 'public' | 'all-members' | readonly Role[];
  /** Roles for which a relation must hold too; `all` applies to every role of the row. */
  readonly relation?: Readonly<Partial<Record<Role | 'all', Relation>>>;
  /** A token needs one of these; an empty list means that any token will do. */
  readonly scopes: readonly Scope[];
  /** What a newsroom calls it; the name in a resource's `actions`. */
  readonly verb: string;
  /** Service accounts never may. */
  readonly personOnly?: true;
  /** Only from a session, never by a token. */
  readonly sessionOnly?: true;
  /** What a reader of the table must know besides. */
  readonly note?: string;
}

const ALL = 'all-members';
const EDITORS = ['editor', 'head'] as const;
const DESK = ['editor', 'head', 'reviewer'] as const;
const DESK_AND_WRITER = ['editor', 'head', 'reviewer', 'writer'] as const;
const MANAGERS = ['head', 'admin'] as const;
const OVERSIGHT = ['editor', 'head', 'admin'] as const;
const ADMIN = ['admin'] as const;

const visible = { all: 'article-visible' } as const;
const readsArticles = { who: ALL, relation: visible, scopes: ['articles:read'], verb: 'read' } as const;
const readsClaims = { who: ALL, relation: visible, scopes: ['claims:read'], verb: 'read' } as const;
const shapesClaims = { who: EDITORS, scopes: ['claims:write'] } as const;
const decides = { who: EDITORS, scopes: ['decisions:write'], personOnly: true } as const;
const administers = { who: ADMIN, scopes: ['admin'] } as const;
const own = { who: ALL, relation: { all: 'self' }, scopes: [] } as const;
const open = { who: 'public', scopes: [] } as const;

/** THE permission table. Routes name a row; a route without one does not start. Tests and docs are generated from it. */
export const PERMISSIONS = {
  // signing in, and what is one's own
  createSession: { ...open, verb: 'sign-in' },
  listSessions: { ...own, verb: 'read' },
  deleteSession: { ...own, verb: 'sign-out' },
  acceptInvitation: { ...open, verb: 'join' },
  changePassword: { ...own, verb: 'change-password', personOnly: true, sessionOnly: true },
  getMe: { ...own, verb: 'read' },
  updateMe: { ...own, verb: 'edit', sessionOnly: true },
  listTokens: {
    ...own,
    relation: { all: 'own-or-service-token' },
    verb: 'read',
    note: 'an admin lists those of others',
  },
  createToken: {
    ...own,
    relation: { all: 'own-or-service-token' },
    verb: 'mint',
    personOnly: true,
    sessionOnly: true,
    note: 'for oneself from a fresh session; an admin only for a service account',
  },
  deleteToken: {
    ...own,
    relation: { all: 'self', admin: 'own-or-service-token' },
    verb: 'revoke',
    note: 'an admin revokes any',
  },

  // the newsroom
  listMembers: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  getMember: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  createMember: { ...administers, verb: 'invite' },
  updateMember: { ...administers, verb: 'edit' },
  getNewsroom: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  updateNewsroom: { who: MANAGERS, scopes: ['admin'], verb: 'edit' },
  listDesks: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  createDesk: { who: MANAGERS, scopes: ['admin'], verb: 'create' },
  updateDesk: { who: MANAGERS, scopes: ['admin'], verb: 'edit' },
  backUp: { ...administers, verb: 'back-up' },

  // articles
  createExtraction: { who: ALL, scopes: ['articles:read', 'articles:write'], verb: 'extract' },
  createArticle: {
    who: ['editor', 'head', 'writer'],
    scopes: ['articles:write'],
    verb: 'create',
    note: 'a writer becomes its author',
  },
  importArticle: { who: ['editor', 'head', 'writer'], scopes: ['articles:write'], verb: 'import' },
  getImport: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-file' },
    scopes: ['articles:read', 'articles:write'],
    verb: 'read',
  },
  listArticles: { ...readsArticles },
  getArticle: { ...readsArticles },
  updateArticle: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-article' },
    scopes: ['articles:write'],
    verb: 'edit',
  },
  createRevision: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-article' },
    scopes: ['articles:write'],
    verb: 'revise',
  },
  getRevision: { ...readsArticles },
  listRevisions: { ...readsArticles },
  diffRevisions: { ...readsArticles, verb: 'compare' },
  releaseArticle: { ...decides, verb: 'release' },
  listReleases: { ...readsArticles },
  createCorrection: { ...decides, verb: 'correct' },
  listCorrections: { ...readsArticles },
  listCommentRequests: { ...readsArticles },
  createCommentRequest: { who: DESK, scopes: ['claims:write'], verb: 'request-comment' },
  updateCommentRequest: { who: DESK, scopes: ['claims:write'], verb: 'record-comment' },

  // claims
  listClaims: { ...readsClaims },
  listArticleClaims: { ...readsClaims },
  getClaim: { ...readsClaims },
  createClaim: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['claims:write'],
    verb: 'propose',
    note: 'a reviewer or writer proposes, an editor creates',
  },
  updateClaim: { ...shapesClaims, verb: 'edit' },
  acceptClaim: { ...shapesClaims, verb: 'accept' },
  dismissClaim: { ...shapesClaims, verb: 'dismiss' },
  restoreClaim: { ...shapesClaims, verb: 'restore' },
  splitClaim: { ...shapesClaims, verb: 'split' },
  mergeClaim: { ...shapesClaims, verb: 'merge' },
  placeAnchor: { ...shapesClaims, verb: 'place' },
  selectClaim: { ...shapesClaims, verb: 'select' },
  changeClaimsInBulk: { ...shapesClaims, verb: 'change-in-bulk' },
  getClaimHistory: { ...readsClaims, note: 'full history: editor, head, admin; others after blindness' },
  listSimilarClaims: { ...readsClaims, verb: 'match' },
  matchText: { who: ALL, scopes: ['claims:read'], verb: 'match' },
  createClaimGroup: { ...shapesClaims, verb: 'link' },
  updateClaimGroup: { ...shapesClaims, verb: 'link' },
  getClaimGroup: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  createArchiveImport: { ...shapesClaims, verb: 'import' },
  getArchiveImport: { who: EDITORS, scopes: ['claims:read', 'claims:write'], verb: 'read' },
  listArchive: { who: ALL, scopes: ['claims:read'], verb: 'read' },

  // evidence and sources
  listEvidence: { ...readsClaims },
  addEvidence: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['evidence:write'],
    verb: 'add-evidence',
    note: 'a writer never marks it primary',
  },
  withdrawEvidence: {
    who: DESK_AND_WRITER,
    relation: { reviewer: 'author-of-item', writer: 'author-of-item' },
    scopes: ['evidence:write'],
    verb: 'withdraw-evidence',
  },
  createCapture: { who: DESK_AND_WRITER, scopes: ['evidence:write'], verb: 'capture' },
  getCapture: { ...readsClaims },
  refetchCapture: { who: DESK, scopes: ['evidence:write'], verb: 'fetch-again' },
  listSources: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  getSource: {
    who: ALL,
    scopes: ['claims:read'],
    verb: 'read',
    note: 'confidential members only to those of readConfidentialSource',
  },
  readConfidentialSource: {
    who: DESK,
    relation: { reviewer: 'uses-source-assigned' },
    scopes: ['claims:write'],
    verb: 'read-confidential',
    note: 'each reading is recorded',
  },
  getSourceOrigin: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  createSource: {
    who: EDITORS,
    scopes: ['claims:write'],
    verb: 'create',
    note: 'others name a source while adding evidence',
  },
  updateSource: { ...shapesClaims, verb: 'edit' },

  // assignments, verdicts, decisions
  listAssignments: { ...readsClaims, note: "others' status within blindness" },
  listMyAssignments: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },
  createAssignment: {
    who: DESK,
    relation: { reviewer: 'policy-self-claim' },
    scopes: ['claims:write'],
    verb: 'assign',
  },
  updateAssignment: {
    who: DESK,
    relation: { reviewer: 'assigned' },
    scopes: ['claims:write'],
    verb: 'answer-assignment',
  },
  balanceAssignments: { who: EDITORS, scopes: ['claims:write'], verb: 'balance' },
  listVerdicts: { ...readsClaims, note: 'within blindness' },
  giveVerdict: {
    who: DESK,
    relation: { all: 'assigned' },
    scopes: ['verdicts:write'],
    verb: 'give-verdict',
    personOnly: true,
  },
  withdrawVerdict: {
    who: DESK,
    relation: { all: 'author-of-item' },
    scopes: ['verdicts:write'],
    verb: 'withdraw-verdict',
    personOnly: true,
  },
  decideClaim: { ...decides, verb: 'decide' },
  listDecisions: { ...readsClaims, note: 'within blindness' },

  // talk
  listQueries: { ...readsClaims },
  askQuery: { who: DESK, scopes: ['claims:write'], verb: 'ask' },
  answerQuery: { who: ['writer'], relation: { writer: 'own-article' }, scopes: ['claims:write'], verb: 'answer' },
  resolveQuery: { who: DESK, relation: { reviewer: 'asker' }, scopes: ['claims:write'], verb: 'resolve' },
  listComments: { ...readsClaims, note: 'within blindness' },
  createComment: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['claims:write'],
    verb: 'comment',
  },
  listAttention: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },
  listNotifications: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },

  // reports and what goes out
  createReport: { who: DESK, scopes: ['reports:write'], verb: 'report', note: 'within blindness' },
  listReports: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getReport: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  downloadReportFile: { who: ALL, scopes: ['reports:read'], verb: 'download' },
  readFeed: { ...open, verb: 'read', note: 'only when the newsroom says so' },
  listCorrectionRequests: { who: OVERSIGHT, scopes: ['reports:read'], verb: 'read' },
  createCorrectionRequest: { who: DESK, scopes: ['claims:write'], verb: 'record-complaint' },
  updateCorrectionRequest: { ...decides, verb: 'answer-complaint' },
  createNotice: { who: EDITORS, scopes: ['claims:write'], verb: 'give-notice' },
  listNotices: { who: ALL, scopes: ['claims:read'], verb: 'read' },

  // record
  getCheckpoint: { who: ALL, scopes: ['claims:read', 'admin'], verb: 'read' },
  listLedgerEntries: {
    who: ALL,
    scopes: ['claims:read', 'admin'],
    verb: 'read',
    note: 'leaves of others: editor, head, admin; others only after blindness',
  },
  getLedgerProof: { who: ALL, scopes: ['claims:read', 'admin'], verb: 'read' },
  readFullLedger: { who: OVERSIGHT, scopes: ['claims:read', 'admin'], verb: 'audit', note: 'after blindness' },
  streamEvents: { who: ALL, scopes: ['claims:read'], verb: 'follow', note: 'same visibility as reading' },
  listWebhooks: { ...administers, verb: 'read' },
  createWebhook: { ...administers, verb: 'create' },
  updateWebhook: { ...administers, verb: 'edit' },
  deleteWebhook: { ...administers, verb: 'delete' },
  listWebhookDeliveries: { ...administers, verb: 'read' },
  replayWebhookDelivery: { ...administers, verb: 'replay' },
  getAgreement: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getThroughput: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getLoad: { who: ALL, scopes: ['reports:read'], verb: 'read' },

  // the machine
  getHealth: { ...open, verb: 'read' },
  getReadiness: { ...open, verb: 'read' },
  getMetrics: { ...open, verb: 'read', note: 'own port, or its own token' },
  getOpenApi: { ...open, verb: 'read' },
  readDocs: { ...open, verb: 'read' },
  readWelcome: { ...open, verb: 'read' },
} as const satisfies Record<string, PermissionRow>;

export type OperationId = keyof typeof PERMISSIONS;
export const OPERATION_IDS = Object.keys(PERMISSIONS) as OperationId[];
const ROWS: Readonly<Record<OperationId, PermissionRow>> = PERMISSIONS;

export function permissionOf(operation: OperationId): PermissionRow {
  return ROWS[operation];
}
