import { englishWords, nounSet, words } from '../lexicon/lexicon.load.js';
import { wordOf } from '../token/word.entry.js';

const accusations = new Set([...nounSet(words.accusations), ...englishWords.accusations]);

/** Whether the words charge somebody with something: the same list by which a claim is suggested for tier A. */
export function accuses(text: string): boolean {
  return (text.match(/[\p{L}\p{M}\p{N}\u0640]+/gu) ?? [])
    .map(wordOf)
    .some((word) =>
      [word.stem, word.head, word.stem.replace(/^[بل](?=.{3})/, '')].some((form) => accusations.has(form)),
    );
}
