import { sameWords } from '#language';
import { changeFlags } from './change.flags.js';
import { MARGIN, unplaced } from './candidate.ranking.js';
import { frameFlags } from './frame.comparison.js';
import { frameInWindow } from './frame.window.js';
import { negationTurned, startWithNegation } from './negation.reach.js';
import { findQuote } from './quote.finder.js';
import { quoteTwins } from './quote.twins.js';
import { projectSpan, type Projection, type Span, type Stretch } from './span.projection.js';
import { readTokens } from './text.reader.js';
import type { Anchor, AnchorCandidate, AnchorFlag, Frame, Reanchoring } from './anchor.types.js';
import type { Passage } from './passage.reader.js';
import type { RevisionComparison } from './revision.comparison.js';

const QUOTE_SHARE = 0.55;
const CONTEXT_SHARE = 0.45;
// A standfirst or caption repeats the body by nature: it must not draw a claim away from there.
const OTHER_FIELD = 0.8;
const SURE_LIKENESS = 0.5;
const SURE_SENTENCE = 0.5;
const SURE_CONTEXT = 0.5;
const WORTH_SHOWING = 0.4;
const MOVED_WORDS = 4;
const TELLING_WORDS = 3;
const PART_OF_IMAGE = 0.6;
const MOST_COPIES = 5;

type BoundFrameReader = (blockText: string, start: number, end: number) => Frame | null;

/** One claim in one pair of revisions. */
export class ClaimPlacement {
  private readonly oldBlock: number;
  private readonly oldText: string;

  constructor(
    private readonly revision: RevisionComparison,
    private readonly anchor: Anchor,
    private readonly frameOf: BoundFrameReader | undefined,
  ) {
    this.oldBlock = revision.oldBlocks.findIndex(({ id }) => id === anchor.blockId);
    this.oldText = revision.oldBlocks[this.oldBlock]?.text ?? '';
  }

  place(): Reanchoring {
    const { start, end, quote } = this.anchor;
    const standing = Number.isInteger(start) && start >= 0 && end > start && this.oldText.slice(start, end) === quote;
    if (this.oldBlock < 0 || !standing) return this.byQuoteOnly();
    const target = this.revision.blocks.image[this.oldBlock]!;
    if (this.revision.newBlocks[target]?.text === this.oldText) return this.inSameText(target);
    const olds = this.claimed();
    const news = this.imagesOf(olds);
    return (news && this.inImage(olds, news)) ?? this.lost(olds);
  }

  /** The stored place is not in the old text: only a person can say where the claim stands. */
  private byQuoteOnly(): Reanchoring {
    const candidates = this.revision.newBlocks.flatMap((_, block) => this.wordForWord(block, 0.5));
    return unplaced(candidates);
  }

  private inSameText(target: number): Reanchoring {
    const { start, end } = this.anchor;
    const rivals = this.revision.blocks.rivals.get(this.oldBlock);
    if (!rivals) return this.placed(target, { start, end }, []);
    const { reader, words, newBlocks } = this.revision;
    const old = { text: this.oldText, tokens: reader.tokens(this.oldText) };
    const others = rivals.flatMap((block) => {
      const { text } = newBlocks[block]!;
      const there = projectSpan(this.anchor, old, { text, tokens: reader.tokens(text) }, words);
      return there ? [this.candidate(block, there, 0.85)] : [];
    });
    return unplaced([this.candidate(target, { start, end }, 0.9), ...others]);
  }

