import { paragraphs } from '../../../../test/support/domain-passages.js';
import { alignBlocks } from './block.alignment.js';
import { reanchor } from './claim.reanchoring.js';
import type { Anchor, TextBlock } from './anchor.types.js';

const RAIN = 'Rain fell all night on the hills.';
const GATES = 'Engineers opened both gates at noon.';
const GATES3 = 'Engineers opened three gates at noon.';
const BOATS = 'Boats carried forty families away.';
const LATE = 'It was late.';
const SCHOOLS = 'Schools in every town of the whole north stayed shut for weeks.';

const show = (blocks: readonly TextBlock[], { blockId, start, end }: Pick<Anchor, 'blockId' | 'start' | 'end'>) => {
  const { text } = blocks.find(({ id }) => id === blockId)!;
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
};

/** Paragraphs are cut at ¶, the claim is marked; what comes back shows each place in its paragraph. */
function move(before: string, after: string) {
  const oldBlocks = paragraphs(...before.replace(/[‹›]/g, '').split('¶'));
  const marked = paragraphs(...before.split('¶'));
  const { id, text } = marked.find((block) => block.text.includes('‹'))!;
  const start = text.indexOf('‹');
  const end = text.indexOf('›') - 1;
  const anchor = { blockId: id, start, end, quote: text.slice(start + 1, end + 1) };
  const newBlocks = alignBlocks(oldBlocks, paragraphs(...after.split('¶')));
  const { status, flags, candidates, ...rest } = reanchor({ oldBlocks, anchor, newBlocks, language: 'en' });
  return {
    status: [status, ...flags].join(' '),
    placed: rest.anchor && show(newBlocks, rest.anchor),
    offered: candidates.map((place) => [place.score, show(newBlocks, place)]),
  };
}

describe('a claim that finds its place', () => {
  it.each([
    ['in an unchanged paragraph', `${RAIN}¶‹${GATES}›`, `${RAIN}¶${GATES}`, 'exact', `‹${GATES}›`],
    ['in an unchanged paragraph that moved', `${RAIN}¶‹${GATES}›¶${BOATS}`, `${GATES}¶${RAIN}¶${BOATS}`, 'moved', `‹${GATES}›`],
    ['in a sentence that moved within its paragraph', `${RAIN} ‹${GATES}› ${BOATS}`, `${RAIN} ${BOATS} ${GATES}`, 'exact contextChanged', `${RAIN} ${BOATS} ‹${GATES}›`],
    ['retouched, in a paragraph that moved', `${RAIN} 12% ‹of 12% fell.›¶${BOATS}`, `${BOATS}¶${RAIN} ١٢٪ of ١٢٪ fell.`, 'typographic', `${RAIN} ١٢٪ ‹of ١٢٪ fell.›`],
    ['edited, at the head of the text', '‹12› people died in the fire on Monday.', '15 people died in the fire on Monday.', 'changed contextChanged numericChanged', '‹15› people died in the fire on Monday.'],
    ['one word of a long sentence, edited', 'In all ‹12› people died in the fire on Monday.', 'In all 15 people died in the fire on Monday.', 'changed contextChanged numericChanged', 'In all ‹15› people died in the fire on Monday.'],
    ['around a sentence put in between its two', `‹${RAIN} ${GATES}› ${BOATS}`, `${RAIN} Two dogs ran home. ${GATES} ${BOATS}`, 'changed contextChanged numericChanged', `‹${RAIN} Two dogs ran home. ${GATES}› ${BOATS}`],
    ['at the one of its sentences that is left', `‹${RAIN} ${GATES}›¶${BOATS}`, `${RAIN} ${BOATS}`, 'changed contextChanged', `‹${RAIN}› ${BOATS}`],
    ['at the half of its sentence that stayed', `${RAIN} ‹Engineers opened both gates of the dam at noon and boats carried forty families away.›`, `${RAIN} Engineers opened both gates of the dam at noon.¶Boats carried forty families away.`, 'changed contextChanged numericChanged', `${RAIN} ‹Engineers opened both gates of the dam at noon.›`],
    ['four words of it, in another paragraph', `${RAIN} ‹It ended very late.›¶${BOATS}`, `${RAIN}¶${BOATS} It ended very late.`, 'moved contextChanged', `${BOATS} ‹It ended very late.›`],
    ['two words of it, with both neighbours', `${SCHOOLS} ${RAIN} ‹It ended.› ${BOATS}`, `${SCHOOLS}¶${RAIN} It ended. ${BOATS}`, 'exact', `${RAIN} ‹It ended.› ${BOATS}`],
    ['in a sentence that was edited, its paragraph split before both neighbours', `${SCHOOLS} ${RAIN} ‹${GATES}› ${BOATS}`, `${SCHOOLS}¶${RAIN} ${GATES3} ${BOATS}`, 'changed contextChanged numericChanged', `${RAIN} ‹${GATES3}› ${BOATS}`],
    ['although its old words stand in the standfirst', `${RAIN} ‹${GATES}› ${LATE}¶${BOATS}`, `${RAIN} ${GATES3} ${LATE}¶dek|${GATES}¶${BOATS}`, 'changed contextChanged numericChanged', `${RAIN} ‹${GATES3}› ${LATE}`],
  ])('%s', (_name, before, after, status, placed) => {
    expect(move(before, after)).toEqual({ status, placed, offered: [] });
  }); // prettier-ignore
});

