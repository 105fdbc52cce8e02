import { englishSources } from '../../lexicon/lexicon.load.js';
import * as W from '../../token/word.flags.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import type { Behind, Passed } from './english.between.js';
import { mediumOf, outletEnd, paperEnd, stationEnd } from './english.outlet.js';
import { isCapital } from './english.shape.js';

// The medium whom something was told, or in which it was said, between the verb and what is said.

const RUMOURS = /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs|speculation)$/;

/** "told CP that", "to the paper", "told CNN's “State of the Union” that" */
export function mediumBetween(word: Behind): Passed | null {
  const { view, k, n, token, verb, told } = word;
  // "denied reports that"
  if (
    n === k + 1 &&
    verb.stance === 'negating' &&
    RUMOURS.test(token.word.norm) &&
    at(view, n + 1)?.word.norm === 'that'
  )
    return { next: n + 1 };
  const named = nameEnd(word);
  if (named <= n || !(told || inWhich(view, n, named))) return null;
  // "state television"
  const kind = /^(?:state|national|local|public|private)$/.test(view.tokens[n - 1]?.word.norm ?? '') ? 1 : 0;
  const end = pastProgramme(view, named);
  const outlet = mediumOf(view.text, view.tokens, n - kind, end);
  // "told CNN's “State of the Union” that": what is broadcast there, not what was said
  const show = /['’]s?$/.test(at(view, end - 1)?.word.norm ?? '') ? partner(view, named) : -1;
  return { next: show > named ? show + 1 : end, outlet };
}

/** Where the name of the medium at n ends; n or less where none stands there. */
function nameEnd({ view, k, n, token, told }: Behind): number {
  const known = outletEnd(view.text, view.tokens, n, view.to);
  if (known > n) return known;
  const { norm } = token.word;
  const first = told && n === k + 1;
  if (first && isCapital(token) && WHEN_TOLD.has(norm) && !isCapital(at(view, n + 1))) return n + 1;
  // "told CP that"
  if (first && /^\p{Lu}{2,4}$/u.test(token.word.raw) && !has(token, W.INSTITUTION | W.COUNTRY))
    return stationEnd(view.tokens, n + 1);
  // "told the Bureau that": newsrooms that have joined
  if (told && norm === 'the' && /^(?:Bureau|Collective|Consortium|Intercept)$/.test(at(view, n + 1)?.word.raw ?? ''))
    if (!isCapital(at(view, n + 2)) && at(view, n + 2)?.word.norm !== 'of') return n + 2;
  const hearer = told || (norm === 'the' && at(view, n - 1)?.word.norm === 'to');
  return hearer && n <= k + 2 ? paperEnd(view.tokens, n, view.to) : n;
}

/** What a medium is behind its name, and what it broadcasts: "Kan public radio", "BBC Radio 4's Today programme". */
function pastProgramme(view: SentenceView, named: number): number {
  let end = named;
  while (!isCapital(at(view, end)) && MEDIUM_KIND.test(at(view, end)?.word.norm ?? '')) end += 1;
  if (at(view, end)?.kind !== 'mark' || at(view, end + 1)?.word.norm !== 's' || !isCapital(at(view, end + 2)))
    return end;
  end += 2;
  while (isCapital(at(view, end))) end += 1;
  return /^(?:programme|program|show|podcast)$/.test(at(view, end)?.word.norm ?? '') ? end + 1 : end;
}

/** "to the paper", "on Sky News", "reported Monday in The Lancet" */
const inWhich = (view: SentenceView, n: number, end: number): boolean =>
  /^(?:to|with|by|on)$/.test(view.tokens[n - 1]?.word.norm ?? '') ||
  (view.tokens[n - 1]?.word.norm === 'in' &&
    isCapital(at(view, end - 1)) &&
    (isCapital(at(view, n)) || isCapital(at(view, n + 1))));

/** Names that are words or people's as well: a medium's where something is told to it. */
const WHEN_TOLD = new Set(englishSources.outletsWhenTold);

const MEDIUM_KIND =
  /^(?:public|state|national|local|news|radio|television|tv|magazine|newspaper|agency|website|podcast)$/;
