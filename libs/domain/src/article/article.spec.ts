import { actor, editor, head, policy, reviewer, service, standard } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import type { ArticleFacts, ArticleState, CorrectionClass, GateClaim, HeadlineComparison } from './article.types.js';
import { articleStateOf, gateOf, inheritsFromBody, overstates, pendingClaims, progressOf } from './gate.js';
import { recordCorrection, releaseArticle, type CorrectionCommand, type ReleaseCommand } from './release.js';

const settled = (id: string, over: Partial<GateClaim> = {}): GateClaim => ({
  id,
  state: 'verified',
  disposition: 'active',
  tier: 'B',
  selected: true,
  closureKind: null,
  anchorWaits: false,
  openQueries: 0,
  headline: null,
  ...over,
});
const same: HeadlineComparison = {
  bodyClaimId: 'body',
  numbersEqual: true,
  negationEqual: true,
  namesEqual: true,
  attributionEqual: true,
};

const article = (over: Partial<ArticleFacts> = {}): ArticleFacts => ({
  kind: 'draft',
  revisionNumber: 3,
  claims: [settled('c')],
  release: null,
  fellBackSinceRelease: false,
  pendingCorrection: null,
  keepAsDisputed: [],
  ...over,
});
const blocked = (facts: ArticleFacts) =>
  gateOf(facts)
    .filter(({ status }) => status === 'unsatisfied')
    .map(({ name, have, facts: why }) => `${name} ${String(have)} ${String(why?.['claimIds'])}`);

describe('the gate', () => {
  it.each<[string, Partial<GateClaim>, string[]]>([
    ['a verified claim', {}, []],
    ['tier A needs a source', { state: 'needs-source', tier: 'A' }, ['claims-settled 1 c']],
    ['tier B needs a source', { state: 'needs-source' }, ['claims-settled 1 c']],
    ['tier C needs a source', { state: 'needs-source', tier: 'C' }, []],
    ['tier A closed as attributed', { state: 'needs-source', tier: 'A', closureKind: 'as-attributed' }, []],
    ['tier A closed as unproven', { state: 'needs-source', tier: 'A', closureKind: 'unproven' }, []],
    ['a proposal that needs a source', { state: 'needs-source', disposition: 'proposed' }, []],
    [
      'a dismissed claim with everything wrong',
      { state: 'disputed', disposition: 'dismissed', anchorWaits: true, openQueries: 3 },
      [],
    ],
    ['a disputed claim', { state: 'disputed' }, ['disputes-explained 1 c']],
    ['a disputed claim of tier C', { state: 'disputed', tier: 'C' }, ['disputes-explained 1 c']],
    ['an anchor that waits for a person', { anchorWaits: true }, ['anchors-placed 1 c']],
    ['an open question', { openQueries: 1 }, ['queries-answered 1 c']],
    ['a headline equal to its body', { headline: same }, []],
    ['a headline with another number', { headline: { ...same, numbersEqual: false } }, ['headline-overstates 1 c']],
    ['a headline that says the contrary', { headline: { ...same, negationEqual: false } }, ['headline-overstates 1 c']],
    ['a headline with another name', { headline: { ...same, namesEqual: false } }, ['headline-overstates 1 c']],
    [
      'a headline that drops who said it',
      { headline: { ...same, attributionEqual: false } },
      ['headline-overstates 1 c'],
    ],
  ])('%s', (_, over, expected) => {
    expect(blocked(article({ claims: [settled('c', over)] }))).toEqual(expected);
  });

  it('looks at all active claims of a draft, and at the selected ones of someone else’s article', () => {
    const claims = [settled('1', { state: 'needs-source', selected: false }), settled('2', { state: 'needs-source' })];
    expect(blocked(article({ claims }))).toEqual(['claims-settled 2 1,2']);
    expect(blocked(article({ claims, kind: 'external' }))).toEqual(['claims-settled 1 2']);
  });

  it('lets a disputed claim stand for a stated reason, claim by claim', () => {
    const claims = [settled('1', { state: 'disputed' }), settled('2', { state: 'disputed' })];
    expect(
      blocked(article({ claims, keepAsDisputed: [{ claimId: '1', reason: 'the dispute is the story' }] })),
    ).toEqual(['disputes-explained 1 2']);
    expect(blocked(article({ claims, keepAsDisputed: [{ claimId: '1', reason: ' ' }] }))).toEqual([
      'disputes-explained 2 1,2',
    ]);
  });

  it('is open for an article without claims', () => {
    expect(blocked(article({ claims: [] }))).toEqual([]);
  });

  it('says that a headline takes over its body claim’s standing only where nothing differs', () => {
    expect([inheritsFromBody(same), overstates(same)]).toEqual([true, false]);
    expect([inheritsFromBody({ ...same, namesEqual: false }), overstates({ ...same, namesEqual: false })]).toEqual([
      false,
      true,
    ]);
  });
});

