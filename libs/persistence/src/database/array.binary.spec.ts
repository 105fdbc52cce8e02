import { ArrayWriter, integerArray, textArray, uuidArray } from './array.binary.js';

const hex = (...parts: string[]) => parts.join('').replaceAll(' ', '');

describe('binary arrays', () => {
  it('are those of the protocol: dimensions, nulls, type, size, first index, then each element after its length', () => {
    expect(textArray(['a', null, 'سد', '']).toString('hex')).toBe(
      hex('00000001 00000001 00000019 00000004 00000001', '00000001 61', 'ffffffff', '00000004 d8b3d8af', '00000000'),
    );
    expect(integerArray([1, -2]).toString('hex')).toBe(
      hex('00000001 00000000 00000017 00000002 00000001', '00000004 00000001', '00000004 fffffffe'),
    );
    const ids = Buffer.from([...Array(32).keys()]);
    expect(uuidArray(ids).toString('hex')).toBe(
      hex(
        '00000001 00000000 00000b86 00000002 00000001',
        '00000010',
        ids.toString('hex', 0, 16),
        '00000010',
        ids.toString('hex', 16),
      ),
    );
  });

  it('have no dimension when they are empty', () => {
    for (const empty of [textArray([]), integerArray([]), uuidArray(Buffer.alloc(0))])
      expect([empty.length, empty.readInt32BE(0)]).toEqual([12, 0]);
  });

  it('grow without end, and cleared hold the next ones only', () => {
    const long = 'ع'.repeat(3_000);
    const array = new ArrayWriter('text');
    for (let n = 0; n < 100; n += 1) array.addText(n % 10 === 0 ? null : `${n}${long}`);
    const texts = Array.from({ length: 100 }, (_, n) => (n % 10 === 0 ? null : `${n}${long}`));
    expect(array.value().equals(textArray(texts))).toBe(true);
    expect(array.value().readInt32BE(20 + 4)).toBe(Buffer.byteLength(`1${long}`)); // after the first, which is null
    array.clear();
    array.addText('again');
    expect(array.value()).toEqual(textArray(['again']));
  });

  it('hold bytes a character each', () => {
    const array = new ArrayWriter('bytea');
    array.addText('\u0000ÿ\u0080', 'latin1');
    expect(array.value().toString('hex', 20)).toBe('0000000300ff80');
  });
});
