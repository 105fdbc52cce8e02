import { acceptedStep, base32, oneTimeCode, otpauthUri, timeStep } from './one-time.code.js';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(oneTimeCode(SECRET, timeStep(at(seconds)))).toBe(code);
});

/** RFC 4648, section 10, without padding. */
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %j', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

describe('a code', () => {
  const now = at(1111111111);
  const present = timeStep(now);
  const of = (step: number) => oneTimeCode(SECRET, step);

  it.each([
    ['of now', present, 0, present],
    ['of the step before', present - 1, 0, present - 1],
    ['of the step to come', present + 1, 0, present + 1],
    ['of two steps before', present - 2, 0, null],
    ['of two steps ahead', present + 2, 0, null],
    ['used already', present, present, null],
    ['older than the one used', present - 1, present, null],
    ['newer than the one used', present + 1, present, present + 1],
  ])('%s', (_, step, lastUsed, accepted) => {
    expect(acceptedStep(SECRET, of(step), now, lastUsed)).toBe(accepted);
  });

  it.each(['', '000000', `${oneTimeCode(SECRET, present)} `, oneTimeCode(SECRET, present).slice(1)])(
    'that is none: %j',
    (code) => {
      expect(acceptedStep(SECRET, code, now, 0)).toBe(null);
    },
  );
});

it('is offered to an app with who issued it and for whom', () => {
  expect(otpauthUri(SECRET, 'صحيفة الميناء & Co', 'salma@example.org')).toBe(
    'otpauth://totp/%D8%B5%D8%AD%D9%8A%D9%81%D8%A9%20%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1%20%26%20Co:salma%40example.org' +
      '?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
      '&issuer=%D8%B5%D8%AD%D9%8A%D9%81%D8%A9%20%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1%20%26%20Co&algorithm=SHA1&digits=6&period=30',
  );
});
