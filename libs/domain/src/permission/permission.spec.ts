import { actor, service } from '../../../../test/support/domain-facts.js';
import {
  mayByRelation,
  mayByRole,
  mayByScope,
  mayMarkPrimary,
  mayMintFor,
  passwordLinkFor,
  mayRevokeOf,
  relationsNeeded,
  seesArticle,
} from './permission.js';
import { OPERATION_IDS, permissionOf, PERMISSIONS, type OperationId, type Relation } from './permission.table.js';
import { ROLES, SCOPES, type Role, type Scope } from './role.js';

const EVERYBODY = 'editor head reviewer writer viewer admin legal';

/** The rules' table of roles, written out by hand: who may, with what scope, by what tie where the role is not enough. */
const RULES: readonly (readonly [what: string, operations: string, roles: string, scopes: string])[] = [
  [
    'read articles',
    'listArticles getArticle listRevisions getRevision diffRevisions getArticleHistory listReleases listCorrections listArticleOrigins',
    EVERYBODY,
    'articles:read',
  ],
  [
    'read claims and evidence',
    'listClaims listArticleClaims getClaim listEvidence getCapture getPageFetch listPageFetches getClaimHistory listSimilarClaims matchText listArchive getClaimGroup',
    EVERYBODY,
    'claims:read',
  ],
  ['be seen on a claim', 'setClaimPresence', EVERYBODY, 'claims:read'],
  ['read imports', 'getImport', 'editor head writer', 'articles:read articles:write'],
  ['read sources', 'listSources getSource getSourceOrigin', EVERYBODY, 'claims:read'],
  ['read verdicts and decisions', 'listVerdicts listDecisions', EVERYBODY, 'claims:read'],
  [
    'read reports and insights',
    'listReports getReport downloadReportFile previewReport getAgreement getThroughput getLoad',
    EVERYBODY,
    'reports:read',
  ],
  [
    'create articles and revisions',
    'createArticle importArticle updateArticle createRevision',
    'editor head writer',
    'articles:write',
  ],
  [
    'shape claims',
    'updateClaim acceptClaim dismissClaim restoreClaim splitClaim mergeClaim placeAnchor selectClaim changeClaimsInBulk',
    'editor head',
    'claims:write',
  ],
  ['take a precedent over', 'takePrecedent', 'editor head', 'verdicts:write'],
  ['groups and archive import', 'createClaimGroup updateClaimGroup createArchiveImport', 'editor head', 'claims:write'],
  ['propose a claim', 'createClaim', 'editor head reviewer writer', 'claims:write'],
  ['add evidence and captures', 'addEvidence createCapture', 'editor head reviewer writer', 'evidence:write'],
  ['withdraw evidence', 'withdrawEvidence', 'editor head reviewer writer', 'evidence:write'],
  ['edit sources', 'createSource updateSource', 'editor head', 'claims:write'],
  ['legal notes and holds', 'listLegalNotes createLegalNote setLegalHold', 'editor head legal', 'decisions:write'],
  ['approve a source without a name', 'approveSource', 'editor head', 'claims:write'],
  ['read a translation again', 'confirmTranslation', 'editor head reviewer', 'evidence:write'],
  ['read confidential sources', 'readConfidentialSource', 'editor head reviewer', 'claims:write'],
  ['assign', 'createAssignment', 'editor head reviewer', 'claims:write'],
  ['read checklists', 'getChecklists', EVERYBODY, 'claims:read'],
  ['hand over', 'handOverAssignments', 'editor head reviewer', 'claims:write'],
  ['balance', 'balanceAssignments', 'editor head', 'claims:write'],
  ['give and withdraw own verdict', 'giveVerdict withdrawVerdict', 'editor head reviewer', 'verdicts:write'],
  ['decide, release, correct', 'decideClaim releaseArticle createCorrection', 'editor head', 'decisions:write'],
  ['ask', 'askQuery', 'editor head reviewer', 'claims:write'],
  ['answer', 'answerQuery', 'writer', 'claims:write'],
  ['resolve', 'resolveQuery', 'editor head reviewer', 'claims:write'],
  ['comment', 'createComment', 'editor head reviewer writer', 'claims:write'],
  ['what is one’s own to do', 'listAttention listNotifications readNotifications', EVERYBODY, 'claims:read'],
  ['make reports', 'createReport', 'editor head reviewer', 'reports:write'],
  ['the whole ledger', 'readFullLedger', 'editor head admin', 'admin claims:read'],
  ['desks', 'createDesk updateDesk', 'head admin', 'admin'],
  ['let another in again', 'createPasswordLink', 'admin', ''],
  ['policy and scale', 'updateNewsroom', 'head admin', 'admin'],
  [
    'members, webhooks, backup',
    'createMember updateMember resetSecondFactor listWebhooks createWebhook updateWebhook deleteWebhook rotateWebhookSecret testWebhook listWebhookDeliveries replayWebhookDelivery backUp',
    'admin',
    'admin',
  ],
];

