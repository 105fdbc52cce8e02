import { Discourse } from '../attribution/discourse.resolve.js';
import {
  analyseBlock,
  attributionOf,
  type BlockAnalysis,
  framesOf,
  type Language,
  type Statement,
} from '../attribution/block.analysis.js';
import type { Attribution, Frame } from '../attribution/attribution.types.js';
import { segmentBlocks } from '../block/block.segment.js';
import type { Block, BlockField } from '../block/block.types.js';
import { duplicatePairs } from '../claim/claim.duplicate.js';
import { claimKind, claimTier } from '../claim/claim.kind.js';
import { scoreClaim } from '../worthiness/claim.score.js';
import { spanOf, trimClause } from '../claim/claim.span.js';
import { isClaim } from '../claim/claim.filter.js';
import { detectLanguage } from '../text/language.detect.js';
import { decodeText, textDigest } from '../text/text.decode.js';
import type { ExtractedClaim, Extraction, Flag } from './extraction.types.js';
import { flagsOf } from './extraction.flag.js';

export interface ExtractInput {
  readonly text: string;
  readonly language?: Language;
  readonly title?: string;
  readonly outlet?: string;
  readonly publishedAt?: string;
}

/** Fields whose sentences may be claims; headings name, they do not assert. */
const CLAIMING: ReadonlySet<BlockField> = new Set(['title', 'dek', 'body', 'caption', 'pullquote']);

interface Resolved {
  readonly statement: Statement;
  readonly attribution: Attribution | null;
}

function claimOf(
  text: string,
  block: Block,
  analysis: BlockAnalysis,
  resolved: Resolved,
  language: Language,
): ExtractedClaim | null {
  const { statement, attribution } = resolved;
  const trimmed = trimClause(analysis.tokens, statement.from, statement.to);
  if (!trimmed || !isClaim(text, analysis.tokens, trimmed, statement, block.field)) return null;
  const [from, to] = trimmed;
  const { start, end } = spanOf(text, analysis.tokens, from, to);
  if (end <= start) return null;
  const quote = text.slice(start, end);
  const input = {
    tokens: analysis.tokens,
    from,
    to,
    quoted: statement.quoted,
    conditional: statement.conditional,
    attribution,
  };
  const kind = claimKind(input);
  const sentence = text.slice(
    statement.sentence.start,
    Math.min(statement.sentence.end, statement.sentence.start + 4000),
  );
  return {
    start,
    end,
    quote,
    kind,
    tier: claimTier(input, kind),
    checkWorthiness: scoreClaim({ quote, sentence, language, kind, attribution }),
    attribution,
  };
}

interface BlockReading {
  readonly block: Block;
  readonly analysis: BlockAnalysis;
  readonly attributions: ReadonlyMap<Frame, Attribution>;
}

/** Reads every claiming block; the frames of the body are resolved together, in order, those of a headline or caption alone. */
function readBlocks(text: string, blocks: readonly Block[], language: Language): BlockReading[] {
  let heard = false;
  const analysed = blocks
    .filter((block) => CLAIMING.has(block.field))
    .map((block) => {
      const analysis = analyseBlock(text, block.start, block.end, language, heard);
      if (block.field === 'body') heard ||= analysis.statements.some(({ frame }) => frame !== null && !frame.hedge);
      return { block, analysis };
    });
  const bodyFrames = analysed
    .filter(({ block }) => block.field === 'body')
    .flatMap(({ analysis }) => framesOf(analysis.statements));
  const ofBody = new Discourse().resolveAll(bodyFrames);
  return analysed.map(({ block, analysis }) => ({
    block,
    analysis,
    attributions: block.field === 'body' ? ofBody : new Discourse().resolveAll(framesOf(analysis.statements)),
  }));
}

/** Everything `isnad extract` answers, with UTF-16 offsets into the decoded text. Pure and deterministic; never throws on any string. */
export function extract(input: ExtractInput): Extraction {
  const text = decodeText(input.text);
  const language = input.language ?? detectLanguage(text);
  const { blocks, setAside, chatbotFrom } = segmentBlocks(text, input.title);
  const readings = readBlocks(text, blocks, language);
  const claims: ExtractedClaim[] = [];
  for (const { block, analysis, attributions } of readings) {
    for (const statement of analysis.statements) {
      const claim = claimOf(
        text,
        block,
        analysis,
        { statement, attribution: attributionOf(statement, attributions) },
        language,
      );
      if (claim) claims.push(claim);
    }
  }
  const body = readings.filter(({ block }) => block.field === 'body').map(({ analysis }) => analysis);
  const sentences = body.flatMap((analysis) => analysis.sentences);
  const unbalanced = body.flatMap((analysis) => analysis.unbalanced);
  const title = blocks.find((block) => block.field === 'title');
  const flags: Flag[] = flagsOf({ text, blocks, claims, unbalanced, chatbotFrom, publishedAt: input.publishedAt });
  return {
    language,
    title: title ? { start: title.start, end: title.end, text: text.slice(title.start, title.end) } : null,
    rules: 'extract/1',
    text: { sha256: textDigest(text), length: text.length, content: text },
    blocks,
    setAside,
    flags,
    sentences,
    claims,
    duplicates: duplicatePairs(claims),
  };
}
