import { ProblemError } from '#client';
import { readUntilKnown } from './read.again.js';

const refused = new ProblemError({ status: 404, code: 'not-found', title: 'Not found' } as never, 1);

/** Fails on each of the errors in turn, then answers. */
function line(...errors: Error[]) {
  const reading = { asked: 0, read: () => Promise.resolve('known') };
  reading.read = () => {
    const error = errors[reading.asked++];
    return error ? Promise.reject(error) : Promise.resolve('known');
  };
  return reading;
}

it('reads on while the line is cut', async () => {
  const reading = line(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'));
  expect(await readUntilKnown(reading.read, new AbortController().signal, 1)).toBe('known');
  expect(reading.asked).toBe(3);
});

it('takes a refusal of the server for an answer', async () => {
  const reading = line(refused);
  expect(await readUntilKnown(reading.read, new AbortController().signal, 1)).toBeNull();
  expect(reading.asked).toBe(1);
});

it('tells nothing once it is given up, even if the answer comes then', async () => {
  const given = new AbortController();
  const late = () => Promise.resolve().then(() => (given.abort(), 'known'));
  expect(await readUntilKnown(late, given.signal, 1)).toBeNull();
  expect(await readUntilKnown(line().read, given.signal, 1)).toBeNull();
});
