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
import { type ChromeTest, segmentBlocks } from '../block/block.segment.js';
import type { Block, BlockField } from '../block/block.types.js';
import { duplicatePairs } from '../claim/claim.duplicate.js';
import { isClaim } from '../claim/claim.filter.js';
import { claimKind, claimTier } from '../claim/claim.kind.js';
import { spanOf, trimClause } from '../claim/claim.span.js';
import { claimWords } from '../claim/claim.words.js';
import { datesOf } from '../date/date.resolve.js';
import { mayDate } from '../date/date.signs.js';
import { headlineLinks, type HeadlineLink, type PlacedClaim } from '../headline/headline.link.js';
import { languagesOf } from '../text/language.detect.js';
import { decodeText, textDigest } from '../text/text.decode.js';
import type { Token } from '../token/token.scan.js';
import type { Word } from '../token/word.entry.js';
import { scoreClaim } from '../worthiness/claim.score.js';
import type { ExtractedClaim, Extraction } from './extraction.types.js';
import { flagsOf } from './extraction.flag.js';

export interface ExtractInput {
  readonly text: string;
  readonly language?: Language;
  readonly title?: string;
  readonly outlet?: string;
  readonly publishedAt?: string;
  /** Lines known to be the page's from other pages of its host. */
  readonly isChrome?: ChromeTest;
}

/** Fields whose sentences may be claims; headings name, they do not assert. */
const CLAIMING: ReadonlySet<BlockField> = new Set(['title', 'dek', 'body', 'caption', 'pullquote']);
const SCORED_UNITS = 1200;

export interface BlockReading {
  readonly block: Block;
  readonly analysis: BlockAnalysis;
  readonly claims: readonly ReadClaim[];
}

/** A claim with its words, which are compared with those of the others and then forgotten. */
interface ReadClaim {
  readonly claim: ExtractedClaim;
  readonly words: readonly Word[];
}

/** Reads every claiming block; the frames of the body are resolved together, in order, those of a headline or caption alone. */
export function readBlocks(
  text: string,
  blocks: readonly Block[],
  language: Language,
  publishedAt: string | undefined,
): BlockReading[] {
  let heard = false;
  const analysed = blocks
    .filter((block) => CLAIMING.has(block.field))
    .map((block) => {
      const analysis = analyseBlock(text, block.start, block.end, language, heard);
      if (block.field === 'body') heard ||= analysis.statements.some(({ frame }) => frame !== null && !frame.hedge);
      return { block, analysis };
    });
  const reading: Reading = { text, language, publishedAt: publishedAt ?? datelineOf(text, blocks) };
  const body = analysed.filter(({ block }) => block.field === 'body');
  // «الصحيفة البريطانية» may be the one that the title names
  const naming = language === 'ar' ? [...openingHeads(text, blocks), ...analysed.filter(names)] : body;
  const ofBody = new Discourse().resolveAll(
    body.flatMap(({ analysis }) => framesOf(analysis.statements)),
    {
      media: naming.flatMap(({ analysis }) => analysis.media),
      pieces: naming.flatMap(({ analysis }) => analysis.pieces),
      people: body.flatMap(({ analysis }) => analysis.people),
    },
  );
  return analysed.map(({ block, analysis }) => {
    const known = block.field === 'body' ? ofBody : new Discourse().resolveAll(framesOf(analysis.statements));
    const claims = analysis.statements.flatMap(
      (statement) => claimOf(reading, block, analysis, statement, known) ?? [],
    );
    return { block, analysis, claims };
  });
}

/** The body takes up the media of the title, and those that tell something in a dek; a picture's credit names one as well. */
const names = ({ block, analysis }: Analysed): boolean =>
  block.field === 'body' || block.field === 'title' || (block.field === 'dek' && tells(analysis));

const tells = ({ statements }: BlockAnalysis): boolean => statements.some(({ frame }) => frame !== null);

interface Analysed {
  readonly block: Block;
  readonly analysis: BlockAnalysis;
}

/** «فايننشال تايمز: شركة … تؤجل رقاقتها» above the body, where the page's own name was taken for the title. */
function openingHeads(text: string, blocks: readonly Block[]): Analysed[] {
  const body = blocks.findIndex(({ field }) => field === 'body');
  return blocks
    .slice(0, Math.max(body, 0))
    .filter(({ field, start, end }) => field === 'heading' && text.slice(start, end).includes(':'))
    .map((block) => ({ block, analysis: analyseBlock(text, block.start, block.end, 'ar') }))
    .filter(({ analysis }) => tells(analysis));
}

/** What all claims of one text share. */
interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly publishedAt: string | undefined;
}

/** The day a dateline names. */
function datelineOf(text: string, blocks: readonly Block[]): string | undefined {
  for (const { start, end } of blocks.filter(({ field }) => field === 'dateline').slice(0, 3)) {
    const dates = datesOf(text, start, end, { publishedAt: undefined, language: 'ar', future: false });
    const day = dates.find(({ from, to }) => from !== null && from === to);
    if (day?.from) return day.from;
  }
  return undefined;
}

