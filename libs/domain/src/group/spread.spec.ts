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

describe('where each carrier took it from', () => {
  const document = (name: string) =>
    said({ anonymous: false, links: [{ role: 'document', name, type: 'document' }] }) as Carrier['attribution'];
  const agency = { role: 'outlet' as const, name: 'رويترز', type: 'agency' };
  it.each<[string, Carrier, ReturnType<typeof register>, string]>([
    ['a named speaker, by name', carrier('1', { outlet: 'أ', attribution: minister }), register({}), 'name:'],
    [
      'a named speaker whom the register knows',
      carrier('1', { outlet: 'أ', attribution: minister }),
      register({ 'سامر الحداد': 'minister' }, node('minister', { type: 'person' })),
      'source:minister',
    ],
    [
      'a document',
      carrier('1', { outlet: 'أ', outletSourceId: 'a', attribution: document('محضر الجلسة') }),
      register({ 'محضر الجلسة': 'minutes' }, node('minutes', { type: 'document' }), node('a')),
      'source:minutes',
    ],
    [
      'a named speaker rather than the outlet he spoke to',
      carrier('1', { attribution: { ...minister, links: [agency, ...minister.links] } }),
      register({ رويترز: 'r', 'سامر الحداد': 'minister' }, node('r'), node('minister')),
      'source:minister',
    ],
    [
      'somebody unnamed, by the outlet that vouches, however a name stands beside him',
      carrier('1', { outlet: 'أ', attribution: { ...said(), links: [...minister.links, agency] } }),
      register({ رويترز: 'r', 'سامر الحداد': 'minister' }, node('r'), node('minister')),
      'source:r',
    ],
    [
      'somebody unnamed in a frame that is not marked so, by the outlet that vouches',
      carrier('1', { outlet: 'أ', attribution: { ...viaReuters, anonymous: false } }),
      register({ رويترز: 'r' }, node('r')),
      'source:r',
    ],
    [
      'somebody unnamed and no outlet: the carrier’s own',
      carrier('1', { outlet: 'أ', outletSourceId: 'a', attribution: said() }),
      register({}, node('a')),
      'source:a',
    ],
    [
      'the carrier’s own, to the end of whom it relays',
      carrier('1', { outlet: 'أ', outletSourceId: 'a' }),
      register({}, node('a', { derivesFromId: 'b' }), node('b', { derivesFromId: 'c' }), node('c')),
      'source:c',
    ],
    ['an article of nobody', carrier('1'), register({}), 'article:a-1'],
  ])('%s', (_, one, known, key) => {
    expect(spreadOf([one], known).originOf.get('1')).toMatch(new RegExp(`^${key}`));
  });

  it('an outlet is one whether the register knows it or not, and two claims of an article of nobody have one origin', () => {
    const carriers = [carrier('1', { articleId: 'x' }), carrier('2', { articleId: 'x' })];
    expect(spreadOf(carriers, register({}))).toMatchObject({ articles: 1, outlets: 0, origins: 1 });
    const outlets = [carrier('1', { outlet: 'Delta Wire' }), carrier('2', { outlet: 'delta wire' })];
    expect(spreadOf(outlets, register({}))).toMatchObject({ articles: 2, outlets: 1, origins: 1 });
  });
});

describe('who carried it first', () => {
  const told = (...carriers: Carrier[]) =>
    [...carriedBy(carriers)].map(([id, kinds]) => [id, kinds.map(({ kind }) => kind)]);

  it('of nobody, nothing', () => {
    expect(told()).toEqual([]);
  });

  it('is whoever did so earliest, in whatever order they are known; the others are compared with him alone', () => {
    const first = carrier('1', { attribution: said() });
    const second = carrier('2', { attribution: null });
    const third = carrier('3', { attribution: viaReuters });
    const expected = [
      ['1', []],
      ['2', ['attribution-dropped']],
      ['3', ['source-named']],
    ];
    expect(told(first, second, third)).toEqual(expected);
    expect(told(third, second, first)).toEqual(expected);
    expect(told(second, third, first)).toEqual(expected);
  });

  it('of two at one time is the one known first', () => {
    const at = '2026-01-01T00:00:00.000Z';
    expect(told(carrier('2', { at }), carrier('1', { at, attribution: said() }))).toEqual([
      ['2', []],
      ['1', ['attribution-added']],
    ]);
  });

  it('several things at once are told in one order', () => {
    const before = said({ negated: true, stance: 'factive', cue: 'كشف', sourceCount: null });
    const now = said({ links: [{ role: 'speaker', name: 'مسؤولون', type: 'anonymous' }] });
    const carried = carriedBy([carrier('1', { attribution: before }), carrier('2', { attribution: now })]);
    expect(carried.get('2')).toEqual([
      { kind: 'source-named', from: null, to: 'مسؤولون' },
      { kind: 'source-dropped', from: 'مصدران', to: null },
      { kind: 'source-count', from: null, to: '2' },
      { kind: 'cue', from: 'كشف', to: 'قال' },
      { kind: 'negation', from: 'كشف', to: 'قال' },
    ]);
  });
});
