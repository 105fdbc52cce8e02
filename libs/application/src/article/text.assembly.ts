import type { ExtractedClaim, Extraction } from '#language';
import type { StoredBlock, StoredSentence } from '#persistence';
import { sha256 } from '#platform';
import { contextOf, storedAttribution } from './claim.words.js';
import type { PreparedClaim, PreparedText, ReadingOptions } from './prepared.types.js';

/** A block with its place in the text that extraction read (UTF-16). */
export interface Placed {
  readonly id: string;
  readonly field: StoredBlock['field'];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reason?: string | undefined;
}

/** A text whose blocks are known, with what extraction found in it placed in them. */
export function assembled(
  extraction: Extraction,
  spans: readonly Placed[],
  options: ReadingOptions,
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
function titleOf(extraction: Extraction, blocks: readonly StoredBlock[], { title }: ReadingOptions): string {
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
