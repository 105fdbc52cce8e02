export * from './refusal/refusal.facts.js';
export * from './refusal/refusal.js';
export * from './permission/role.js';
export * from './permission/permission.table.js';
export * from './permission/permission.js';
export {
  DEFAULT_WORKING_WEEK,
  WEEK_NAMES,
  WEEKDAYS,
  type Weekday,
  type WeekName,
  type WorkingWeek,
} from './calendar/working.week.js';
export * from './calendar/working.time.js';
export * from './calendar/clock.pause.js';
export * from './assignment/due-date.js';
export * from './policy/policy.types.js';
export * from './policy/policy.presets.js';
export * from './policy/policy.check.js';
export * from './rating/rating.types.js';
export * from './rating/rating.presets.js';
export * from './rating/rating.check.js';
export * from './notice/notice.js';
export * from './comment/comment-request.js';
export * from './complaint/correction-request.js';
export * from './independence/source.types.js';
export * from './source/anonymity.js';
export * from './evidence/translation.js';
export * from './independence/origin.js';
export * from './independence/origin.groups.js';
export * from './independence/independent-origins.js';
export * from './claim/claim.types.js';
export * from './claim/requirement.turn.js';
export * from './claim/requirement.types.js';
export * from './claim/requirements.js';
export * from './claim/quoted.words.js';
export * from './claim/decide.js';
export * from './claim/dispute.kind.js';
export * from './claim/fall-back.js';
export * from './claim/triage.js';
export * from './claim/actions.js';
export * from './verdict/verdict.counting.js';
export * from './verdict/blindness.js';
export * from './verdict/give-verdict.js';
export * from './assignment/assignment.transitions.js';
export * from './assignment/assign.js';
export * from './assignment/balance.js';
export * from './article/article.types.js';
export * from './article/gate.js';
export * from './article/publication-terms.js';
export * from './article/release.js';
export * from './article/authorship.js';
export * from './agreement/agreement.types.js';
export * from './agreement/krippendorff.js';
export * from './agreement/kappa.js';
export { percentile } from './agreement/percentile.js';
export * from './attention/attention.js';
export type {
  Anchor,
  AnchorCandidate,
  AnchorFlag,
  AnchorLanguage,
  AnchorStatus,
  Frame,
  FrameReader,
  Reanchoring,
  TextBlock,
} from './anchor/anchor.types.js';
export { alignBlocks, type BlockIdSource } from './anchor/block.alignment.js';
export { claimFingerprint, textHashOf, type FingerprintInput } from './anchor/claim.fingerprint.js';
export { reanchor, reanchorAll, type ReanchorInput } from './anchor/claim.reanchoring.js';
export { frameEquals, frameFlags, frameFrom, type AttributionReading } from './anchor/frame.comparison.js';
export { turnsOf } from './anchor/negation.reach.js';
export { findQuote, type QuotePlace } from './anchor/quote.finder.js';
export { fromCodePoint, splitsGrapheme, toCodePoint } from './anchor/text.offsets.js';
export * from './discussion/query.js';
export * from './discussion/mention.js';
export * from './attention/urgency.js';
export * from './revision/word.diff.js';
export * from './revision/revision.diff.js';
export * from './assignment/expiry.js';
export * from './assignment/hand-over.js';
export * from './claim/reshape.js';
export * from './claim/bulk.js';
export * from './group/precedent.js';
export * from './group/spread.js';
export * from './checklist/checklist.js';
export { LEDGER_ACTIONS, type LedgerAction } from './history/ledger.action.js';
export * from './webhook/answer.js';
export * from './webhook/retry.schedule.js';
export * from './webhook/webhook.event.js';
