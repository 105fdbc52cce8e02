import { EXIT } from '../program/exit.code.js';
import { shortId, wholeId } from './short.id.js';

const ids = [
  '01a2041b-c3aa-7057-a0be-39a50df4a2ef',
  '01a2041b-c3aa-7057-a0be-11150df4a2ef',
  '01a2041b-c3aa-7057-a0be-39a5e058b731',
];
const find = (typed: string, among = ids) => wholeId('claim', typed, () => among.map((id) => ({ id })));

describe('a short id', () => {
  it('finds the one thing whose id ends so, however it is written', async () => {
    expect(await find(shortId(ids[2]!))).toBe(ids[2]);
    expect(await find('58B731')).toBe(ids[2]);
    expect(await find('39a50df4a2ef')).toBe(ids[0]);
    expect(await find('58b731', [ids[2]!, ids[2]!])).toBe(ids[2]); // met twice, in one's queue and among all
  });

  it('is never guessed where it fits several', async () => {
    await expect(find('0df4a2ef')).rejects.toMatchObject({
      code: EXIT.notFound,
      text: { en: expect.stringContaining('2 ids end') },
    });
  });

  it('has to be long enough, and an id', async () => {
    for (const typed of ['8b731', 'e058b73g', '', '../articles']) {
      await expect(find(typed)).rejects.toMatchObject({ code: EXIT.usage });
    }
    await expect(find('00000000')).rejects.toMatchObject({ code: EXIT.notFound });
  });

  it('in full is taken at its word', async () => {
    expect(await find('01a2041b-0000-7000-8000-000000000000', [])).toBe('01a2041b-0000-7000-8000-000000000000');
  });
});
