import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import type { SentenceView } from '../sentence.view.js';
import { onlyConnectives } from './arabic.edge.js';

const SOME_SAY = /^(?:هناك|ثمه)$/;
const alwaysPassive = foldedSet(words.alwaysPassive);

/** «هناك من يقول إن» */
export const isSomeSay = (view: SentenceView, k: number): boolean => SOME_SAY.test(view.tokens[k]?.word.stem ?? '');

/** Without vowel signs «يعتقد أن» may be somebody's belief: only when nobody has spoken is it nobody's. */
export function isPassive(view: SentenceView, k: number, heard: boolean): boolean {
  const word = view.tokens[k]?.word;
  if (!word) return false;
  const damma = word.raw.indexOf('\u064f');
  // «يذكر أن الشركة تأسست …»: at the head of a sentence, so it is known
  if (word.stem === 'يذكر' && onlyConnectives(view, view.from, k)) return true;
  if ((damma > 0 && damma <= 2) || alwaysPassive.has(word.stem) || word.norm === 'من' || isSomeSay(view, k))
    return true;
  return !heard && /^(يعتقد|يرجح|يزعم|يظن|يعتبر|يذكر)$/.test(word.stem);
}
