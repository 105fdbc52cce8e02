import { invalid, orRefuse, Refusal, refuse } from './refusal.js';

describe('a refusal', () => {
  it('carries its code and the facts a client needs', () => {
    const refusal = Refusal.of(refuse('version-stale', { currentVersion: 7 }));
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.name, refusal.message, refusal.code, refusal.facts]).toEqual([
      'Refusal',
      'version-stale',
      'version-stale',
      { currentVersion: 7 },
    ]);
  });

  it('is told apart by its code', () => {
    const refusal = new Refusal('throttled', { retryAfter: 30 });
    expect(refusal.is('throttled')).toBe(true);
    expect(refusal.is('not-found' as 'throttled')).toBe(false);
  });

  it('collects every mistake of a body', () => {
    const errors = [
      { pointer: '/a', code: 'required' },
      { pointer: '/b', code: 'unknown' },
    ];
    expect(invalid(...errors)).toEqual({ ok: false, refusal: { code: 'invalid', facts: { errors } } });
  });

  it('is thrown only where an outcome is unwrapped', () => {
    const allowed = { ok: true, tier: 'A' } as const;
    expect(orRefuse(allowed)).toBe(allowed);
    expect(() => orRefuse(refuse('own-text', { memberId: 'm' }))).toThrow(new Refusal('own-text', { memberId: 'm' }));
  });
});
