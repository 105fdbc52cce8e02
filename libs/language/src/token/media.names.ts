import { foldedSet, sources } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';

/** Spelt like something else («الشرق الأوسط»): a medium's only behind its noun or in marks. */
const ofOthers = foldedSet(sources.namesOfOthers);

/** Names of media of more than one word: the folded first word to the rest, the longest first. */
export const mediaByFirst: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const table = new Map<string, string[][]>();
  for (const name of [...sources.agencies, ...sources.outlets].map((written) => fold(written))) {
    if (!name.includes(' ') || ofOthers.has(name)) continue;
    const [first = '', ...rest] = name.split(' ');
    table.set(first, [...(table.get(first) ?? []), rest]);
  }
  for (const rests of table.values()) rests.sort((a, b) => b.length - a.length);
  return table;
})();

/** Whether a name of several words may begin with this word, as it stands or behind «ل». */
export function opensMedium(norm: string, stem: string): boolean {
  if (mediaByFirst.has(norm) || mediaByFirst.has(stem)) return true;
  if (!stem.startsWith('ل')) return false;
  return mediaByFirst.has(stem.slice(1)) || (stem.startsWith('لل') && mediaByFirst.has(`ال${stem.slice(2)}`));
}
