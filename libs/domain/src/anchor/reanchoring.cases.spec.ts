import { attributionAt } from '#language';
import { alignBlocks } from './block.alignment.js';
import { reanchor, reanchorAll } from './claim.reanchoring.js';
import { frameFrom } from './frame.comparison.js';
import type { FrameReader, Reanchoring, TextBlock } from './anchor.types.js';

const frameOf: FrameReader = (text, start, end, language) => frameFrom(attributionAt(text, start, end, language));

const blocksOf = (text: string): TextBlock[] =>
  text.split('¶').map((part, i) => ({ id: `b${i + 1}`, field: 'body', text: part }));

function anchorIn(text: string) {
  const marked = text.split('¶');
  const at = marked.findIndex((part) => part.includes('‹'));
  const start = marked[at]?.indexOf('‹') ?? -1;
  const end = (marked[at]?.indexOf('›') ?? 0) - 1;
  return { blockId: `b${at + 1}`, start, end, quote: marked[at]?.slice(start + 1, end + 1) ?? '' };
}

function move(before: string, after: string, read: FrameReader | undefined = frameOf) {
  const oldBlocks = blocksOf(before.replace(/[‹›]/g, ''));
  const newBlocks = alignBlocks(oldBlocks, blocksOf(after));
  const language = /[\u0621-\u064A]/.test(before) ? 'ar' : 'en';
  const answer = reanchor({ oldBlocks, anchor: anchorIn(before), newBlocks, language, ...(read && { frameOf: read }) });
  const show = (place: { blockId: string; start: number; end: number }) =>
    newBlocks
      .map(({ id, text }) =>
        id === place.blockId
          ? `${text.slice(0, place.start)}‹${text.slice(place.start, place.end)}›${text.slice(place.end)}`
          : text,
      )
      .join('¶');
  return { answer, placed: answer.anchor && show(answer.anchor), offered: answer.candidates.map(show) };
}

const wordFlags = ({ flags }: Reanchoring) => flags.filter((flag) => flag !== 'contextChanged');

describe('a negation outside the claim', () => {
  it.each([
    ['joins it when put in right before', 'قالت الوزارة إنها ‹سترفع الرسوم في يونيو›.', 'قالت الوزارة إنها لن ‹سترفع الرسوم في يونيو›.', 'قالت الوزارة إنها ‹لن سترفع الرسوم في يونيو›.'],
    ['joins a claim that opened its sentence', '‹Raised fees hurt the poor in June.›', 'No raised fees hurt the poor in June.', '‹No raised fees hurt the poor in June.›'],
    ['outdates it when taken out', 'The bank will not ‹raise fees in June›.', 'The bank will ‹raise fees in June›.', 'The bank will ‹raise fees in June›.'],
    ['outdates it when a word away', 'The bank will soon ‹raise fees in June›.', 'The bank will not soon ‹raise fees in June›.', 'The bank will not soon ‹raise fees in June›.'],
    ['outdates it when a verb of denial', 'The bank says ‹fees fell in June›.', 'The bank denies ‹fees fell in June›.', 'The bank denies ‹fees fell in June›.'],
  ])('%s', (_name, before, after, placed) => {
    const moved = move(before, after.replace(/[‹›]/g, ''), undefined);
    expect(moved.answer.status).toBe('changed');
    expect(moved.placed).toBe(placed);
    expect(moved.answer.flags).toContain('negationChanged');
  }); // prettier-ignore

  it('is no concern of a claim in another clause', () => {
    const { answer } = move('As of May, ‹the bank raised fees twice›.', 'It did not say why, ‹the bank raised fees twice›.'.replace(/[‹›]/g, ''), undefined);
    expect(answer.status).toBe('exact');
    expect(wordFlags(answer)).toEqual([]);
  }); // prettier-ignore
});

