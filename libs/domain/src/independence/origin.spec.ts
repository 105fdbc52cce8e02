import { item, source } from '../../../../test/support/domain-facts.js';
import { processorMs } from '../../../../test/support/processor-time.js';
import { independentOrigins } from './independent-origins.js';
import { originOf, OriginWalks } from './origin.js';
import { originGraph } from './source.types.js';

describe('the origin of a source', () => {
  const graph = originGraph(
    [
      source('blog', { derivesFromId: 'daily' }),
      source('daily', { derivesFromId: 'insider' }),
      source('insider', { type: 'anonymous', vouchedById: 'agency' }),
      source('agency', { type: 'agency' }),
      source('nobody', { type: 'anonymous' }),
      source('leak', { type: 'anonymous', vouchedById: 'daily', derivesFromId: 'agency' }),
      source('p', { derivesFromId: 'q' }),
      source('q', { derivesFromId: 'p' }),
      source('into-circle', { derivesFromId: 'q' }),
      source('vouched-outlet', { vouchedById: 'agency' }),
    ],
    [],
  );
  const origin = (id: string) => originOf({ kind: 'source', id }, graph);

  it('shows every step and why it was taken', () => {
    expect(origin('blog')).toEqual({
      root: { kind: 'source', id: 'agency' },
      rootKey: 'source:agency',
      cycle: [],
      anonymous: true,
      unvouched: false,
      marked: false,
      path: [
        { kind: 'source', id: 'blog', by: 'relays' },
        { kind: 'source', id: 'daily', by: 'relays' },
        { kind: 'source', id: 'insider', by: 'vouched-by' },
        { kind: 'source', id: 'agency', by: null },
      ],
    });
  });

  it.each([
    ['itself, when it derives from nothing', 'agency', 'source:agency', false, false],
    ['itself, unvouched, when nobody stands for it', 'nobody', 'source:nobody', true, true],
    ['what an anonymous source relays, before who vouches for it', 'leak', 'source:agency', true, false],
    ['not through vouching, when it is named', 'vouched-outlet', 'source:vouched-outlet', false, false],
    ['the smallest of a circle', 'q', 'source:p', false, false],
    ['the smallest of a circle, from outside it', 'into-circle', 'source:p', false, false],
    ['an id that nobody knows', 'unknown', 'source:unknown', false, false],
  ])('is %s', (_, id, rootKey, anonymous, unvouched) => {
    expect(origin(id)).toMatchObject({ rootKey, anonymous, unvouched });
  });

  it('walks a circle once', () => {
    expect(origin('into-circle').path.map(({ id }) => id)).toEqual(['into-circle', 'q', 'p']);
    expect(
      origin('into-circle')
        .cycle.map(({ id }) => id)
        .sort(),
    ).toEqual(['p', 'q']);
  });
});

describe('a register of 10 000 sources', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    source(`s${i}`, { derivesFromId: i === 0 ? 's9999' : `s${i - 1}` }),
  );

  it('that all form one circle has one origin, found without deep recursion', () => {
    const graph = originGraph(chain, []);
    const walks = new OriginWalks(graph);
    const keys = new Set(chain.map(({ id }) => walks.rootOf({ kind: 'source', id }).rootKey));
    expect([...keys]).toEqual(['source:s0']);
  });

  it('of chains, relays and circles has every origin, without walking every pair', () => {
    // every tenth source begins a chain of ten; every hundredth chain bites its own tail
    const register = Array.from({ length: 10_000 }, (_, i) => {
      const first = i - (i % 10);
      const derivesFromId = i % 10 > 0 ? `s${i - 1}` : first % 1000 === 0 ? `s${first + 9}` : null;
      return source(`s${i}`, { derivesFromId, type: i % 7 === 0 ? 'anonymous' : 'outlet', vouchedById: `s${i % 50}` });
    });
    const graph = originGraph(register, []);
    const walk = () => {
      const walks = new OriginWalks(graph);
      for (const { id } of register) walks.rootOf({ kind: 'source', id });
    };
    const times = Array.from({ length: 15 }, () => processorMs(walk)).sort((a, b) => a - b);
    process.stdout.write(
      `origins of 10 000 sources: best ${times[0]!.toFixed(1)} ms, median ${times[7]!.toFixed(1)} ms\n`,
    );
    expect(times[0]).toBeLessThan(200); // a guard against walking every pair; the figure itself is printed, 20 ms is what it must show
  });

  it('of one long chain are walked once, not again from every source', () => {
    const time = (length: number) => {
      const straight = Array.from({ length }, (_, i) => source(`s${i}`, { derivesFromId: i > 0 ? `s${i - 1}` : null }));
      const graph = originGraph(straight, []);
      return processorMs(() => {
        const walks = new OriginWalks(graph);
        const roots = new Set(straight.map(({ id }) => walks.rootOf({ kind: 'source', id }).root.id));
        expect([...roots]).toEqual(['s0']);
      });
    };
    time(1_000);
    const [short, long] = [1_000, 8_000].map((length) => Math.min(time(length), time(length)));
    // eight times as many: from every source anew it would be sixty-four times as long
    expect(long! / (short! + 1)).toBeLessThan(8 * 3);
  });

  it('with an item on each is one origin too', () => {
    const items = chain.map(({ id }) => item(`item-${id}`, id));
    const context = { outletSourceId: null, partyIds: [], noticedIds: [], verifies: 'substance' } as const;
    expect(independentOrigins(items, originGraph(chain, items), context).count).toBe(1);
  });

  it('marks whatever leads through a marked node, from every side', () => {
    const straight = chain.map((one, i) => (i === 0 ? { ...one, derivesFromId: null } : one));
    const walks = new OriginWalks(originGraph(straight, []), (id) => id === 's5000');
    const marked = straight.filter(({ id }) => walks.rootOf({ kind: 'source', id }).marked);
    expect(marked).toHaveLength(5000);
    expect(marked[0]?.id).toBe('s5000');
  });
});
