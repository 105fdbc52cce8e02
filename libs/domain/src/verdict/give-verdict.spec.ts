import {
  actor,
  assignment,
  claim,
  facts,
  item,
  policy,
  reviewer,
  service,
  smallDesk,
  standard,
  verdict,
  WORDS,
} from '../../../../test/support/domain-facts.js';
import type { AssignmentStatus, Claim, ClaimFacts } from '../claim/claim.types.js';
import type { Actor } from '../permission/role.js';
import { giveVerdict, withdrawVerdict, type VerdictCommand } from './give-verdict.js';

const start: Partial<ClaimFacts> = { verdicts: [], assignments: [assignment('sara')] };
const give = (
  command: Partial<VerdictCommand> = {},
  known: Partial<ClaimFacts> = {},
  by: Actor = reviewer,
  over: Partial<Claim> = {},
  rules = standard,
) =>
  giveVerdict(
    claim(over),
    { rating: 'true', confidence: 'high', rationale: 'both say so', evidenceIds: ['item-1'], ...command },
    by,
    facts({ ...start, ...known }),
    rules,
  );
const code = (outcome: ReturnType<typeof give>) => (outcome.ok ? 'ok' : outcome.refusal.code);

describe('giving a verdict', () => {
  it('stores the label, its stance, the words and the question, and submits the assignment', () => {
    expect(give()).toEqual({
      ok: true,
      rating: 'true',
      stance: 'supports',
      textHash: WORDS,
      verifies: 'substance',
      informed: false,
      supersedesId: null,
      assignmentId: 'assignment-of-sara',
    });
  });

  it.each<[AssignmentStatus, string]>([
    ['assigned', 'ok'],
    ['in-progress', 'ok'],
    ['submitted', 'ok'],
    ['outdated', 'ok'],
    ['declined', 'not-assigned'],
    ['cancelled', 'not-assigned'],
    ['expired', 'not-assigned'],
  ])('on an assignment that is %s: %s', (status, expected) => {
    expect(code(give({}, { assignments: [assignment('sara', { status })] }))).toBe(expected);
  });

  it.each<[string, Partial<VerdictCommand>, Partial<ClaimFacts>, Actor, string]>([
    ['by an editor who is assigned', {}, { assignments: [assignment('ed')] }, actor('ed', 'editor'), 'ok'],
    ['by a head who is assigned', {}, { assignments: [assignment('ed')] }, actor('ed', 'head'), 'ok'],
    ['by an editor who is not', {}, {}, actor('ed', 'editor'), 'not-assigned'],
    ['by another reviewer', {}, {}, actor('omar', 'reviewer'), 'not-assigned'],
    ['without any assignment', {}, { assignments: [] }, reviewer, 'not-assigned'],
    ['by a writer who is assigned', {}, { assignments: [assignment('w')] }, actor('w', 'writer'), 'role-forbidden'],
    ['by a service account that is assigned', {}, { assignments: [assignment('robot')] }, service, 'person-required'],
    ['on one’s own text', {}, { authorsOfWords: ['sara'] }, reviewer, 'own-text'],
    [
      'on one’s own text, without an assignment',
      {},
      { authorsOfWords: ['sara'], assignments: [] },
      reviewer,
      'own-text',
    ],
    ['with a label that does not exist', { rating: 'perhaps' }, {}, reviewer, 'unknown-rating'],
    ['without a rationale', { rationale: '' }, {}, reviewer, 'invalid'],
    ['with a blank rationale', { rationale: ' \n' }, {}, reviewer, 'invalid'],
    ['with a confidence that does not exist', { confidence: 'total' as 'high' }, {}, reviewer, 'invalid'],
    ['citing an item of another claim', { evidenceIds: ['item-1', 'elsewhere'] }, {}, reviewer, 'evidence-foreign'],
    [
      'citing a withdrawn item',
      {},
      { evidence: [item('item-1', 'daily', { withdrawn: true })] },
      reviewer,
      'evidence-foreign',
    ],
    ['citing nothing', { evidenceIds: [] }, {}, reviewer, 'ok'],
  ])('%s', (_, command, known, by, expected) => {
    expect(code(give(command, known, by))).toBe(expected);
  });

  it('is refused on a dismissed claim, and taken on a proposed or a decided one', () => {
    expect(code(give({}, {}, reviewer, { disposition: 'dismissed' }))).toBe('not-in-state');
    expect(code(give({}, {}, reviewer, { disposition: 'proposed' }))).toBe('ok');
    expect(code(give({}, {}, reviewer, { state: 'verified' }))).toBe('ok');
  });

  it('names the labels there are', () => {
    const outcome = give({ rating: 'perhaps' });
    expect(!outcome.ok && outcome.refusal.code === 'unknown-rating' && outcome.refusal.facts.allowed).toEqual([
      'true',
      'mostly-true',
      'partly-true',
      'false',
      'misleading',
      'missing-context',
      'altered',
      'unproven',
      'satire',
    ]);
  });

  it('supersedes one’s earlier standing verdict, and only that', () => {
    const earlier = verdict('sara', 'false', [], { id: 'earlier' });
    expect(give({}, { verdicts: [earlier, verdict('omar', 'true', [])] })).toMatchObject({ supersedesId: 'earlier' });
    expect(give({}, { verdicts: [{ ...earlier, withdrawn: true }] })).toMatchObject({ supersedesId: null });
    expect(
      give(
        {},
        {
          verdicts: [
            { ...earlier, supersededBy: 'later' },
            { ...earlier, id: 'later' },
          ],
        },
      ),
    ).toMatchObject({ supersedesId: 'later' });
    expect(give({}, { verdicts: [{ ...earlier, textHash: 'older words' }] })).toMatchObject({
      supersedesId: 'earlier',
    });
  });
});

