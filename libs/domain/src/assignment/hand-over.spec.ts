import { actor } from '../../../../test/support/domain-facts.js';
import { handOver } from './hand-over.js';

const of = (outcome: ReturnType<typeof handOver>) => (outcome.ok ? outcome.verb : outcome.refusal.code);

it.each([
  ['an editor for another', actor('eva', 'editor'), 'sara', 'omar', 'cancel'],
  ['a head for another', actor('huda', 'head'), 'sara', 'omar', 'cancel'],
  ['an editor for himself', actor('eva', 'editor'), 'eva', 'omar', 'decline'],
  ['a fact-checker for himself', actor('sara', 'reviewer'), 'sara', 'omar', 'decline'],
  ['a fact-checker for another', actor('sara', 'reviewer'), 'omar', 'lina', 'relation-forbidden'],
  ['to the same member', actor('eva', 'editor'), 'omar', 'omar', 'invalid'],
])('%s hands over: %s', (_, by, from, to, expected) => {
  expect(of(handOver(by, from, to))).toBe(expected);
});
