import { guardedCell } from './cell.guard.js';

/** A cell's content; null is the empty cell. */
export type Cell = string | number | null;

/** Rows written at once: large enough that encoding dominates, small enough that memory stays flat. */
const BATCH = 500;

// Semicolon and tab are quoted too: spreadsheets of many locales split on them whatever the file's delimiter is.
const QUOTED = /[",;\t\r\n]/;

function written(rows: readonly (readonly Cell[])[]): string {
  return rows.map(csvLine).join('');
}

export function csvLine(row: readonly Cell[]): string {
  return `${row.map(cellText).join(',')}\r\n`;
}

/** A cell as it stands in the file: guarded, and quoted where it must be. */
export function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = guardedCell(cell);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