  /** The old sentences the claim touches; those of a block follow one another. */
  private claimed(): Passage[] {
    const { old } = this.revision;
    const indices = old.ofBlock[this.oldBlock]!;
    const first = indices[0] ?? 0;
    let low = first;
    let high = first + indices.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (old.passages[middle]!.end <= this.anchor.start) low = middle + 1;
      else high = middle;
    }
    const touched: Passage[] = [];
    for (let n = low; n < first + indices.length; n++) {
      const passage = old.passages[n]!;
      if (passage.start >= this.anchor.end) break;
      touched.push(passage);
    }
    return touched;
  }

  /** The new sentences the old ones became, if they stand together in one block with nothing else's between. */
  private imagesOf(olds: readonly Passage[]): Passage[] | null {
    const { now, passages } = this.revision;
    const indices = [...new Set(olds.flatMap(({ index }) => passages.images[index]!))].sort((a, b) => a - b);
    const first = now.passages[indices[0] ?? -1];
    const last = now.passages[indices.at(-1) ?? -1];
    if (!first || first.block !== last!.block) return null;
    const own = new Set(olds.map(({ index }) => index));
    const between = now.passages.slice(first.index, last!.index + 1);
    const foreign = between.some(
      ({ index }) => !indices.includes(index) && passages.sources[index]!.some((i) => !own.has(i)),
    );
    return foreign ? null : between;
  }

  private inImage(olds: readonly Passage[], news: readonly Passage[]): Reanchoring | null {
    const old = this.stretch('old', this.mergedWith(olds, news));
    const now = this.stretch('now', news);
    const projection = projectSpan(this.anchor, old, now, this.revision.words);
    const [first, last] = [news[0]!, news.at(-1)!];
    if (!projection) return null;
    const span = this.widened(projection, news, old, now);
    const sentence = this.sentenceLikeness(olds, news);
    const context = Math.min(...olds.map((passage) => this.revision.context(passage, first, last)));
    const rivals = this.rivals(olds, news, sentence, context);
    const twins = quoteTwins(old, this.anchor, now, span).map(({ place, fit }) =>
      this.candidate(first.block, place, fit),
    );
    const kept = sameWords(now.text.slice(span.start, span.end), this.anchor.quote);
    const candidates = [
      this.candidate(first.block, span, QUOTE_SHARE * projection.likeness + CONTEXT_SHARE * context),
      ...twins,
      ...rivals,
    ];
    if (twins.length > 0 || rivals.length > 0) return unplaced(candidates);
    const elsewhere = this.revision.blocks.image[this.oldBlock] !== first.block;
    if (elsewhere && context < SURE_CONTEXT && olds.reduce((sum, { tokens }) => sum + tokens.length, 0) < MOVED_WORDS)
      return unplaced(candidates);
    const sure =
      projection.likeness >= SURE_LIKENESS ? sentence >= 0.3 : projection.bounded && sentence >= SURE_SENTENCE;
    if (!kept && !sure) return unplaced(candidates);
    const oldEnd = olds.at(-1)!.end;
    const sameSoFar = old.text.slice(0, oldEnd) === now.text.slice(0, last.end);
    return this.placed(first.block, span, this.surroundings(olds, news, context), sameSoFar);
  }

  private mergedWith(olds: readonly Passage[], news: readonly Passage[]): Passage[] {
    const { old, passages } = this.revision;
    const indices = new Set(olds.map(({ index }) => index));
    for (const { index } of news) for (const source of passages.sources[index]!) indices.add(source);
    return [...indices]
      .sort((a, b) => a - b)
      .map((index) => old.passages[index]!)
      .filter(({ block }) => block === this.oldBlock);
  }

  private stretch(side: 'old' | 'now', passages: readonly Passage[]): Stretch {
    const blocks = side === 'old' ? this.revision.oldBlocks : this.revision.newBlocks;
    return { text: blocks[passages[0]!.block]!.text, tokens: passages.flatMap(({ tokens }) => tokens) };
  }

  /**
   * A claim that was a whole sentence stays one when its words changed; a negation put right before a claim that began
   * its sentence becomes part of it, since leaving it out would keep the words and lose the meaning.
   */
  private widened(projection: Projection, news: readonly Passage[], old: Stretch, now: Stretch): Span {
    const { start, end } = projection;
    if (sameWords(now.text.slice(start, end), this.anchor.quote))
      return { start: startWithNegation(now, projection), end };
    const opens = old.tokens[0]!.end > this.anchor.start;
    const closes = old.tokens.at(-1)!.start < this.anchor.end;
    return {
      start: opens ? Math.min(start, news[0]!.tokens[0]?.start ?? start) : start,
      end: closes ? Math.max(end, this.sentenceEnd(news.at(-1)!)) : end,
    };
  }

  private sentenceEnd({ end, tokens }: Passage): number {
    return /[.!?؟…۔]["'”’»)\]]*$/u.test(this.anchor.quote) ? end : (tokens.at(-1)?.end ?? 0);
  }

  private sentenceLikeness(olds: readonly Passage[], news: readonly Passage[]): number {
    const { words } = this.revision;
    const join = (passages: readonly Passage[]) => passages.map(({ bag }) => bag).reduce((a, b) => words.join(a, b));
    if (olds.map(({ form }) => form).join(' ') === news.map(({ form }) => form).join(' ')) return 1;
    return words.likeness(join(olds), join(news));
  }

  /** Places outside the pair that fit about as well: a pasted or moved copy, or another old sentence the new one may come from. */
  private rivals(
    olds: readonly Passage[],
    news: readonly Passage[],
    sentence: number,
    context: number,
  ): AnchorCandidate[] {
    const own = QUOTE_SHARE * sentence + CONTEXT_SHARE * context;
    const field = this.revision.oldBlocks[this.oldBlock]!.field;
    const found: AnchorCandidate[] = [];
    for (const old of olds) {
      for (const { passage, likeness, context: other } of this.revision.lookalikes(old)) {
        if (news.includes(passage)) continue;
        const sameField = this.revision.newBlocks[passage.block]!.field === field;
        const score = (QUOTE_SHARE * likeness + CONTEXT_SHARE * other) * (sameField ? 1 : OTHER_FIELD);
        const copy = sentence < 1 && likeness > 0.97 && sameField;
        if (score > own - MARGIN || copy) found.push(...this.projected(old, passage, score));
      }
    }
    if (found.length > 0) return found;
    const contested = news.some((now) =>
      this.revision
        .forerunners(now)
        .some(
          (rival) =>
            !olds.includes(rival.passage) &&
            QUOTE_SHARE * rival.likeness + CONTEXT_SHARE * rival.context > own - MARGIN,
        ),
    );
    return contested
      ? news.slice(0, 1).flatMap((now) => olds.slice(0, 1).flatMap((old) => this.projected(old, now, own)))
      : [];
  }

  private projected(old: Passage, now: Passage, score: number): AnchorCandidate[] {
    const projection = projectSpan(
      this.anchor,
      this.stretch('old', [old]),
      this.stretch('now', [now]),
      this.revision.words,
    );
    return projection && projection.likeness > 0 ? [this.candidate(now.block, projection, score)] : [];
  }

  private surroundings(olds: readonly Passage[], news: readonly Passage[], context: number): AnchorFlag[] {
    return context < 0.999 || this.sentenceLikeness(olds, news) < 1 ? ['contextChanged'] : [];
  }

  /** No place follows from the alignment: look for sentences that resemble the claim's, and for its very words. */
  private lost(olds: readonly Passage[]): Reanchoring {
    const likely = olds.length === 1 ? this.likelyImage(olds[0]) : undefined;
    const placed = likely && this.inImage(olds, [likely]);
    if (placed?.anchor) return placed;
    const candidates: AnchorCandidate[] = [];
    for (const old of olds) {
      for (const index of this.revision.passages.images[old.index]!)
        candidates.push(...this.projected(old, this.revision.now.passages[index]!, PART_OF_IMAGE));
      for (const { passage, likeness, context } of this.revision.lookalikes(old))
        candidates.push(...this.projected(old, passage, QUOTE_SHARE * likeness + CONTEXT_SHARE * context));
    }
    if (readTokens(this.anchor.quote).length >= TELLING_WORDS) {
      const changed = new Set(this.revision.now.passages.map(({ block }) => block));
      for (const block of changed) candidates.push(...this.wordForWord(block, 0.7));
    }
    return unplaced(candidates.filter(({ score }) => score >= WORTH_SHOWING));
  }

  /** An edited sentence whose neighbours on both sides show where it went, as when its paragraph was split there. */
  private likelyImage(old: Passage | undefined): Passage | undefined {
    const [best] = old ? this.revision.lookalikes(old) : [];
    return best && best.likeness >= SURE_SENTENCE && best.context >= SURE_CONTEXT ? best.passage : undefined;
  }

  private wordForWord(block: number, score: number): AnchorCandidate[] {
    const places = findQuote([this.revision.newBlocks[block]!], this.anchor.quote).slice(0, MOST_COPIES);
    return places.map((place) => this.candidate(block, place, score));
  }

  private candidate(block: number, { start, end }: Span, score: number): AnchorCandidate {
    return { ...this.at(block, { start, end }), score: Math.round(score * 1000) / 1000 };
  }

  private at(block: number, { start, end }: Span): Anchor {
    const { id, text } = this.revision.newBlocks[block]!;
    return { blockId: id, start, end, quote: text.slice(start, end) };
  }

  /** The place is certain; what is left to say is whether the words and, where the text up to there differs, their frame are the same. */
  private placed(block: number, span: Span, context: AnchorFlag[], sameFrame = true): Reanchoring {
    const anchor = this.at(block, span);
    const { text } = this.revision.newBlocks[block]!;
    const flags = new Set<AnchorFlag>(changeFlags(this.anchor.quote, anchor.quote));
    if (!sameFrame) {
      if (this.frameOf) {
        const before = frameInWindow(this.frameOf, this.oldText, this.anchor.start, this.anchor.end);
        const now = frameInWindow(this.frameOf, text, span.start, span.end);
        for (const flag of frameFlags(before, now)) flags.add(flag);
      }
      if (negationTurned(this.oldText, this.anchor, text, span)) flags.add('negationChanged');
    }
    const changed = flags.size > 0 || !sameWords(anchor.quote, this.anchor.quote);
    for (const flag of context) flags.add(flag);
    const home = this.revision.blocks.image[this.oldBlock] === block && this.revision.blocks.inPlace.has(this.oldBlock);
    const status = changed ? 'changed' : anchor.quote !== this.anchor.quote ? 'typographic' : home ? 'exact' : 'moved';
    return { status, anchor, candidates: [], flags: [...flags].sort() };
  }
}
