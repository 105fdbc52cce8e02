import { compileLexicon, lexiconHits, type Language, type LexiconHit } from './lexicon.index.js';
import arabic from './lexicon/arabic.json' with { type: 'json' };
import english from './lexicon/english.json' with { type: 'json' };
import { wordsOf, type Word } from './word.token.js';

export interface Signals {
  readonly language: Language;
  readonly words: readonly Word[];
  /** feature code → the places in the text that show it, in order of appearance, as written */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  /** number of letters-words and numbers, marks not counted */
  readonly length: number;
}

const LEXICONS = { ar: compileLexicon('ar', arabic), en: compileLexicon('en', english) };
const YEAR = /^(?:1[89]|20)\d\d$/;
/** Bounded, so that a text of opening marks alone is read once. */
const QUOTED = /["“«][^"”»]{2,300}["”»]/u;
const OPENS = ['"', '“', '«'];
const CURRENCY = /^[$€£]$/u;
const PERCENT_MARKS = ['%', '٪'];
const SENTENCE_MARK = /[.!?؟…:"“«-]/u;
/** Capitalised words that name nothing by themselves. */
const NO_NAME = /^(?:I|I'.*|Mr|Mrs|Ms|Dr|OK|God|The|A|An|And|But|So|It|We|You|They|He|She|This|That)$/;

/** Runs of capitalised words that do not merely open a sentence: a cheap view of English proper names. */
function englishNames(words: readonly Word[], text: string): string[] {
  const names: string[] = [];
  let run: Word[] = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last) names.push(text.slice(first.start, last.end));
    run = [];
  };
  words.forEach((word, i) => {
    const before = words[i - 1];
    const gap = before ? text.slice(before.end, word.start) : '';
    const opens = i === 0 || SENTENCE_MARK.test(gap) || (before?.type === 'mark' && !CURRENCY.test(before.text));
    const acronym = /^[A-Z]{2,}$/.test(word.text);
    const capital = /^\p{Lu}/u.test(word.text) && !NO_NAME.test(word.text.replace('’', "'"));
    if (word.type === 'word' && capital && (!opens || acronym)) {
      if (gap.includes(',')) close();
      run.push(word);
    } else close();
  });
  close();
  return names;
}

/** What numbers and marks tell, and the English «n't». */
function markSignals(words: readonly Word[], text: string, add: (code: string, evidence: string) => void): void {
  let quotes = false;
  words.forEach((word, i) => {
    if (word.type === 'number') add(YEAR.test(word.folded) ? 'time' : 'number', word.text);
    else if (word.type === 'word') {
      if (word.text.endsWith('t') && /n['’]t$/.test(word.text)) add('negation', word.text);
    } else if (CURRENCY.test(word.text)) add('money', text.slice(word.start, words[i + 1]?.end ?? word.end));
    else if (PERCENT_MARKS.includes(word.text)) add('percent', text.slice(words[i - 1]?.start ?? word.start, word.end));
    else if (/[?؟]/u.test(word.text)) add('question', word.text);
    else if (word.text === '!') add('exclamation', word.text);
    else quotes ||= OPENS.includes(word.text);
  });
  const quoted = quotes ? QUOTED.exec(text) : null;
  if (quoted) add('quotation', quoted[0]);
}

const MEASURES = ['number', 'quantity'];

/** Positions where a unit («years», «شخصا») stands within three words of a number or a quantity; elsewhere it is a plain noun. */
function measuredPlaces(words: readonly Word[], hits: readonly LexiconHit[]): Set<number> {
  const places = new Set<number>();
  if (hits.every(({ category }) => category !== 'unit')) return places;
  const mark = (at: number) => [1, 2, 3].forEach((step) => places.add(at + step));
  words.forEach((word, at) => {
    if (word.type === 'number') mark(at);
  });
  for (const hit of hits) if (MEASURES.includes(hit.category)) mark(hit.from);
  return places;
}

/** Everything a score may rest on, found in one pass over the text; nothing here knows a weight. `words` are the text's, where they are known already. */
export function signalsOf(text: string, language: Language, words: readonly Word[] = wordsOf(text)): Signals {
  const evidence = new Map<string, string[]>();
  const add = (code: string, shown: string) => {
    const list = evidence.get(code);
    if (list) list.push(shown);
    else evidence.set(code, [shown]);
  };
  markSignals(words, text, add);
  const hits = lexiconHits(words, LEXICONS[language]);
  const measured = measuredPlaces(words, hits);
  for (const { category, from, to } of hits) {
    const first = words[from];
    const last = words[to - 1];
    if (category === 'unit' && !measured.has(from)) continue;
    if (first && last) add(category, first === last ? first.text : text.slice(first.start, last.end));
  }
  if (language === 'en') for (const name of englishNames(words, text)) add('name', name);
  let length = 0;
  for (const { type } of words) if (type !== 'mark') length += 1;
  return { language, words, evidence, length };
}
