import * as W from '../../token/word.entry.js';
import type { FoundOpener } from './arabic.opener.js';
import { readSubject } from './arabic.subject.js';
import { VENUES } from './arabic.phrase.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';

const ASKED = /^(?:سوال|اسيله|استفسار|استفسارات|طلب)$/;

/** «في مقابلة», «خلال لقاء», «ردا على سؤال» at k. */
function saysWhere(view: SentenceView, k: number): boolean {
  const first = view.tokens[k]?.word.stem ?? '';
  const noun = at(view, k + 1)?.word;
  if (!noun) return false;
  if (/^ردا$/.test(first)) return noun.norm === 'علي' && ASKED.test(at(view, k + 2)?.word.norm ?? '');
  return /^(?:في|خلال)$/.test(first) && (has(view.tokens[k + 1], W.STATEMENT) || VENUES.test(noun.norm));
}

const VENUE_REACH = 14;

/** «وفي مقابلة مع «المدار»، قال فلان إن»: the medium of what is said behind the comma. Null without a verb of saying there. */
export function venueAt(view: SentenceView, k: number): FoundOpener | null {
  const { text, tokens } = view;
  if (!saysWhere(view, k)) return null;
  let comma = k + 2;
  while (comma < view.to && !has(tokens[comma], W.COMMA) && comma - k <= VENUE_REACH)
    comma = has(tokens[comma], W.QUOTE_MARK) && partner(view, comma) > comma ? partner(view, comma) + 1 : comma + 1;
  let verb = comma + 1;
  while (has(at(view, verb), W.ADVERB | W.PARTICLE)) verb += 1;
  const said = at(view, verb)?.word.report;
  if (!has(at(view, comma), W.COMMA) || !said || said.tense === 'participle') return null;
  const [outlet] = readSubject(view, k, comma).via;
  if (outlet?.role !== 'outlet') return null;
  const cue = text.slice((tokens[k]?.start ?? 0) + (tokens[k]?.word.conjunction ? 1 : 0), tokens[k + 1]?.end);
  return { sources: [outlet], cue, from: k, next: comma };
}
