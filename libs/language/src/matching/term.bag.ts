import { lineOfWords, matchingLine, plainWords, stemsOf, stemsOfWords } from './matching.view.js';

export interface Term {
  readonly term: string;
  /** occurrences in the text; the text's length for BM25 is the sum of all tf */
  readonly tf: number;
}

function counted(items: readonly string[]): Term[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Array.from(counts, ([term, tf]) => ({ term, tf }));
}

/** The stems under which a text is indexed and looked up, in order of first appearance. Each word is stemmed by its own script. */
export function termsOf(text: string): Term[] {
  return counted(stemsOf(text));
}

/** The terms under which a text is kept, in reading order with one blank between: `bm25Against` reads them again. */
function storedTerms(terms: readonly Term[]): string {
  return terms.flatMap(({ term, tf }) => Array<string>(tf).fill(term)).join(' ');
}

/** What an index keeps of a text. */
export interface ReadText {
  /** `matchingLine` of the text */
  readonly line: string;
  readonly terms: readonly Term[];
  /** the terms as `bm25Against` reads them again: with one blank between, each as often as it occurs */
  readonly stems: string;
}

/**
 * Line, terms and stored terms of a text, read once: the same as each of them alone. Of a word whose stem is longer than
 * `longestTerm` (UTF-16 units) the beginning counts.
 */
export function readText(text: string, longestTerm: number): ReadText {
  const words = plainWords(text);
  const found = stemsOfWords(words);
  for (let at = 0; at < found.length; at += 1)
    if (found[at]!.length > longestTerm) found[at] = found[at]!.slice(0, longestTerm);
  const terms = counted(found);
  // in most texts no stem comes twice, and then what was found is what is stored
  const stems = terms.length === found.length ? found.join(' ') : storedTerms(terms);
  return { line: lineOfWords(words), terms, stems };
}

export const GRAM = 4;

/** Character 4-grams of the folded words with one blank between them: they survive clitics, endings and misspellings. */
export function gramsOf(text: string): Term[] {
  const line = matchingLine(text);
  const grams: string[] = [];
  for (let i = 0; i + GRAM <= line.length; i += 1) grams.push(line.slice(i, i + GRAM));
  return counted(grams);
}
