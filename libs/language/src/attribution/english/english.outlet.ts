import { englishSources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import type { Source } from '../attribution.types.js';
import { AGENCY_NAME, formedEnd, listedEnd } from './english.media.js';
import { hasFlag as has, isCapital, isDeterminer } from './english.shape.js';

const onlyNames = new Set(englishSources.outletNamesOnly);

/** Words that mean a medium only before its name ("the investigative site Lumen"). */
const SITES = new Set([
  'site',
  'portal',
  'station',
  'affiliate',
  'publication',
  'blog',
  'title',
  'tabloid',
  'broadsheet',
  'mouthpiece',
]);

/** "the news magazine Kontur": a medium by the common noun before its name. */
export function isDescribed(tokens: readonly Token[], from: number, head: number): boolean {
  let k = head;
  while (k > from && isCapital(tokens[k])) k -= 1;
  const noun = tokens[k];
  return k < head && k > from && !isCapital(noun) && (has(noun, W.OUTLET) || SITES.has(noun?.word.norm ?? ''));
}

/** "a letter seen by Kontur": who has seen what nobody published is a medium, known or not. The token behind its name, or 0. */
export function readerEnd(tokens: readonly Token[], k: number, to: number): number {
  if (
    !/^(?:seen|accessed|obtained|viewed|reviewed)$/.test(tokens[k]?.word.norm ?? '') ||
    tokens[k + 1]?.word.norm !== 'by'
  )
    return 0;
  const from = tokens[k + 2]?.word.norm === 'the' ? k + 3 : k + 2;
  let end = from;
  while (end < to && end - from < 4 && isCapital(tokens[end]) && !has(tokens[end], W.INSTITUTION | W.ROLE | W.COUNTRY))
    end += 1;
  return end > from && !has(tokens[end], W.INSTITUTION) ? end : 0;
}

const BEFORE_PLATFORM = new Set(['on', 'via', 'to', 'over', 'through']);
const PLATFORMS = new Set(englishSources.platforms);

/** A medium by the tokens of its name; "Al Jazeera's" is Al Jazeera. */
export function mediumOf(text: string, tokens: readonly Token[], from: number, to: number): Source {
  const start = tokens[from]?.start ?? 0;
  const written = text.slice(start, tokens[to - 1]?.end ?? start);
  const name = written.replace(/['’]s?$/, '');
  return {
    start,
    end: start + name.length,
    name,
    role: 'outlet',
    type: AGENCY_NAME.test(name) ? 'agency' : 'outlet',
    anonymous: false,
    count: 1,
    head: (tokens[to - 1]?.word.norm ?? '').replace(/['’]s?$/, ''),
    titles: [],
    definite: /^the /i.test(name),
    // "the German newspaper": one that has been named
    named: !/^(?:the|a|an) (?:[\p{L}-]+ )?\p{Ll}+$/iu.test(name) || isCapital(tokens[to - 1]),
    gender: null,
    number: 's',
  };
}

/** "on X", "via Telegram": a network by its name with a capital, as the carrier of what is posted there; null elsewhere. */
export function platformAt(text: string, tokens: readonly Token[], k: number): Source | null {
  const token = tokens[k];
  if (!token || !isCapital(token)) return null;
  if (!BEFORE_PLATFORM.has(tokens[k - 1]?.word.norm ?? '')) return null;
  const next = tokens[k + 1];
  const two = isCapital(next) && PLATFORMS.has(`${token.word.norm} ${next?.word.norm}`);
  if (!two && (isCapital(next) || !PLATFORMS.has(token.word.norm))) return null;
  return { ...mediumOf(text, tokens, k, two ? k + 2 : k + 1), type: 'social' };
}

/** A medium known by its name alone, from its first token on: where it ends; `from` for a medium by its common noun. */
export function knownMedium(text: string, tokens: readonly Token[], from: number, to: number): number {
  const end = outletEnd(text, tokens, from, to);
  return end > from && (isCapital(tokens[end - 1]) || tokens[end - 1]?.kind === 'number') ? end : from;
}

/** "Reuters", "the BBC", "The New York Times" at k: where the name ends, or k when no outlet stands there. */
export function outletEnd(text: string, tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  let found = Math.max(formedEnd(tokens, from, to), newsSiteEnd(tokens, from, to));
  while (end < to && end - from < 6) {
    const listed = listedEnd(tokens, end, to);
    if (listed > end) {
      found = end = listed;
      continue;
    }
    if (!mayBelong(tokens, end)) break;
    end += 1;
    if ((isMedium(tokens[end - 1]) && !isOffice(tokens, end - 1)) || isStation(tokens, end - 1))
      found = Math.max(found, end);
  }
  if (found > from && FIRM.test(tokens[found]?.word.norm ?? '') && isCapital(tokens[found])) return from;
  // "the broadcaster Northern One": the name follows what it is
  const described = tokens
    .slice(from, found)
    .some((token, k) => (has(token, W.OUTLET) && !isCapital(token)) || isStation(tokens, from + k));
  const broadcaster = has(tokens[found - 1], W.OUTLET) && isCapital(tokens[found - 1]) && found - from === 1;
  if (found === from) found = describedAt(tokens, from, to);
  if (described || broadcaster || (found > from && !isCapital(tokens[found - 1])))
    while (found < to && found - from < 8 && (isCapital(tokens[found]) || joins(tokens, found))) found += 1;
  if (found > from && NETWORKS.test(tokens[found - 1]?.word.norm ?? '')) found = programmeEnd(tokens, found, to);
  return found > from && /^(?:channel|france|news|radio)$/.test(tokens[found - 1]?.word.norm ?? '')
    ? stationEnd(tokens, found)
    : found;
}

/** What may stand before the word that shows a medium, or between two of them. */
const mayBelong = (tokens: readonly Token[], k: number): boolean =>
  isCapital(tokens[k]) ||
  isDeterminer(tokens[k]) ||
  has(tokens[k], W.OUTLET) ||
  isStation(tokens, k) ||
  (tokens[k]?.word.raw === '&' && isCapital(tokens[k + 1]));

/** "Times Square", "the Post Office", "News Corp", "Guardian Media Group": a place or a firm by the name of a medium. */
const FIRM =
  /^(?:square|office|corp|corporation|group|holdings|council|association|foundation|trust|building|tower|hill|theatre|theater|microsystems|chartered|chambers|systems|valley|road|street|island|beach|bank|inc|plc|ltd|secretary|centre|center|club|university|college|hospital|hotel|stadium|airport)$/;

/** "the Environment Agency": an office of the state, no news agency. */
export const isOffice = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.word.norm === 'agency' &&
  isCapital(tokens[k]) &&
  isCapital(tokens[k - 1]) &&
  !/^(?:news|press|telegraph|telegraphic|information)$/.test(tokens[k - 1]?.word.norm ?? '') &&
  !has(tokens[k - 1], W.KNOWN_OUTLET);

/** A word that means a medium as it is written: "the post" and "an independent report" are none. */
const isMedium = (token: Token | undefined): boolean =>
  has(token, W.KNOWN_OUTLET | W.OUTLET) &&
  (isCapital(token) || (has(token, W.OUTLET) && !onlyNames.has(token?.word.norm ?? '') && token?.word.norm !== 'news'));

/** "ABC affiliate WTVD", "television station KTLA" */
const isStation = (tokens: readonly Token[], k: number): boolean =>
  SITES.has(tokens[k]?.word.norm ?? '') && isCapital(tokens[k + 1]);

/** "told the news site that": the one named before. */
const newsSiteEnd = (tokens: readonly Token[], from: number, to: number): number =>
  from + 3 <= to &&
  tokens[from]?.word.norm === 'the' &&
  tokens[from + 1]?.word.norm === 'news' &&
  /^(?:site|website|outlet|portal|magazine|channel|station|network)$/.test(tokens[from + 2]?.word.norm ?? '')
    ? from + 3
    : from;

const NETWORKS = /^(?:bbc|cnn|fox|abc|nbc|cbs|sky|itv|npr|pbs|cbc)$/;

/** "BBC Midlands Today", "Fox Business": capitals behind the name of a network, unless they are the subject of what follows. */
function programmeEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && end - from < 3 && isCapital(tokens[end]) && !has(tokens[end], W.ROLE | W.COUNTRY | W.INSTITUTION))
    end += 1;
  return has(tokens[end], W.FINITE | W.ADVERB) ? from : end;
}

/** "KIRO 7", "France 24": the number behind a name belongs to it. */
export const stationEnd = (tokens: readonly Token[], end: number): number =>
  /^\d{1,2}$/.test(tokens[end]?.word.raw ?? '') && tokens[end]?.kind === 'number' ? end + 1 : end;

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
