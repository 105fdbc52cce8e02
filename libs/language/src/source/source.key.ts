import aliases from '../lexicon/source-aliases.json' with { type: 'json' };
import { sources } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';

const bare = (name: string): string =>
  fold(name)
    .replace(/["'()[\].]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const known = new Map(aliases.flatMap(({ key, names }) => names.map((name) => [bare(name), key] as const)));
const generic = new Set([...sources.outletNouns, 'the'].map(fold));
const NISBA = /^ال\S+(?:يه|ي)$/;

/** A bare name without what only describes it: «وكالة "بلومبيرغ" الأميركية» → «بلومبيرغ». */
function core(name: string): string {
  const words = name.split(' ');
  let from = 0;
  let to = words.length;
  while (to - from > 1 && generic.has((words[from] ?? '').replace(/^ال/, ''))) from += 1;
  while (to - from > 1 && from > 0 && NISBA.test(words[to - 1] ?? '')) to -= 1;
  return words.slice(from, to).join(' ');
}

/**
 * A key under which spellings of one source meet («بلومبيرغ», «وكالة بلومبرغ», "Bloomberg" → `bloomberg`), for suggesting an entry of a
 * newsroom's source register. Only a suggestion: a name the list does not know is its own folded self.
 */
export function sourceKey(name: string): string {
  const whole = bare(name);
  const described = known.get(whole);
  if (described !== undefined) return described;
  const own = core(whole);
  return known.get(own) ?? own;
}
