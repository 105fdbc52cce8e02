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
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('a heading that became a paragraph has changed though its words have not', () => {
    const [before, after] = [blocks('1:a'), [{ ...blocks('1:a')[0]!, field: 'heading' }]];
    expect(revisionDiff(before, after)).toMatchObject([{ kind: 'changed', changes: [] }]);
  });
});
