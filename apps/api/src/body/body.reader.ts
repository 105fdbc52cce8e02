import { Refusal } from '#domain';
import { Transform, type Readable, pipeline } from 'node:stream';
import { MEBIBYTE } from '../contract/operation.js';

/** How much of an over-long body is swallowed so that the sender, still writing, gets to read the 413. */
const DRAIN_LIMIT = 8 * MEBIBYTE;

export interface Reading {
  /** The bytes, or why there are none; a refusal is a value here because other checks come before it. */
  readonly outcome: Buffer | Refusal;
  /** The sender was still writing when we stopped: the connection cannot be used again. */
  readonly unfinished: boolean;
}

/** Reads a body of at most `limit` bytes. Never rejects. */
export function readWhole(stream: Readable, limit: number): Promise<Reading> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let received = 0;
    const stopListening = () => {
      stream.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
    };
    const finish = (outcome: Buffer | Refusal, unfinished: boolean) => {
      stopListening();
      resolve({ outcome, unfinished });
    };
    const tooLarge = () => new Refusal('body-too-large', { limitBytes: limit });
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received <= limit) chunks.push(chunk);
      else {
        chunks = [];
        if (received > DRAIN_LIMIT) {
          stream.pause();
          finish(tooLarge(), true);
        }
      }
    };
    const onEnd = () => finish(received > limit ? tooLarge() : Buffer.concat(chunks, received), false);
    const onBroken = () => finish(new Refusal('body-malformed', { reason: 'incomplete' }), true);
    stream.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

/** Hands a body on while it arrives and breaks off with `body-too-large` past `limit` bytes. */
export function readStreamed(stream: Readable, limit: number): Readable {
  let received = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > limit) done(new Refusal('body-too-large', { limitBytes: limit }));
      else done(null, chunk);
    },
  });
  // The reader of `counter` sees the error; pipeline only has to keep it from being unhandled.
  return pipeline(stream, counter, () => undefined);
}
