/** The first letters of a name's first and last words; a joiner between Arabic ones keeps them apart. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].flatMap((word) => firstLetter(word) ?? []).join('\u200c');
}

/** Without the article that half of all Arabic surnames begin with. */
function firstLetter(word: string | undefined): string | undefined {
  const bare = word?.replace(/^ال(?=.{2})/u, '');
  return /[\p{L}\p{N}]/u.exec(bare ?? '')?.[0]?.toLocaleUpperCase('en');
}
