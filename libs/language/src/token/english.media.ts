import englishMedia from '../lexicon/english-media.json' with { type: 'json' };
import { englishSources } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';

/** The words of a medium's name behind the first. */
export interface MediumName {
  readonly rest: readonly string[];
  /** Spelt like something else ("The Sun"): a medium's only behind "the" or whose it is. */
  readonly articled: boolean;
  /** "SANA": written so, no name of a person. */
  readonly shouted: boolean;
  /** "state media": no proper name. */
  readonly common: boolean;
}

const PARTS = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]|['’](?=\p{L})|(?<=\p{Lu})\.(?=\p{Lu}))*|[^\s\p{L}\p{N}]/gu;
const partsOf = (name: string): string[] => (name.match(PARTS) ?? []).map((part) => fold(part));

/** Names of media that are written in English, by their first word behind "the", the longest first. */
export const englishMediaByFirst: ReadonlyMap<string, readonly MediumName[]> = (() => {
  const table = new Map<string, MediumName[]>();
  const add = (name: string, common: boolean): void => {
    const articled = name.startsWith('The ');
    const [first = '', ...rest] = partsOf(articled ? name.slice(4) : name);
    // "The Kyiv Independent": nothing else is called so
    const own = articled && rest.length === 0;
    table.set(first, [
      ...(table.get(first) ?? []),
      { rest, articled: own, shouted: /^\p{Lu}{2,5}$/u.test(name), common },
    ]);
  };
  for (const name of Object.values(englishMedia).flat()) add(name, false);
  for (const name of englishSources.outletPhrases) add(name, true);
  for (const names of table.values()) names.sort((a, b) => b.rest.length - a.rest.length);
  return table;
})();

/** Names of one word that nothing else is called by. */
export const englishMediaOfOneWord: ReadonlySet<string> = new Set(
  [...englishMediaByFirst].flatMap(([first, names]) =>
    names.some(({ rest, articled, shouted }) => rest.length === 0 && !articled && !shouted) ? [first] : [],
  ),
);