const words = <T extends string>(text: string) => text.split(' ') as T[];
const CASES = RULES.flatMap(([what, operations, roles, scopes]) =>
  words<OperationId>(operations).map(
    (operation) => [what, operation, words<Role>(roles), words<Scope>(scopes)] as const,
  ),
);

describe('the permission table', () => {
  it.each(CASES)('%s: %s is for %j with %j', (_, operation, roles, scopes) => {
    expect(ROLES.filter((role) => mayByRole(operation, actor('m', role)).ok)).toEqual(
      ROLES.filter((role) => roles.includes(role)),
    );
    expect(SCOPES.filter((scope) => mayByScope(operation, { scopes: [scope] }).ok)).toEqual(
      SCOPES.filter((scope) => scopes.includes(scope)),
    );
  });

  it.each<[string, string]>([
    ['giveVerdict', 'never by a service account'],
    ['withdrawVerdict', 'never by a service account'],
    ['decideClaim', 'never by a service account'],
    ['releaseArticle', 'never by a service account'],
    ['takePrecedent', 'never by a service account'],
    ['setClaimPresence', 'never by a service account'],
    ['createCorrection', 'never by a service account'],
    ['createLegalNote', 'never by a service account'],
    ['setLegalHold', 'never by a service account'],
    ['createToken', 'never by a service account'],
    ['changePassword', 'never by a service account'],
    ['startSecondFactor', 'never by a service account'],
    ['resetSecondFactor', 'never by a service account'],
    ['createPasswordLink', 'never by a service account'],
  ])('%s: %s, whatever roles it has', (operation) => {
    const all = { ...service, roles: ROLES };
    expect(mayByRole(operation as OperationId, all)).toEqual({
      ok: false,
      refusal: { code: 'person-required', facts: { operation } },
    });
    expect(mayByRole(operation as OperationId, { ...all, kind: 'person' }).ok).toBe(true);
  });

  it('lets a service account do what its roles allow otherwise', () => {
    expect(mayByRole('createArticle', { ...service, roles: ['editor'] }).ok).toBe(true);
    expect(mayByRole('createArticle', { ...service, roles: ['viewer'] }).ok).toBe(false);
  });

  it('names the roles that would do', () => {
    expect(mayByRole('decideClaim', actor('m', 'reviewer'))).toEqual({
      ok: false,
      refusal: { code: 'role-forbidden', facts: { operation: 'decideClaim', roles: ['editor', 'head'] } },
    });
  });

  it('names the scopes that would do', () => {
    expect(mayByScope('giveVerdict', { scopes: ['claims:write', 'admin'] })).toEqual({
      ok: false,
      refusal: { code: 'scope-missing', facts: { operation: 'giveVerdict', scopes: ['verdicts:write'] } },
    });
  });

  it.each<OperationId>([
    'createToken',
    'changePassword',
    'updateMe',
    'startSecondFactor',
    'confirmSecondFactor',
    'renewRecoveryCodes',
    'removeSecondFactor',
    'createPasswordLink',
  ])('takes no token, of whatever scope, for %s', (operation) => {
    expect(mayByScope(operation, { scopes: SCOPES })).toMatchObject({ refusal: { code: 'step-up-required' } });
    expect(mayByScope(operation, { scopes: null }).ok).toBe(true);
  });

  it('asks a session for no scope', () => {
    expect(OPERATION_IDS.filter((operation) => !mayByScope(operation, { scopes: null }).ok)).toEqual([]);
  });

  it.each<OperationId>(['getMe', 'listTokens', 'deleteToken', 'listSessions'])(
    'lets any token do %s for its holder',
    (operation) => {
      expect(mayByScope(operation, { scopes: [] }).ok).toBe(true);
    },
  );

  it('opens these to the world and nothing else', () => {
    const open = OPERATION_IDS.filter((operation) => permissionOf(operation).who === 'public');
    expect(open.sort()).toEqual([
      'acceptInvitation',
      'createSession',
      'getHealth',
      'getMetrics',
      'getOpenApi',
      'getReadiness',
      'readAdmin',
      'readDocs',
      'readFeed',
    ]);
    expect(
      open.filter(
        (operation) =>
          !mayByRole(operation, { roles: [], kind: 'person' }).ok || !mayByScope(operation, { scopes: [] }).ok,
      ),
    ).toEqual([]);
  });

  it('gives every row a verb, a scope unless it is public or one’s own, and known roles', () => {
    const rows = Object.entries(PERMISSIONS).map(([id]) => [id, permissionOf(id as OperationId)] as const);
    expect(rows.filter(([, row]) => !/^[a-z]+(-[a-z]+)*$/.test(row.verb))).toEqual([]);
    const scopeless = rows.filter(([, row]) => row.scopes.length === 0 && row.who !== 'public').map(([id]) => id);
    expect(scopeless.sort()).toEqual([
      'changePassword',
      'confirmSecondFactor',
      'createToken',
      'deleteSession',
      'deleteToken',
      'getMe',
      'getSecondFactor',
      'listSessions',
      'listTokens',
      'removeSecondFactor',
      'renewRecoveryCodes',
      'startSecondFactor',
      'updateMe',
    ]);
    expect(
      rows.filter(([, row]) => Array.isArray(row.who) && row.who.some((role) => !ROLES.includes(role as Role))),
    ).toEqual([]);
  });
});

