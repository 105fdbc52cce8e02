import { item, source } from '../../../../test/support/domain-facts.js';
import { independentOrigins, notCountable, type OriginContext } from './independent-origins.js';
import { originGraph, type EvidenceItem, type SourceNode } from './source.types.js';

const context: OriginContext = { outletSourceId: 'our-paper', partyIds: [], noticedIds: [], verifies: 'substance' };

function count(
  items: EvidenceItem[],
  sources: SourceNode[],
  over: Partial<OriginContext> = {},
  elsewhere: EvidenceItem[] = [],
) {
  const known = [...sources, source('our-paper'), source('agency', { type: 'agency' })];
  return independentOrigins(items, originGraph(known, [...items, ...elsewhere]), { ...context, ...over });
}

const daily = source('daily');
const herald = source('herald');
const gazette = source('gazette');

describe('what makes an item countable', () => {
  it.each<[string, Partial<EvidenceItem>, string | null]>([
    ['locator, address and quoted passage', {}, null],
    ['locator and capture', { url: null, quote: null, captureId: 'capture' }, null],
    ['locator and primary', { url: null, quote: null, primary: true }, null],
    ['no locator, though all else', { locator: null, captureId: 'capture', primary: true }, 'no-locator'],
    ['a blank locator', { locator: '  ' }, 'no-locator'],
    ['an address without a passage', { quote: null }, 'nothing-kept'],
    ['an address with a blank passage', { quote: ' ' }, 'nothing-kept'],
    ['a passage without an address', { url: null }, 'nothing-kept'],
    ['withdrawn, though all else', { withdrawn: true, captureId: 'capture' }, 'withdrawn'],
  ])('%s', (_, over, why) => {
    expect(notCountable(item('i', 'daily', over))).toBe(why);
  });
});

