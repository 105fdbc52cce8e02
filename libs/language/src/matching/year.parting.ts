const YEAR = / ((?:19|20)\d\d)(?= )/g;

/** The years a matching line names, as written: whole words from 1900 to 2099. */
function yearsIn(line: string): Set<string> {
  return new Set(Array.from(line.matchAll(YEAR), ([, year]) => year ?? ''));
}

/**
 * Answers whether a text's matching line names years and none of the question's: then it tells of another time. False for every text
 * where the question names no year.
 */
export function yearParting(question: string): (line: string) => boolean {
  const asked = yearsIn(question);
  if (asked.size === 0) return () => false;
  return (line) => {
    const named = yearsIn(line);
    if (named.size === 0) return false;
    for (const year of named) if (asked.has(year)) return false;
    return true;
  };
}