describe('the gate of breaking news', () => {
  const open = { state: 'needs-source' } as const;
  const now = '2026-03-10T12:00:00.000Z';
  const later = '2026-03-10T15:00:00.000Z';
  const breaking = (claim: Partial<GateClaim>) => article({ claims: [settled('c', claim)], mode: 'breaking', now });
  it.each<[string, Partial<GateClaim>, string[], string[]]>([
    ['tier B pending with its hour', { ...open, recheckAt: later }, [], ['c']],
    ['tier B pending without one', open, ['claims-settled 1 c'], []],
    ['tier B pending past its hour', { ...open, recheckAt: '2026-03-10T11:59:00.000Z' }, ['claims-settled 1 c'], ['c']],
    ['tier C open', { ...open, tier: 'C' }, [], []],
    ['tier A pending with its hour', { ...open, tier: 'A', recheckAt: later }, ['claims-settled 1 c'], []],
    ['tier A closed as attributed', { ...open, tier: 'A', closureKind: 'as-attributed' }, [], []],
    ['tier A closed as unproven', { ...open, tier: 'A', closureKind: 'unproven' }, ['claims-settled 1 c'], []],
    ['tier A verified', { tier: 'A' }, [], []],
    ['the headline pending with its hour', { ...open, inHeadline: true, recheckAt: later }, ['claims-settled 1 c'], []],
    ['the headline of tier C', { ...open, tier: 'C', inHeadline: true }, ['claims-settled 1 c'], []],
    ['the headline closed as attributed', { ...open, inHeadline: true, closureKind: 'as-attributed' }, [], []],
  ])('%s', (_, claim, expected, pending) => {
    expect(blocked(breaking(claim))).toEqual(expected);
    expect(pendingClaims(breaking(claim)).map(({ claimId }) => claimId)).toEqual(pending);
  });

  it('leaves nothing pending in an article that can wait', () => {
    const facts = article({ claims: [settled('c', { ...open, recheckAt: later })], now });
    expect([blocked(facts), pendingClaims(facts)]).toEqual([['claims-settled 1 c'], []]);
  });

  it('is cleared provisionally, and says until when', () => {
    const facts = breaking({ ...open, recheckAt: later });
    expect(releaseArticle(facts, {}, editor, standard)).toMatchObject({
      ok: true,
      provisional: true,
      pending: [{ claimId: 'c', recheckAt: later }],
    });
    expect(releaseArticle(breaking({}), {}, editor, standard)).toMatchObject({
      ok: true,
      provisional: false,
      pending: [],
    });
  });
});

describe('a headline claim that needs a source', () => {
  const headline = (over: Partial<HeadlineComparison>, body: Partial<GateClaim>) =>
    article({
      claims: [settled('h', { state: 'needs-source', headline: { ...same, ...over } }), settled('body', body)],
    });
  it.each<[string, Partial<HeadlineComparison>, Partial<GateClaim>, string[]]>([
    ['is settled with the body claim it repeats', {}, {}, []],
    ['is settled with one that was closed', {}, { state: 'needs-source', closureKind: 'as-attributed' }, []],
    ['is open with one that is', {}, { state: 'needs-source' }, ['claims-settled 2 h,body']],
    ['inherits nothing from one that was set aside', {}, { disposition: 'dismissed' }, ['claims-settled 1 h']],
    [
      'inherits nothing from one it changes',
      { numbersEqual: false },
      {},
      ['claims-settled 1 h', 'headline-overstates 1 h'],
    ],
    ['inherits nothing from one that is not there', { bodyClaimId: 'elsewhere' }, {}, ['claims-settled 1 h']],
  ])('%s', (_, over, body, expected) => {
    expect(blocked(headline(over, body))).toEqual(expected);
  });
});

describe('an accusation', () => {
  const charge = settled('c', { tier: 'A', accuses: true });
  const asked = { claimIds: ['c'], outcome: 'declined', waived: false, shown: true } as const;
  it.each<[string, Partial<ArticleFacts>, string[]]>([
    ['that nobody was asked about', { claims: [charge] }, ['comment-sought 1 c']],
    ['that its target declined to speak of', { claims: [charge], comments: [asked] }, []],
    [
      'whose answer the article leaves out',
      { claims: [charge], comments: [{ ...asked, shown: false }] },
      ['comment-sought 1 c'],
    ],
    [
      'for which the question was waived',
      { claims: [charge], comments: [{ ...asked, outcome: null, shown: false, waived: true }] },
      [],
    ],
    ['of tier B', { claims: [{ ...charge, tier: 'B' }] }, []],
    ['that is none', { claims: [{ ...charge, accuses: false }] }, []],
    ['in somebody else’s article', { claims: [charge], kind: 'external' }, []],
    ['set aside', { claims: [{ ...charge, disposition: 'dismissed' }] }, []],
  ])('%s', (_, over, expected) => {
    expect(blocked(article(over))).toEqual(expected);
  });
});

