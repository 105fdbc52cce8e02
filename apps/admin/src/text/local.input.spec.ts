import { fromLocalInput, toLocalInput } from './local.input.js';

describe('a time in a field', () => {
  it.each(['2026-01-02T03:04:00.000Z', '2026-11-23T23:59:00.000Z'])('comes back as it was: %s', (at) => {
    expect(toLocalInput(at)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
    expect(fromLocalInput(toLocalInput(at))).toBe(at);
  });

  it('is none where nothing stands', () => {
    expect([toLocalInput(null), fromLocalInput('')]).toEqual(['', null]);
  });
});
