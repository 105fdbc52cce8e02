import { laptopSettings } from './cluster.settings.js';

describe('the pages that the embedded database may hold', () => {
  it.each([
    [2, '64MB'],
    [8, '128MB'],
    [16, '256MB'],
    [128, '512MB'],
  ])('on a machine of %s GiB are %s', (gib, held) => {
    expect(laptopSettings(gib * 2 ** 30).shared_buffers).toBe(held);
  });
});
