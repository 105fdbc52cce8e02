import { claimTier, claimKind, type ClaimKind, type ClaimTier } from '../claim/claim.kind.js';
import { attributionAt } from '../attribution/attribution.at.js';
import type { Attribution } from '../attribution/attribution.types.js';
import type { SourceBlock } from '../block/block.sources.js';
import { graphemeCeil, graphemeFloor } from '../text/grapheme.boundary.js';
import { scanTokens } from '../token/token.scan.js';
import { type CheckWorthiness, scoreClaim } from '../worthiness/claim.score.js';

/** Why a proposed quotation was not taken. */
export type ProposalRefusal =
  'not-a-quote' | 'not-in-text' | 'set-aside' | 'cuts-a-character' | 'too-short' | 'already-claimed' | 'too-many';

/** A span of a block (UTF-16 offsets into its text) that somebody outside proposes as a claim. */
export interface AcceptedProposal {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly kind: ClaimKind;
  readonly tier: ClaimTier;
  readonly checkWorthiness: CheckWorthiness;
  readonly attribution: Attribution | null;
}

export interface ProposalJudgement {
  readonly accepted: readonly AcceptedProposal[];
  readonly refused: readonly { readonly quote: string; readonly reason: ProposalRefusal }[];
}

interface Taken {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

const LEAST_WORDS = 3;
const MOST_UNITS = 2000;
const MOST_ACCEPTED = 40;
const OVERLAP = 0.5;

/**
 * Takes a proposed quotation only when it is, letter for letter, a piece of a block that was not set aside, whole characters long, and not
 * yet a claim. Kind, tier, score and who said it come from the rules, never from the proposal. Total: any values may be proposed.
 */
export function acceptProposals(
  blocks: readonly SourceBlock[],
  claims: readonly Taken[],
  proposed: readonly unknown[],
  language: 'ar' | 'en',
): ProposalJudgement {
  const accepted: AcceptedProposal[] = [];
  const refused: { quote: string; reason: ProposalRefusal }[] = [];
  for (const value of proposed) {
    const quote = typeof value === 'string' ? value.normalize('NFC').trim() : '';
    const judged = accepted.length >= MOST_ACCEPTED ? 'too-many' : placeOf(blocks, [...claims, ...accepted], quote);
    if (typeof judged === 'string') refused.push({ quote: quote.slice(0, 200), reason: judged });
    else accepted.push(readAt(judged.block, judged.start, quote, language));
  }
  return { accepted, refused };
}

function placeOf(
  blocks: readonly SourceBlock[],
  taken: readonly Taken[],
  quote: string,
): { block: SourceBlock; start: number } | ProposalRefusal {
  if (quote === '' || quote.length > MOST_UNITS) return 'not-a-quote';
  if ((quote.match(/[\p{L}\p{N}]+/gu) ?? []).length < LEAST_WORDS) return 'too-short';
  const places = blocks.flatMap((block) => {
    const start = block.text.indexOf(quote);
    return start < 0 ? [] : [{ block, start }];
  });
  if (places.length === 0) return 'not-in-text';
  const inside = places.filter(({ block }) => block.field !== 'aside');
  if (inside.length === 0) return 'set-aside';
  const whole = inside.filter(
    ({ block: { text }, start }) =>
      graphemeFloor(text, start) === start && graphemeCeil(text, start + quote.length) === start + quote.length,
  );
  if (whole.length === 0) return 'cuts-a-character';
  const free = whole.find(
    ({ block, start }) => !taken.some((claim) => overlaps(claim, block.id, start, start + quote.length)),
  );
  return free ?? 'already-claimed';
}

function overlaps(claim: Taken, blockId: string, start: number, end: number): boolean {
  if (claim.blockId !== blockId) return false;
  const shared = Math.min(claim.end, end) - Math.max(claim.start, start);
  return shared > OVERLAP * Math.min(claim.end - claim.start, end - start);
}

function readAt(block: SourceBlock, start: number, quote: string, language: 'ar' | 'en'): AcceptedProposal {
  const end = start + quote.length;
  const attribution = attributionAt(block.text, start, end, language);
  const tokens = scanTokens(block.text, start, end);
  const input = { tokens, from: 0, to: tokens.length, quoted: false, conditional: false, attribution };
  const kind = claimKind(input);
  return {
    blockId: block.id,
    start,
    end,
    quote,
    kind,
    tier: claimTier(input, kind),
    checkWorthiness: scoreClaim({ quote, language, kind, attribution }),
    attribution,
  };
}