describe('a claim that was its whole sentence', () => {
  it.each([
    ['that ends with an abbreviation', `${BOATS} ‹The dam of St. Louis held›. ${RAIN}`, `${BOATS} The dam of St. Louis held on. ${RAIN}`, `${BOATS} ‹The dam of St. Louis held› on. ${RAIN}`],
    ['with a full stop inside it', `${BOATS} ‹Mr. Haddad held on›. ${RAIN}`, `${BOATS} Mr. Haddad never held on well. ${RAIN}`, `${BOATS} ‹Mr. Haddad never held on well›. ${RAIN}`],
    ['without its full stop', `‹The dam held until noon›. ${BOATS}`, `Only the dam held until late noon. ${BOATS}`, `‹Only the dam held until late noon›. ${BOATS}`],
    ['with its full stop', `‹The dam held until noon.› ${BOATS}`, `Only the dam held until late noon. ${BOATS}`, `‹Only the dam held until late noon.› ${BOATS}`],
    ['with words put in at its end', `‹The dam held.› ${BOATS}`, `The dam held until noon. ${BOATS}`, `‹The dam held until noon.› ${BOATS}`],
    ['as a question', `‹Did the dam hold?› ${BOATS}`, `Did the dam hold until noon? ${BOATS}`, `‹Did the dam hold until noon?› ${BOATS}`],
    ['from its second word on', `In May ‹the dam held.› ${BOATS}`, `In May but the dam held until noon. ${BOATS}`, `In May but ‹the dam held until noon.› ${BOATS}`],
    ['up to its last word but one', `${BOATS} ‹The dam held until› noon.`, `${BOATS} Only the dam held on until noon.`, `${BOATS} ‹Only the dam held on until› noon.`],
    ['and its marks', `${BOATS} ‹"The dam held."›`, `${BOATS} "The dam held firmly."`, `${BOATS} ‹"The dam held firmly."›`],
    ['at the end of a text without a full stop', `${BOATS} ‹The dam held›`, `${BOATS} Only the dam held firmly`, `${BOATS} ‹Only the dam held firmly›`],
  ])('stays so when its words changed: %s', (_name, before, after, placed) => {
    expect(move(before, after).placed).toBe(placed);
  }); // prettier-ignore

  it.each([
    ['words before it', `‹Engineers won›. ${BOATS}`, `Local Engineers won. ${BOATS}`, `Local ‹Engineers won›. ${BOATS}`],
    ['words behind it', `‹The dam held›. ${BOATS}`, `The dam held until noon. ${BOATS}`, `‹The dam held› until noon. ${BOATS}`],
  ])('keeps to its words when they were kept: %s', (_name, before, after, placed) => {
    expect(move(before, after)).toEqual({ status: 'exact contextChanged', placed, offered: [] });
  }); // prettier-ignore
});

