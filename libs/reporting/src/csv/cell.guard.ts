// A spreadsheet takes a cell for a formula by its first visible character; full-width forms are folded by East Asian
// input methods, and white space or an invisible mark in front does not stop every importer.
const DANGEROUS = /^[\s\p{Cf}]*[=+\-@\u0000\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;

/** The text as a spreadsheet cell that is never run: an apostrophe goes before whatever could start a formula. */
export function guardedCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}
