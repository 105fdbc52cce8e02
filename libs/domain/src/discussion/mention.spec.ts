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
  ])('%s → %j', (text, memberIds) => {
    expect(mentionsIn(text, [salma, salmaN, omar])).toEqual({ memberIds, ambiguous: [] });
  });

  it('of a name that two bear is not guessed', () => {
    expect(mentionsIn('@Omar Aziz, please', [omar, twin])).toEqual({ memberIds: [], ambiguous: ['Omar Aziz'] });
    expect(mentionsIn('@aziz@desk.example, please', [omar, twin])).toEqual({ memberIds: ['t'], ambiguous: [] });
  });
});
