import fc from 'fast-check';
import { alignBlocks } from './block.alignment.js';

const body = (...texts: string[]) => texts.map((text) => ({ field: 'body', text }));
const old = (...texts: string[]) => texts.map((text, i) => ({ id: `b${i + 1}`, field: 'body', text }));
const ids = (blocks: { id: string }[]) => blocks.map(({ id }) => id).join(' ');
const A = 'The river rose by two metres on Monday night.';
const B = 'Two bridges were closed and the school stayed shut.';
const C = 'The mayor asked the army for boats.';

describe('aligning blocks', () => {
  it.each([
    ['nothing changed', [A, B, C], 'b1 b2 b3'],
    ['order changed', [C, A, B], 'b3 b1 b2'],
    ['one edited', [A, B.replace('Two', 'Three'), C], 'b1 b2 b3'],
    ['one retouched', [A, `${B.slice(0, 10)}\u200f${B.slice(10)}`, C], 'b1 b2 b3'],
    ['one removed', [A, C], 'b1 b3'],
    ['one added', [A, 'Nobody was hurt in the flood.', B, C], 'b1 b4 b2 b3'],
    ['one replaced', [A, 'A painter won the yearly prize in Oran.', C], 'b1 b4 b3'],
    ['one copied', [A, B, C, B], 'b1 b2 b3 b4'],
    ['two merged', [`${A} ${B}`, C], 'b1 b3'],
    ['all removed', [], ''],
  ])('%s', (_name, texts, expected) => {
    expect(ids(alignBlocks(old(A, B, C), body(...texts)))).toBe(expected);
  });

  it('lets one half of a split block keep the id', () => {
    const aligned = alignBlocks(old(`${A} ${B}`, C), body(A, B, C));
    expect(aligned.map(({ id }) => id).sort()).toEqual(['b1', 'b2', 'b3']);
    expect(aligned[2]?.id).toBe('b2');
  });

  it('keeps repeated blocks apart by their neighbours', () => {
    expect(ids(alignBlocks(old(A, B, C, B), body(A, C, B)))).toBe('b1 b3 b4');
    expect(ids(alignBlocks(old(A, B, C, B), body(A, B, C)))).toBe('b1 b2 b3');
  });

  it('prefers the block of the same field', () => {
    const aligned = alignBlocks(old(A), [
      { field: 'dek', text: A },
      { field: 'body', text: A.replace('two', 'three') },
    ]);
    expect(ids(aligned)).toBe('b2 b1');
  });

  it('takes fresh ids from where it is told, and never one in use', () => {
    let n = 0;
    const aligned = alignBlocks(old(A), body(A, B, C), (taken) => {
      expect(taken.has('b1')).toBe(true);
      return `new-${++n}`;
    });
    expect(ids(aligned)).toBe('b1 new-1 new-2');
    alignBlocks(old(A), body(B, A), (taken) => {
      expect(taken.has('b1')).toBe(true);
      return 'new';
    });
    const fresh = (...taken: string[]) => {
      const blocks = taken.map((id, i) => ({ id, field: 'body', text: `${A} ${i}` }));
      return alignBlocks(blocks, [...blocks, ...body(B)]).at(-1)?.id;
    };
    expect([fresh('b12', 'b3'), fresh('xb9', 'b7x'), fresh('intro')]).toEqual(['b13', 'b1', 'b1']);
    const sparse = [{ id: 'b7', field: 'body', text: A }];
    expect(ids(alignBlocks(sparse, body(B, A, C)))).toBe('b8 b7 b9');
  });

  it('gives every block one id of its own and keeps text and field, whatever the texts', () => {
    const texts = fc.array(fc.constantFrom(A, B, C, `${A} ${B}`, 'x', '', 'x y z', 'قال نعم.'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const aligned = alignBlocks(old(...before), body(...after));
        expect(aligned.map(({ text }) => text)).toEqual(after);
        expect(new Set(aligned.map(({ id }) => id)).size).toBe(after.length);
        expect(alignBlocks(old(...before), body(...before))).toEqual(old(...before));
      }),
    );
  });
});
