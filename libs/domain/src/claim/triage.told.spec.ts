import { changeSelection, changeTier, changeVerifies, moveDisposition } from './triage.js';

/** What a client is told, word for word. */

const told = (outcome: { ok: true } | { ok: false; refusal: object }) => (outcome.ok ? outcome : outcome.refusal);
const open = { state: 'needs-source', closure: null, verifies: 'attribution' } as const;
const closed = { kind: 'as-attributed', recheckAt: '2026-04-01T00:00:00.000Z' } as const;

it.each<[string, () => object, object]>([
  [
    'accepting what is active',
    () => moveDisposition({ disposition: 'active' }, 'accept'),
    { code: 'not-in-state', facts: { kind: 'claim', state: 'active', allowed: ['proposed'] } },
  ],
  [
    'setting aside for no known reason',
    () => moveDisposition({ disposition: 'active' }, 'dismiss', 'boring'),
    { code: 'reason-required', facts: { for: 'dismiss' } },
  ],
  [
    'lowering tier A',
    () => changeTier('A', 'B', 'person', ' '),
    { code: 'reason-required', facts: { for: 'lower-tier' } },
  ],
  [
    'asking for substance of what is verified',
    () => changeVerifies({ ...open, state: 'verified' }, 'substance'),
    { code: 'not-in-state', facts: { kind: 'claim', state: 'verified', allowed: ['needs-source'] } },
  ],
  [
    'asking for substance of what is closed',
    () => changeVerifies({ ...open, closure: closed }, 'substance'),
    { code: 'not-in-state', facts: { kind: 'claim', state: 'closed', allowed: ['needs-source'] } },
  ],
  [
    'selecting in a draft',
    () => changeSelection({ selected: false, disposition: 'active' }, 'draft', true, 'it matters'),
    { code: 'not-in-state', facts: { kind: 'article', state: 'draft', allowed: ['external'] } },
  ],
  [
    'selecting what is set aside',
    () => changeSelection({ selected: false, disposition: 'dismissed' }, 'external', true, 'it matters'),
    { code: 'not-in-state', facts: { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] } },
  ],
  [
    'selecting without a reason',
    () => changeSelection({ selected: false, disposition: 'active' }, 'external', true, ' \t'),
    { code: 'reason-required', facts: { for: 'select' } },
  ],
])('a refused change says what is wrong: %s', (_, outcome, expected) => {
  expect(told(outcome() as Parameters<typeof told>[0])).toEqual(expected);
});
