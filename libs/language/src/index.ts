export { STRICT_RULES, strictForm, strictMap, type StrictMap } from './strict/strict.form.js';
export { sameWords, vowelReading, vowelsConflict } from './strict/same.words.js';
export { hiddenControls, type HiddenControl } from './strict/hidden.controls.js';
export {
  scoreClaim,
  type CheckWorthiness,
  type ClaimToScore,
  type ScoreReason,
  type ScoredAttribution,
} from './worthiness/claim.score.js';
export { scoreSentence, type SentenceScore } from './worthiness/sentence.score.js';
