import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7: sorts by creation, also within one millisecond of one process. */
export function newId(): string {
  return v7();
}

/** Lower-case UUIDs of any version, as PostgreSQL prints them; anything else cannot be an id of ours. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
