import fc from 'fast-check';
import { canonicalJson, CanonicalJsonError } from './canonical.json.js';

function faultOf(value: unknown): [string, string] {
  try {
    return ['accepted', canonicalJson(value)];
  } catch (error) {
    if (error instanceof CanonicalJsonError) return [error.fault, error.pointer];
    throw error;
  }
}

const double = (hex: string) => Buffer.from(hex, 'hex').readDoubleBE();

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 section 3.2.2', () => {
    // 1E30 of the example is left out: it is an integer that no other language need read back as written.
    const input = String.raw`{"numbers": [333333333.33333329, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members as in section 3.2.3, by UTF-16 code units', () => {
    const input = String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`;
    const order = [...canonicalJson(JSON.parse(input)).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s of appendix B as %s', (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text);
  });

  it.each([
    ['4340000000000000', 'unsafe-integer'], // 2^53
    ['c340000000000000', 'unsafe-integer'],
    ['44b52d02c7e14af6', 'unsafe-integer'], // 1e23
    ['7fefffffffffffff', 'unsafe-integer'],
    ['7fffffffffffffff', 'not-finite'],
    ['7ff0000000000000', 'not-finite'],
  ])('refuses the double %s of appendix B: %s', (hex, fault) => {
    expect(faultOf([double(hex)])).toEqual([fault, '/0']);
  });

  it.each<[string, unknown, string, string]>([
    ['a lone high surrogate', { a: ['\ud800'] }, 'lone-surrogate', '/a/0'],
    ['a lone low surrogate in a name', { '\udc00': 1 }, 'lone-surrogate', '/\udc00'],
    ['NUL', { 'a/b': 'x\0' }, 'nul', '/a~1b'],
    ['NUL in a name', { 'a~\0': 1 }, 'nul', '/a~0\0'],
    ['an undefined member', { a: undefined }, 'not-json', '/a'],
    ['a hole in an array', new Array(1), 'not-json', '/0'],
    ['a date', { at: new Date(0) }, 'not-json', '/at'],
    ['a map', new Map(), 'not-json', ''],
    ['a big integer', [1n], 'not-json', '/0'],
    ['a function', { f: () => 1 }, 'not-json', '/f'],
  ])('refuses %s', (_, value, fault, pointer) => {
    expect(faultOf(value)).toEqual([fault, pointer]);
  });

  it('refuses what is nested deeper than 64 instead of overflowing', () => {
    const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    expect(faultOf(nested(64))[0]).toBe('accepted');
    expect(faultOf(nested(66))[0]).toBe('too-deep');
    expect(faultOf(nested(100_000))[0]).toBe('too-deep');
  });

  it('is read back as the same value, and written again as the same text, whatever the order of members', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(json, (value) => {
        const [outcome, text] = faultOf(value);
        if (outcome !== 'accepted') return; // an integer beyond 2^53
        expect(JSON.parse(text)).toEqual(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
