import { fold } from '../normal/normal.fold.js';
import { arabicForms, type Word } from './word.token.js';

export type Language = 'ar' | 'en';

interface Entry {
  readonly category: string;
  /** folded words; the last may end in an open stem */
  readonly words: readonly string[];
  /** true when the last word stands for every word that begins with it («increas*») */
  readonly open: boolean;
}

/** The entries that may begin with a word. */
interface Beginnings {
  readonly entries: readonly Entry[];
  /** All are of one word, and of different categories: nothing is left to be compared. */
  readonly whole: boolean;
}

export interface LexiconHit {
  readonly category: string;
  /** index of the first word and of the one after the last */
  readonly from: number;
  readonly to: number;
}

export interface Lexicon {
  readonly language: Language;
  /** what a word met before may begin; a memo only, it never changes an answer */
  readonly known: Map<string, Beginnings>;
  readonly closed: ReadonlyMap<string, readonly Entry[]>;
  readonly open: ReadonlyMap<string, readonly Entry[]>;
}

/** Open stems are found by their first letters, so that a text is read once whatever the lexicon's size. */
const OPEN_KEY = 3;

/** Prepares a lexicon file (category → entries) for searching. An entry may hold several words; a final * leaves the last one open. */
export function compileLexicon(language: Language, entriesOf: Readonly<Record<string, readonly string[]>>): Lexicon {
  const closed = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  for (const [category, entries] of Object.entries(entriesOf)) {
    for (const written of entries) {
      const isOpen = written.endsWith('*');
      const words = fold(isOpen ? written.slice(0, -1) : written).split(' ');
      const first = words[0] ?? '';
      const entry = { category, words, open: isOpen };
      const single = isOpen && words.length === 1;
      const target = single ? open : closed;
      const key = single ? first.slice(0, OPEN_KEY) : first;
      target.set(key, [...(target.get(key) ?? []), entry]);
    }
  }
  return { language, known: new Map(), closed, open };
}

/** The forms of each word under which the lexicon knows it. */
function formsOf(word: Word, language: Language): readonly string[] {
  return language === 'ar' ? arabicForms(word.folded) : [word.folded];
}

function continues(entry: Entry, words: readonly Word[], from: number, language: Language): boolean {
  if (entry.words.length === 1) return true;
  return entry.words.every((wanted, step) => {
    if (step === 0) return true;
    const word = words[from + step];
    if (!word) return false;
    const isOpen = entry.open && step === entry.words.length - 1;
    return formsOf(word, language).some((form) => (isOpen ? form.startsWith(wanted) : form === wanted));
  });
}

/** News repeats its words: remembering this many makes most look-ups one, and keeps a long-lived process bounded. */
const KNOWN_MOST = 50_000;
const KNOWN_LENGTH = 40;

/** The entries that may begin with this word. */
function entriesAt(word: Word, lexicon: Lexicon): Beginnings {
  const remembered = lexicon.known.get(word.folded);
  if (remembered) return remembered;
  const entries: Entry[] = [];
  for (const form of formsOf(word, lexicon.language)) {
    entries.push(...(lexicon.closed.get(form) ?? []));
    const open = lexicon.open.get(form.slice(0, OPEN_KEY)) ?? [];
    entries.push(...open.filter((entry) => form.startsWith(entry.words[0] ?? form)));
  }
  const whole = entries.every((entry) => entry.words.length === 1);
  // a category that one word has shown is not shown again by it
  const told = whole
    ? entries.filter(({ category }, k) => entries.findIndex((other) => other.category === category) === k)
    : entries;
  const beginnings = { entries: told, whole };
  if (word.folded.length > KNOWN_LENGTH) return beginnings;
  if (lexicon.known.size >= KNOWN_MOST) lexicon.known.clear();
  lexicon.known.set(word.folded, beginnings);
  return beginnings;
}

/** Every entry of the lexicon found in the words, at most one per category and place: the longest. */
export function lexiconHits(words: readonly Word[], lexicon: Lexicon): LexiconHit[] {
  const hits: LexiconHit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const word = words[from];
    if (!word) continue;
    const { entries, whole } = entriesAt(word, lexicon);
    if (whole) {
      for (const { category } of entries) hits.push({ category, from, to: from + 1 });
      continue;
    }
    const best = new Map<string, number>();
    for (const entry of entries) {
      const to = from + entry.words.length;
      if (to <= (best.get(entry.category) ?? 0) || !continues(entry, words, from, lexicon.language)) continue;
      best.set(entry.category, to);
    }
    for (const [category, to] of best) hits.push({ category, from, to });
  }
  return hits;
}
