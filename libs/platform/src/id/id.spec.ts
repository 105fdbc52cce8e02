import { isId, newId, newIds } from './id.js';

/** 16 bytes each, as they are printed. */
const written = (ids: Buffer) =>
  Array.from({ length: ids.length / 16 }, (_, at) =>
    ids.toString('hex', 16 * at, 16 * at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  );

describe('ids', () => {
  it('are UUIDs of version 7 that sort in the order they were made', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are made many at once, in their order, and never the same', () => {
    const ids = [newIds(1_000), newIds(1_000)].map(written);
    for (const some of ids) expect([...some].sort()).toEqual(some);
    expect(new Set(ids.flat()).size).toBe(2_000);
    expect(ids.flat().every(isId)).toBe(true);
    expect(written(newIds(0))).toEqual([]);
  });

  it('are told from anything else', () => {
    expect(isId(newId())).toBe(true);
    for (const text of ['', 'me', newId().toUpperCase(), `${newId()}\n`, newId().replaceAll('-', '')]) {
      expect(isId(text)).toBe(false);
    }
  });
});
