import { englishSources } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import type { LinkRole, SourceType } from '../attribution.types.js';
import { AGENCY_NAME, formedEnd, listedEnd } from './english.media.js';
import { isDescribed, isOffice } from './english.outlet.js';
import { hasFlag as has, isCapital } from './english.shape.js';

const social = new Set(englishSources.social);
const outletAnaphors = new Set(englishSources.outletAnaphors);

export const POSSESSIVE = /^(?:his|her|its|their|my|our)$/;

/** "Corriere della Sera", "The Kansas City Star": the phrase ends with a medium's name. */
function isListed(tokens: readonly Token[], from: number, head: number): boolean {
  for (let k = from; k <= head; k += 1) if (listedEnd(tokens, k, head + 1) === head + 1) return true;
  if (formedEnd(tokens, from, head + 1) === head + 1) return true;
  // "Newslaundry and The Reporters' Collective"
  const first = tokens[from]?.word.norm === 'the' ? from + 1 : from;
  const end = listedEnd(tokens, first, head);
  return end > first && tokens[end]?.word.norm === 'and';
}

const FIELDS = /^(?:finance|health|defence|defense|interior|foreign)$/;

/** "Mr Sun", "Judge Herald": somebody by his name. */
const isTitled = (tokens: readonly Token[], from: number, head: number): boolean =>
  tokens.slice(from, head).some(({ word }) => TITLES.test(word.norm));
const TITLES = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|judge|justice|senator|sen|rep|prof|professor)\.?$/;

export interface Kind {
  readonly role: LinkRole;
  readonly type: SourceType;
}

/** What a phrase with this noun stands for: a person, a body, a paper, a text. */
export function kindOf(text: string, tokens: readonly Token[], from: number, head: number, named: boolean): Kind {
  const phrase = text.slice(tokens[from]?.start ?? 0, tokens[head]?.end ?? 0).toLowerCase();
  const noun = tokens[head];
  if (
    ((has(noun, W.KNOWN_OUTLET) && isCapital(noun)) || isListed(tokens, from, head)) &&
    !isTitled(tokens, from, head)
  ) {
    return {
      role: 'outlet',
      type: AGENCY_NAME.test(phrase) ? 'agency' : 'outlet',
    };
  }
  // "according to its website": what is somebody's own is no medium
  if (POSSESSIVE.test(tokens[from]?.word.norm ?? '') && has(noun, W.OUTLET) && !isCapital(noun))
    return { role: 'document', type: 'document' };
  // "posts on X": whoever wrote them; "the post" is one that has been named
  if (noun?.word.norm === 'posts' || (noun?.word.norm === 'post' && !isCapital(noun)))
    return /^(?:the|this|that|his|her|its|their)$/.test(tokens[from]?.word.norm ?? '')
      ? { role: 'document', type: 'document' }
      : { role: 'speaker', type: 'anonymous' };
  const anaphor =
    outletAnaphors.has(noun?.word.norm ?? '') && /^(the|a|an)$/.test(tokens[from]?.word.norm ?? '') && head - from <= 2;
  const outletName =
    isDescribed(tokens, from, head) ||
    (has(noun, W.OUTLET) &&
      !isOffice(tokens, head) &&
      !isTitled(tokens, from, head) &&
      (isCapital(noun) ||
        (outletAnaphors.has(noun?.word.norm ?? '') && noun?.word.norm !== 'agency' && noun?.word.norm !== 'paper')));
  if (outletName || (anaphor && noun?.word.norm === 'newspaper'))
    return { role: 'outlet', type: AGENCY_NAME.test(phrase) ? 'agency' : 'outlet' };
  if (social.has(noun?.word.norm ?? '') && !named) return { role: 'outlet', type: 'social' };
  // "UK Finance", "Public Health": of a body, where "the finance minister" is a person
  if (isCapital(noun) && FIELDS.test(noun?.word.norm ?? '')) return { role: 'speaker', type: 'institution' };
  if (has(noun, W.ROLE) && !(has(noun, W.INSTITUTION) && !named))
    return { role: 'speaker', type: named ? 'person' : 'anonymous' };
  if (has(noun, W.ANONYMOUS)) return { role: 'speaker', type: named ? 'person' : 'anonymous' };
  if (has(noun, W.DOCUMENT)) return { role: 'document', type: 'document' };
  if (has(noun, W.INSTITUTION)) return { role: 'speaker', type: 'institution' };
  return { role: 'speaker', type: named ? 'person' : 'institution' };
}
