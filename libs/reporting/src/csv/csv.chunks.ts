import { stringify } from 'csv-stringify/sync';
import { guardedCell } from './cell.guard.js';

/** A cell's content; null is the empty cell. */
export type Cell = string | number | null;

/** Rows written at once: large enough that encoding dominates, small enough that memory stays flat. */
const BATCH = 500;

// Semicolon and tab are quoted too: spreadsheets of many locales split on them whatever the file's delimiter is. CR and
// LF are named because the library quotes them only where they are the record delimiter, which here is the pair.
const FORMAT = { record_delimiter: '\r\n', quoted_match: /[;\t\r\n]/ };

function written(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardedCell(cell) : cell)));
  return stringify(cells, FORMAT);
}

/**
 * CSV by RFC 4180 (comma, CRLF, doubled quotes) in UTF-8 with a byte order mark, which spreadsheets need to read
 * Arabic. Rows are pulled as they come, so a long export never stands in memory.
 */
export async function* csvChunks(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let batch: (readonly Cell[])[] = [];
  let text = `\uFEFF${written([header])}`;
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield encoder.encode(text + written(batch));
    batch = [];
    text = '';
  }
  if (batch.length > 0) text += written(batch);
  if (text !== '') yield encoder.encode(text);
}