describe('a claim that is asked about', () => {
  it.each<[string, string, string, string, [number, string][]]>([
    ['in a paragraph that was doubled', `‹${RAIN}›`, `${RAIN}¶${RAIN}`, 'ambiguous', [[0.9, `‹${RAIN}›`], [0.85, `‹${RAIN}›`]]],
    ['in a paragraph beside a rewording', `${RAIN}¶The bridge ‹opened in 1971›.¶${BOATS}`, `${RAIN}¶The bridge opened in 1971.¶The bridge opened in 1973.¶${BOATS}`, 'ambiguous', [[0.9, 'The bridge ‹opened in 1971›.'], [0.85, 'The bridge ‹opened in 1973›.']]],
    ['in the first of two equal paragraphs of which one is left', '‹X fell down.›¶X fell down.¶Boats came.', 'X fell down.¶Boats came.', 'suggested', [[0.9, '‹X fell down.›']]],
    ['when three words moved to another paragraph', `${RAIN} ‹It ended late.›¶${BOATS}`, `${RAIN}¶${BOATS} It ended late.`, 'suggested', [[0.55, `${BOATS} ‹It ended late.›`]]],
    ['when none of its words is left in its sentence', 'The minister said that ‹bread prices fell sharply›, and left the hall.', 'The minister said that wages and rents may follow soon, and left the hall.', 'suggested', [[0.45, 'The minister said that ‹wages and rents may follow soon›, and left the hall.']]],
    ['when its words stand in another sentence', `${RAIN} ‹${GATES}› ${BOATS}`, `${RAIN} ${BOATS} Officials say ${GATES} They left.`, 'suggested', [[0.7, `${RAIN} ${BOATS} Officials say ‹${GATES}› They left.`]]],
    ['when its words stand in another paragraph', `${RAIN} ‹${GATES}› ${BOATS}¶Schools shut.`, `${RAIN} ${BOATS}¶Schools shut. He says that "${GATES}" They left.`, 'suggested', [[0.7, `Schools shut. He says that "‹${GATES}›" They left.`]]],
    ['when it was moved and edited', `${RAIN} ‹${GATES}› ${LATE}¶${BOATS}`, `${RAIN} ${LATE}¶${BOATS} ${GATES3}`, 'suggested', [[0.426, `${BOATS} ‹${GATES3}›`]]],
    ['when it was edited and its old words stand elsewhere', `${RAIN} ‹${GATES}› ${LATE}¶${BOATS}`, `${RAIN} ${GATES3} ${LATE}¶${BOATS} ${GATES}`, 'suggested', [[0.873, `${RAIN} ‹${GATES3}› ${LATE}`], [0.55, `${BOATS} ‹${GATES}›`]]],
    ['when one of two alike is left, edited', `${RAIN} In May prices rose by 4 percent. ‹In June prices rose by 4 percent.› ${BOATS}`, `${RAIN} In July prices rose by 4 percent. ${BOATS}`, 'suggested', [[0.813, `${RAIN} ‹In July prices rose by 4 percent.› ${BOATS}`]]],
    ['when it became a paragraph of its own, edited', `${RAIN} ‹${GATES}›¶${BOATS}`, `${RAIN}¶${GATES3}¶${BOATS}`, 'suggested', [[0.637, `‹${GATES3}›`]]],
  ])('%s', (_name, before, after, status, offered) => {
    expect(move(before, after)).toEqual({ status, placed: undefined, offered });
  }); // prettier-ignore
});

describe('a claim that is nowhere', () => {
  it.each([
    ['in the second of two equal paragraphs of which one is left', 'X fell down.¶‹X fell down.›¶Boats came.', 'X fell down.¶Boats came.'],
    ['when two words of it stand in another sentence', `${RAIN} ‹Engineers won.› ${BOATS}¶Schools shut.`, `${RAIN} ${BOATS}¶Schools shut. He says that then Engineers won. They left.`],
    ['when little like it is left', `${RAIN} ‹${GATES}› ${LATE}¶${BOATS}`, `${RAIN} ${LATE}¶${BOATS} Engineers went home.`],
  ])('%s', (_name, before, after) => {
    expect(move(before, after)).toEqual({ status: 'orphaned', placed: undefined, offered: [] });
  }); // prettier-ignore
});

describe('a claim whose stored place is wrong', () => {
  const at = (start: number, end: number, text: string, ...more: string[]) =>
    reanchor({
      oldBlocks: paragraphs('The dam held. Boats came.'),
      anchor: { blockId: 'b1', start, end, quote: 'The dam held' },
      newBlocks: paragraphs(text, ...more),
      language: 'en',
    });

  it.each([
    ['too far', 1, 13],
    ['before the text', -1, 12],
    ['between two places', 0.5, 12.5],
    ['from end to start', 12, 0],
  ])('is offered where its words stand: %s', (_name, start, end) => {
    expect(at(start, end, 'The dam held on.')).toEqual({
      status: 'suggested',
      candidates: [{ blockId: 'b1', start: 0, end: 12, quote: 'The dam held', score: 0.5 }],
      flags: [],
    });
  });

  it('is offered at five places at most', () => {
    const seven = 'The dam held. '.repeat(7);
    expect(at(1, 13, seven).candidates).toHaveLength(5);
    expect(at(1, 13, ...(['The dam held. The dam held.', 'x', seven] as const)).candidates.map(({ blockId }) => blockId)).toEqual(['b1', 'b1', 'b3', 'b3', 'b3']); // prettier-ignore
  });

  it('begins at the head of its block like anywhere else', () => {
    expect(at(0, 12, 'The dam held. Boats came.').status).toBe('exact');
  });
});
