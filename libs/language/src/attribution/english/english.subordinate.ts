import { standsAlone } from '../../claim/english.unit.js';
import * as W from '../../token/word.flags.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Region } from '../attribution.types.js';

const LEADS = /^(?:while|although|though|whereas)$/;
const CONDITION = /^(?:if|when|once|unless|after|before|as)$/;
const MIN_SIDE = 4;

/** "While the agency insists that nothing has changed, three advisers have resigned": what is said ends where the main clause begins. */
export function endSubordinate(view: SentenceView, regions: readonly Region[]): readonly Region[] {
  if (!LEADS.test(at(view, view.from)?.word.norm ?? '')) return regions;
  const index = regions.findIndex(({ frame }) => frame !== null);
  const told = regions[index];
  if (!told || told.quoted || told.frame?.hedge || hasComma(view, view.from, told.from)) return regions;
  if (has(at(view, told.from), W.PREPOSITION) || CONDITION.test(at(view, told.from)?.word.norm ?? '')) return regions;
  for (let k = told.from + 2; k < told.to - MIN_SIDE; k += 1)
    if (has(view.tokens[k], W.COMMA) && standsAlone(view.tokens, k + 1, told.to))
      return regions.flatMap((region) =>
        region === told
          ? [
              { ...told, to: k },
              { ...told, from: k + 1, frame: null },
            ]
          : [region],
      );
  return regions;
}

function hasComma(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (has(view.tokens[k], W.COMMA)) return true;
  return false;
}
