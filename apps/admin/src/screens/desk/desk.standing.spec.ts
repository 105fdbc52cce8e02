import { isBlocked, isOverdue } from './desk.standing.js';
import { languageOf } from './text.language.js';

const gate = (...statuses: ('satisfied' | 'unsatisfied' | 'withheld')[]) =>
  statuses.map((status) => ({ name: 'claims-settled' as const, status, detail: '' }));
const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('how an article stands on the desk', () => {
  it.each([
    ['checking', gate('satisfied', 'unsatisfied'), true],
    ['checking', gate('satisfied'), false],
    ['checking', gate('withheld'), false],
    ['correcting', gate('unsatisfied'), true],
    ['released', gate('unsatisfied'), false],
  ] as const)('%s with %j blocks: %s', (state, list, expected) =>
    expect(isBlocked({ state, gate: list })).toBe(expected),
  );

  it.each([
    ['checking', '2026-11-22T11:59:59Z', true],
    ['checking', '2026-11-22T12:00:01Z', false],
    ['checking', null, false],
    ['released', '2020-01-01T00:00:00Z', false],
  ] as const)('%s, due %s, is late: %s', (state, dueAt, expected) =>
    expect(isOverdue({ state, dueAt }, NOW)).toBe(expected),
  );
});

describe('the language of a pasted text', () => {
  it.each([
    ['قال الوزير', 'ar'],
    ['The minister said', 'en'],
    ['شركة Halden قالت إن البطاريات', 'ar'],
    ['Halden said its plant in القاهرة', 'en'],
    ['12 %', 'ar'],
  ])('%s', (text, expected) => expect(languageOf(text)).toBe(expected));
});
