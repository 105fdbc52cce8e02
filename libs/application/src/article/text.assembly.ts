import type { ExtractedClaim, Extraction, Flag, HeadlineLink } from '#language';
import type { StoredBlock, StoredSentence } from '#persistence';
import { sha256 } from '#platform';
import { contextOf, type LanguageAttribution, storedAttribution } from './claim.words.js';
import type { PreparedClaim, PreparedText, ReadingOptions } from './prepared.types.js';

/** A block with its place in the text that extraction read (UTF-16). */
export interface Placed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What extraction found, each thing placed in its block (UTF-16 inside the block's text). */
export interface PlacedReading {
  readonly title: string | null;
  readonly rules: string;
  readonly flags: readonly Placement<Flag>[];
  readonly sentences: readonly StoredSentence[];
  readonly claims: readonly (Omit<ExtractedClaim, 'attribution' | 'dates'> & {
    readonly blockId: string;
    readonly attribution: LanguageAttribution | null;
  })[];
  readonly duplicates: readonly (readonly [number, number])[];
  readonly headlines: readonly HeadlineLink[];
}

type Placement<T> = T & { readonly blockId: string | null };

/** Places what was found in a whole text in the blocks it was cut into; what lies in none of them falls away. */
export function placedReading(extraction: Extraction, spans: readonly Placed[]): PlacedReading {
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
  const placed = <T extends { readonly start: number; readonly end: number }>(item: T) => {
    const block = blockAt(item.start, item.end);
    const base = block?.start ?? 0;
    return { ...item, blockId: block?.id ?? null, start: item.start - base, end: item.end - base };
  };
  return {
    title: extraction.title?.text ?? null,
    rules: extraction.rules,
    flags: extraction.flags.map(placed),
    sentences: extraction.sentences
      .map(placed)
      .flatMap(({ blockId, start, end }) => (blockId ? [{ blockId, start, end }] : [])),
    claims: extraction.claims.map(placed).map((claim) => ({ ...claim, blockId: claim.blockId ?? '' })),
    duplicates: extraction.duplicates,
    headlines: extraction.headlines,
  };
}

/** A text ready to be stored: its blocks with what was found in them. */
export function assembled(
  reading: PlacedReading,
  blocks: readonly StoredBlock[],
  options: ReadingOptions,
): Omit<PreparedText, 'receivedSha256'> {
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  // What a caller set aside himself yields no claims either.
  const found = reading.claims.flatMap((claim, index) => {
    const block = blockOf.get(claim.blockId);
    return block && block.field !== 'aside' ? [{ claim, block, index }] : [];
  });
  const kept = new Map(found.map(({ index }, position) => [index, position]));
  const repeats = repeatsOf(reading);
  return {
    title: titleOf(reading.title, blocks, options),
    language: options.language,
    blocks: [...blocks],
    setAside: blocks
      .filter(({ field }) => field === 'aside')
      .map(({ id, text, reason }) => ({
        blockId: id,
        start: 0,
        end: text.length,
        reason: reason ?? 'navigation',
        text,
      })),
    flags: reading.flags.map(({ code, blockId, start, end, detail }) => ({
      code,
      blockId,
      start: blockId === null ? null : start,
      end: blockId === null ? null : end,
      detail,
    })),
    sentences: [...reading.sentences],
    claims: found.map(({ claim, block, index }) =>
      preparedClaim(claim, block, reading.sentences, kept.get(repeats.get(index) ?? -1) ?? null),
    ),
    rules: reading.rules,
    textSha256: sha256(blocks.map(({ text }) => text).join('\n')).toString('hex'),
  };
}

/** Which claim each one repeats: the earlier one, and for a headline the body claim it rests on. */
function repeatsOf({ duplicates, headlines }: PlacedReading): ReadonlyMap<number, number> {
  const heads = new Set(headlines.map(({ claim }) => claim));
  const repeats = new Map<number, number>();
  for (const [first, second] of duplicates) {
    if (heads.has(first) && !heads.has(second)) {
      if (!repeats.has(first)) repeats.set(first, second);
    } else if (!repeats.has(second)) repeats.set(second, first);
  }
  return repeats;
}

/** A dateline or a caption says nothing of an article: the first words people would call it by. */
function titleOf(read: string | null, blocks: readonly StoredBlock[], { title }: ReadingOptions): string {
  const first = (...fields: StoredBlock['field'][]) => blocks.find(({ field }) => fields.includes(field))?.text;
  const found = read ?? first('title') ?? first('dek', 'heading', 'body') ?? blocks[0]?.text ?? '';
  const own = title?.trim() || found;
  return own.replace(/\s+/g, ' ').trim().slice(0, 500);
}

function preparedClaim(
  claim: PlacedReading['claims'][number],
  block: StoredBlock,
  sentences: readonly StoredSentence[],
  repeats: number | null,
): PreparedClaim {
  const { start, end, quote, kind, tier, checkWorthiness, attribution } = claim;
  return {
    blockId: block.id,
    start,
    end,
    quote,
    context: contextOf(block, start, end, sentences),
    kind,
    tier,
    score: checkWorthiness.score,
    reasons: checkWorthiness.reasons.map(({ feature, weight, evidence }) => ({ feature, weight, evidence })),
    attribution: attribution && storedAttribution(attribution),
    repeats,
  };
}