describe('independent origins', () => {
  it('of two unrelated outlets are two', () => {
    const report = count([item('a', 'daily'), item('b', 'herald')], [daily, herald]);
    expect(report).toMatchObject({
      count: 2,
      primary: false,
      anonymousOnly: false,
      countable: ['a', 'b'],
      excluded: [],
    });
    expect(report.origins.map(({ rootKey, evidenceIds }) => [rootKey, evidenceIds])).toEqual([
      ['source:daily', ['a']],
      ['source:herald', ['b']],
    ]);
  });

  it('of two items of one source are one', () => {
    expect(count([item('a', 'daily'), item('b', 'daily')], [daily])).toMatchObject({ count: 1, countable: ['a', 'b'] });
  });

  it('of three items that derive from one are one: rewrites corroborate nothing', () => {
    const items = [
      item('a', 'daily', { derivesFrom: { evidenceId: 'wire', how: 'copied' } }),
      item('b', 'herald', { derivesFrom: { evidenceId: 'wire', how: 'credited' } }),
      item('c', 'gazette', { derivesFrom: { evidenceId: 'wire', how: 'same-quote' } }),
    ];
    const report = count(items, [daily, herald, gazette], {}, [item('wire', 'agency', { claimId: 'another claim' })]);
    expect(report.count).toBe(1);
    expect(report.origins[0]).toMatchObject({ rootKey: 'source:agency', evidenceIds: ['a', 'b', 'c'] });
    expect(report.origins[0]?.path.map(({ id, by }) => [id, by])).toEqual([
      ['a', 'copied'],
      ['wire', 'source'],
      ['agency', null],
    ]);
  });

  it.each(['credited', 'copied', 'same-quote', 'same-statement'] as const)(
    'follow an item that is %s straight to a source',
    (how) => {
      const items = [item('a', 'daily', { derivesFrom: { sourceId: 'agency', how } }), item('b', 'agency')];
      expect(count(items, [daily]).count).toBe(1);
    },
  );

  it("follow an item's own derivation before its source's", () => {
    const relay = source('relay', { derivesFromId: 'daily' });
    const items = [item('a', 'relay', { derivesFrom: { sourceId: 'agency', how: 'credited' } }), item('b', 'daily')];
    expect(count(items, [relay, daily]).count).toBe(2);
  });

  it('follow pure relays to the end', () => {
    const sources = [source('first', { derivesFromId: 'second' }), source('second', { derivesFromId: 'daily' }), daily];
    expect(count([item('a', 'first'), item('b', 'second'), item('c', 'daily')], sources).count).toBe(1);
  });

  it('treat an id that nobody knows as an end in itself', () => {
    const items = [
      item('a', 'daily', { derivesFrom: { evidenceId: 'lost', how: 'copied' } }),
      item('b', 'herald', { derivesFrom: { evidenceId: 'lost', how: 'copied' } }),
    ];
    expect(count(items, [daily, herald])).toMatchObject({ count: 1, origins: [{ rootKey: 'evidence:lost' }] });
  });

  describe('that are anonymous', () => {
    const insider = (id: string, vouchedById: string | null) => source(id, { type: 'anonymous', vouchedById });

    it('count by the outlet that vouches: two of one outlet are one', () => {
      const report = count([item('a', 'x'), item('b', 'y')], [insider('x', 'daily'), insider('y', 'daily'), daily]);
      expect(report).toMatchObject({
        count: 1,
        anonymousOnly: true,
        origins: [{ rootKey: 'source:daily', anonymous: true }],
      });
    });

    it('of two outlets are two, yet nobody among them is named', () => {
      const report = count(
        [item('a', 'x'), item('b', 'y')],
        [insider('x', 'daily'), insider('y', 'herald'), daily, herald],
      );
      expect(report).toMatchObject({ count: 2, anonymousOnly: true });
    });

    it("and the same outlet's named report are one, which is then not anonymous", () => {
      const report = count([item('a', 'x'), item('b', 'daily')], [insider('x', 'daily'), daily]);
      expect(report).toMatchObject({ count: 1, anonymousOnly: false });
    });

    it('follow a vouching outlet that only relays', () => {
      const relay = source('relay', { derivesFromId: 'daily' });
      expect(count([item('a', 'x'), item('b', 'daily')], [insider('x', 'relay'), relay, daily]).count).toBe(1);
    });

    it('for whom nobody vouches count for nothing', () => {
      expect(count([item('a', 'x')], [insider('x', null)])).toMatchObject({
        count: 0,
        anonymousOnly: false,
        excluded: [{ evidenceId: 'a', why: 'unvouched' }],
      });
    });

    it("vouched for by the article's own outlet count for nothing", () => {
      expect(count([item('a', 'x')], [insider('x', 'our-paper')]).excluded).toEqual([
        { evidenceId: 'a', why: 'own-outlet' },
      ]);
    });
  });

  describe("and the article's own outlet", () => {
    it('never counts for itself', () => {
      expect(count([item('a', 'our-paper'), item('b', 'daily')], [daily])).toMatchObject({
        count: 1,
        countable: ['b'],
        excluded: [{ evidenceId: 'a', why: 'own-outlet' }],
      });
    });

    it('does not count through others that copied it', () => {
      const items = [
        item('a', 'daily', { derivesFrom: { sourceId: 'our-paper', how: 'copied' } }),
        item('b', 'mirror'),
      ];
      expect(count(items, [daily, source('mirror', { derivesFromId: 'our-paper' })])).toMatchObject({
        count: 0,
        countable: [],
      });
    });

    it('does not hide behind a circle it is part of', () => {
      const sources = [source('our-paper', { derivesFromId: 'blog' }), source('blog', { derivesFromId: 'our-paper' })];
      const report = independentOrigins([item('a', 'blog')], originGraph(sources, []), context);
      expect(report.excluded).toEqual([{ evidenceId: 'a', why: 'own-outlet' }]);
    });

    it('does not hide among items that derive from one another', () => {
      const items = [
        item('a', 'our-paper', { derivesFrom: { evidenceId: 'b', how: 'copied' } }),
        item('b', 'daily', { derivesFrom: { evidenceId: 'a', how: 'copied' } }),
      ];
      expect(count(items, [daily])).toMatchObject({ count: 0, countable: [] });
    });

    it('lets its page count for the agency that it credits', () => {
      const items = [item('a', 'our-paper', { derivesFrom: { sourceId: 'agency', how: 'credited' } })];
      expect(count(items, [])).toMatchObject({ count: 1, origins: [{ rootKey: 'source:agency' }] });
    });

    it('is nothing special where the article has none', () => {
      expect(count([item('a', 'our-paper')], [], { outletSourceId: null }).count).toBe(1);
    });
  });

  describe('of one owner', () => {
    const state = source('state', { type: 'government' });
    const tv = source('state-tv', { ownerId: 'state' });
    const paper = source('state-paper', { ownerId: 'state' });

    it('count once where the owner is party to the claim', () => {
      expect(
        count([item('a', 'state-tv'), item('b', 'state-paper')], [state, tv, paper], { partyIds: ['state'] }).count,
      ).toBe(1);
    });

    it('count with the owner itself as one', () => {
      expect(count([item('a', 'state-tv'), item('b', 'state')], [state, tv], { partyIds: ['state'] }).count).toBe(1);
    });

    it('count once through an owner of the owner', () => {
      const holding = source('holding', { ownerId: 'state' });
      const radio = source('radio', { ownerId: 'holding' });
      expect(
        count([item('a', 'radio'), item('b', 'state-tv')], [state, holding, radio, tv], { partyIds: ['state'] }).count,
      ).toBe(1);
    });

    it('count each where the owner has no part in it', () => {
      expect(
        count([item('a', 'state-tv'), item('b', 'state-paper')], [state, tv, paper], { partyIds: ['someone else'] })
          .count,
      ).toBe(2);
    });

    it('who own each other do not go round for ever', () => {
      const sources = [source('p', { ownerId: 'q' }), source('q', { ownerId: 'p' })];
      expect(count([item('a', 'p'), item('b', 'q')], sources, { partyIds: ['p'] }).count).toBe(1);
    });
  });

  describe('in a circle', () => {
    it('of sources terminate and count once, whichever way in', () => {
      const sources = [
        source('x', { derivesFromId: 'y' }),
        source('y', { derivesFromId: 'z' }),
        source('z', { derivesFromId: 'x' }),
        source('outside', { derivesFromId: 'y' }),
      ];
      expect(count([item('a', 'x'), item('b', 'y'), item('c', 'z'), item('d', 'outside')], sources)).toMatchObject({
        count: 1,
        primary: false,
      });
    });

    it('of a source with itself terminate', () => {
      expect(count([item('a', 'x')], [source('x', { derivesFromId: 'x' })]).count).toBe(1);
    });

    it('of items are one with the sources that the items have', () => {
      const items = [
        item('a', 'daily', { derivesFrom: { evidenceId: 'b', how: 'copied' } }),
        item('b', 'herald', { derivesFrom: { evidenceId: 'a', how: 'copied' } }),
        item('c', 'daily'),
        item('d', 'herald'),
        item('e', 'gazette'),
      ];
      const report = count(items, [daily, herald, gazette]);
      expect(report.count).toBe(2);
      expect(report.origins.map(({ evidenceIds }) => evidenceIds)).toEqual([['a', 'b', 'c', 'd'], ['e']]);
    });
  });

  describe('under a notice', () => {
    it.each([
      ['the item', ['a']],
      ['the item it derives from', ['wire']],
      ['the source at the end', ['agency']],
    ])('on %s do not count', (_, noticedIds) => {
      const items = [item('a', 'daily', { derivesFrom: { evidenceId: 'wire', how: 'copied' } }), item('b', 'herald')];
      const report = count(items, [daily, herald], { noticedIds }, [item('wire', 'agency')]);
      expect(report).toMatchObject({ count: 1, countable: ['b'], excluded: [{ evidenceId: 'a', why: 'notice' }] });
    });
  });
});

