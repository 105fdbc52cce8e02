/** SQL: a timestamptz as ISO 8601 in UTC with milliseconds, as the rules take it; null for null. */
export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
