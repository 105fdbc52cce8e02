import { CLAIM_KINDS } from '../claim/claim.types.js';
import { CHECKLISTS, tickChecklist } from './checklist.js';

describe('checklists', () => {
  it.each(CLAIM_KINDS)('for %s: items in both languages, each key once', (kind) => {
    const items = CHECKLISTS[kind];
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { ar, en } of items) expect([/[\u0621-\u064A]/.test(ar), /[a-z]/.test(en)]).toEqual([true, true]);
  });

  it.each<[string[], unknown]>([
    [[], []],
    [
      ['unit', 'recomputed'],
      ['unit', 'recomputed'],
    ],
    [['unit', 'unit'], ['unit']],
    [['unit', 'verbatim'], ['/checklist/1 unknown-checklist-item']],
  ])('of a statistic %j → %j', (ticked, expected) => {
    const outcome = tickChecklist('statistic', ticked);
    const told = outcome.ok
      ? outcome.checklist
      : outcome.refusal.code === 'invalid' &&
        outcome.refusal.facts.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(told).toEqual(expected);
  });
});
