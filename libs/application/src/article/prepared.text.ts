import { frameFrom, Refusal, toCodePoint, type ClaimKind, type Frame, type Tier } from '#domain';
import { attributionAt, detectLanguage, extract, type ExtractedClaim, type Extraction } from '#language';
import type {
  StoredAttribution,
  StoredBlock,
  StoredFlag,
  StoredReason,
  StoredSentence,
  StoredSetAside,
} from '#persistence';
import { sha256 } from '#platform';
import { htmlBlocks, type HtmlBlock } from './html.blocks.js';

/** What a caller hands in: one of text, html and blocks. */
export interface TextInput {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly blocks?: readonly { readonly field: string; readonly text: string }[] | undefined;
  readonly language?: 'ar' | 'en' | undefined;
  readonly outlet?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
}

/** A claim as found, placed in its block; offsets UTF-16. */
export interface PreparedClaim {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly context: string;
  readonly kind: ClaimKind;
  readonly tier: Tier;
  readonly score: number;
  readonly reasons: StoredReason[];
  readonly attribution: StoredAttribution | null;
  /** Index of the claim this one repeats. */
  readonly repeats: number | null;
}

/** A text ready to be stored: ordered blocks, what was set aside among them, and the claims found. */
export interface PreparedText {
  readonly title: string;
  readonly language: 'ar' | 'en';
  readonly blocks: StoredBlock[];
  readonly setAside: StoredSetAside[];
  readonly flags: StoredFlag[];
  readonly sentences: StoredSentence[];
  readonly claims: PreparedClaim[];
  readonly rules: string;
  readonly receivedSha256: string;
  readonly textSha256: string;
}

export const TEXT_LIMIT_BYTES = 2_000_000;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** @throws Refusal for a text that is too long or holds nothing to read */
export function prepareText(input: TextInput): PreparedText {
  const received = input.text ?? input.html ?? (input.blocks ?? []).map(({ text }) => text).join('\n');
  const pointer = input.text !== undefined ? '/text' : input.html !== undefined ? '/html' : '/blocks';
  if (Buffer.byteLength(received) > TEXT_LIMIT_BYTES)
    throw new Refusal('body-too-large', { limitBytes: TEXT_LIMIT_BYTES });
  // Tags are not words: what there is to read, and in which language, shows only without them.
  const given = input.html !== undefined ? htmlBlocks(input.html) : (input.blocks ?? []);
  const readable = input.text ?? given.map(({ text }) => text).join('\n');
  if (!LETTER_OR_DIGIT.test(readable)) throw new Refusal('text-without-content', { pointer });
  const { language, title, outlet, publishedAt } = input;
  const options = {
    language: language ?? detected(readable),
    title,
    outlet: outlet ?? undefined,
    publishedAt: publishedAt ?? undefined,
  };
  const prepared = input.text !== undefined ? fromText(input.text, options) : fromBlocks(given, options);
  return { ...prepared, receivedSha256: sha256(received).toString('hex') };
}

type Options = {
  language: 'ar' | 'en';
  title: string | undefined;
  outlet: string | undefined;
  publishedAt: string | undefined;
};

function detected(text: string): 'ar' | 'en' {
  return detectLanguage(text) === 'ar' ? 'ar' : 'en';
}

