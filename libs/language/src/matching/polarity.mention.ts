import { fold } from '../normal/normal.fold.js';
import { compileLexicon, lexiconHits } from '../worthiness/lexicon.index.js';
import { arabicForms, type Word } from '../worthiness/word.token.js';
import negations from './lexicon/negations.json' with { type: 'json' };
import oppositions from './lexicon/oppositions.json' with { type: 'json' };

export interface OppositionMention {
  /** the opposition's id («rise») */
  readonly opposition: string;
  readonly side: 'a' | 'b';
  readonly from: number;
  readonly to: number;
}

const NEGATIONS = new Set(negations.words.map(fold));
const PARTICLES = new Set(negations.particles.map(fold));
const EXCEPTIVES = new Set(negations.exceptives.map(fold));
const EXCEPTIVE_REACH = 8;
/** «لا تزال», «لا بد», «لا شك» and «أطباء بلا حدود» deny nothing. */
const AFFIRMING = new Set(negations.affirming.map(fold));
/** «دون 1300 دولار» is less than, not without. */
const BELOW = new Set(negations.below.map(fold));

/** «هبط» also stands for هبطت, هبطوا, يهبط and تهبط; a noun gains forms that nobody writes. */
function inflected(word: string): string[] {
  return [word, `${word}ت`, `${word}وا`, `ي${word}`, `ت${word}`];
}

const SIDES = compileLexicon(
  'ar',
  Object.fromEntries(
    oppositions.flatMap(({ id, a, b }) => [
      [`${id}/a`, [...a.ar.flatMap(inflected), ...a.en]],
      [`${id}/b`, [...b.ar.flatMap(inflected), ...b.en]],
    ]),
  ),
);

/** Positions of the words that deny. «لم … إلا» and “not … except” affirm and are left out. */
export function negationsIn(words: readonly Word[]): number[] {
  const at: number[] = [];
  words.forEach((word, index) => {
    const form = arabicForms(word.folded).find((candidate) => NEGATIONS.has(candidate));
    if (form === undefined && !/n['’]t$/.test(word.folded)) return;
    const exceptive =
      form !== undefined &&
      PARTICLES.has(form) &&
      words.slice(index + 1, index + 1 + EXCEPTIVE_REACH).some((later) => EXCEPTIVES.has(later.folded));
    const next = words[index + 1];
    const idle = AFFIRMING.has(next?.folded ?? '') || (BELOW.has(form ?? '') && next?.type === 'number');
    if (!exceptive && !idle) at.push(index);
  });
  return at;
}

/** Words that stand on one side of a known opposition («ارتفع» ↔ «انخفض»), in order. */
export function oppositionsIn(words: readonly Word[]): OppositionMention[] {
  return lexiconHits(words, SIDES).map(({ category, from, to }) => {
    const [opposition = '', side] = category.split('/');
    return { opposition, side: side === 'b' ? 'b' : 'a', from, to };
  });
}
