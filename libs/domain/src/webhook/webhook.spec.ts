import type { LedgerAction } from '../history/ledger.action.js';
import { webhookOutcome } from './answer.js';
import { RETRY_WAITS_MS, retryWait } from './retry.schedule.js';
import { webhookEventOf } from './webhook.event.js';

describe('an address that fails', () => {
  it('is tried ten times in some 75 hours', () => {
    const hours = RETRY_WAITS_MS.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(RETRY_WAITS_MS).toHaveLength(9);
    expect(hours).toBeGreaterThan(75);
    expect(hours).toBeLessThan(76);
  });

  it.each([
    [1, 0, 4_500],
    [1, 1, 5_500],
    [2, 0.5, 300_000],
    [9, 0.5, 86_400_000],
    [10, 0, null],
  ])('after %i failures and by chance %d waits %p ms', (failures, chance, wait) => {
    expect(retryWait(failures, chance)).toBe(wait);
  });
});

it.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [299, 'delivered'],
  [199, 'retry'],
  [301, 'retry'],
  [304, 'retry'],
  [400, 'retry'],
  [404, 'retry'],
  [410, 'gone'],
  [500, 'retry'],
  [null, 'retry'],
])('an answer of %p: %s', (status, outcome) => {
  expect(webhookOutcome(status)).toBe(outcome);
});

it.each<[LedgerAction, string | null]>([
  ['claim.decided', 'claim.state-changed'],
  ['claim.fell-back', 'claim.state-changed'],
  ['article.released', 'article.released'],
  ['verdict.given', 'verdict.given'],
  ['evidence.added', null],
  ['assignment.given', null],
  ['decision.taken', null],
  ['comment.made', null],
  ['legal-note.written', null],
  ['source.read-in-confidence', null],
  ['token.minted', null],
  ['webhook.changed', null],
  ['article.reopened', 'article.correcting'],
])('%s is told outside as %p', (action, event) => {
  expect(webhookEventOf(action)).toBe(event);
});
