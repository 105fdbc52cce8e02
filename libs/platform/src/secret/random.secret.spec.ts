import { randomSecret, sameSecret } from './random.secret.js';

describe('secrets', () => {
  it('are URL-safe, as long as asked for, and never the same', () => {
    expect(randomSecret()).toMatch(/^[\w-]{43}$/);
    expect(randomSecret(24)).toMatch(/^[\w-]{32}$/);
    expect(randomSecret()).not.toBe(randomSecret());
  });

  it('are compared whole, also when their lengths differ', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(sameSecret('', '')).toBe(true);
  });
});
