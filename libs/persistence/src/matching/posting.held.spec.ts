import { randomUUID } from 'node:crypto';
import { POSTING } from './posting.codec.js';
import { HeldPostings } from './posting.held.js';

const ROOM = randomUUID();
const DF = 300;
const blocks = (df: number, fill = 1) => [Buffer.alloc((df - 1) * POSTING, fill), Buffer.alloc(POSTING, fill)];

/** Room for three terms of 300 postings. */
const small = () => new HeldPostings(3 * DF * POSTING, DF);
const kept = (memory: HeldPostings, terms: readonly string[], room = ROOM) => [...memory.of(room, terms).keys()];

describe('postings held from earlier questions', () => {
  it('are those of the terms asked for, of one newsroom', () => {
    const memory = small();
    memory.keep(ROOM, 'لقاح', DF, blocks(DF));
    expect(memory.of(ROOM, ['لقاح', 'وباء'])).toEqual(new Map([['لقاح', { df: DF, blocks: blocks(DF) }]]));
    expect(kept(memory, ['لقاح'], randomUUID())).toEqual([]);
  });

  it('give way, those first that nobody asked for the longest', () => {
    const memory = small();
    for (const term of ['a', 'b', 'c', 'a', 'd']) memory.keep(ROOM, term, DF, blocks(DF));
    expect(kept(memory, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd']);
  });

  it('take the place of what was held of the same term, and count once', () => {
    const memory = small();
    memory.keep(ROOM, 'a', DF, blocks(DF));
    memory.keep(ROOM, 'b', DF, blocks(DF));
    for (let more = 1; more <= 9; more += 1) memory.keep(ROOM, 'a', DF + more, blocks(DF + more, more));
    expect(memory.of(ROOM, ['a']).get('a')).toEqual({ df: DF + 9, blocks: blocks(DF + 9, 9) });
    expect(kept(memory, ['b'])).toEqual(['b']);
  });

  it('are all of a term or nothing, and nothing of a rare one or of one without room', () => {
    const memory = small();
    memory.keep(ROOM, 'cut off', DF + 1, blocks(DF));
    memory.keep(ROOM, 'rare', DF - 1, blocks(DF - 1));
    memory.keep(ROOM, 'too common', 3 * DF + 1, blocks(3 * DF + 1));
    expect(kept(memory, ['cut off', 'rare', 'too common'])).toEqual([]);
  });

  it('stay whole for who has them while they give way', () => {
    const memory = small();
    memory.keep(ROOM, 'a', DF, blocks(DF));
    const mine = memory.of(ROOM, ['a']);
    for (const term of ['b', 'c', 'd']) memory.keep(ROOM, term, DF, blocks(DF));
    expect(kept(memory, ['a'])).toEqual([]);
    expect(mine.get('a')?.blocks).toEqual(blocks(DF));
  });
});
