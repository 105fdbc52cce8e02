import * as W from '../../token/word.flags.js';
import { verbAt } from './english.group.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Region } from '../attribution.types.js';

const SAYINGS =
  /^(?:claim|charge|suggestion|allegation|accusation|assertion|contention|version|account|argument|promise|pledge|statement|denial|theory|prediction)$/;
const VERB_REACH = 12;

/** "…, a charge for which he has offered no proof": the writer's remark on what was said is not part of it. */
export function endRemark(view: SentenceView, regions: readonly Region[]): readonly Region[] {
  return regions.flatMap((region) => {
    if (!region.frame || region.quoted) return [region];
    const comma = remarkAt(view, region.from + 1, region.to);
    return comma < 0
      ? [region]
      : [
          { ...region, to: comma },
          { ...region, from: comma + 1, frame: null },
        ];
  });
}

function remarkAt(view: SentenceView, from: number, to: number): number {
  for (let k = from; k < to - 3; k += 1) {
    if (!has(at(view, k), W.COMMA) || !/^an?$/.test(at(view, k + 1)?.word.norm ?? '')) continue;
    const noun = [k + 2, k + 3].find((n) => SAYINGS.test(at(view, n)?.word.norm ?? ''));
    if (noun === undefined) continue;
    for (let n = noun + 1; n < Math.min(to, noun + VERB_REACH); n += 1) {
      if (has(at(view, n), W.COMMA | W.QUOTE_MARK)) break;
      if (has(at(view, n), W.FINITE) || verbAt(view, n)) return k;
    }
  }
  return -1;
}
