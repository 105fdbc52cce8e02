import { mentionedIn, piecesOf, typedName, withName } from './mention.js';

const members = [
  { id: 'o', name: 'عمر' },
  { id: 'oh', name: 'عمر الحداد' },
  { id: 's', name: 'Salma' },
  { id: 'none', name: '' },
];

describe('mentions', () => {
  it.each([
    ['انظر @عمر الحداد والجدول', ['oh']],
    ['@عمر و@Salma و@عمر', ['o', 's']],
    ['بريد salma@example.org', []],
    ['لا أحد', []],
    ['@@Salma', ['s']],
  ])('%s calls %j', (text, expected) => expect(mentionedIn(text, members)).toEqual(expected));

  it('the pieces joined are the text', () => {
    const text = 'انظر @عمر الحداد، ثم @Salma.';
    const pieces = piecesOf(text, members);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map(({ memberId }) => memberId)).toEqual([null, 'oh', null, 's', null]);
  });

  it.each([
    ['انظر @عم', 'عم'],
    ['@', ''],
    ['salma@example', null],
    ['@عمر\n', null],
    ['', null],
  ])('%j: the name being typed is %j', (text, expected) => expect(typedName(text)).toBe(expected));

  it('is made whole', () => expect(withName('انظر @عم', 'عمر الحداد')).toBe('انظر @عمر الحداد '));
});