function claimOf(
  { text, language, publishedAt }: Reading,
  block: Block,
  analysis: BlockAnalysis,
  statement: Statement,
  known: ReadonlyMap<Frame, Attribution>,
): ReadClaim | null {
  const { tokens } = analysis;
  const trimmed = trimClause(tokens, statement.from, statement.to);
  if (!trimmed || !isClaim(text, tokens, trimmed, statement, block.field)) return null;
  const [from, to] = trimmed;
  const { start, end } = spanOf(text, tokens, from, to);
  if (end <= start) return null;
  const quote = text.slice(start, end);
  const attribution = attributionOf(statement, known);
  const input = { tokens, from, to, quoted: statement.quoted, conditional: statement.conditional, attribution };
  const kind = claimKind(input);
  const { sentence } = statement;
  const words = claimWords(text, tokens, from, to, { start, end });
  const checkWorthiness = scoreClaim({
    quote: quote.slice(0, SCORED_UNITS),
    words: quote.length <= SCORED_UNITS ? words.scored : null,
    sentence: text.slice(Math.max(sentence.start, sentence.end - SCORED_UNITS), sentence.end),
    language,
    kind,
    attribution,
  });
  const setting = { publishedAt, language, future: kind === 'prediction' };
  const dates = mayDate(datingOf(tokens, from, to)) ? datesOf(text, start, end, setting) : [];
  const claim = { start, end, quote, kind, tier: claimTier(input, kind), checkWorthiness, attribution, dates };
  return { claim, words: words.pieces };
}

/** What the tokens may contribute to a date between them. */
function datingOf(tokens: readonly Token[], from: number, to: number): number {
  let signs = 0;
  for (let k = from; k < to; k += 1) signs |= tokens[k]?.word.dating ?? 0;
  return signs;
}

/** The claims with the field they stand in. */
export function placedClaims(readings: readonly BlockReading[]): PlacedClaim[] {
  return readings.flatMap(({ block, claims }) =>
    claims.map(({ claim: { quote, attribution }, words }) => ({ quote, words, attribution, field: block.field })),
  );
}

/** A headline that departs from its body claim does not say the same; one that departs in nothing does, however short. */
export function sameClaims(
  claims: readonly PlacedClaim[],
  headlines: readonly HeadlineLink[],
): (readonly [number, number])[] {
  const linked = new Map(headlines.map((link) => [link.claim, link]));
  const pairs = duplicatePairs(claims).filter(([a, b]) => {
    const link = linked.get(a) ?? linked.get(b);
    return !link?.overstates || (link.claim === a ? link.body !== b : link.body !== a);
  });
  const links = headlines.filter(({ body, overstates }) => body !== null && !overstates);
  if (links.length === 0) return pairs;
  const keyOf = (a: number, b: number) => a * claims.length + b;
  const known = new Set(pairs.map(([a, b]) => keyOf(a, b)));
  for (const { claim, body } of links) {
    const [a, b] = [Math.min(claim, body!), Math.max(claim, body!)];
    if (!known.has(keyOf(a, b))) pairs.push([a, b]);
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * Everything `isnad extract` answers, with UTF-16 offsets into the decoded text. Pure and deterministic; never throws on any string.
 * A text in neither language has the language 'other', the flag `other-language` and no claims, whatever language it was handed in as.
 */
export function extract(input: ExtractInput): Extraction {
  const text = decodeText(input.text);
  const { foreign, working } = languagesOf(text);
  const language = input.language ?? working;
  const { blocks, setAside, chatbotFrom } = segmentBlocks(text, input.title, input.isChrome);
  const readings = foreign ? [] : readBlocks(text, blocks, language, input.publishedAt);
  const claims = readings.flatMap((reading) => reading.claims.map(({ claim }) => claim));
  const placed = placedClaims(readings);
  const headlines = headlineLinks(placed);
  const body = readings.filter(({ block }) => block.field === 'body').map(({ analysis }) => analysis);
  const title = blocks.find((block) => block.field === 'title');
  return {
    language: foreign ? 'other' : language,
    title: title ? { start: title.start, end: title.end, text: text.slice(title.start, title.end) } : null,
    rules: 'extract/1',
    text: { sha256: textDigest(text), length: text.length, content: text },
    blocks,
    setAside,
    flags: flagsOf({
      text,
      blocks,
      claims,
      unbalanced: body.flatMap((analysis) => analysis.unbalanced),
      chatbotFrom,
      publishedAt: input.publishedAt,
      foreign,
    }),
    sentences: body.flatMap((analysis) => analysis.sentences),
    claims,
    duplicates: sameClaims(placed, headlines),
    headlines,
  };
}
