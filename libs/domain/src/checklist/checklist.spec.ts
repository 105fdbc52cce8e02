import { CLAIM_KINDS } from '../claim/claim.types.js';
import { checkChecklists, CHECKLISTS, tickChecklist, type Checklists } from './checklist.js';

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
    const outcome = tickChecklist(CHECKLISTS.statistic, ticked);
    const told = outcome.ok
      ? outcome.checklist
      : outcome.refusal.code === 'invalid' &&
        outcome.refusal.facts.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(told).toEqual(expected);
  });

  it('an item that is not on the list is told with those that are', () => {
    const outcome = tickChecklist(CHECKLISTS.opinion, ['context', 'unit', 'own']);
    const allowed = ['primary-source', 'context', 'opinion-marked'];
    expect(outcome).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid',
        facts: {
          errors: [
            { pointer: '/checklist/1', code: 'unknown-checklist-item', detail: { allowed } },
            { pointer: '/checklist/2', code: 'unknown-checklist-item', detail: { allowed } },
          ],
        },
      },
    });
  });

  it.each<[string, boolean]>([
    ['own', true],
    ['a1-b2-c3', true],
    ['7', true],
    ['', false],
    ['-own', false],
    ['own-', false],
    ['two--hyphens', false],
    ['two words', false],
    ['own!', false],
    ['!own', false],
    ['بند', false],
  ])('a key %j may stand: %s', (key, holds) => {
    const errors = checkChecklists({ ...CHECKLISTS, event: [{ key, ar: 'بند', en: 'item' }] });
    expect(errors).toEqual(holds ? [] : [{ pointer: '/checklists/event/0/key', code: 'key-malformed' }]);
  });

  const own = { key: 'own', ar: 'بند', en: 'item' };
  it.each<[string, Partial<Checklists>, string[]]>([
    ['as they come', {}, []],
    ['with one of its own', { event: [own] }, []],
    ['with an empty list', { opinion: [] }, []],
    ['with a key twice', { event: [own, { ...own, en: 'other' }] }, ['/checklists/event/1/key repeated']],
    ['with the same key for two kinds', { event: [own], quote: [own] }, []],
    ['with a key of capitals', { quote: [{ ...own, key: 'Own' }] }, ['/checklists/quote/0/key key-malformed']],
    [
      'with a label missing',
      { quote: [own, { key: 'b', ar: ' ', en: '' }] },
      ['/checklists/quote/1/ar label-empty', '/checklists/quote/1/en label-empty'],
    ],
  ])('a newsroom’s, %s', (_, changed, expected) => {
    const errors = checkChecklists({ ...CHECKLISTS, ...changed });
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});
