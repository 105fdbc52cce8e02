/** One page of a list: `limit` rows after the cursor, and the cursor of the next page when there is one. */
export interface PageRequest {
  readonly limit: number;
  /** Sort key and id of the last row seen. */
  readonly after?: readonly [string, string] | undefined;
}

export interface Page<T> {
  readonly items: T[];
  readonly next: readonly [string, string] | null;
}

/** Cuts one row too many (asked for to know whether there is more) off a result. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => readonly [string, string]): Page<T> {
  if (rows.length <= limit) return { items: rows, next: null };
  const items = rows.slice(0, limit);
  return { items, next: cursorOf(items[limit - 1]!) };
}
