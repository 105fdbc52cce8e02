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
export {
  explainSentence,
  scoreSentence,
  type SentenceExplanation,
  type SentenceScore,
} from './worthiness/sentence.score.js';
export { wordingBy, wordingSample, type WordingSample } from './worthiness/wording.sample.js';
export type { SentenceReason, WordingModel } from './worthiness/wording.score.js';
export { extract, type ExtractInput } from './extraction/extract.js';
export { toWire, type ExtractionWire } from './extraction/extraction.wire.js';
export type { ExtractedClaim, Extraction, Flag, FlagCode, TitleSpan } from './extraction/extraction.types.js';
export { attributionAt, attributionReader, type AttributionReader } from './attribution/attribution.at.js';
export type { Attribution, AttributionLink, LinkRole, SourceType, Stance } from './attribution/attribution.types.js';
export type { Language } from './attribution/block.analysis.js';
export { type ChromeTest, segmentBlocks } from './block/block.segment.js';
export { type GivenBlock, sourceBlocks, type SourceBlock, type SourcesOptions } from './block/block.sources.js';
export type { Block, BlockField, Segmentation, SetAside, SetAsideReason } from './block/block.types.js';
export { accuses } from './claim/claim.accusation.js';
export type { ClaimKind, ClaimTier } from './claim/claim.kind.js';
export { sentencesOf, type Sentence } from './sentence/sentence.split.js';
export { normalise, type NormalView } from './normal/normal.view.js';
export { fold } from './normal/normal.fold.js';
export { detectLanguage, identifyLanguage, isForeign } from './text/language.detect.js';
export { codePointIndex, type CodePointIndex } from './text/codepoint.index.js';
export { graphemeCeil, graphemeFloor } from './text/grapheme.boundary.js';
export { decodeText, textDigest } from './text/text.decode.js';
export { BM25, idf, impact } from './matching/bm25.weight.js';
export { rerank, type Candidate, type ScoredCandidate } from './matching/candidate.rerank.js';
export { matchingLine, stemNamed, type Stem } from './matching/matching.view.js';
export { MemoryIndex, type IndexedText } from './matching/memory.index.js';
export { bandsOf, resemblance, signatureOf, SIGNATURE } from './matching/minhash.signature.js';
export { bm25Among, type Corpus, type PoolScores } from './matching/corpus.score.js';
export { whySentence } from './matching/why.sentence.js';
export { gramsOf, readText, storedTerms, termsOf, type ReadText, type Term } from './matching/term.bag.js';
export { bridgeTermsOf } from './matching/bridge.terms.js';
export { bridgeStemsOf, rankAcross, type AcrossCandidate, type AcrossHit } from './matching/bridge.stems.js';
export {
  explain,
  explainer,
  type PairClass,
  type PairExplanation,
  type PairText,
  type Shown,
} from './matching/pair.explain.js';
export {
  extractBlocks,
  type BlockClaim,
  type BlockExtraction,
  type BlockLink,
  type ExtractBlocksOptions,
} from './extraction/extract.blocks.js';
export {
  headlineLinks,
  type HeadlineDifference,
  type HeadlineLink,
  type PlacedClaim,
} from './headline/headline.link.js';
export { chromeKey } from './block/chrome.key.js';
export { datesOf } from './date/date.resolve.js';
export type { ClaimDate, DateSetting } from './date/date.types.js';
export {
  acceptProposals,
  type AcceptedProposal,
  type ProposalJudgement,
  type ProposalRefusal,
} from './proposal/proposal.accept.js';
export { MAX_TEXT_BYTES, textFault } from './text/text.fault.js';
export { sourceKey } from './source/source.key.js';
export { compareOrigins } from './origin/origin.compare.js';
export { carrierChanges } from './origin/carrier.changes.js';
export { carrierSentence } from './origin/carrier.sentence.js';
export type {
  CarriedClaim,
  CarrierChange,
  OriginComparison,
  OriginHow,
  OriginSigns,
  OriginText,
} from './origin/origin.types.js';
