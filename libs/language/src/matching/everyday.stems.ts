import { fold } from '../normal/normal.fold.js';
import everyday from './lexicon/everyday.json' with { type: 'json' };
import { isStopword, stemOf } from './matching.view.js';

/** Stems of the words people say most whatever they talk about. An archive of claims has few of them and would take them for rare. */
const EVERYDAY: ReadonlySet<string> = new Set(
  everyday.en
    .split(' ')
    .map(fold)
    .filter((word) => !isStopword(word))
    .map(stemOf),
);

export function isEveryday(stem: string): boolean {
  return EVERYDAY.has(stem);
}
