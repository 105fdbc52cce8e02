import { fold } from '../normal/normal.fold.js';
import wawWords from './lexicon/waw-words.json' with { type: 'json' };

const ARTICLES = ['وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'لل', 'ال'];
const ENDINGS: readonly (readonly [ending: string, rest: number])[] = [
  ['هما', 3],
  ['كما', 4],
  ['ها', 3],
  ['هم', 3],
  ['هن', 4],
  ['نا', 4],
  ['ات', 3],
  ['ان', 4],
  ['ون', 4],
  ['ين', 4],
  ['وا', 3],
  ['يه', 3],
  ['ه', 3],
  ['ي', 3],
];

function withoutEnding(word: string): string {
  for (const [ending, rest] of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= rest) return word.slice(0, -ending.length);
  return word;
}

/** Words whose first letter is a و of their own («وزارة», «واشنطن»), without their endings: taking it for «and» would part them from «الوزارة». */
const WAW_WORDS = new Set(wawWords.map((word) => withoutEnding(fold(word))));

function withoutArticle(word: string): string {
  if (WAW_WORDS.has(withoutEnding(word))) return word;
  for (const article of ARTICLES)
    if (word.startsWith(article) && word.length - article.length >= 3) return word.slice(article.length);
  return word.startsWith('و') && word.length >= 5 ? word.slice(1) : word;
}

/**
 * Light stemming of folded Arabic words (S1 view) after the idea of light10 (Larkey, Ballesteros and Connell 2007): the
 * conjunction, the article with its particles, and frequent endings go; roots, broken plurals and names stay whole. An ending is
 * cut only when enough letters remain, so that بوتين, لبنان and نتنياهو are not shortened.
 */
export function arabicStem(folded: string): string {
  return withoutEnding(withoutArticle(folded));
}
