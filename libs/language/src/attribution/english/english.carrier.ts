import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import type { Source } from '../attribution.types.js';
import { knownMedium, mediumOf, outletEnd, platformAt, readerEnd } from './english.outlet.js';
import { hasFlag as has, isCapital, isDeterminer, timeEnd } from './english.shape.js';

const PASSED_ON =
  /^(seen|accessed|obtained|reviewed|viewed|published|interviewed|released|carried|quoted|cited|leaked|shared|given|commissioned|posted|broadcast|aired|conducted|speaking|spoke|talked|talking|briefing|provided|supplied|sent|handed|disclosed|spotted|uncovered|unearthed|revealed|verified|compiled|analysed|analyzed|collected|gathered|reported)$/;

/** "minutes seen by Marsa Newsroom", "a study published Monday in the journal Cold Regions": who carried what the phrase names. */
export function carrierWithin(text: string, tokens: readonly Token[], from: number, to: number): Source | null {
  for (let k = from + 1; k + 2 < to; k += 1) {
    if (!PASSED_ON.test(tokens[k]?.word.norm ?? '')) continue;
    const by = timeEnd(tokens, k + 1);
    // "an editorial published alongside the paper" is not the paper's
    if (!/^(?:by|in|on|to|with|via|through|for|from)$/.test(tokens[by]?.word.norm ?? '')) continue;
    const platform = platformAt(text, tokens, by + 1);
    if (platform) return platform;
    const known = outletEnd(text, tokens, by + 1, to);
    const end = known > by + 1 ? known : by === k + 1 ? readerEnd(tokens, k, to) : 0;
    if (end > by + 1) return mediumOf(text, tokens, by + 1, end);
  }
  return null;
}

/** "The broadcaster's City editor": the medium named before, with whoever is its own. */
function takenUp(text: string, tokens: readonly Token[], first: number, head: number): Source | null {
  const noun = tokens[first];
  if (tokens[first - 1]?.word.norm !== 'the' || first >= head || isCapital(noun)) return null;
  return TAKEN_UP.test(noun?.word.norm ?? '')
    ? { ...mediumOf(text, tokens, first - 1, first + 1), named: false }
    : null;
}
const TAKEN_UP =
  /^(?:newspaper|paper|broadcaster|magazine|network|channel|station|website|tabloid|daily|weekly|agency)['’]s$/;

/** "a columnist in the Spectator" */
const WRITERS =
  /^(?:columnist|commentator|critic|editor|correspondent|writer|reporter|journalist|blogger|presenter|host|leader)$/;

/** Whose a document is by its own noun: "a review by the Columbus Dispatch", "a CNN poll", "an Associated Press investigation". */
export function publisherOf(
  text: string,
  tokens: readonly Token[],
  { from, head, to }: { from: number; head: number; to: number },
): Source | null {
  const writes = WRITERS.test(tokens[head]?.word.norm ?? '');
  if (
    (writes || has(tokens[head], W.DOCUMENT)) &&
    /^(?:by|in|from|for|at|of|with)$/.test(tokens[head + 1]?.word.norm ?? '')
  ) {
    const end = knownMedium(text, tokens, head + 2, to);
    if (end > head + 2) return mediumOf(text, tokens, head + 2, end);
  }
  let first = from;
  while (first < head && isDeterminer(tokens[first]) && !isCapital(tokens[first])) first += 1;
  if (first === from && tokens[first]?.word.norm === 'the') first += 1;
  const anaphor = takenUp(text, tokens, first, head);
  if (anaphor) return anaphor;
  const end = knownMedium(text, tokens, first, head);
  if (end === first || end > head) return null;
  // "Al Jazeera's correspondent", "CNN's Jake Tapper"; a paper's own document without the letter too
  const owned = /['’]s?$/.test(tokens[end - 1]?.word.norm ?? '');
  return owned || has(tokens[head], W.DOCUMENT) ? mediumOf(text, tokens, first, end) : null;
}
