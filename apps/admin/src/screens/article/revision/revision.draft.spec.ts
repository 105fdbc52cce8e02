import type { Article } from '#client';
import { bodyOf, isChanged, type RevisionDraft, wholeOf } from './revision.draft.js';

const revision = {
  number: 2,
  blocks: [
    { id: 'a', field: 'title', text: 'Prices rise' },
    { id: 'b', field: 'caption', text: 'The market' },
    { id: 'c', field: 'body', text: 'They rose 12 percent.' },
  ],
} as unknown as Article['revision'];
const places = (...texts: string[]): RevisionDraft => ({
  of: 2,
  blocks: revision.blocks.map(({ field }, at) => ({ field, text: texts[at] ?? '' })),
});

describe('a revision being written', () => {
  it('keeps the field of each paragraph, cuts at empty lines and drops what was emptied', () => {
    expect(bodyOf(places('Prices rise', '', 'One.\n \nTwo.'))).toEqual({
      blocks: [
        { field: 'title', text: 'Prices rise' },
        { field: 'body', text: 'One.' },
        { field: 'body', text: 'Two.' },
      ],
    });
  });

  it('is sent whole when it was pasted whole', () => {
    expect(bodyOf({ of: 2, whole: 'A\n\nB' })).toEqual({ text: 'A\n\nB' });
  });

  it.each<[string, RevisionDraft, boolean]>([
    ['the same paragraphs', places('Prices rise', 'The market', 'They rose 12 percent.'), false],
    ['only space around them', places('Prices rise ', 'The market', '\n\nThey rose 12 percent.'), false],
    ['another word', places('Prices rise', 'The market', 'They rose 14 percent.'), true],
    ['the same text pasted', { of: 2, whole: `${wholeOf(revision)}\n` }, false],
    ['another text pasted', { of: 2, whole: 'Prices fall' }, true],
    ['nothing pasted', { of: 2, whole: ' ' }, false],
  ])('of %s is a change: %s', (_, draft, expected) => expect(isChanged(draft, revision)).toBe(expected));
});