describe('where the role is not enough', () => {
  it.each<[OperationId, Role[], Relation[] | null]>([
    ['createRevision', ['writer'], ['own-article']],
    ['createRevision', ['editor'], null],
    ['createRevision', ['writer', 'editor'], null],
    ['updateArticle', ['writer'], ['own-article']],
    ['addEvidence', ['writer'], ['own-article']],
    ['addEvidence', ['reviewer'], null],
    ['withdrawEvidence', ['reviewer'], ['author-of-item']],
    ['withdrawEvidence', ['writer', 'reviewer'], ['author-of-item']],
    ['withdrawEvidence', ['head'], null],
    ['readConfidentialSource', ['reviewer'], ['uses-source-assigned']],
    ['readConfidentialSource', ['editor'], null],
    ['createAssignment', ['reviewer'], ['policy-self-claim']],
    ['createAssignment', ['editor', 'reviewer'], null],
    ['giveVerdict', ['editor'], ['assigned']],
    ['giveVerdict', ['reviewer'], ['assigned']],
    ['withdrawVerdict', ['head'], ['author-of-item']],
    ['answerQuery', ['writer'], ['own-article']],
    ['resolveQuery', ['reviewer'], ['asker']],
    ['resolveQuery', ['editor'], null],
    ['createClaim', ['writer'], ['own-article']],
    ['createComment', ['writer'], ['own-article']],
    ['getArticle', ['viewer'], ['article-visible']],
    ['getArticle', ['editor'], ['article-visible']],
    ['deleteToken', ['writer'], ['self']],
    ['deleteToken', ['admin'], ['self', 'own-or-service-token']],
    ['decideClaim', ['editor'], null],
  ])('%s as %j needs %j', (operation, roles, needed) => {
    expect(relationsNeeded(operation, { roles })).toEqual(needed);
    expect(mayByRelation(operation, { roles }, []).ok).toBe(needed === null);
    for (const relation of needed ?? []) expect(mayByRelation(operation, { roles }, [relation]).ok).toBe(true);
  });

  it('says which tie is missing', () => {
    expect(mayByRelation('createRevision', { roles: ['writer'] }, ['assigned'])).toEqual({
      ok: false,
      refusal: { code: 'relation-forbidden', facts: { operation: 'createRevision', reason: 'own-article' } },
    });
  });

  it.each([
    ['newsroom', [], [], true],
    ['named', [], [], false],
    ['named', ['m'], [], true],
    ['named', ['other'], ['m'], true],
    ['named', ['other'], ['other'], false],
  ] as const)(
    'an article for %s, naming %j, by %j, is visible to m: %s',
    (visibility, namedIds, authorIds, visible) => {
      expect(seesArticle('m', { visibility, namedIds, authorIds })).toBe(visible);
    },
  );

  it.each<[string, string, Role[], 'person' | 'service', boolean]>([
    ['oneself', 'm', ['viewer'], 'person', true],
    ['another person, by an admin', 'other', ['admin'], 'person', false],
    ['a service account, by an admin', 'other', ['admin'], 'service', true],
    ['a service account, by an editor', 'other', ['editor', 'head'], 'service', false],
  ])('a token may be minted for %s', (_, id, roles, kind, allowed) => {
    expect(mayMintFor({ memberId: 'm', roles }, { id, kind })).toBe(allowed);
  });

  it.each<[string, string, Role[], boolean]>([
    ['one’s own', 'm', ['viewer'], true],
    ['another’s, by an admin', 'other', ['admin'], true],
    ['another’s, by a head', 'other', ['head'], false],
  ])('a token may be revoked: %s', (_, holder, roles, allowed) => {
    expect(mayRevokeOf({ memberId: 'm', roles }, holder)).toBe(allowed);
  });

  it.each<[string, { id: string; kind: 'person' | 'service'; active: boolean }, string]>([
    ['another person', { id: 'other', kind: 'person', active: true }, ''],
    ['oneself', { id: 'm', kind: 'person', active: true }, 'relation-forbidden'],
    ['a service account', { id: 'other', kind: 'service', active: true }, 'not-in-state'],
    ['whoever was let go', { id: 'other', kind: 'person', active: false }, 'not-in-state'],
  ])('a link to a new password, for %s', (_, member, refused) => {
    const permitted = passwordLinkFor({ memberId: 'm' }, member);
    expect(permitted.ok ? '' : permitted.refusal.code).toBe(refused);
  });

  it.each<[Role[], boolean]>([
    [['editor'], true],
    [['head'], true],
    [['reviewer'], true],
    [['writer'], false],
    [['writer', 'reviewer'], true],
    [['admin', 'viewer'], false],
  ])('%j may mark an item primary: %s', (roles, allowed) => {
    expect(mayMarkPrimary({ roles })).toBe(allowed);
  });
});
