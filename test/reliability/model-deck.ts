import { CHECK_ACTS } from './model-check-steps.js';
import { CLAIM_ACTS, RESHAPING_ACTS } from './model-claim-steps.js';
import { GROUP_ACTS, ORIGIN_ACTS } from './model-origin-steps.js';
import { CROSSING_ACTS, READER_ACTS } from './model-reader-steps.js';
import { RULE_ACTS } from './model-rule-steps.js';
import type { Step } from './model-scene.js';
import { SHIFT_ACTS } from './model-shift-steps.js';
import { STORY_ACTS } from './model-story-steps.js';
import { TALK_ACTS } from './model-talk-steps.js';
import { AFTER_CHANGE_ACTS, TEXT_ACTS } from './model-text-steps.js';

/** What a step may do, and how often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  createRevision: 3,
  giveVerdict: 4,
  decide: 5,
  checkThrough: 6,
  reviseAndDecide: 2,
  readClaim: 4,
  addEvidence: 2,
  assign: 2,
  readList: 2,
  cross: 2,
  createNotice: 2,
  createComment: 2,
  crossWrite: 2,
};
const ACTS = Object.entries({
  ...TEXT_ACTS,
  ...CLAIM_ACTS,
  ...RESHAPING_ACTS,
  ...AFTER_CHANGE_ACTS,
  ...CHECK_ACTS,
  ...TALK_ACTS,
  ...SHIFT_ACTS,
  ...ORIGIN_ACTS,
  ...GROUP_ACTS,
  ...CROSSING_ACTS,
  ...READER_ACTS,
  ...STORY_ACTS,
  ...RULE_ACTS,
});
const DECK = ACTS.flatMap(([name, act]) => Array.from({ length: WEIGHTS[name] ?? 1 }, () => ({ name, act })));

/** How many kinds of step there are, and how many numbers choose one. */
export const ACT_NAMES: readonly string[] = ACTS.map(([name]) => name);
export const DECK_SIZE = DECK.length;
export const actOf = (step: Step) => DECK[step.kind % DECK_SIZE]!;
