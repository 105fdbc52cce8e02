import fc from 'fast-check';
import { sentencesOf } from '../../../../test/support/domain-passages.js';
import { alignGap, type PassageGroup } from './gap.alignment.js';
import type { Passage } from './passage.reader.js';
import type { WordVocabulary } from './word.vocabulary.js';

const text = (sentences: readonly string[]) => sentences.map((sentence) => `${sentence}.`).join(' ');

function align(before: readonly string[], now: readonly string[]) {
  const { old, next, words } = sentencesOf(text(before), text(now));
  const groups = alignGap(old.passages, next.passages, words);
  return { groups, olds: old.passages, news: next.passages, words };
}
const shown = ({ groups }: { groups: readonly PassageGroup[] }) =>
  groups.map(({ olds, news }) => [olds, news].map((part) => part.map(({ index }) => index).join('+')).join('→'));

const RAIN = 'rain fell all night on the hills above town';
const DAM = 'engineers opened both gates of the dam at noon';
const BOATS = 'boats carried forty families away to school';
const PRIZE = 'a painter won the yearly prize in Oran';

describe('aligning sentences between two fixed points', () => {
  it.each([
    ['nothing with nothing', [], [], []],
    ['nothing before', [], [RAIN], []],
    ['nothing left', [RAIN], [], []],
    ['each edited', [RAIN, DAM], [RAIN.replace('all', 'half the'), DAM.replace('both', 'three')], ['0→0', '1→1']],
    ['one taken out', [RAIN, DAM, BOATS], [RAIN, BOATS], ['0→0', '2→1']],
    ['one put in', [RAIN, BOATS], [RAIN, DAM, BOATS], ['0→0', '1→2']],
    ['one replaced by another', [RAIN, PRIZE, BOATS], [RAIN, DAM, BOATS], ['0→0', '2→2']],
    ['nothing alike', [RAIN, DAM], [PRIZE, BOATS], []],
    ['split', [`${RAIN} and ${DAM}`, BOATS], [RAIN, DAM, BOATS], ['0→0+1', '1→2']],
    ['merged', [RAIN, DAM, BOATS], [`${RAIN} and ${DAM}`, BOATS], ['0+1→0', '2→1']],
    ['no split where one half is new', [RAIN], [RAIN, DAM], ['0→0']],
    ['no merge where one half is gone', [RAIN, DAM], [DAM], ['1→0']],
    ['a split at the end', [BOATS, `${RAIN} and ${DAM}`], [BOATS, RAIN, DAM], ['0→0', '1→1+2']],
    ['a merge at the end', [BOATS, RAIN, DAM], [BOATS, `${RAIN} and ${DAM}`], ['0→0', '1+2→1']],
    ['of two that changed places one', [RAIN, DAM], [DAM, RAIN], ['0→1']],
  ])('%s', (_name, before, now, expected) => {
    expect(shown(align(before, now))).toEqual(expected);
  });

  it('takes nothing for a half of which less than a third was there', () => {
    const named = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`).join(' ');
    const [half, other, stranger] = [named('a', 4), named('b', 8), named('s', 15)];
    const whole = `${half} ${other}`;
    expect(shown(align([whole], [half, `${other} ${stranger}`]))).toEqual(['0→0']);
    expect(shown(align([half, `${other} ${stranger}`], [whole]))).toEqual(['0→0']);
    expect(shown(align([whole], [`${other} ${stranger}`, half]))).toEqual(['0→1']);
    expect(shown(align([whole], [half, other]))).toEqual(['0→0+1']);
  });

  it('takes a sentence without words for no half of anything', () => {
    expect(shown(align([RAIN], [RAIN.replace('all', 'half the'), '…']))).toEqual(['0→0']);
  });

  /** What one group is worth by the rule; null where the rule has no such group. */
  function worth({ olds, news }: PassageGroup, words: WordVocabulary): number | null {
    const [[first, second], whole] = olds.length === 2 ? [olds, news[0]] : [news, olds[0]];
    if (!first || !whole) return null;
    if (!second) {
      const likeness = words.likeness(first.bag, whole.bag);
      return likeness > 0.35 ? ((likeness - 0.35) * (first.bag.total + whole.bag.total)) / 2 : null;
    }
    if ([first, second].some(({ bag }) => words.shared(bag, whole.bag) / bag.total < 0.3)) return null;
    const both = words.join(first.bag, second.bag);
    return ((words.likeness(both, whole.bag) - 0.45) * (both.total + whole.bag.total)) / 2;
  }

  /** The greatest total of any alignment in order, by trying them all. */
  function best(olds: readonly Passage[], news: readonly Passage[], words: WordVocabulary): number {
    if (olds.length === 0 || news.length === 0) return 0;
    const after = (i: number, j: number) => best(olds.slice(i), news.slice(j), words);
    const grouped = [[1, 1], [1, 2], [2, 1]].map(([i = 1, j = 1]) => {
      if (olds.length < i || news.length < j) return 0;
      const own = worth({ olds: olds.slice(0, i), news: news.slice(0, j) }, words);
      return own === null ? 0 : own + after(i, j);
    }); // prettier-ignore
    return Math.max(after(1, 0), after(0, 1), ...grouped);
  }

  it('finds what trying everything finds', () => {
    const words = ['rain', 'fell', 'dam', 'held', 'boats', 'came', 'the'];
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
    const page = fc.array(sentence, { maxLength: 4 });
    fc.assert(
      fc.property(page, page, (before, now) => {
        const { groups, olds, news, words: weights } = align(before, now);
        const total = groups.reduce((sum, group) => sum + (worth(group, weights) ?? -100), 0);
        expect(total).toBeCloseTo(best(olds, news, weights), 8);
        for (const side of ['olds', 'news'] as const) {
          const indices = groups.flatMap((group) => group[side].map(({ index }) => index));
          expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('aligning a long gap', () => {
  const week = (i: number) => `in week ${1000 + i} the port of city${i} took in ${i * 7 + 2} tons of grain${i}`;
  const weeks = Array.from({ length: 80 }, (_, i) => week(i));
  const edited = weeks.map((sentence) => sentence.replace('took in', 'received'));

  it('pairs edited sentences in their order', () => {
    expect(shown(align(weeks, edited))).toEqual(weeks.map((_, i) => `${i}→${i}`));
  });

  it('knows those put in and taken out, and of one split the half that is more like it', () => {
    const now = [PRIZE, ...edited.slice(0, 20), ...edited.slice(21, 40), RAIN, DAM, ...edited.slice(41)];
    const before = [...weeks.slice(0, 40), `${RAIN} and ${DAM}`, ...weeks.slice(41)];
    const expected = [
      ...weeks.slice(0, 20).map((_, i) => `${i}→${i + 1}`),
      ...weeks.slice(21, 40).map((_, i) => `${i + 21}→${i + 21}`),
      '40→40',
      ...weeks.slice(41).map((_, i) => `${i + 41}→${i + 42}`),
    ];
    expect(shown(align(before, now))).toEqual(expected);
  });

  it('aligns what is less alike between sure ones', () => {
    const before = weeks.with(40, 'alpha beta gamma delta epsilon');
    const now = edited.with(40, 'alpha beta zeta eta theta');
    expect(shown(align(before, now))[40]).toBe('40→40');
    expect(shown(align(weeks.with(79, 'alpha beta gamma'), edited.with(79, 'alpha beta zeta')))[79]).toBe('79→79');
    expect(shown(align(weeks.with(0, 'alpha beta gamma'), edited.with(0, 'alpha beta zeta')))[0]).toBe('0→0');
  });

  it('leaves a sentence alone whose best match has a better one', () => {
    const before = [...weeks, week(79).replace('grain79', 'rice')];
    expect(shown(align(before, edited))).toEqual(weeks.map((_, i) => `${i}→${i}`));
  });

  it('leaves long stretches alone that nothing fixes', () => {
    const strangers = Array.from({ length: 90 }, (_, i) => `name${i} other${i} thing${i}`);
    expect(shown(align(weeks, strangers))).toEqual([]);
  });
});
