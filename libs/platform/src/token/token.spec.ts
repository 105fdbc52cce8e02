import { crc32 } from 'node:zlib';
import { randomBase62, toBase62 } from './base62.js';
import { newToken, tokenHash, tokenType } from './token.js';

describe('tokens', () => {
  it('have the documented shape and differ', () => {
    const tokens = Array.from({ length: 200 }, () => newToken('pat'));
    for (const token of tokens) expect(token).toMatch(/^isn_pat_[0-9A-Za-z]{36}$/);
    expect(new Set(tokens).size).toBe(200);
  });

  it('are recognised with their type', () => {
    expect(tokenType(newToken('pat'))).toBe('pat');
    expect(tokenType(newToken('svc'))).toBe('svc');
  });

  it('carry the CRC32 of what stands before it, in six base62 digits', () => {
    const token = newToken('pat');
    let value = 0;
    for (const digit of token.slice(-6)) {
      value = value * 62 + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.indexOf(digit);
    }
    expect(value).toBe(crc32(token.slice(0, -6)));
  });

  it('are refused with any one character changed', () => {
    const token = newToken('pat');
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'x' ? 'y' : 'x';
      expect(tokenType(token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
  });

  it.each(['', 'isn_pat_', 'isn_pat_short', `${newToken('pat')}x`, ` ${newToken('pat')}`, `${newToken('pat')}\n`])(
    'are refused when the text is %j',
    (text) => {
      expect(tokenType(text)).toBeNull();
    },
  );

  it.each(['', 'p', 'PAT', 'p_t', 'muchtoolong'])('cannot be made of type %j', (type) => {
    expect(() => newToken(type)).toThrow(RangeError);
  });

  it('are stored as their SHA-256', () => {
    expect(tokenHash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('base62', () => {
  it.each([
    [0, 6, '000000'],
    [61, 1, 'z'],
    [62, 2, '10'],
    [4_294_967_295, 6, '4gfFC3'],
  ])('writes %d in %d digits as %s', (value, width, text) => {
    expect(toBase62(value, width)).toBe(text);
  });

  it('uses every digit about equally often', () => {
    const counts = new Map<string, number>();
    for (const digit of randomBase62(62_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // 1 000 expected each; six standard deviations either way.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(190);
  });
});
