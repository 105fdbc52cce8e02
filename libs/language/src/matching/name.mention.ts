import { compileLexicon, lexiconHits } from '../worthiness/lexicon.index.js';
import type { Word } from '../worthiness/word.token.js';
import gazetteer from './lexicon/gazetteer.json' with { type: 'json' };
import { nameSkeleton } from './latin.skeleton.js';

export interface NameMention {
  /** the gazetteer's kind and id («country/russia»), or ~ and the consonant skeleton of a name it does not know («~GLMF») */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const NAMES = compileLexicon(
  'ar',
  Object.fromEntries(
    Object.entries(gazetteer).flatMap(([kind, names]) =>
      Object.entries(names as Readonly<Record<string, readonly string[]>>).map(([id, spellings]) => [
        `${kind}/${id}`,
        spellings,
      ]),
    ),
  ),
);
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/**
 * Places, peoples, institutions and people the gazetteer knows, under one key in both languages, and other capitalised English words that
 * do not open a sentence under their consonant skeleton. Arabic writes no capitals: unknown Arabic names are left to the stems.
 */
export function namesIn(words: readonly Word[]): NameMention[] {
  const mentions: NameMention[] = lexiconHits(words, NAMES).map(({ category, from, to }) => ({
    key: category,
    from,
    to,
  }));
  const covered = new Set(mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  words.forEach((word, at) => {
    const before = words[at - 1];
    if (at === 0 || covered.has(at) || !CAPITAL.test(word.text) || before?.type === 'mark') return;
    if (before && word.start - before.end > 1) return;
    const skeleton = nameSkeleton(word.text);
    if (skeleton !== '') mentions.push({ key: `~${skeleton}`, from: at, to: at + 1 });
  });
  return mentions.sort((a, b) => a.from - b.from);
}
