const YEAR = / (?:19|20)\d\d(?= )/;
const YEARS = new RegExp(YEAR, 'g');

/** The years a matching line names, as written: whole words from 1900 to 2099, each with its blank. */
function yearsIn(line: string): readonly string[] {
  return line.match(YEARS) ?? [];
}

/**
 * Answers whether a text's matching line names years and none of the question's: then it tells of another time. False for every text
 * where the question names no year.
 */
export function yearParting(question: string): (line: string) => boolean {
  const asked = new Set(yearsIn(question));
  if (asked.size === 0) return () => false;
  return (line) => YEAR.test(line) && yearsIn(line).every((year) => !asked.has(year));
}
