import { actor, editor, head, policy, reviewer, service } from '../../../../test/support/domain-facts.js';
import type { Anonymity, SourceNode, SourceType } from '../independence/source.types.js';
import type { Actor, Role } from '../permission/role.js';
import type { Outcome } from '../refusal/refusal.js';
import { approveAnonymous, checkAnonymity, liftsConfidence, mayUseAnonymous } from './anonymity.js';

const terms: Anonymity = { knownBy: 'editor', why: 'would lose the post', basis: 'witness', people: 1 };
const knower = (active: boolean, ...roles: Role[]) => ({ active, roles });
const told = (outcome: Outcome<object>): string[] => {
  if (outcome.ok) return [];
  const { code, facts } = outcome.refusal;
  return code === 'invalid' ? facts.errors.map(({ pointer, code: what }) => `${pointer} ${what}`) : [code];
};

describe('terms of anonymity', () => {
  it.each<[string, SourceType, Partial<Anonymity>, ReturnType<typeof knower> | null, string[]]>([
    ['that an editor vouches for', 'anonymous', {}, knower(true, 'editor'), []],
    ['that a head vouches for', 'anonymous', {}, knower(true, 'head'), []],
    ['of a source with a name', 'person', {}, knower(true, 'editor'), ['/anonymity only-for-anonymous']],
    ['known to nobody here', 'anonymous', {}, null, ['/anonymity/knownBy not-an-editor']],
    ['known to a reviewer', 'anonymous', {}, knower(true, 'reviewer'), ['/anonymity/knownBy not-an-editor']],
    ['known to an editor who left', 'anonymous', {}, knower(false, 'editor'), ['/anonymity/knownBy not-an-editor']],
    ['without a reason', 'anonymous', { why: ' ' }, knower(true, 'editor'), ['/anonymity/why required']],
    ['of nobody', 'anonymous', { people: 0 }, knower(true, 'editor'), ['/anonymity/people out-of-range']],
    ['of a crowd', 'anonymous', { people: 100 }, knower(true, 'editor'), ['/anonymity/people out-of-range']],
    ['of half a person', 'anonymous', { people: 1.5 }, knower(true, 'editor'), ['/anonymity/people out-of-range']],
    [
      'on hearsay of no kind',
      'anonymous',
      { basis: 'rumour' as 'witness' },
      knower(true, 'editor'),
      ['/anonymity/basis unknown'],
    ],
  ])('%s', (_, type, over, who, expected) => {
    expect(told(checkAnonymity(type, { ...terms, ...over }, who))).toEqual(expected);
  });
});

describe('approving a source without a name', () => {
  it.each<[string, Partial<SourceNode>, Actor, string[]]>([
    ['by an editor', {}, editor, []],
    ['by a head', {}, head, []],
    ['by a reviewer', {}, reviewer, ['role-forbidden']],
    ['by a service account', {}, service, ['person-required']],
    ['that has a name', { type: 'person' }, editor, ['not-in-state']],
    ['without terms', { anonymity: null }, editor, ['/anonymity required']],
    ['twice', { approved: true }, editor, ['already-in-state']],
  ])('%s', (_, over, by, expected) => {
    const source = { type: 'anonymous', anonymity: terms, approved: false, ...over } as const;
    expect(told(approveAnonymous(source, by))).toEqual(expected);
  });
});

it.each<[SourceType, 'forbidden' | 'editor-approval' | 'allowed', string[]]>([
  ['anonymous', 'forbidden', ['anonymous-forbidden']],
  ['anonymous', 'editor-approval', []],
  ['anonymous', 'allowed', []],
  ['person', 'forbidden', []],
])('evidence from a source of type %s where anonymous ones are %s', (type, anonymousSources, expected) => {
  expect(told(mayUseAnonymous(type, policy({ anonymousSources })))).toEqual(expected);
});

it.each<[string, boolean, boolean | undefined, boolean, string[]]>([
  ['is opened to all by whoever has read it', true, false, true, []],
  ['is not by whoever has not', true, false, false, ['relation-forbidden']],
  ['is changed otherwise by anybody who may', true, undefined, false, []],
  ['stays confidential', true, true, false, []],
])('a confidential source %s', (_, confidential, to, hasRead, expected) => {
  expect(told(liftsConfidence({ confidential }, to, hasRead))).toEqual(expected);
});

it('an open source is closed by anybody who may', () => {
  expect(told(liftsConfidence({ confidential: false }, true, false))).toEqual([]);
  expect(told(approveAnonymous({ type: 'anonymous', anonymity: terms }, actor('a', 'editor')))).toEqual([]);
});
