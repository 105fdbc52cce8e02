import { englishWords } from '../../lexicon/lexicon.load.js';
import { englishMediaByFirst } from '../../token/english.media.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { hasFlag as has, isCapital } from './english.shape.js';

/** Days and months: a capital of theirs is no part of a name. */
export const dates: ReadonlySet<string> = new Set([...englishWords.weekdays, ...Object.keys(englishWords.months)]);
/** "haaretz" of "Haaretz's". */
function bareNorm(token: Token | undefined): string {
  const { norm = '' } = token?.word ?? {};
  return norm.endsWith("'s") ? norm.slice(0, -2) : norm.endsWith("'") ? norm.slice(0, -1) : norm;
}

/** With a capital or a number somewhere in it: "amaBhungane", "7News". */
export const isNamed = (token: Token | undefined): boolean =>
  token !== undefined && (token.word.raw !== token.word.norm || token.kind === 'number');

/** A news agency by its name: "the Press Trust of India", not "the Indian Express". */
export const AGENCY_NAME =
  /\b(?:reuters|afp|ap|bloomberg|tass|xinhua|anadolu|agency|agence|newswire|(?:associated|canadian|united) press|press (?:trust|association))\b/i;

/** The token behind the longest listed name of a medium that begins at k ("Corriere della Sera", "the Sun"), or k. */
export function listedEnd(tokens: readonly Token[], k: number, to: number): number {
  const first = tokens[k];
  if (!first || !has(first, W.NAME_START)) return k;
  for (const { rest, articled, common, shouted } of englishMediaByFirst.get(bareNorm(first)) ?? []) {
    const end = k + 1 + rest.length;
    if (end > to || !rest.every((part, n) => partAt(tokens, k + 1 + n, n === rest.length - 1) === part)) continue;
    if (common) return end;
    if (!isNamed(first) && !isNamed(tokens[end - 1])) continue;
    if (shouted && /\p{Ll}{2}/u.test(first.word.raw)) continue;
    if (!articled || standsAsName(tokens, k)) return end;
  }
  return k;
}

/** "Haaretz's" ends the name as well as "Haaretz". */
const partAt = (tokens: readonly Token[], k: number, last: boolean): string =>
  last ? bareNorm(tokens[k]) : (tokens[k]?.word.norm ?? '');

/** "the Sun", "Britain's Sun", but not "the Sun Microsystems" and "Mr Sun". */
function standsAsName(tokens: readonly Token[], k: number): boolean {
  const before = tokens[k - 1]?.word.norm ?? '';
  if (!isCapital(tokens[k]) || !(before === 'the' || /['’]s?$/.test(before))) return false;
  const next = tokens[k + 1];
  return !isCapital(next) || dates.has(next?.word.norm ?? '') || has(next, W.ROLE);
}

/** Common words that name a paper only as the last of several capitals behind "the": "the Kansas City Star". */
const WEAK =
  /^(?:star|sun|standard|mirror|independent|monitor|citizen|echo|mercury|advertiser|insider|digest|statesman|argus|examiner|banner|register|reporter|record)$/;
const PLACES = /^(?:city|state)$/;

/** "the Kansas City Star": the token behind a name of that form that begins at `from`; else `from`. */
export function formedEnd(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from]?.word.norm !== 'the') return from;
  for (let k = from + 1; k < Math.min(to, from + 6); k += 1) {
    const token = tokens[k];
    const norm = bareNorm(token);
    if (!isCapital(token) || (has(token, W.ROLE | W.INSTITUTION) && !PLACES.test(norm) && !WEAK.test(norm)))
      return from;
    if (k > from + 1 && WEAK.test(norm) && !isCapital(tokens[k + 1])) return k + 1;
  }
  return from;
}
