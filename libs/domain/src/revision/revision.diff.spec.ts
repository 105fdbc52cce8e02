import { revisionDiff } from './revision.diff.js';

const blocks = (...texts: string[]) =>
  texts.map((text) => {
    const [id, ...words] = text.split(':');
    return { id: id!, field: 'body', text: words.join(':') };
  });
const told = (before: string[], after: string[]) =>
  revisionDiff(blocks(...before), blocks(...after)).map(
    ({ kind, before: old, after: now }) => `${kind} ${(now ?? old)!.id}`,
  );

describe('a diff of two revisions', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing', ['1:a', '2:b'], ['1:a', '2:b'], ['same 1', 'same 2']],
    ['a word', ['1:a x', '2:b'], ['1:a y', '2:b'], ['changed 1', 'same 2']],
    ['a paragraph more', ['1:a'], ['1:a', '2:b'], ['same 1', 'added 2']],
    [
      'a paragraph fewer, told where it stood',
      ['1:a', '2:b', '3:c'],
      ['1:a', '3:c'],
      ['same 1', 'removed 2', 'same 3'],
    ],
    ['the first fewer', ['1:a', '2:b'], ['2:b'], ['removed 1', 'same 2']],
    ['the last fewer', ['1:a', '2:b'], ['1:a'], ['same 1', 'removed 2']],
    ['one moved up', ['1:a', '2:b', '3:c'], ['3:c', '1:a', '2:b'], ['moved 3', 'same 1', 'same 2']],
    [
      'one moved and changed',
      ['1:a', '2:b', '3:c'],
      ['3:d', '1:a', '2:b'],
      ['moved-and-changed 3', 'same 1', 'same 2'],
    ],
    ['everything else', ['1:a'], ['2:b'], ['added 2', 'removed 1']],
    ['a first text', [], ['1:a'], ['added 1']],
    ['nothing left', ['1:a', '2:b'], [], ['removed 1', 'removed 2']],
    [
      'the last before all others',
      ['1:a', '2:b', '3:c', '4:d'],
      ['4:d', '1:a', '2:b', '3:c'],
      ['moved 4', 'same 1', 'same 2', 'same 3'],
    ],
    [
      'the first behind all others',
      ['1:a', '2:b', '3:c', '4:d'],
      ['2:b', '3:c', '4:d', '1:a'],
      ['same 2', 'same 3', 'same 4', 'moved 1'],
    ],
    [
      'one moved up past one that went',
      ['1:a', '2:b', '3:c', '4:d'],
      ['4:d', '1:a', '3:c'],
      ['moved 4', 'same 1', 'removed 2', 'same 3'],
    ],
    [
      'one moved down past one that went',
      ['1:a', '2:b', '3:c', '4:d'],
      ['2:b', '4:d', '1:a'],
      ['same 2', 'removed 3', 'same 4', 'moved 1'],
    ],
    [
      'a new one where one went',
      ['1:a', '2:b', '3:c'],
      ['1:a', '9:x', '3:c'],
      ['same 1', 'added 9', 'removed 2', 'same 3'],
    ],
    [
      'two pairs that changed places',
      ['1:a', '2:b', '3:c', '4:d'],
      ['2:b', '1:a', '4:d', '3:c'],
      ['moved 2', 'same 1', 'moved 4', 'same 3'],
    ],
    ['the order turned round', ['1:a', '2:b', '3:c'], ['3:c', '2:b', '1:a'], ['moved 3', 'moved 2', 'same 1']],
    ['a new one between two that stay', ['1:a', '2:b'], ['1:a', '9:x', '2:b'], ['same 1', 'added 9', 'same 2']],
    [
      'of six the four that kept their order stay',
      ['1:a', '2:b', '3:c', '4:d', '5:e', '6:f'],
      ['3:c', '1:a', '2:b', '6:f', '4:d', '5:e'],
      ['moved 3', 'same 1', 'same 2', 'moved 6', 'same 4', 'same 5'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('a heading that became a paragraph has changed though its words have not', () => {
    const [before, after] = [blocks('1:a'), [{ ...blocks('1:a')[0]!, field: 'heading' }]];
    expect(revisionDiff(before, after)).toMatchObject([{ kind: 'changed', changes: [] }]);
  });

  it('tells both blocks and what changed between them', () => {
    const [before, after] = [blocks('1:old word', '2:gone'), blocks('1:new word', '3:come')];
    expect(revisionDiff(before, after)).toEqual([
      {
        kind: 'changed',
        before: before[0],
        after: after[0],
        changes: [{ before: { start: 0, end: 3 }, after: { start: 0, end: 3 }, typographic: false }],
      },
      { kind: 'added', before: null, after: after[1], changes: [] },
      { kind: 'removed', before: before[1], after: null, changes: [] },
    ]);
  });

  it('a block that moved and became a heading has changed', () => {
    const before = blocks('1:a', '2:b', '3:c');
    const after = [{ ...before[2]!, field: 'heading' }, before[0]!, before[1]!];
    expect(revisionDiff(before, after).map(({ kind }) => kind)).toEqual(['moved-and-changed', 'same', 'same']);
  });
});