describe('an embargo', () => {
  const now = '2026-03-10T12:00:00.000Z';
  it.each([
    ['to come', '2026-03-10T12:00:00.001Z', 'embargoed'],
    ['at this very moment', now, 'ok'],
    ['over', '2026-03-10T11:00:00.000Z', 'ok'],
    ['there is none', null, 'ok'],
  ])('%s', (_, embargoUntil, expected) => {
    const outcome = releaseArticle(article({ embargoUntil, now }), {}, editor, standard);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });
});

describe('the state of an article', () => {
  const released = { id: 'release', revisionNumber: 3 };
  const open = [settled('c', { state: 'needs-source' })];
  it.each<[string, Partial<ArticleFacts>, ArticleState]>([
    ['before release, something in the way', { claims: open }, 'checking'],
    ['before release, nothing in the way', {}, 'ready'],
    ['released', { release: released }, 'released'],
    ['released, then a claim fell back', { release: released, fellBackSinceRelease: true }, 'correcting'],
    ['released, then revised', { release: released, revisionNumber: 4 }, 'correcting'],
    [
      'released, then a correction recorded',
      { release: released, pendingCorrection: { id: 'p', class: 'withdrawal' } },
      'correcting',
    ],
    ['released again', { release: { id: 'second', revisionNumber: 4 }, revisionNumber: 4 }, 'released'],
  ])('%s: %s', (_, over, state) => {
    expect(articleStateOf(article(over))).toBe(state);
  });
});

describe('progress', () => {
  it('counts every claim once, by disposition first', () => {
    const claims = [
      settled('1'),
      settled('2', { state: 'disputed' }),
      settled('3', { state: 'needs-source' }),
      settled('4', { state: 'needs-source' }),
      settled('5', { state: 'needs-source', closureKind: 'unproven' }),
      settled('6', { disposition: 'proposed' }),
      settled('7', { disposition: 'dismissed', state: 'disputed' }),
    ];
    expect(progressOf(claims)).toEqual({
      total: 7,
      proposed: 1,
      needsSource: 2,
      closed: 1,
      verified: 1,
      disputed: 1,
      dismissed: 1,
    });
    expect(progressOf([])).toEqual({
      total: 0,
      proposed: 0,
      needsSource: 0,
      closed: 0,
      verified: 0,
      disputed: 0,
      dismissed: 0,
    });
  });
});

describe('release', () => {
  const run = (
    over: Partial<ArticleFacts> = {},
    command: ReleaseCommand = {},
    by: Actor = editor,
    rules: NewsroomPolicy = standard,
  ) => releaseArticle(article(over), command, by, rules);
  const code = (outcome: ReturnType<typeof run>) => (outcome.ok ? 'ok' : outcome.refusal.code);
  const disputed = [settled('c', { state: 'disputed' })];
  const first = { id: 'first', revisionNumber: 2 };
  const pending = { id: 'pending', class: 'correction' } as const;

  it('names the revision, the gate, and nothing it supersedes the first time', () => {
    expect(run()).toMatchObject({
      ok: true,
      revisionNumber: 3,
      overrides: [],
      keepAsDisputed: [],
      supersedesId: null,
      correctionId: null,
    });
  });

  it.each<[string, Partial<ArticleFacts>, ReleaseCommand, Actor, string]>([
    ['by an editor', {}, {}, editor, 'ok'],
    ['by a head', {}, {}, head, 'ok'],
    ['by a reviewer', {}, {}, reviewer, 'role-forbidden'],
    ['by an admin', {}, {}, actor('a', 'admin'), 'role-forbidden'],
    ['by a service account', {}, {}, service, 'person-required'],
    [
      'with something in the way',
      { claims: [settled('c', { state: 'needs-source' })] },
      {},
      editor,
      'requirements-unmet',
    ],
    ['with a disputed claim', { claims: disputed }, {}, editor, 'requirements-unmet'],
    [
      'with a disputed claim kept for a reason',
      { claims: disputed },
      { keepAsDisputed: [{ claimId: 'c', reason: 'the dispute is the story' }] },
      editor,
      'ok',
    ],
    [
      'with a disputed claim kept for none',
      { claims: disputed },
      { keepAsDisputed: [{ claimId: 'c', reason: '' }] },
      editor,
      'requirements-unmet',
    ],
    [
      'with a question open, excepted',
      { claims: [settled('c', { openQueries: 1 })] },
      { overrides: [{ requirement: 'queries-answered', reason: 'the writer is in the air' }] },
      editor,
      'ok',
    ],
    [
      'with a claim unsettled, excepted, which policy does not open',
      { claims: [settled('c', { state: 'needs-source' })] },
      { overrides: [{ requirement: 'claims-settled', reason: 'hurry' }] },
      editor,
      'requirements-unmet',
    ],
    ['of what is released as it is', { release: { id: 'first', revisionNumber: 3 } }, {}, editor, 'already-in-state'],
    ['again without a correction', { release: first }, {}, editor, 'correction-required'],
    ['again with a correction', { release: first, pendingCorrection: pending }, {}, editor, 'ok'],
    [
      'again with a correction, something in the way',
      { release: first, pendingCorrection: pending, claims: [settled('c', { state: 'needs-source' })] },
      {},
      editor,
      'requirements-unmet',
    ],
  ])('%s', (_, over, command, by, expected) => {
    expect(code(run(over, command, by))).toBe(expected);
  });

  it('publishes the correction and supersedes the earlier release', () => {
    expect(run({ release: first, pendingCorrection: pending })).toMatchObject({
      supersedesId: 'first',
      correctionId: 'pending',
    });
  });

  it('keeps the exception with its reason, and only where it was needed', () => {
    const override = { requirement: 'queries-answered', reason: 'the writer is in the air' } as const;
    expect(run({ claims: [settled('c', { openQueries: 1 })] }, { overrides: [override] })).toMatchObject({
      overrides: [override],
    });
    expect(run({}, { overrides: [override] })).toMatchObject({ overrides: [] });
    expect(
      code(
        run(
          { claims: [settled('c', { openQueries: 1 })] },
          { overrides: [override] },
          editor,
          policy({ overridable: [] }),
        ),
      ),
    ).toBe('requirements-unmet');
  });
});

