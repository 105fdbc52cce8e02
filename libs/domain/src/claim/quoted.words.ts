const MARKED = /«([^«»]+)»|“([^“”]+)”|„([^„“”]+)[“”]|"([^"]+)"/gu;

/** What stands between quotation marks in a claim's words, in order; marks without a partner open nothing. */
export function quotedWords(text: string): string[] {
  return [...text.matchAll(MARKED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim());
}
