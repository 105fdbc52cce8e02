import v8 from 'node:v8';
import { keepHeapSmall, withRoom } from './small.heap.js';

/** What V8 is told of the growth of old objects; nothing of it reaches the V8 of the tests. */
const told: string[] = [];

beforeEach(() => {
  told.length = 0;
  jest.spyOn(v8, 'setFlagsFromString').mockImplementation((flag) => void told.push(flag.replace(/^.*=/, '')));
});
afterEach(() => jest.restoreAllMocks());

it('a heap that was not to be small is left as it is', async () => {
  expect(await withRoom(() => Promise.resolve('done'))).toBe('done');
  expect(told).toEqual([]);
});

it('a small heap grows more while work with room is done, until the last of it ends or fails', async () => {
  keepHeapSmall();
  expect(told).toEqual(['1', '20']);
  let endFirst = () => {};
  const first = withRoom(() => new Promise<void>((done) => (endFirst = done)));
  await expect(withRoom(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
  expect(told.slice(2)).toEqual(['75', '75']);
  endFirst();
  await first;
  expect(told.slice(4)).toEqual(['20']);
});
