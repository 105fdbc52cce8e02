import type { Call } from '#application';
import { z } from 'zod';
import { readCursor, writeCursor, type CursorScope } from './page.cursor.js';

const Position = z.tuple([z.string(), z.string()]);

interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Listed<T> {
  readonly items: readonly T[];
  readonly next: readonly [string, string] | null;
}

/** One page of a list: the cursor in, the rows and the next cursor out. `also` is what else the list is bound to. */
export async function paged<T>(
  call: Call,
  operation: string,
  query: ListQuery,
  also: Readonly<Record<string, unknown>>,
  list: (page: { limit: number; after: readonly [string, string] | undefined }) => Promise<Listed<T>>,
): Promise<{ items: readonly T[]; next?: string }> {
  const scope: CursorScope = { operation, newsroomId: call.agent.newsroomId, filters: { ...query, ...also } };
  const { items, next } = await list({ limit: query.limit, after: readCursor(scope, query.cursor, Position) });
  return next ? { items, next: writeCursor(scope, next) } : { items };
}
