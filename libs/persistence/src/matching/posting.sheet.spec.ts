import { stemNamed } from '#language';
import { PostingSheet } from './posting.sheet.js';

/** The stems of a text; the same object for a word that came before, as reading gives them. */
const met = new Map<string, ReturnType<typeof stemNamed>>();
function stems(...words: string[]) {
  return words.map((word) => {
    const stem = met.get(word) ?? stemNamed(word);
    met.set(word, stem);
    return stem;
  });
}

/** What a sheet packs, told block by block: term, first document, and [document, tf, length] of each posting. */
function told(sheet: PostingSheet, documents: readonly number[]) {
  const { terms, df, bytes, blocks, length } = sheet.packed(Int32Array.from(documents));
  const list = blocks.term.map((term, at) => {
    const block = bytes.subarray(blocks.start[at]! - 1, blocks.start[at]! - 1 + blocks.size[at]!);
    const postings = Array.from({ length: block.length / 6 }, (_, n) => [
      block.readUInt32BE(6 * n),
      block[6 * n + 4],
      block[6 * n + 5],
    ]);
    return { term: terms[term - 1], first: blocks.first[at], postings };
  });
  return { df: Object.fromEntries(terms.map((term, at) => [term, df[at]])), list, length };
}

describe('a sheet of postings', () => {
  it('tells of each term in which texts it is, how often, and how long they are', () => {
    const sheet = new PostingSheet();
    sheet.add(stems('dam', 'cracks', 'dam'));
    sheet.add(stems());
    sheet.add(stems('cracks'));
    expect(told(sheet, [7, 8, 9])).toEqual({
      df: { cracks: 2, dam: 1 },
      list: [
        {
          term: 'cracks',
          first: 7,
          postings: [
            [7, 1, 3],
            [9, 1, 1],
          ],
        },
        { term: 'dam', first: 7, postings: [[7, 2, 3]] },
      ],
      length: 4,
    });
  });

  it('leaves out texts without a number, and terms that only they have', () => {
    const sheet = new PostingSheet();
    sheet.add(stems('dam', 'flood'));
    sheet.add(stems('dam', 'only', 'only'));
    expect(told(sheet, [3, 0])).toMatchObject({ df: { dam: 1, flood: 1 }, length: 2 });
    expect(told(sheet, [0, 0])).toEqual({ df: {}, list: [], length: 0 });
  });

  it('cuts blocks at a thousand postings, counts to 255, and forgets nothing while it grows', () => {
    const sheet = new PostingSheet();
    const texts = Array.from({ length: 2_500 }, (_, n) => ['every', `own${n}`]);
    for (const text of [...texts, Array.from({ length: 300 }, () => 'every')]) sheet.add(stems(...text));
    const documents = Array.from({ length: 2_501 }, (_, n) => n + 1);
    const { df, list, length } = told(sheet, documents);
    const every = list.filter(({ term }) => term === 'every');
    expect([df.every, Object.keys(df).length, length]).toEqual([2_501, 2_501, 5_300]);
    expect(every.map(({ first, postings }) => [first, postings.length])).toEqual([
      [1, 1_000],
      [1_001, 1_000],
      [2_001, 501],
    ]);
    expect(every.flatMap(({ postings }) => postings.map(([document]) => document))).toEqual(documents);
    expect(every.at(-1)!.postings.at(-1)).toEqual([2_501, 255, 255]);
  });

  it('knows a term again by its text, and beside another sheet', () => {
    const [one, other] = [new PostingSheet(), new PostingSheet()];
    for (const sheet of [one, other, one]) sheet.add([...stems('dam'), stemNamed('dam'), ...stems('flood', 'dam')]);
    expect([told(one, [1, 2]).df, told(other, [1]).df]).toEqual([
      { dam: 2, flood: 2 },
      { dam: 1, flood: 1 },
    ]);
    expect(told(one, [1, 0]).list[0]!.postings).toEqual([[1, 3, 4]]);
  });

  it('cleared, is as new', () => {
    const sheet = new PostingSheet();
    sheet.add(stems('dam', 'cracks'));
    sheet.clear();
    sheet.add(stems('dam'));
    expect(told(sheet, [1])).toEqual({
      df: { dam: 1 },
      list: [{ term: 'dam', first: 1, postings: [[1, 1, 1]] }],
      length: 1,
    });
  });
});
