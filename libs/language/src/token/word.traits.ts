import { englishWords, foldedSet, nounSet, words } from '../lexicon/lexicon.load.js';

/** What a word says about a claim it stands in, as bits; one spelling may say several things. */
export const JUDGES = 1;
export const FORETELLS = 2;
export const SPEAKS = 4;
export const ACCUSES = 8;
export const AMOUNTS = 16;
/** «لم», «ليس», «لا»: what follows is denied. */
export const DENIES = 32;
/** «لم», «لن»: whatever stands behind it is a verb. */
export const BEFORE_VERB = 64;

const opinions = new Set([...foldedSet(words.opinion), ...englishWords.opinion]);
const predictions = new Set([...foldedSet(words.predictions), ...englishWords.future]);
const statements = new Set([...foldedSet(words.statementVerbs), ...englishWords.speech]);
const accusations = new Set([...nounSet(words.accusations), ...englishWords.accusations]);
const amounts = new Set([...foldedSet(words.amounts), ...englishWords.quantities]);
const numberWords = new Set([...foldedSet(words.numberWords), ...englishWords.numberWords]);
const denials = new Set(['لم', 'ليس', 'ليست', 'ليسوا', 'لا', 'لن']);
const beforeVerbs = new Set(['لم', 'لن']);

/** The lexicons of claims are asked once for each spelling, so that a claim's words are asked for their bits alone. */
export function traitsOf(norm: string, stem: string, head: string): number {
  let traits = 0;
  if (opinions.has(norm) || opinions.has(stem)) traits |= JUDGES;
  if (predictions.has(norm)) traits |= FORETELLS;
  if (statements.has(norm) || statements.has(stem)) traits |= SPEAKS;
  if ([stem, head, stem.replace(/^[بل](?=.{3})/, '')].some((form) => accusations.has(form))) traits |= ACCUSES;
  if (numberWords.has(stem) || amounts.has(stem) || amounts.has(head)) traits |= AMOUNTS;
  if (denials.has(stem)) traits |= DENIES;
  if (beforeVerbs.has(stem)) traits |= BEFORE_VERB;
  return traits;
}