describe('words that stand more than once', () => {
  it('does not take the figure that is left for the one that went', () => {
    const { answer } = move('It was ‹30%› in May and 30% in June.', 'It was 30% in June.');
    expect(['ambiguous', 'suggested', 'orphaned']).toContain(answer.status);
    expect(answer.anchor).toBeUndefined();
  });

  it('knows a figure by the words beside it', () => {
    expect(move('Rice cost 30% more in May and flour ‹30%› more in June.', 'Flour 30% more in June.').placed).toBe(
      'Flour ‹30%› more in June.',
    );
    expect(move('It was 30% in May, then ‹30%› in June.', 'It was 30% in May, 30% in early spring, then 30% in June.').placed).toBe(
      'It was 30% in May, 30% in early spring, then ‹30%› in June.',
    );
  }); // prettier-ignore

  it('asks when the sentence was doubled on the spot, and offers both', () => {
    const { answer, offered } = move('Rain fell. ‹The dam held until noon.› Boats came.', 'Rain fell. The dam held until noon. The dam held until noon. Boats came.');
    expect(answer.status).toBe('ambiguous');
    expect(offered).toEqual(
      expect.arrayContaining([
        'Rain fell. ‹The dam held until noon.› The dam held until noon. Boats came.',
        'Rain fell. The dam held until noon. ‹The dam held until noon.› Boats came.',
      ]),
    );
  }); // prettier-ignore

  it('stays when the sentence was copied to the end', () => {
    const { answer } = move('Rain fell. ‹The dam held until noon.› Boats came.¶Schools shut.', 'Rain fell. The dam held until noon. Boats came.¶Schools shut.¶The dam held until noon.');
    expect(answer.status).toBe('exact');
    expect(answer.anchor?.blockId).toBe('b1');
  }); // prettier-ignore

  it('asks when one of two equal paragraphs is gone and nothing beside them tells which', () => {
    const { answer, offered } = move('The dam held.¶‹The dam held.›¶Boats came.', 'The dam held.¶Boats came.');
    expect(['ambiguous', 'suggested', 'orphaned']).toContain(answer.status);
    expect(offered.every((place) => place === '‹The dam held.›¶Boats came.')).toBe(true);
  });

  it('asks for the first of them as well', () => {
    expect(
      move('‹The dam held.›¶The dam held.¶Boats came.', 'The dam held.¶Boats came.').answer.anchor,
    ).toBeUndefined();
  });

  it('asks when the sentence was reworded in place and its old wording pasted into another paragraph', () => {
    const { answer, offered } = move('Rain fell. ‹The bridge opened in 1971.› Boats came.¶Schools shut early.', 'Rain fell. The bridge opened in 1973. Boats came.¶Schools shut early. The bridge opened in 1971.');
    expect(answer.anchor).toBeUndefined();
    expect(offered).toHaveLength(2);
  }); // prettier-ignore

  it('asks when the one sentence left may be either of two, reworded', () => {
    const { answer } = move('Rain fell. In May prices rose by 4 percent. ‹In June prices rose by 4 percent.› Boats came.', 'Rain fell. In July prices rose by 4 percent. Boats came.');
    expect(answer.anchor).toBeUndefined();
  }); // prettier-ignore

  it('asks when the same words stand under another field and a reworded paragraph in the old one', () => {
    const text = 'Around 120 people were hurt near the school in Basra.';
    const oldBlocks = blocksOf(`${text}¶The mayor went there.¶Schools shut early.`);
    const body = (...texts: string[]) => texts.map((part) => ({ field: 'body', text: part }));
    const newBlocks = alignBlocks(oldBlocks, [{ field: 'dek', text }, ...body('The mayor went there.', 'Around 485 people were hurt near the school in Basra.', 'Schools shut early.')]);
    const answer = reanchor({ oldBlocks, anchor: { blockId: 'b1', start: 0, end: text.length, quote: text }, newBlocks, language: 'en' });
    expect(['exact', 'moved', 'typographic']).not.toContain(answer.status);
  }); // prettier-ignore

  it('asks when the old wording stands above and the reworded one below', () => {
    const { answer, offered } = move('Rain fell.¶‹The bridge opened in 1971.›¶Boats came.', 'Rain fell.¶The bridge opened in 1971.¶The bridge opened in 1973.¶Boats came.');
    expect(answer.status).toBe('ambiguous');
    expect(offered).toHaveLength(2);
  }); // prettier-ignore
});

