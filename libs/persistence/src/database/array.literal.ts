/**
 * Arrays as PostgreSQL reads them, for statements that store thousands of rows: the driver looks at each element several times, which
 * there costs as much as the rest of the statement.
 */

/** Numbers, and what is written in letters, digits and hyphens alone. */
export function plainArray(values: readonly (number | string)[]): string {
  return `{${values.join(',')}}`;
}

/** Any texts; null is NULL. */
export function textArray(values: readonly (string | null)[]): string {
  if (values.length === 0) return '{}';
  return `{${values.map(quoted).join(',')}}`;
}

/** Bytes, told in hexadecimal. */
export function bytesArray(values: readonly string[]): string {
  return values.length === 0 ? '{}' : `{"\\\\x${values.join('","\\\\x')}"}`;
}

const SPECIAL = /["\\]/;

function quoted(value: string | null): string {
  if (value === null) return 'NULL';
  return SPECIAL.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
}