describe('a verdict is informed', () => {
  const omar = verdict('omar', 'false', [], { createdAt: '2026-03-09T10:00:00.000Z' });
  const ed = actor('ed', 'editor');
  const early = '2026-03-09T09:00:00.000Z';
  const late = '2026-03-09T11:00:00.000Z';

  it.each<[string, Partial<ClaimFacts>, Actor, Partial<Claim>, boolean]>([
    ['not when it is the first', {}, reviewer, {}, false],
    ['not when a blind reviewer gives the second', { verdicts: [omar] }, reviewer, {}, false],
    ['when the claim was decided meanwhile', { verdicts: [omar] }, reviewer, { state: 'disputed' }, true],
    [
      'when the claim was closed meanwhile',
      { verdicts: [omar] },
      reviewer,
      { closure: { kind: 'as-attributed', recheckAt: 'later' } },
      true,
    ],
    [
      'when the claim had been decided on these words before',
      { verdicts: [omar], decidedOnTheseWords: true },
      reviewer,
      {},
      true,
    ],
    [
      'when it replaces one’s own after others judged',
      { verdicts: [omar, verdict('sara', 'true', [])] },
      reviewer,
      {},
      true,
    ],
    [
      'when one’s own was withdrawn in between',
      { verdicts: [omar, verdict('sara', 'true', [], { withdrawn: true })] },
      reviewer,
      {},
      true,
    ],
    [
      'not when it replaces one’s own and nobody else judged',
      { verdicts: [verdict('sara', 'true', [])] },
      reviewer,
      {},
      false,
    ],
    [
      'not when others judged older words',
      { verdicts: [{ ...omar, textHash: 'older words' }, verdict('sara', 'true', [], { textHash: 'older words' })] },
      reviewer,
      {},
      false,
    ],
    [
      'when an editor could read the other before he was assigned',
      { verdicts: [omar], assignments: [assignment('ed', { createdAt: late })] },
      ed,
      {},
      true,
    ],
    [
      'not when an editor was assigned before the other judged',
      { verdicts: [omar], assignments: [assignment('ed', { createdAt: early })] },
      ed,
      {},
      false,
    ],
    [
      'not when the other judged at the moment he was assigned',
      { verdicts: [omar], assignments: [assignment('ed', { createdAt: omar.createdAt })] },
      ed,
      {},
      false,
    ],
    [
      'when one of two others had judged before he was assigned',
      {
        verdicts: [omar, verdict('lina', 'true', [], { createdAt: '2026-03-09T12:00:00.000Z' })],
        assignments: [assignment('ed', { createdAt: late })],
      },
      ed,
      {},
      true,
    ],
    [
      'when an editor was cancelled and assigned again in between',
      {
        verdicts: [omar],
        assignments: [
          assignment('ed', { createdAt: early, status: 'cancelled' }),
          assignment('ed', { id: 'again', createdAt: late }),
        ],
      },
      ed,
      {},
      true,
    ],
    [
      'not when a reviewer was assigned after the other judged',
      { verdicts: [omar], assignments: [assignment('sara', { createdAt: late })] },
      reviewer,
      {},
      false,
    ],
  ])('%s', (_, known, by, over, informed) => {
    expect(give({}, known, by, over)).toMatchObject({ ok: true, informed });
  });

  it('wherever nothing is blind and somebody judged before', () => {
    expect(give({}, { verdicts: [omar] }, reviewer, {}, smallDesk)).toMatchObject({ informed: true });
    expect(give({}, { verdicts: [omar] }, reviewer, { tier: 'B' }, policy({ blind: 'tier-a' }))).toMatchObject({
      informed: true,
    });
    expect(give({}, { verdicts: [omar] }, reviewer, { tier: 'A' }, policy({ blind: 'tier-a' }))).toMatchObject({
      informed: false,
    });
  });
});

describe('withdrawing a verdict', () => {
  it.each([
    ['by whoever gave it', verdict('sara', 'true', []), reviewer, 'ok'],
    ['by somebody else', verdict('omar', 'true', []), reviewer, 'relation-forbidden'],
    ['by an editor, of somebody else’s', verdict('omar', 'true', []), actor('ed', 'editor'), 'relation-forbidden'],
    ['by a service account', verdict('robot', 'true', []), service, 'person-required'],
    ['twice', verdict('sara', 'true', [], { withdrawn: true }), reviewer, 'already-in-state'],
    ['after a later one replaced it', verdict('sara', 'true', [], { supersededBy: 'later' }), reviewer, 'not-in-state'],
  ])('%s', (_, given, by, expected) => {
    const outcome = withdrawVerdict(given, by);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });
});