describe('sentences and paragraphs that moved', () => {
  const rain = 'Rain fell all night on the hills above the town.';
  const dam = 'Engineers opened both gates of the dam at noon.';
  const boats = 'Boats carried forty families to the school.';

  it('follows a sentence to another paragraph', () => {
    const { answer, placed } = move(`${rain} ‹${dam}›¶${boats}`, `${rain}¶${boats} ${dam}`);
    expect(answer.status).toBe('moved');
    expect(answer.flags).toEqual(['contextChanged']);
    expect(placed).toBe(`${rain}¶${boats} ‹${dam}›`);
  });

  it('follows it when its paragraph was split before it or merged with the next', () => {
    expect(move(`${rain} ‹${dam}›¶${boats}`, `${rain}¶${dam}¶${boats}`).placed).toBe(`${rain}¶‹${dam}›¶${boats}`);
    expect(move(`${rain}¶‹${dam}› ${boats}`, `${rain} ${dam} ${boats}`).placed).toBe(`${rain} ‹${dam}› ${boats}`);
  });

  it('keeps a claim whose sentence was joined to the one before, behind the new conjunction', () => {
    const { answer, placed } = move('هطل المطر طوال الليل. ‹فتح المهندسون بوابتي السد ظهرًا›.', 'هطل المطر طوال الليل وفتح المهندسون بوابتي السد ظهرًا.');
    expect(answer.status).toBe('exact');
    expect(placed).toBe('هطل المطر طوال الليل و‹فتح المهندسون بوابتي السد ظهرًا›.');
  }); // prettier-ignore

  it('does not follow a sentence of two words', () => {
    const { answer, offered } = move(`${rain} ‹It ended.›¶${boats}`, `${rain}¶${boats} It ended.`);
    expect(answer.status).toBe('suggested');
    expect(offered).toEqual([`${rain}¶${boats} ‹It ended.›`]);
  });

  it('does not place a claim of two sentences around a third', () => {
    const { answer } = move(`‹${rain} ${dam}› ${boats}`, `${rain} ${boats} ${dam}`);
    expect(answer.anchor).toBeUndefined();
    expect(answer.candidates.length).toBeGreaterThan(0);
  });

  it('takes in what was added to its last visible character', () => {
    const { answer } = move('Rain ‹fell all night.› Boats came.', 'Rain fell all night.\u0301 Boats came soon.');
    expect(answer.anchor?.quote).toBe('fell all night.\u0301');
  });

  it('only suggests a sentence that was moved and edited', () => {
    const { answer, offered } = move(`${rain} ‹${dam}› It was late.¶${boats}`, `${rain} It was late.¶${boats} ${dam.replace('both', 'three')}`);
    expect(answer.status).toBe('suggested');
    expect(offered).toEqual([`${rain} It was late.¶${boats} ‹${dam.replace('both', 'three')}›`]);
  }); // prettier-ignore

  it('never places a claim on a new sentence like the one removed', () => {
    const { answer } = move(`${rain}¶Exports rose. ‹Imports rose to 12 percent in 2023.› Ports were full.¶${boats}`, `${rain}¶Exports rose. Ports were full.¶${boats} Imports rose to 15 percent in 2024.`);
    expect(['suggested', 'orphaned']).toContain(answer.status);
  }); // prettier-ignore

  it('never places a claim on another old sentence', () => {
    const { answer } = move(
      'Team Alpha ‹won twice in May›. Team Beta won twice in May.',
      'Team Beta won twice in May.',
    );
    expect(answer.status).not.toBe('exact');
    expect(answer.anchor).toBeUndefined();
  });

  it('offers the parts of a sentence torn over two paragraphs', () => {
    const { answer } = move(`${rain} ‹Engineers opened both gates of the dam at noon and boats carried forty families away.›`, `${rain} Engineers opened both gates of the dam at noon.¶Boats carried forty families away.`);
    expect(answer.anchor?.quote ?? answer.candidates[0]?.quote).toContain('Engineers opened both gates');
    expect(['changed', 'suggested', 'ambiguous']).toContain(answer.status);
  }); // prettier-ignore
});

