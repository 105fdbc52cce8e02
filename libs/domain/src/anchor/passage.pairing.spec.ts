import { paragraphs } from '../../../../test/support/domain-passages.js';
import { RevisionComparison } from './revision.comparison.js';

const RAIN = 'Rain fell all night.';
const DAM = 'The dam held until noon.';
const DAM1 = 'The dam held until dawn.';
const BOATS = 'Boats carried families away.';
const DOGS = 'Two grey dogs ran home.';
const LATE = 'It was late.';

/** Which new sentences each old one became, both by number. */
function pair(before: string[], now: string[]) {
  const { images, sources } = new RevisionComparison(paragraphs(...before), paragraphs(...now)).passages;
  return { images: images.map((list) => list.join('+')), sources: sources.map((list) => list.join('+')) };
}

describe('what sentences became', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing where no paragraph changed', [RAIN, DAM], [DAM, RAIN], []],
    ['themselves, and one that was edited', [`${RAIN} ${DAM} ${BOATS}`], [`${RAIN} ${DAM1} ${BOATS}`], ['0', '1', '2']],
    ['themselves, in another order', [`${RAIN} ${DAM} ${BOATS}`], [`${BOATS} ${RAIN} ${DAM}`], ['1', '2', '0']],
    ['one put in before an edited one', [`${RAIN} ${DAM}`], [`${RAIN} ${DOGS} ${DAM1}`], ['0', '2']],
    ['one gone before an edited one', [`${RAIN} ${DOGS} ${DAM}`], [`${RAIN} ${DAM1}`], ['0', '', '1']],
    ['an edited one before the first fixed one', [`${DAM} ${RAIN}`], [`${DAM1} ${RAIN}`], ['0', '1']],
    ['an edited one behind the last fixed one', [`${RAIN} ${DAM}`], [`${RAIN} ${DAM1}`], ['0', '1']],
    ['two edited ones on both sides of a fixed one', [`${DAM} ${RAIN} ${BOATS}`], [`${DAM1} ${RAIN} ${BOATS.replace('families', 'them')}`], ['0', '1', '2']],
    ['not one edited on the other side of a fixed one', [`${DAM} ${RAIN}`], [`${RAIN} ${DAM1}`], ['', '0']],
    ['not one of another paragraph that has its own', [`${RAIN} ${DAM}`, `${BOATS} ${DOGS}`], [`${RAIN} ${LATE}`, `${BOATS} ${DAM1}`], ['0', '', '2', '']],
    ['one of a new paragraph, word for word', [`${RAIN} ${DAM}`], [RAIN, DAM], ['0', '1']],
    ['two of one paragraph, when two paragraphs became one', [RAIN, DAM], [`${RAIN} ${DAM}`], ['0', '1']],
    ['an edited one in place rather than its old words elsewhere', [`${RAIN} ${DAM} ${BOATS}`, DOGS], [`${RAIN} ${DAM1} ${BOATS}`, `${DOGS} ${DAM}`], ['0', '1', '2', '3']],
    ['its old words elsewhere where nothing is left in place', [`${RAIN} ${DAM} ${BOATS}`, DOGS], [`${RAIN} ${BOATS}`, `${DOGS} ${DAM}`], ['0', '3', '1', '2']],
    ['one of a paragraph that is gone, word for word, before an edited one', [DAM, `${RAIN} ${DAM1} ${BOATS}`], [`${RAIN} ${DAM} ${BOATS}`], ['1', '0', '', '2']],
    ['edited ones of a second paragraph', [`${DOGS} ${LATE}`, `${RAIN} ${DAM} ${BOATS}`], [`${DOGS.replace('grey', 'brown')} ${LATE}`, `${RAIN} ${DAM1} ${BOATS}`], ['0', '1', '2', '3', '4']],
    ['two of one that was split', [`${RAIN} The dam held until noon and boats carried families away.`], [`${RAIN} ${DAM} ${BOATS}`], ['0', '1+2']],
    ['one of two that were merged', [`${RAIN} ${DAM} ${BOATS}`], [`${RAIN} The dam held until noon and boats carried families away.`], ['0', '1', '1']],
  ])('%s', (_name, before, now, expected) => {
    const { images, sources } = pair(before, now);
    expect(images).toEqual(expected);
    const back = sources.map((_, j) => images.flatMap((list, i) => (list.split('+').includes(`${j}`) ? [i] : [])).join('+'));
    expect(sources).toEqual(back);
  }); // prettier-ignore

  it('never pairs what has no words and no marks', () => {
    const { images } = pair([`\u200f\n${RAIN} ${DAM}`], [`\u200f\n${RAIN} ${DAM1}`]);
    expect(images.at(-1)).toBe('2');
  });
});
