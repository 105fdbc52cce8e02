import {
  actor,
  assignment,
  claim,
  editor,
  facts,
  item,
  NOW,
  policy,
  reviewer,
  standard,
  verdict,
  writer,
} from '../../../../test/support/domain-facts.js';
import type { Claim, ClaimFacts } from '../claim/claim.types.js';
import type { Actor } from '../permission/role.js';
import { attentionOf, type AttentionFacts } from './attention.js';

interface Case {
  by?: Actor;
  claim?: Partial<Claim>;
  facts?: Partial<ClaimFacts>;
  rest?: Partial<Omit<AttentionFacts, 'claim' | 'facts'>>;
}
const quiet: Partial<ClaimFacts> = { verdicts: [], assignments: [] };
const items = (one: Case, rules = standard) =>
  attentionOf(
    {
      claim: claim(one.claim),
      facts: facts({ ...quiet, ...one.facts }),
      articleDueAt: '2026-03-12T00:00:00.000Z',
      changedAt: '2026-03-05T00:00:00.000Z',
      fallBack: null,
      queries: [],
      ...one.rest,
    },
    one.by ?? editor,
    rules,
  );
const reasons = (one: Case) =>
  items(one)
    .map(({ reason }) => reason)
    .join(' ');

const past = '2026-03-10T11:59:59.000Z';
const query = { id: 'q', askedById: 'sara', status: 'open', since: past, dueAt: null } as const;
const refuting = item('no', 'daily', { stance: 'refutes' });