describe('what changed', () => {
  it('says so when a sentence was put in beside the claim', () => {
    const { answer } = move(
      '‹The dam held until noon.› Boats came.',
      'The dam held until noon. That is not true. Boats came.',
    );
    expect(answer).toMatchObject({ status: 'exact', flags: ['contextChanged'] });
  });

  it('names a changed person', () => {
    const { answer } = move(
      '‹The court fined Karim Haddad in May.› He left.',
      'The court fined Rami Haddad in May. He left.',
    );
    expect(answer).toMatchObject({ status: 'changed', flags: ['contextChanged', 'nameChanged'] });
  });

  it('asks when little of the claim is left in its sentence', () => {
    const { answer, offered } = move('The minister said that ‹bread prices fell sharply in poor districts›, and left the hall.', 'The minister said that wages would soon follow, and left the hall.');
    expect(answer.status).toBe('suggested');
    expect(offered).toEqual(['The minister said that ‹wages would soon follow›, and left the hall.']);
  }); // prettier-ignore

  it('reads no frame where the text up to the claim is the same, and a part of a very long block where it is not', () => {
    const seen: number[] = [];
    const spy: FrameReader = (text, start, end) => {
      seen.push(text.length);
      expect(text.slice(start, end)).toBe('the dam held until noon');
      return null;
    };
    const long = 'Rain fell on the hills. '.repeat(500);
    move('Officials say ‹the dam held until noon›. Boats came.', 'Officials say the dam held until noon. Ships came.', spy);
    expect(seen).toEqual([]);
    move(`${long}Officials say ‹the dam held until noon›.`, `${long}Three officials say the dam held until noon.`, spy);
    expect(seen).toHaveLength(2);
    expect(Math.max(...seen)).toBeLessThan(2500);
  }); // prettier-ignore
});

describe('input that does not fit', () => {
  const blocks = blocksOf('The dam held. Boats came.¶The dam held.');
  const at = (anchor: { blockId: string; start: number; end: number; quote: string }, newBlocks = blocks) =>
    reanchor({ oldBlocks: blocks, anchor, newBlocks, language: 'en' });

  it('offers the places of a quote whose stored place is wrong', () => {
    const { status, candidates } = at({ blockId: 'b1', start: 3, end: 16, quote: 'The dam held.' });
    expect(status).toBe('ambiguous');
    expect(candidates.map(({ blockId, start }) => [blockId, start])).toEqual([['b1', 0], ['b2', 0]]);
  }); // prettier-ignore

  it.each([
    ['an unknown block', { blockId: 'b9', start: 0, end: 5, quote: 'Ships' }],
    ['an empty claim', { blockId: 'b1', start: 4, end: 4, quote: '' }],
    ['offsets that are no numbers', { blockId: 'b1', start: Number.NaN, end: Number.NaN, quote: '' }],
  ])('orphans %s', (_name, anchor) => {
    expect(at(anchor)).toEqual({ status: 'orphaned', candidates: [], flags: [] });
  });

  it('orphans everything when nothing is left', () => {
    const anchor = { blockId: 'b1', start: 0, end: 13, quote: 'The dam held.' };
    expect(at(anchor, []).status).toBe('orphaned');
    expect(reanchorAll([{ anchor }, { anchor }], blocks, blocksOf(''), { language: 'en' })).toHaveLength(2);
  });

  it('orphans a claim without words in a text that changed', () => {
    const oldBlocks = blocksOf('Rain fell ... and fell.');
    const anchor = { blockId: 'b1', start: 10, end: 13, quote: '...' };
    const newBlocks = alignBlocks(oldBlocks, blocksOf('Snow fell ... and fell.'));
    expect(reanchor({ oldBlocks, anchor, newBlocks, language: 'en' }).status).toBe('orphaned');
  });
});