describe('a correction', () => {
  const released = { id: 'first', revisionNumber: 2 };
  const run = (
    command: Partial<CorrectionCommand>,
    flags: string[] = [],
    by: Actor = editor,
    over: Partial<ArticleFacts> = {},
  ) =>
    recordCorrection(
      article({ release: released, ...over }),
      { class: 'correction', note: 'the year was wrong', ...command },
      flags,
      by,
    );

  it.each<[string, Partial<CorrectionCommand>, string[], Actor, string]>([
    ['by an editor', {}, [], editor, 'ok'],
    ['by a head', {}, [], head, 'ok'],
    ['by a reviewer', {}, [], reviewer, 'role-forbidden'],
    ['by a service account', {}, [], service, 'person-required'],
    ['without a note', { note: ' ' }, [], editor, 'invalid'],
    ['of a class that does not exist', { class: 'retraction' as CorrectionClass }, [], editor, 'invalid'],
    ['an update that changed words only', { class: 'update' }, ['contextChanged'], editor, 'ok'],
    ['an update that changed a number', { class: 'update' }, ['numericChanged'], editor, 'class-refused'],
    ['an update that changed a negation', { class: 'update' }, ['negationChanged'], editor, 'class-refused'],
    ['an update that changed a name', { class: 'update' }, ['nameChanged'], editor, 'class-refused'],
    ['an update that changed who said it', { class: 'update' }, ['attributionChanged'], editor, 'class-refused'],
    [
      'an update of a number that was right then',
      { class: 'update', earlierWasRight: true },
      ['numericChanged'],
      editor,
      'ok',
    ],
    ['a clarification that changed a number', { class: 'clarification' }, ['numericChanged'], editor, 'ok'],
    ['a correction that changed a number', {}, ['numericChanged'], editor, 'ok'],
    ['a withdrawal', { class: 'withdrawal' }, ['numericChanged'], editor, 'ok'],
  ])('%s', (_, command, flags, by, expected) => {
    const outcome = run(command, flags, by);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });

  it('is for what was released', () => {
    expect(run({}, [], editor, { release: null })).toMatchObject({ refusal: { code: 'not-in-state' } });
  });

  it('says which changes are too grave for an update', () => {
    expect(run({ class: 'update' }, ['nameChanged', 'contextChanged', 'numericChanged'])).toMatchObject({
      refusal: { code: 'class-refused', facts: { class: 'update', changes: ['numericChanged', 'nameChanged'] } },
    });
  });

  it('replaces the one that is pending', () => {
    expect(run({}, [], editor, { pendingCorrection: { id: 'pending', class: 'update' } })).toEqual({
      ok: true,
      class: 'correction',
      replacesId: 'pending',
    });
    expect(run({})).toEqual({ ok: true, class: 'correction', replacesId: null });
  });
});