function fromText(text: string, options: Options): Omit<PreparedText, 'receivedSha256'> {
  const extraction = extract({ text, ...options });
  const whole = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const placed = [
    ...extraction.blocks.map(({ field, start, end }) => ({
      field,
      start,
      end,
      reason: undefined as string | undefined,
    })),
    ...extraction.setAside
      .filter((aside) => !extraction.blocks.some(({ start, end }) => start < aside.end && aside.start < end))
      .map(({ start, end, reason }) => ({ field: 'aside' as const, start, end, reason })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const spans = placed.map((block, index) => ({
    ...block,
    id: `b${index + 1}`,
    text: whole.slice(block.start, block.end),
  }));
  return assembled(extraction, spans, options);
}

function fromBlocks(given: readonly HtmlBlock[], options: Options): Omit<PreparedText, 'receivedSha256'> {
  const clean = given
    .map(({ field, text }, index) => ({
      id: `b${index + 1}`,
      field,
      text: text.replace(/\r\n?/g, '\n').normalize('NFC'),
    }))
    .filter(({ text }) => text.trim() !== '');
  return { ...assembledBlocks(clean, options) };
}

function assembledBlocks(
  blocks: { id: string; field: string; text: string }[],
  options: Options,
): Omit<PreparedText, 'receivedSha256'> {
  let at = 0;
  const spans = blocks.map(({ id, field, text }) => {
    const start = at;
    at += text.length + 1;
    return {
      id,
      field: field as StoredBlock['field'],
      text,
      start,
      end: start + text.length,
    };
  });
  const extraction = extract({ text: spans.map(({ text }) => text).join('\n'), ...options });
  const asideFrom = new Map(extraction.setAside.map(({ start, reason }) => [start, reason]));
  const marked = spans.map((span): Placed => {
    const reason = asideFrom.get(span.start);
    return reason ? { ...span, field: 'aside' as const, reason } : span;
  });
  return assembled(extraction, marked, options);
}

/** A block with its place in the text that extraction read (UTF-16). */
interface Placed {
  readonly id: string;
  readonly field: StoredBlock['field'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reason?: string | undefined;
}

function assembled(
  extraction: Extraction,
  spans: readonly Placed[],
  options: Options,
): Omit<PreparedText, 'receivedSha256'> {
  const blockAt = (start: number, end: number) => {
    let low = 0;
    let high = spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (spans[middle]!.start <= start) low = middle;
      else high = middle - 1;
    }
    const span = spans[low];
    return span && span.start <= start && end <= span.end ? span : undefined;
  };
  const local = <T extends { start: number; end: number }>(item: T) => {
    const block = blockAt(item.start, item.end);
    return block && { block, start: item.start - block.start, end: item.end - block.start };
  };
  const sentences = extraction.sentences.flatMap((sentence) => {
    const at = local(sentence);
    return at ? [{ blockId: at.block.id, start: at.start, end: at.end }] : [];
  });
  // What a caller set aside himself yields no claims either.
  const found = extraction.claims.flatMap((claim, index) => {
    const at = local(claim);
    return at && at.block.field !== 'aside' ? [{ claim, at, index }] : [];
  });
  const kept = new Map(found.map(({ index }, position) => [index, position]));
  const repeats = new Map(extraction.duplicates.map(([first, second]) => [second, kept.get(first)]));
  const blocks = spans.map(({ id, field, text, reason }) =>
    reason ? { id, field, text, reason } : { id, field, text },
  );
  return {
    title: titleOf(extraction, blocks, options),
    language: options.language,
    blocks,
    setAside: blocks
      .filter(({ field }) => field === 'aside')
      .map(({ id, text, reason }) => ({
        blockId: id,
        start: 0,
        end: text.length,
        reason: reason ?? 'navigation',
        text,
      })),
    flags: extraction.flags.map(({ code, start, end, detail }) => {
      const at = local({ start, end });
      return {
        code,
        blockId: at?.block.id ?? null,
        start: at?.start ?? null,
        end: at?.end ?? null,
        detail: detail ?? null,
      };
    }),
    sentences,
    claims: found.map(({ claim, at, index }) => preparedClaim(claim, at, sentences, repeats.get(index) ?? null)),
    rules: extraction.rules,
    textSha256: sha256(blocks.map(({ text }) => text).join('\n')).toString('hex'),
  };
}

/** A dateline or a caption says nothing of an article: the first words people would call it by. */
function titleOf(extraction: Extraction, blocks: readonly StoredBlock[], { title }: Options): string {
  const first = (...fields: StoredBlock['field'][]) => blocks.find(({ field }) => fields.includes(field))?.text;
  const found = extraction.title?.text ?? first('title') ?? first('dek', 'heading', 'body') ?? blocks[0]?.text ?? '';
  const own = title?.trim() || found;
  return own.replace(/\s+/g, ' ').trim().slice(0, 500);
}

function preparedClaim(
  claim: ExtractedClaim,
  at: { block: { id: string; text: string }; start: number; end: number },
  sentences: readonly StoredSentence[],
  repeats: number | null,
): PreparedClaim {
  return {
    blockId: at.block.id,
    start: at.start,
    end: at.end,
    quote: claim.quote,
    context: contextOf(at.block, at.start, at.end, sentences),
    kind: claim.kind,
    tier: claim.tier,
    score: claim.checkWorthiness.score,
    reasons: claim.checkWorthiness.reasons.map(({ feature, weight, evidence }) => ({ feature, weight, evidence })),
    attribution: claim.attribution && storedAttribution(claim.attribution),
    repeats,
  };
}

/** The sentences a span lies in, as one piece of the block. */
export function contextOf(
  block: { id: string; text: string },
  start: number,
  end: number,
  sentences: readonly StoredSentence[],
): string {
  const touched = sentences.filter(
    (sentence) => sentence.blockId === block.id && sentence.start < end && sentence.end > start,
  );
  if (touched.length === 0) return block.text.slice(start, end);
  return block.text.slice(
    Math.min(start, ...touched.map((sentence) => sentence.start)),
    Math.max(end, ...touched.map((sentence) => sentence.end)),
  );
}

type LanguageAttribution = NonNullable<ExtractedClaim['attribution']>;

export function storedAttribution(attribution: LanguageAttribution): StoredAttribution {
  const { anonymous, sourceCount, cue, stance, negated, links } = attribution;
  return {
    anonymous,
    sourceCount,
    cue,
    stance,
    negated,
    links: links.map(({ role, name, type }) => ({ role, name, type })),
  };
}

/** The frame that governs a span of a block: what a claim's hash and re-anchoring go by. Depends on the block's text alone. */
export function frameReader(language: 'ar' | 'en'): (blockText: string, start: number, end: number) => Frame | null {
  return (blockText, start, end) => frameFrom(attributionAt(blockText, start, end, language));
}

/** Order of a place in the text: block first, then offset. */
export function positionOf(blocks: readonly StoredBlock[], blockId: string, start: number): number {
  return blocks.findIndex(({ id }) => id === blockId) * 2 ** 24 + start;
}

/** UTF-16 span of a block as the code points that are stored and sent. */
export function codePoints(block: { text: string }, start: number, end: number): { startAt: number; endAt: number } {
  return { startAt: toCodePoint(block.text, start)!, endAt: toCodePoint(block.text, end)! };
}
