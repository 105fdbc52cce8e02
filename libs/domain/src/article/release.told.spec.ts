import { actor, editor, service, standard } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import type { ArticleFacts, GateClaim } from './article.types.js';
import { authorsOfPosted } from './authorship.js';
import { gateOf } from './gate.js';
import { recordCorrection, releaseArticle } from './release.js';

/** What a client is told, word for word. */

const settled: GateClaim = {
  id: 'c',
  state: 'verified',
  disposition: 'active',
  tier: 'B',
  selected: true,
  closureKind: null,
  anchorWaits: false,
  openQueries: 0,
  headline: null,
};
const article = (over: Partial<ArticleFacts> = {}): ArticleFacts => ({
  kind: 'draft',
  revisionNumber: 3,
  claims: [settled],
  release: null,
  fellBackSinceRelease: false,
  pendingCorrection: null,
  keepAsDisputed: [],
  ...over,
});
const writer = actor('writer', 'writer');
const first = { id: 'first', revisionNumber: 3 } as NonNullable<ArticleFacts['release']>;
const release = (facts: ArticleFacts, by: Actor = editor) => {
  const outcome = releaseArticle(facts, {}, by, standard);
  return outcome.ok ? outcome : outcome.refusal;
};
const correct = (command: object, facts: ArticleFacts = article({ release: first }), by: Actor = editor) => {
  const whole = { class: 'correction', note: 'the figure was wrong', ...command } as Parameters<
    typeof recordCorrection
  >[1];
  const outcome = recordCorrection(facts, whole, [], by);
  return outcome.ok ? outcome : outcome.refusal;
};
const roles = ['editor', 'head'];

describe('a refused release or correction says what is wrong', () => {
  it.each<[string, () => unknown, object]>([
    [
      'released by a service account',
      () => release(article(), service),
      { code: 'person-required', facts: { operation: 'releaseArticle' } },
    ],
    [
      'released by a writer',
      () => release(article(), writer),
      { code: 'role-forbidden', facts: { operation: 'releaseArticle', roles } },
    ],
    [
      'released as it stands',
      () => release(article({ release: first })),
      { code: 'already-in-state', facts: { kind: 'article', state: 'released' } },
    ],
    [
      'changed since, without a correction',
      () => release(article({ release: first, revisionNumber: 4 })),
      { code: 'correction-required', facts: { releaseId: 'first' } },
    ],
    [
      'corrected by a service account',
      () => correct({}, undefined, service),
      { code: 'person-required', facts: { operation: 'createCorrection' } },
    ],
    [
      'corrected by a writer',
      () => correct({}, undefined, writer),
      { code: 'role-forbidden', facts: { operation: 'createCorrection', roles } },
    ],
    [
      'a class there is not',
      () => correct({ class: 'apology' }),
      {
        code: 'invalid',
        facts: {
          errors: [
            {
              pointer: '/class',
              code: 'unknown',
              detail: { allowed: ['update', 'clarification', 'correction', 'withdrawal'] },
            },
          ],
        },
      },
    ],
    [
      'no note',
      () => correct({ note: ' ' }),
      { code: 'invalid', facts: { errors: [{ pointer: '/note', code: 'required' }] } },
    ],
    [
      'nothing was released',
      () => correct({}, article()),
      { code: 'not-in-state', facts: { kind: 'article', state: 'checking', allowed: ['released', 'correcting'] } },
    ],
  ])('%s', (_, told, expected) => {
    expect(told()).toEqual(expected);
  });

  it('a gate that does not hold is told whole', () => {
    const facts = article({ claims: [{ ...settled, state: 'needs-source' }] });
    const turn = { role: 'editor', task: 'decide', memberIds: [], exceptIds: [] };
    const requirements = gateOf(facts).map((one) => (one.status === 'unsatisfied' ? { ...one, turn } : one));
    expect(release(facts)).toEqual({ code: 'requirements-unmet', facts: { to: 'released', requirements } });
  });

  it('what was not overridden is not said to be', () => {
    expect(release(article())).toMatchObject({ ok: true, overrides: [] });
  });

  it('a draft by someone else’s hand asks who wrote it', () => {
    const posted = authorsOfPosted({ memberId: 'editor', roles: ['editor'] }, 'draft', undefined);
    expect(posted).toEqual({
      ok: false,
      refusal: { code: 'invalid', facts: { errors: [{ pointer: '/authorIds', code: 'authors-required' }] } },
    });
  });
});

describe('the gate tells', () => {
  it.each<[string, Partial<GateClaim>, string, string]>([
    ['nothing wrong', {}, 'claims-settled', 'satisfied none'],
    ['a claim without a source', { state: 'needs-source' }, 'claims-settled', 'unsatisfied claims-unsettled'],
    ['a dispute nobody explained', { state: 'disputed' }, 'disputes-explained', 'unsatisfied disputed-unexplained'],
    ['an anchor that waits', { anchorWaits: true }, 'anchors-placed', 'unsatisfied anchors-wait'],
    ['a question', { openQueries: 1 }, 'queries-answered', 'unsatisfied queries-open'],
    [
      'a headline that drops its source',
      {
        headline: {
          bodyClaimId: 'body',
          numbersEqual: true,
          negationEqual: true,
          namesEqual: true,
          attributionEqual: false,
        },
      },
      'headline-overstates',
      'unsatisfied headline-differs',
    ],
  ])('%s', (_, over, name, told) => {
    const found = gateOf(article({ claims: [{ ...settled, ...over }] })).find((each) => each.name === name)!;
    expect(`${found.status} ${found.detail}`).toBe(told);
  });
});
