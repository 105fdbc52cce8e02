import type { SourceNode } from '../independence/source.types.js';
import { carriedBy, spreadOf, type Carrier } from './spread.js';

const said = (over: object = {}) => ({
  anonymous: true,
  sourceCount: 2,
  cue: 'قال',
  stance: 'neutral' as const,
  negated: false,
  links: [{ role: 'speaker' as const, name: 'مصدران', type: 'anonymous' }],
  ...over,
});
const carrier = (claimId: string, over: Partial<Carrier> = {}): Carrier => ({
  claimId,
  articleId: `a-${claimId}`,
  outlet: null,
  outletSourceId: null,
  at: `2026-01-0${claimId}T00:00:00.000Z`,
  attribution: null,
  ...over,
});
const node = (id: string, over: Partial<SourceNode> = {}): SourceNode => ({
  id,
  type: 'outlet',
  ownerId: null,
  derivesFromId: null,
  vouchedById: null,
  ...over,
});
const register = (names: Record<string, string>, ...nodes: SourceNode[]) => ({
  byName: new Map(Object.entries(names)),
  sources: new Map(nodes.map((one) => [one.id, one])),
});
const viaReuters = said({ links: [...said().links, { role: 'outlet', name: 'رويترز', type: 'agency' }] });
const minister = said({
  anonymous: false,
  sourceCount: 1,
  links: [{ role: 'speaker', name: 'سامر الحداد', type: 'person' }],
});

describe('the spread of a group', () => {
  it.each<[string, Carrier[], ReturnType<typeof register>, [number, number, number]]>([
    ['nothing', [], register({}), [0, 0, 0]],
    ['one article', [carrier('1', { outlet: 'الميناء' })], register({}), [1, 1, 1]],
    [
      'an agency and two that credit it: one origin',
      [
        carrier('1', { outlet: 'رويترز', outletSourceId: 'r', attribution: said() }),
        carrier('2', { outlet: 'الميناء', attribution: viaReuters }),
        carrier('3', { outlet: 'المرفأ', attribution: viaReuters }),
      ],
      register({ رويترز: 'r' }, node('r')),
      [3, 3, 1],
    ],
    [
      'one named speaker everywhere: one origin',
      [carrier('1', { outlet: 'أ', attribution: minister }), carrier('2', { outlet: 'ب', attribution: minister })],
      register({}),
      [2, 2, 1],
    ],
    [
      'anonymous sources of two outlets: two origins',
      [carrier('1', { outlet: 'أ', attribution: said() }), carrier('2', { outlet: 'ب', attribution: said() })],
      register({}),
      [2, 2, 2],
    ],
    [
      'an outlet that only relays another',
      [carrier('1', { outlet: 'أ', outletSourceId: 'a' }), carrier('2', { outlet: 'ب', outletSourceId: 'b' })],
      register({}, node('a'), node('b', { derivesFromId: 'a' })),
      [2, 2, 1],
    ],
    [
      'two claims of one article',
      [carrier('1', { articleId: 'x', outlet: 'أ' }), carrier('2', { articleId: 'x', outlet: 'أ' })],
      register({}),
      [1, 1, 1],
    ],
    ['articles without an outlet', [carrier('1'), carrier('2')], register({}), [2, 0, 2]],
  ])('%s', (_, carriers, known, [articles, outlets, origins]) => {
    expect(spreadOf(carriers, known)).toMatchObject({ articles, outlets, origins });
  });
});

describe('what carriers make of a claim', () => {
  it.each<[string, Carrier['attribution'], Carrier['attribution'], unknown[]]>([
    ['nothing', said(), said(), []],
    [
      'two sources become "sources"',
      said(),
      said({ sourceCount: null }),
      [{ kind: 'source-count', from: '2', to: null }],
    ],
    [
      'said becomes revealed',
      said(),
      said({ cue: 'كشف', stance: 'factive' }),
      [{ kind: 'cue', from: 'قال', to: 'كشف' }],
    ],
    [
      'a denial becomes a statement',
      said({ cue: 'نفى', negated: true }),
      said(),
      [{ kind: 'negation', from: 'نفى', to: 'قال' }],
    ],
    ['the source is left out', said(), null, [{ kind: 'attribution-dropped', from: 'قال', to: null }]],
    ['a source is put in', null, said(), [{ kind: 'attribution-added', from: null, to: 'قال' }]],
    ['the agency is left out', viaReuters, said(), [{ kind: 'source-dropped', from: 'رويترز', to: null }]],
    ['the agency is named', said(), viaReuters, [{ kind: 'source-named', from: null, to: 'رويترز' }]],
    ['both in their own voice', null, null, []],
  ])('%s', (_, before, now, expected) => {
    const carried = carriedBy([carrier('2', { attribution: now }), carrier('1', { attribution: before })]);
    expect([carried.get('1'), carried.get('2')]).toEqual([[], expected]);
  });
});
