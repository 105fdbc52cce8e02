import {
  actor,
  assignment,
  claim,
  editor,
  facts,
  policy,
  reviewer,
  standard,
  verdict,
  writer,
} from '../../../../test/support/domain-facts.js';
import type { AssignmentFact, AssignmentStatus, Claim, VerdictFact } from '../claim/claim.types.js';
import { requirementsFor } from '../claim/requirements.js';
import type { Actor } from '../permission/role.js';
import type { BlindPolicy } from '../policy/policy.types.js';
import { seesOthersVerdicts, viewForBlind } from './blindness.js';

const omar = verdict('omar', 'false', []);
const own = verdict('sara', 'true', []);

interface Case {
  by?: Actor;
  claim?: Partial<Claim>;
  assignments?: AssignmentFact[];
  verdicts?: VerdictFact[];
  blind?: BlindPolicy;
}
const sees = (one: Case) =>
  seesOthersVerdicts(
    one.by ?? reviewer,
    claim(one.claim),
    one.assignments ?? [],
    one.verdicts ?? [omar],
    policy({ blind: one.blind ?? 'all' }),
  );

describe("others' verdicts", () => {
  it.each<[string, Case, boolean]>([
    ['are hidden from a reviewer without an assignment', {}, false],
    ['are hidden from a reviewer with one', { assignments: [assignment('sara')] }, false],
    ['are shown to a reviewer whose own is in', { verdicts: [omar, own] }, true],
    ['are hidden again when his own was withdrawn', { verdicts: [omar, { ...own, withdrawn: true }] }, false],
    [
      'are hidden again when the words changed after his own',
      { verdicts: [omar, { ...own, textHash: 'older words' }] },
      false,
    ],
    [
      'are hidden again when the question changed after his own',
      { verdicts: [omar, { ...own, verifies: 'attribution' }] },
      false,
    ],
    [
      'are shown when another of his replaced the first',
      {
        verdicts: [
          { ...own, supersededBy: 'later' },
          { ...own, id: 'later' },
        ],
      },
      true,
    ],
    ['are shown to all once the claim is verified', { claim: { state: 'verified' } }, true],
    ['are shown to all once the claim is disputed', { claim: { state: 'disputed' } }, true],
    [
      'are shown to all once the claim is closed',
      { claim: { closure: { kind: 'as-attributed', recheckAt: 'later' } } },
      true,
    ],
    ['are shown to an editor', { by: editor }, true],
    ['are shown to a head', { by: actor('head', 'head') }, true],
    ['are shown to a writer', { by: writer }, true],
    ['are shown to a viewer', { by: actor('viewer', 'viewer') }, true],
    ['are shown to an admin', { by: actor('admin', 'admin') }, true],
    ['are hidden from a writer who also reviews', { by: actor('sara', 'writer', 'reviewer') }, false],
    ['are hidden from an admin who also reviews', { by: actor('sara', 'admin', 'reviewer') }, false],
    [
      'are shown to an editor who also reviews, while he has no assignment',
      { by: actor('sara', 'editor', 'reviewer') },
      true,
    ],
    ['are hidden from an editor who holds an assignment', { by: editor, assignments: [assignment('editor')] }, false],
    ['are shown to an editor when others hold one', { by: editor, assignments: [assignment('sara')] }, true],
    ['are shown where policy hides nothing', { blind: 'off' }, true],
    ['are shown in tier B where policy hides tier A', { blind: 'tier-a' }, true],
    ['are hidden in tier A where policy hides tier A', { blind: 'tier-a', claim: { tier: 'A' } }, false],
    ['are hidden in tier C where policy hides all', { claim: { tier: 'C' } }, false],
  ])('%s', (_, one, expected) => {
    expect(sees(one)).toBe(expected);
  });

  it.each<[AssignmentStatus, boolean]>([
    ['assigned', false],
    ['in-progress', false],
    ['outdated', false],
    ['submitted', true],
    ['declined', true],
    ['expired', true],
    ['cancelled', true],
  ])('are, for an editor whose assignment is %s, shown: %s', (status, expected) => {
    expect(sees({ by: editor, assignments: [assignment('editor', { status })] })).toBe(expected);
  });
});

describe('requirements as a blind member sees them', () => {
  it('say nothing that follows from how others judged', () => {
    const asked = claim({ tier: 'A' });
    const quiet = requirementsFor('verified', asked, facts({ verdicts: [] }), standard);
    const loud = requirementsFor(
      'verified',
      asked,
      facts({ verdicts: [verdict('sara', 'true', ['item-1']), omar], authorsOfWords: ['sara'] }),
      standard,
    );
    expect(loud).not.toEqual(quiet);
    expect(viewForBlind(loud)).toEqual(viewForBlind(quiet));
    const [disputedQuiet, disputedLoud] = [quiet, loud].map((_, i) =>
      requirementsFor('disputed', asked, facts({ verdicts: i === 0 ? [] : [omar] }), standard, {
        deciderId: null,
        label: i === 0 ? null : 'false',
      }),
    );
    expect(viewForBlind(disputedLoud ?? [])).toEqual(viewForBlind(disputedQuiet ?? []));
  });

  it('still say what waits for the text and the writer', () => {
    const shown = viewForBlind(requirementsFor('verified', claim(), facts({ openQueries: 2 }), standard));
    expect(shown.find(({ name }) => name === 'queries-answered')).toMatchObject({ status: 'unsatisfied', have: 2 });
    expect(shown.find(({ name }) => name === 'independent-sources')).toEqual({
      name: 'independent-sources',
      status: 'withheld',
      detail: 'withheld-until-own-verdict',
    });
  });
});
