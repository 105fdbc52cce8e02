import { paragraphs } from '../../../../test/support/domain-passages.js';
import { RevisionComparison } from './revision.comparison.js';

const R = 'Rain fell all night on every hill above town.';
const D = 'Engineers opened both gates.';
const D1 = 'Engineers opened three gates.';
const B = 'Boats carried forty families away.';
const B1 = 'Boats carried ninety families away.';
const X = 'Schools stayed shut.';

const compare = (before: string[], now: string[]) => new RevisionComparison(paragraphs(...before), paragraphs(...now));

/** How well the surroundings of an old sentence fit those of a new one; both are named by their words. */
function context(before: string[], now: string[], old = D, next = D1) {
  const revision = compare(before, now);
  const text = (
    blocks: readonly { text: string }[],
    { block, start, end }: { block: number; start: number; end: number },
  ) => blocks[block]!.text.slice(start, end);
  const from = revision.old.passages.find((one) => text(revision.oldBlocks, one) === old);
  const to = revision.now.passages.find((one) => text(revision.newBlocks, one) === next);
  return revision.context(from!, to!);
}

describe('how well the surroundings of a sentence fit', () => {
  it.each<[string, string[], string[], number]>([
    ['its paragraph and both neighbours', [`${R} ${D} ${B}`], [`${R} ${D1} ${B}`], 1],
    ['the head of its paragraph', [`${D} ${B}`], [`${D1} ${B}`], 1],
    ['the end of its paragraph', [`${R} ${D}`], [`${R} ${D1}`], 1],
    ['another sentence put in before it', [`${R} ${D} ${B}`], [`${R} ${X} ${D1} ${B}`], 0.4 + 0.3 * 1.6],
    ['another sentence put in behind it', [`${R} ${D} ${B}`], [`${R} ${D1} ${X} ${B}`], 0.4 + 0.3 * 1.6],
    ['the sentence before it taken out', [`${R} ${X} ${D} ${B}`], [`${R} ${D1} ${B}`], 0.4 + 0.3 * 1.6],
    ['the sentence behind it taken out', [`${R} ${D} ${X} ${B}`], [`${R} ${D1} ${B}`], 0.4 + 0.3 * 1.6],
    ['both taken out', [`${R} ${X} ${D} Two dogs ran. ${B}`], [`${R} ${D1} ${B}`], 0.4 + 0.3 * 1.2],
    ['all before it taken out', [`${X} ${D} ${R} ${B}`], [`${D1} ${R} ${B}`], 0.4 + 0.3 * 1.6],
    ['its neighbours changed places', [`${R} ${D} ${B}`], [`${B} ${D1} ${R}`], 0.4],
    ['a paragraph split before it', [`${R} ${D}`], [R, D1], 0.3 * 1.6],
    ['a paragraph of three split before it', [`${R} ${X} ${D}`], [`${R} ${X}`, D1], 0.3 * 1.6],
    ['a paragraph of three split behind it', [`${D} ${R} ${X}`], [D1, `${R} ${X}`], 0.3 * 1.6],
    ['a paragraph merged with two before', [`${R} ${X}`, D], [`${R} ${X} ${D1}`], 0.3 * 1.6],
    ['a paragraph split behind it', [`${D} ${R}`], [D1, R], 0.3 * 1.6],
    ['a paragraph merged with the one before', [R, D], [`${R} ${D1}`], 0.3 * 1.6],
    ['a paragraph merged with the one behind', [D, R], [`${D1} ${R}`], 0.3 * 1.6],
    ['another paragraph, with nobody it knew', [`${R} ${D}`, B], [R, `${B1} ${D1}`], 0],
    ['another paragraph than the rest of its own', [R, `${D} Two dogs ran.`, B], [R, 'Two dogs ran.', D1, B], 0],
  ])('%s', (_name, before, now, expected) => {
    expect(context(before, now)).toBeCloseTo(expected, 10);
  }); // prettier-ignore

  it('asks for the neighbours on the outer sides of two sentences', () => {
    const revision = compare([`${R} Rain fell and snow fell. ${B}`], [`${R} Rain fell. Snow fell. ${B}`]);
    const [old] = revision.old.passages.slice(1);
    const [first, second] = revision.now.passages.slice(1);
    expect(revision.context(old!, first!, second)).toBeCloseTo(1, 10);
    expect(revision.context(old!, first!)).toBeLessThan(1);
  });

  it('counts a paragraph for as much as it is the same', () => {
    const V = (last: string) => `${R} Two grey dogs ran off ${last}. ${D}`;
    const revision = compare([V('home')], [V('east'), V('west')]);
    // nothing but an equal id speaks for the first
    expect(revision.blocks.strength[0]).toBeCloseTo(0.25, 10);
    const old = revision.old.passages[1]!;
    const now = revision.now.passages[1]!;
    expect(revision.context(old, now)).toBeCloseTo(0.4 * 0.25 + 0.3 * 2, 10);
  });
});

describe('sentences left over', () => {
  const likenesses = (before: string[], now: string[]) => {
    const revision = compare(before, now);
    const lone = revision.old.passages.find(({ index }) => revision.passages.images[index]?.length === 0);
    return lone ? revision.lookalikes(lone).map(({ passage, likeness }) => [passage.index, likeness > 0.5]) : [];
  };

  it('are offered where they resemble one that is gone, best first', () => {
    const elsewhere = ['Engineers opened both gates of a museum.', 'Boats came.', 'Engineers opened shops.'];
    const found = likenesses([`${R} Engineers opened both gates of the dam. ${X}`], [`${R} ${X}`, ...elsewhere]);
    expect(found).toEqual([[2, true], [4, false]]); // prettier-ignore
  });

  it('are in the order of what they have in likeness and surroundings together', () => {
    const gone = 'Engineers opened both gates of the dam.';
    const near = 'Engineers opened a big museum.';
    const far = 'Engineers opened both gates of a museum.';
    const before = [`${R} ${B} ${X} ${gone}`, 'Two dogs ran.'];
    const order = (...now: string[]) => {
      const revision = compare(before, now);
      const old = revision.old.passages.find(({ index }) => revision.passages.images[index]!.length === 0)!;
      return revision
        .lookalikes(old)
        .map(({ passage, likeness, context: fit }) => [passage.block, likeness > 0.6, fit > 0.4]);
    };
    expect(order(`${R} ${B} ${X}`, near, 'Two dogs ran.', far)).toEqual([[1, false, true], [3, true, false]]); // prettier-ignore
    expect(order(`${R} ${B} ${X}`, 'Two dogs ran.', near, far)).toEqual([[3, true, false], [2, false, false]]); // prettier-ignore
    expect(order(`${R} ${B} ${X}`, 'Two dogs ran.', far, far.replace('museum', 'theatre'))[0]).toEqual([
      2,
      true,
      false,
    ]);
  });

  it('are never those another sentence became, and six at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => `Engineers opened both gates of dam number${i}.`);
    const revision = compare([`${R} Engineers opened both gates of the dam. ${X}`], [`${R} ${X}`, many.join(' ')]);
    const gone = revision.old.passages[1]!;
    const found = revision.lookalikes(gone);
    expect(found.length).toBeLessThanOrEqual(6);
    for (const { passage } of found) expect(revision.passages.sources[passage.index]).toEqual([]);
  });
});
