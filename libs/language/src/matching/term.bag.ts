import { foldedText, lineAt, matchingLine, stemNamed, stemsAt, stemsOf, type Stem } from './matching.view.js';
import { wordBounds } from './word.bounds.js';

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

/** What an index keeps of a text. */
export interface ReadText {
  /** `matchingLine` of the text */
  readonly line: string;
  /** its stems in reading order */
  readonly terms: readonly Stem[];
  /** the same with one blank between: `bm25Among` reads them again */
  readonly stems: string;
}

/** A text read once for both. Of a word whose stem is longer than `longestTerm` (UTF-16 units) the beginning counts. */
export function readText(text: string, longestTerm: number): ReadText {
  const folded = foldedText(text);
  const words = wordBounds(folded);
  const terms = stemsAt(folded, words);
  let stems = '';
  for (let at = 0; at < terms.length; at += 1) {
    if (terms[at]!.text.length > longestTerm) terms[at] = stemNamed(terms[at]!.text.slice(0, longestTerm));
    stems += at === 0 ? terms[at]!.text : ` ${terms[at]!.text}`;
  }
  return { line: lineAt(folded, words), terms, stems };
}

/** The terms of a text from its stems as `readText` stores them, in order of first appearance. */
export function storedTerms(stems: string): Term[] {
  return stems === '' ? [] : counted(stems.split(' '));
}

export const GRAM = 4;

/** Character 4-grams of the folded words with one blank between them: they survive clitics, endings and misspellings. */
export function gramsOf(text: string): Term[] {
  const line = matchingLine(text);
  const grams: string[] = [];
  for (let i = 0; i + GRAM <= line.length; i += 1) grams.push(line.slice(i, i + GRAM));
  return counted(grams);
}
