import { mentionsIn } from './mention.js';

const salma = { id: 's', name: 'سلمى حداد', email: 'salma@desk.example' };
const salmaN = { id: 'n', name: 'سلمى حداد النابلسي', email: 'nabulsi@desk.example' };
const omar = { id: 'o', name: 'Omar Aziz', email: 'omar@desk.example' };
const twin = { id: 't', name: 'Omar Aziz', email: 'aziz@desk.example' };

describe('mentions in a comment', () => {
  it.each<[string, string[]]>([
    ['@سلمى حداد راجعي التاريخ', ['s']],
    ['شكرًا @سَلْمى حدّاد، وصلتني', ['s']],
    ['@سلمى حداد النابلسي وليس غيرها', ['n']],
    ['@omar aziz and then @سلمى حداد', ['o', 's']],
    ['@Omar Aziz twice: @OMAR AZIZ', ['o']],
    ['(@omar@desk.example)', ['o']],
    ['write to omar@desk.example', []],
    ['@Omar Azizi is somebody else', []],
    ['@nobody here', []],
    ['no mention at all', []],
    ['@', []],
    ['@Omar  Aziz, with two spaces', ['o']],
    ['@Omar\u00A0Aziz, with a hard one', ['o']],
    ['@Omar \n Aziz, over a line', ['o']],
    ['@سلمــى حداد, drawn out', ['s']],
    ['@Omar Aziz2 is somebody else', []],
    ['@Omar Aziz_x is somebody else', []],
    ['@Omar Azizَ', ['o']],
    ['at the end @Omar Aziz', ['o']],
    ['«@Omar Aziz»', ['o']],
    ['5@Omar Aziz', []],
    ['_@Omar Aziz', []],
    ['@@Omar Aziz', ['o']],
    ['@Omar', []],
    ['@ Omar Aziz', []],
  ])('%s → %j', (text, memberIds) => {
    expect(mentionsIn(text, [salma, salmaN, omar])).toEqual({ memberIds, ambiguous: [] });
  });

  it('of a name that two bear is not guessed', () => {
    expect(mentionsIn('@Omar Aziz, please', [omar, twin])).toEqual({ memberIds: [], ambiguous: ['Omar Aziz'] });
    expect(mentionsIn('@aziz@desk.example, please', [omar, twin])).toEqual({ memberIds: ['t'], ambiguous: [] });
  });

  it('a name that two bear is told once, as the first of them writes it', () => {
    const other = { ...twin, name: 'OMAR AZIZ' };
    expect(mentionsIn('@omar aziz and @Omar Aziz', [omar, other, salma])).toEqual({
      memberIds: [],
      ambiguous: ['Omar Aziz'],
    });
  });

  it.each<[string, string, { id: string; name: string; email: string }[], string[]]>([
    ['who is called by his address', '@omar@desk.example', [{ ...omar, name: omar.email }], ['o']],
    ['who is known twice', '@Omar Aziz', [omar, omar], ['o']],
    ['without a name', '@ and @omar@desk.example', [{ ...omar, name: ' ' }], ['o']],
    ['of a longer name that is known later', '@Omar Aziz Bey', [omar, { ...twin, name: 'Omar Aziz Bey' }], ['t']],
    ['of a shorter name that is known later', '@Omar Aziz Bey', [{ ...twin, name: 'Omar Aziz Bey' }, omar], ['t']],
    ['whose name is written with vowels', '@سلمى حداد', [{ ...salma, name: 'سَلمى حدّاد' }], ['s']],
  ])('a member %s', (_, text, members, memberIds) => {
    expect(mentionsIn(text, members)).toEqual({ memberIds, ambiguous: [] });
  });
});
