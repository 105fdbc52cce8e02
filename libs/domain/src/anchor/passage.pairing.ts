import { alignGap } from './gap.alignment.js';
import { longestInOrder, matchEqual } from './sequence.matching.js';
import type { BlockPairing } from './block.pairing.js';
import type { Page, Passage } from './passage.reader.js';
import type { WordVocabulary } from './word.vocabulary.js';

export interface PassagePairing {
  /** For each old passage the new passages it became (none, one or two), in order. */
  readonly images: readonly (readonly number[])[];
  /** For each new passage the old passages it came from. */
  readonly sources: readonly (readonly number[])[];
}

/**
 * Pairs the sentences of changed blocks: equal ones inside a pair of blocks, equal ones of blocks that have no partner,
 * edited, split and merged ones between those fixed points, and last what is left and stands word for word elsewhere.
 * An edit in place goes before an equal sentence elsewhere: pasting a sentence into the standfirst does not move it.
 */
export function pairPassages(old: Page, now: Page, blocks: BlockPairing, words: WordVocabulary): PassagePairing {
  const images: number[][] = old.passages.map(() => []);
  const sources: number[][] = now.passages.map(() => []);
  const join = (from: Passage, to: Passage) => {
    images[from.index]!.push(to.index);
    sources[to.index]!.push(from.index);
  };
  const lone = (page: Page, links: number[][], wanted: (block: number) => boolean) =>
    page.passages.filter(({ index, block, form }) => form !== '' && links[index]!.length === 0 && wanted(block));
  const pairEqual = (olds: readonly Passage[], news: readonly Passage[]) => {
    const image = matchEqual(olds.map(({ form }) => form), news.map(({ form }) => form)); // prettier-ignore
    olds.forEach((passage, i) => {
      const other = news[image[i]!];
      if (other) join(passage, other);
    });
  };

  const pairs = [...blocks.image].map((j, i) => ({ i, j }));
  const at = (page: Page, block: number) => (page.ofBlock[block] ?? []).map((index) => page.passages[index]!);
  for (const { i, j } of pairs) pairEqual(at(old, i), at(now, j));
  pairEqual(lone(old, images, (block) => blocks.image[block] === -1), lone(now, sources, () => true)); // prettier-ignore
  for (const { i, j } of pairs) {
    for (const gap of gapsOf(at(old, i), at(now, j), images, sources)) {
      for (const { olds, news } of alignGap(gap.olds, gap.news, words))
        for (const from of olds) for (const to of news) join(from, to);
    }
  }
  pairEqual(lone(old, images, () => true), lone(now, sources, () => true)); // prettier-ignore
  return { images, sources };
}

interface Gap {
  olds: Passage[];
  news: Passage[];
}

/** The runs of unpaired sentences between those pairs of two blocks that keep their order. */
function gapsOf(olds: readonly Passage[], news: readonly Passage[], images: number[][], sources: number[][]): Gap[] {
  const first = news[0]?.index ?? 0;
  const image = Int32Array.from(olds, ({ index }) => {
    const target = images[index]![0] ?? -1;
    return target >= first && target < first + news.length ? target - first : -1;
  });
  const fixed = [...longestInOrder(image).map((i) => [i, image[i]!] as const), [olds.length, news.length] as const];
  let i = 0;
  let j = 0;
  return fixed.map(([oldEnd, newEnd]) => {
    const gap = {
      olds: olds.slice(i, oldEnd).filter(({ index }) => images[index]!.length === 0),
      news: news.slice(j, newEnd).filter(({ index }) => sources[index]!.length === 0),
    };
    i = oldEnd + 1;
    j = newEnd + 1;
    return gap;
  });
}
