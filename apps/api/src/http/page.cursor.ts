import { Refusal } from '#domain';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const MARK_LENGTH = 16;
const Sealed = z.tuple([z.string(), z.unknown()]);

/** What a cursor belongs to: one list, of one newsroom, under one set of filters and one order. */
export interface CursorScope {
  readonly operation: string;
  readonly newsroomId: string;
  readonly filters: Readonly<Record<string, unknown>>;
}

/** A position in a list as an opaque text, bound to its scope. */
export function writeCursor(scope: CursorScope, position: unknown): string {
  return Buffer.from(JSON.stringify([markOf(scope), position])).toString('base64url');
}

/**
 * The position a cursor stands for; undefined without a cursor.
 * @throws Refusal `cursor-invalid`: not one of ours, of another list, or taken under other filters.
 */
export function readCursor<T>(scope: CursorScope, cursor: string | undefined, position: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const sealed = Sealed.safeParse(decoded(cursor));
  const found = position.safeParse(sealed.data?.[1]);
  if (!sealed.success || !found.success) throw new Refusal('cursor-invalid', { reason: 'malformed' });
  if (sealed.data[0] !== markOf(scope)) throw new Refusal('cursor-invalid', { reason: 'foreign' });
  return found.data;
}

function decoded(cursor: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function markOf({ operation, newsroomId, filters }: CursorScope): string {
  const { limit: _limit, cursor: _cursor, ...kept } = filters;
  const named = Object.entries(kept)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([operation, newsroomId, named]))
    .digest('base64url')
    .slice(0, MARK_LENGTH);
}
