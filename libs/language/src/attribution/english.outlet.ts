import { englishSources } from '../lexicon/lexicon.load.js';
import type { Token } from '../token/token.scan.js';
import * as W from '../token/word.flags.js';
import type { Source } from './attribution.types.js';
import { hasFlag as has, isCapital, isDeterminer } from './english.shape.js';

const outletPhrases = englishSources.outletPhrases;

/** Words that mean a medium only before its name ("the investigative site Lumen"). */
const SITES = new Set(['site', 'portal', 'station', 'publication', 'blog', 'title', 'tabloid', 'broadsheet']);

/** "the news magazine Kontur": a medium by the common noun before its name. */
export function isDescribed(tokens: readonly Token[], from: number, head: number): boolean {
  let k = head;
  while (k > from && isCapital(tokens[k])) k -= 1;
  const noun = tokens[k];
  return k < head && k > from && !isCapital(noun) && (has(noun, W.OUTLET) || SITES.has(noun?.word.norm ?? ''));
}

/** "a letter seen by Kontur": who has seen what nobody published is a medium, known or not. The token behind its name, or 0. */
export function readerEnd(tokens: readonly Token[], k: number, to: number): number {
  if (!/^(?:seen|obtained|viewed|reviewed)$/.test(tokens[k]?.word.norm ?? '') || tokens[k + 1]?.word.norm !== 'by')
    return 0;
  const from = tokens[k + 2]?.word.norm === 'the' ? k + 3 : k + 2;
  let end = from;
  while (end < to && end - from < 4 && isCapital(tokens[end]) && !has(tokens[end], W.INSTITUTION | W.ROLE | W.COUNTRY))
    end += 1;
  return end > from && !has(tokens[end], W.INSTITUTION) ? end : 0;
}

const PLATFORMS = new Set(englishSources.platforms);

/** "on X", "via Telegram": a network by its name with a capital, as the carrier of what is posted there; null elsewhere. */
export function platformAt(text: string, tokens: readonly Token[], k: number): Source | null {
  const token = tokens[k];
  if (!token || !isCapital(token) || !PLATFORMS.has(token.word.norm)) return null;
  if (!/^(?:on|via|to|over|through)$/.test(tokens[k - 1]?.word.norm ?? '') || isCapital(tokens[k + 1])) return null;
  const { start, end } = token;
  const name = text.slice(start, end);
  return {
    start,
    end,
    name,
    role: 'outlet',
    type: 'social',
    anonymous: false,
    count: 1,
    head: token.word.norm,
    titles: [],
    definite: false,
    named: true,
    gender: null,
    number: 's',
  };
}

/** "Reuters", "the BBC", "The New York Times" at k: where the name ends, or k when no outlet stands there. */
export function outletEnd(text: string, tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  let found = from;
  while (
    end < to &&
    end - from < 6 &&
    (isCapital(tokens[end]) ||
      isDeterminer(tokens[end]) ||
      has(tokens[end], W.OUTLET) ||
      (tokens[end]?.word.raw === '&' && isCapital(tokens[end + 1])))
  ) {
    end += 1;
    const phrase = text.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0).toLowerCase();
    if (has(tokens[end - 1], W.KNOWN_OUTLET | W.OUTLET) || outletPhrases.some((name) => phrase.endsWith(name)))
      found = end;
  }
  // "the broadcaster Northern One": the name follows what it is
  const described = tokens.slice(from, found).some((token) => has(token, W.OUTLET) && !isCapital(token));
  const broadcaster = has(tokens[found - 1], W.OUTLET) && isCapital(tokens[found - 1]) && found - from === 1;
  if (found === from) found = describedAt(tokens, from, to);
  if (described || broadcaster || (found > from && !isCapital(tokens[found - 1])))
    while (found < to && found - from < 8 && (isCapital(tokens[found]) || joins(tokens, found))) found += 1;
  return found;
}

/** "Sleep & Metabolism" */
const joins = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.word.raw === '&' && isCapital(tokens[k - 1]) && isCapital(tokens[k + 1]);

/** "the investigative site Lumen", "a German business daily": the token behind the noun, when adjectives stand before it; else `from`. */
function describedAt(tokens: readonly Token[], from: number, to: number): number {
  if (!/^(?:the|a|an|its|another)$/.test(tokens[from]?.word.norm ?? '')) return from;
  for (let k = from + 1; k < Math.min(to, from + 5); k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || has(token, W.PREPOSITION | W.FINITE | W.RELATIVE)) return from;
    if (isCapital(token)) continue;
    const medium = has(token, W.OUTLET) || SITES.has(token.word.norm);
    if (medium && isCapital(tokens[k + 1])) return k + 1;
  }
  return from;
}

const ASSEMBLY =
  /^(?:assembly|commons|lords|bundestag|duma|knesset|diet|majlis|supreme|security|court|jury|public|nation)$/;

/** "told the Evening Register that": two capitals behind "the" that are no office, body or country. The token behind them, or `from`. */
export function paperEnd(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.word.norm !== 'the') return from;
  let end = from + 1;
  while (end < to && end - from < 5 && isCapital(tokens[end])) {
    if (
      has(tokens[end], W.INSTITUTION | W.ROLE | W.COUNTRY | W.ANONYMOUS) ||
      ASSEMBLY.test(tokens[end]?.word.norm ?? '')
    )
      return from;
    end += 1;
  }
  return end - from > 2 && !has(tokens[end], W.INSTITUTION | W.ROLE | W.ANONYMOUS) ? end : from;
}