describe('whose turn it is', () => {
  it.each<[string, Case, string]>([
    ['nobody’s, on a quiet claim', {}, ''],
    // assignments
    ['the reviewer’s who is assigned', { by: reviewer, facts: { assignments: [assignment('sara')] } }, 'assigned'],
    ['not another’s', { by: actor('omar', 'reviewer'), facts: { assignments: [assignment('sara')] } }, ''],
    [
      'the reviewer’s who has begun',
      { by: reviewer, facts: { assignments: [assignment('sara', { status: 'in-progress' })] } },
      'assigned',
    ],
    [
      'not the reviewer’s who has submitted',
      { by: reviewer, facts: { assignments: [assignment('sara', { status: 'submitted' })] } },
      '',
    ],
    [
      'not the reviewer’s who declined',
      { by: reviewer, facts: { assignments: [assignment('sara', { status: 'declined' })] } },
      '',
    ],
    [
      'the reviewer’s who is late',
      { by: reviewer, facts: { assignments: [assignment('sara', { dueAt: past })] } },
      'overdue',
    ],
    [
      'not late at the very minute',
      { by: reviewer, facts: { assignments: [assignment('sara', { dueAt: NOW })] } },
      'assigned',
    ],
    [
      'the reviewer’s whose verdict is about older words',
      { by: reviewer, facts: { assignments: [assignment('sara', { status: 'outdated' })] } },
      'verdict-outdated',
    ],
    [
      'late and outdated: late',
      { by: reviewer, facts: { assignments: [assignment('sara', { status: 'outdated', dueAt: past })] } },
      'overdue',
    ],
    [
      'nobody’s, on a dismissed claim',
      { by: reviewer, claim: { disposition: 'dismissed' }, facts: { assignments: [assignment('sara')] } },
      '',
    ],
    // decisions
    [
      'an editor’s, when it can be verified',
      { facts: { verdicts: [verdict('sara', 'true', ['item-1', 'item-2'])] } },
      'ready-to-decide',
    ],
    [
      'an editor’s, when it can be disputed',
      { facts: { verdicts: [verdict('sara', 'false', ['no'])], evidence: [refuting] } },
      'ready-to-decide',
    ],
    ['not yet an editor’s, with one origin', { facts: { verdicts: [verdict('sara', 'true', ['item-1'])] } }, ''],
    [
      'an editor’s, when reviewers differ',
      { facts: { verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'false', [])] } },
      'disagreement',
    ],
    [
      'not when they differ in degree',
      { facts: { verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'mostly-true', ['item-1'])] } },
      '',
    ],
    [
      'not when one is about older words',
      {
        facts: {
          verdicts: [verdict('sara', 'true', ['item-1']), verdict('omar', 'false', [], { textHash: 'older words' })],
        },
      },
      '',
    ],
    ['not a reviewer’s', { by: reviewer, facts: { verdicts: [verdict('sara', 'true', ['item-1', 'item-2'])] } }, ''],
    [
      'not an editor’s who must still judge',
      {
        facts: {
          verdicts: [verdict('sara', 'true', []), verdict('omar', 'false', [])],
          assignments: [assignment('editor')],
        },
      },
      'assigned',
    ],
    [
      'not once it is decided',
      { claim: { state: 'verified' }, facts: { verdicts: [verdict('sara', 'true', ['item-1', 'item-2'])] } },
      '',
    ],
    // questions
    ['the writer’s, who is asked', { by: writer, rest: { queries: [query] } }, 'query'],
    ['not another writer’s', { by: actor('other', 'writer'), rest: { queries: [query] } }, ''],
    ['not the asker’s while it is open', { by: reviewer, rest: { queries: [query] } }, ''],
    [
      'the asker’s, once it is answered',
      { by: reviewer, rest: { queries: [{ ...query, status: 'answered' }] } },
      'query',
    ],
    ['nobody’s, once it is resolved', { by: reviewer, rest: { queries: [{ ...query, status: 'resolved' }] } }, ''],
    // places
    [
      'an editor’s, where the place is a suggestion',
      { facts: { anchor: { status: 'suggested', confirmed: false } } },
      'anchor-to-confirm',
    ],
    [
      'an editor’s, where the place is lost',
      { facts: { anchor: { status: 'orphaned', confirmed: false } } },
      'anchor-to-confirm',
    ],
    ['nobody’s, where it was confirmed', { facts: { anchor: { status: 'changed', confirmed: true } } }, ''],
    ['nobody’s, where only marks changed', { facts: { anchor: { status: 'typographic', confirmed: false } } }, ''],
    ['not a reviewer’s', { by: reviewer, facts: { anchor: { status: 'orphaned', confirmed: false } } }, ''],
    // what came back
    [
      'his whose decision fell',
      { rest: { fallBack: { cause: 'words-changed', at: past, concerned: ['editor'] } } },
      'returned',
    ],
    ['not another editor’s', { rest: { fallBack: { cause: 'words-changed', at: past, concerned: ['head'] } } }, ''],
    [
      'every editor’s, when an origin was withdrawn',
      { rest: { fallBack: { cause: 'origin-noticed', at: past, concerned: ['head'] } } },
      'origin-withdrawn',
    ],
    [
      'the reviewer’s who judged by it',
      { by: reviewer, rest: { fallBack: { cause: 'origin-noticed', at: past, concerned: ['sara'] } } },
      'origin-withdrawn',
    ],
    [
      'not a reviewer’s who did not',
      { by: reviewer, rest: { fallBack: { cause: 'origin-noticed', at: past, concerned: ['omar'] } } },
      '',
    ],
    // what is to be looked at again
    [
      'an editor’s, when the day has come',
      { claim: { closure: { kind: 'as-attributed', recheckAt: NOW } } },
      'recheck',
    ],
    ['nobody’s before', { claim: { closure: { kind: 'as-attributed', recheckAt: '2026-03-10T12:00:01.000Z' } } }, ''],
    ['not a reviewer’s', { by: reviewer, claim: { closure: { kind: 'as-attributed', recheckAt: NOW } } }, ''],
    ['an editor’s, when a page it cites has moved', { rest: { recheckSince: past } }, 'recheck'],
    ['not a reviewer’s, when one has', { by: reviewer, rest: { recheckSince: past } }, ''],
  ])('%s', (_, one, expected) => {
    expect(reasons(one)).toBe(expected);
  });

  it('says on what, since when and due when', () => {
    expect(items({ by: reviewer, facts: { assignments: [assignment('sara', { dueAt: past })] } })).toEqual([
      {
        subject: { kind: 'assignment', id: 'assignment-of-sara' },
        claimId: 'claim',
        reason: 'overdue',
        since: past,
        dueAt: past,
      },
    ]);
    expect(items({ facts: { verdicts: [verdict('sara', 'true', ['item-1', 'item-2'])] } })).toEqual([
      {
        subject: { kind: 'claim', id: 'claim' },
        claimId: 'claim',
        reason: 'ready-to-decide',
        since: '2026-03-09T10:00:00.000Z',
        dueAt: '2026-03-12T00:00:00.000Z',
      },
    ]);
    expect(
      items({ by: reviewer, facts: { assignments: [assignment('sara', { status: 'outdated' })] } })[0]?.since,
    ).toBe('2026-03-05T00:00:00.000Z');
    expect(items({ by: writer, rest: { queries: [query] } })[0]?.subject).toEqual({ kind: 'query', id: 'q' });
  });

  it('tells an editor of a disagreement where nothing is blind, though he must still judge', () => {
    const one = {
      facts: {
        verdicts: [verdict('sara', 'true', []), verdict('omar', 'false', [])],
        assignments: [assignment('editor')],
      },
    };
    expect(items(one, policy({ blind: 'off' })).map(({ reason }) => reason)).toEqual(['assigned', 'disagreement']);
  });
});
