import { extract } from '../../extraction/extract.js';

const claimsOf = (text: string): string[] =>
  extract({ text, language: 'en' }).claims.map(
    ({ quote, attribution }) =>
      `${quote} ← ${attribution?.links.map(({ name }) => name).join(' ← ') ?? '—'}${attribution?.anonymous ? ' *' : ''}`,
  );

describe('reports that were held back', () => {
  it.each([
    [
      'Gail Ostrow disputed that it mattered: “No system is made for 40 hydrants at once.”',
      ['it mattered ← Gail Ostrow', 'No system is made for 40 hydrants at once ← Gail Ostrow'],
    ],
    [
      'People familiar with a draft of that report said it blames the pumps and the old pipes.',
      ['it blames the pumps and the old pipes ← People familiar with a draft of that report *'],
    ],
    [
      'The inspection, completed in April but published without notice in July, found that 61 children had left.',
      ['61 children had left ← The inspection'],
    ],
    [
      'Ann Roe said she was given a master key and a torch and told to “keep them all in”.',
      ['she was given a master key and a torch and told to “keep them all in” ← Ann Roe'],
    ],
    [
      'Ann Roe left the hall and told reporters that the vote was lost.',
      ['Ann Roe left the hall ← —', 'the vote was lost ← Ann Roe'],
    ],
    ['One boy of 13 told inspectors he slept on the floor.', ['he slept on the floor ← One boy of 13 *']],
    ['Charities reacted with dismay.', []],
    [
      'The truck was empty, according to a recording Vega shared with The New York Times.',
      ['The truck was empty ← a recording Vega shared with The New York Times ← The New York Times'],
    ],
  ])('%s', (text, claims) => expect(claimsOf(text)).toEqual(claims));
});
