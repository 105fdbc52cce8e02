import {
  actor,
  assignment,
  claim,
  editor,
  facts,
  head,
  item,
  policy,
  reviewer,
  service,
  standard,
  verdict,
  writer,
} from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import type { NewsroomPolicy } from '../policy/policy.types.js';
import { actionsFor } from './actions.js';
import type { Claim, ClaimFacts } from './claim.types.js';

const offered = (
  by: Actor,
  over: Partial<Claim> = {},
  known: Partial<ClaimFacts> = {},
  rules: NewsroomPolicy = standard,
) => actionsFor(claim(over), by, facts(known), rules).join(' ');

const bare: Partial<ClaimFacts> = { verdicts: [], evidence: [], assignments: [] };
const external = { kind: 'external', outletSourceId: 'their-paper', authorIds: [] } as const;
const shaping = 'edit dismiss split merge';

describe('what may be done with a claim now', () => {
  it.each<[string, Actor, Partial<Claim>, Partial<ClaimFacts>, string]>([
    // before anything is known
    ['an editor, on a new claim', editor, {}, bare, `${shaping} add-evidence assign decide ask comment`],
    ['a head, likewise', head, {}, bare, `${shaping} add-evidence assign decide ask comment`],
    ['a reviewer', reviewer, {}, bare, 'add-evidence assign ask comment'],
    ['the writer', writer, {}, bare, 'add-evidence comment'],
    ['another writer', actor('other', 'writer'), {}, bare, ''],
    ['a viewer', actor('viewer', 'viewer'), {}, bare, ''],
    ['an admin', actor('admin', 'admin'), {}, bare, ''],
    [
      'a service account with every role, short of judging',
      service,
      {},
      bare,
      `${shaping} add-evidence assign ask comment`,
    ],
    // dispositions
    [
      'an editor, on a proposal',
      editor,
      { disposition: 'proposed' },
      bare,
      'accept edit dismiss split merge add-evidence assign decide ask comment',
    ],
    ['an editor, on a dismissed claim', editor, { disposition: 'dismissed' }, bare, 'restore comment'],
    [
      'an editor, on a dismissed claim that could be verified',
      editor,
      { disposition: 'dismissed' },
      {},
      'restore comment',
    ],
    ['a viewer, on a claim that could be verified', actor('viewer', 'viewer'), {}, {}, ''],
    ['a reviewer, on a dismissed claim', reviewer, { disposition: 'dismissed' }, bare, 'comment'],
    // assignments
    [
      'a reviewer who is assigned',
      reviewer,
      {},
      { ...bare, assignments: [assignment('sara')] },
      'add-evidence give-verdict ask comment',
    ],
    [
      'a reviewer whose assignment lapsed',
      reviewer,
      {},
      { ...bare, assignments: [assignment('sara', { status: 'expired' })] },
      'add-evidence assign ask comment',
    ],
    [
      'a reviewer who declined',
      reviewer,
      {},
      { ...bare, assignments: [assignment('sara', { status: 'declined' })] },
      'add-evidence assign ask comment',
    ],
    [
      'a reviewer who wrote these words, though assigned',
      reviewer,
      {},
      { ...bare, authorsOfWords: ['sara'], assignments: [assignment('sara')] },
      'add-evidence ask comment',
    ],
    ['a reviewer who has judged', reviewer, {}, {}, 'add-evidence give-verdict withdraw-verdict ask comment'],
    [
      'a reviewer, on a dismissed claim he judged',
      reviewer,
      { disposition: 'dismissed' },
      {},
      'withdraw-verdict comment',
    ],
    // anchors, selection, questions
    [
      'an editor, where the place waits',
      editor,
      {},
      { ...bare, anchor: { status: 'suggested', confirmed: false } },
      `${shaping} place add-evidence assign decide ask comment`,
    ],
    [
      'an editor, where the place was confirmed',
      editor,
      {},
      { ...bare, anchor: { status: 'suggested', confirmed: true } },
      `${shaping} add-evidence assign decide ask comment`,
    ],
    [
      'an editor, in someone else’s article',
      editor,
      {},
      { ...bare, article: external },
      'edit dismiss split merge select add-evidence assign decide ask comment',
    ],
    ['the writer, with a question open', writer, {}, { ...bare, openQueries: 1 }, 'add-evidence answer comment'],
    ['another writer, with a question open', actor('other', 'writer'), {}, { ...bare, openQueries: 1 }, ''],
    // decisions that nothing but a reason is missing for
    [
      'an editor, when it can be verified',
      editor,
      {},
      {},
      `${shaping} add-evidence assign decide ask comment decide-verified`,
    ],
    [
      'an editor, when it can be disputed',
      editor,
      {},
      { verdicts: [verdict('sara', 'false', ['no'])], evidence: [item('no', 'daily', { stance: 'refutes' })] },
      `${shaping} add-evidence assign decide ask comment decide-disputed`,
    ],
    [
      'an editor, when it is verified',
      editor,
      { state: 'verified' },
      {},
      `${shaping} add-evidence assign decide ask comment decide-needs-source`,
    ],
    [
      'an editor who must judge first',
      editor,
      {},
      { assignments: [assignment('editor')] },
      `${shaping} add-evidence assign give-verdict decide ask comment`,
    ],
  ])('%s', (_, by, over, known, expected) => {
    expect(offered(by, over, known)).toBe(expected);
  });

  it('leaves taking a claim for oneself out where policy does', () => {
    expect(offered(reviewer, {}, bare, policy({ selfClaim: false }))).toBe('add-evidence ask comment');
    expect(offered(editor, {}, bare, policy({ selfClaim: false }))).toContain('assign');
  });
});