describe('an item that settles a claim alone', () => {
  it.each([
    ['document', true],
    ['dataset', true],
    ['recording', true],
    ['observation', true],
    ['outlet', false],
    ['agency', false],
    ['person', false],
    ['institution', false],
    ['government', false],
    ['social', false],
  ] as const)('may be of type %s: %s, whether or not primary is ticked', (type, alone) => {
    for (const primary of [true, false]) {
      expect(count([item('a', 's', { primary })], [source('s', { type })])).toMatchObject({ primary: alone, count: 1 });
    }
  });

  it('becomes countable by `primary` on an agency, and nothing more', () => {
    const ticked = item('a', 'agency', { url: null, quote: null, primary: true });
    expect(count([ticked], [])).toMatchObject({ primary: false, primaryIds: [], count: 1, countable: ['a'] });
  });

  it('must be countable', () => {
    expect(count([item('a', 's', { locator: null })], [source('s', { type: 'document' })])).toMatchObject({
      primary: false,
      count: 0,
    });
  });

  it('is not a document that copies an agency', () => {
    const items = [item('a', 's', { derivesFrom: { sourceId: 'agency', how: 'copied' } })];
    expect(count(items, [source('s', { type: 'document' })]).primary).toBe(false);
  });

  it('may be a scan of another document', () => {
    const items = [item('a', 'scan', { derivesFrom: { sourceId: 'decree', how: 'copied' } })];
    const sources = [source('scan', { type: 'document' }), source('decree', { type: 'document' })];
    expect(count(items, sources)).toMatchObject({ primary: true, primaryIds: ['a'] });
  });

  it('is nothing in a circle', () => {
    const sources = [
      source('s', { type: 'document', derivesFromId: 't' }),
      source('t', { type: 'document', derivesFromId: 's' }),
    ];
    expect(count([item('a', 's')], sources).primary).toBe(false);
  });

  describe('where a power speaks for itself', () => {
    const army = source('army', { type: 'institution' });
    const bulletin = source('bulletin', { type: 'document', ownerId: 'army' });

    it.each([
      ['what it says, for "it said so"', 'army', 'attribution', ['army'], true],
      ['what it says, for "it is so"', 'army', 'substance', ['army'], false],
      ['what it says, when it is no party', 'army', 'attribution', [], false],
      ['its own document, for "it said so"', 'bulletin', 'attribution', ['army'], true],
      ['its own document, for "it is so"', 'bulletin', 'substance', ['army'], false],
      ["its document about others' affairs", 'bulletin', 'substance', [], true],
    ] as const)('%s', (_, sourceId, verifies, partyIds, alone) => {
      expect(count([item('a', sourceId)], [army, bulletin], { verifies, partyIds: [...partyIds] }).primary).toBe(alone);
    });
  });
});
