import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7: sorts by creation, also within one millisecond of one process. */
export function newId(): string {
  return v7();
}

const ID_BYTES = 16;
const SEQUENCES = 2 ** 31;

/**
 * So many new UUIDv7 at once, in their order, 16 bytes each: asking for chance one id at a time costs more than all the rest of making
 * it.
 */
export function newIds(count: number): Buffer {
  const ids = randomBytes(count * ID_BYTES);
  const first = randomInt(SEQUENCES - count);
  const msecs = Date.now();
  for (let at = 0; at < count; at += 1) {
    const from = at * ID_BYTES;
    v7({ random: ids.subarray(from, from + ID_BYTES), msecs, seq: first + at }, ids, from);
  }
  return ids;
}

/** Lower-case UUIDs of any version, as PostgreSQL prints them; anything else cannot be an id of ours. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
