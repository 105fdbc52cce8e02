import { hullOf, mergeClaims, Refusal, splitClaim, toCodePoint, type Stretched } from '#domain';
import { scoreClaim } from '#language';
import {
  ArticleRepository,
  EvidenceRepository,
  UnitOfWork,
  type ClaimRow,
  type NewAnchor,
  type NewClaim,
  type RevisionRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import { wordsAt } from '../article/claim.placement.js';
import { codePoints, positionOf } from '../article/claim.words.js';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import type { ChangedWords } from './changed.words.js';
import type { ClaimCase, ClaimDesk } from './claim.desk.js';
import { spotOf, standingPlace, type PlaceInput, type Spot } from './claim.spot.js';
import { claimItem, claimView, type ClaimItem, type ClaimView } from './claim.view.js';

export interface SplitView {
  /** The claim with the words of the first part. */
  readonly claim: ClaimView;
  /** The claims made of the other parts. */
  readonly made: readonly ClaimItem[];
}

/** One claim becomes several, or several one. */
export class ReshapingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly articles: ArticleRepository,
    private readonly evidence: EvidenceRepository,
    private readonly changedWords: ChangedWords,
  ) {}

  /** The first part keeps the claim, its history and whatever was found; the others begin anew in the same tier. */
  split(call: Call, id: string, parts: readonly PlaceInput[]): Promise<Written<SplitView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openAtVersion(tx, call, id, 'splitClaim');
      const revision = await this.revisionOf(tx, opened);
      const whole = await this.spotOf(tx, opened, revision);
      const spots = parts.map((part) => spotOf(revision, withinClaim(part, whole, revision)));
      const allowed = splitClaim(opened.claim, whole, spots);
      if (!allowed.ok) throw Refusal.of(allowed);
      const [first, ...others] = spots;
      await this.placeAt(tx, call, opened, revision, first!);
      const made = others.map((spot) => newPart(opened, revision, spot, call.actor.memberId));
      await this.desk.claims.insertAll(
        tx,
        made.map(({ claim }) => claim),
        made.map(({ anchor }) => anchor),
        'claim.split-off',
      );
      const rows = await this.desk.claims.byIds(
        tx,
        made.map(({ claim }) => claim.id),
      );
      return { claim: await this.shown(tx, call, opened), made: rows.map((row) => claimItem(row, row.anchor)) };
    });
  }

  /**
   * The others are set aside as duplicates and what was found on them is kept here too, under the names of those who found it.
   * `extend` widens the claim to cover them all.
   */
  join(call: Call, id: string, claimIds: readonly string[], extend: boolean): Promise<Written<ClaimView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openAtVersion(tx, call, id, 'mergeClaim');
      const others = await this.others(tx, call, opened, claimIds);
      const merged = mergeClaims(
        opened.row,
        others.map(({ row }) => row),
      );
      if (!merged.ok) throw Refusal.of(merged);
      if (extend) await this.extend(tx, call, opened, others);
      for (const { row } of others) {
        const { duplicateOf, reason } = merged;
        const columns = {
          disposition: 'dismissed',
          dismissalReason: reason,
          dismissalNote: null,
          duplicateOf,
        } as const;
        if (!(await this.desk.claims.change(tx, row, columns, 'claim.merged', reason))) throw stale(row);
        await this.carryEvidence(tx, opened, row.id);
      }
      const target = found(await this.desk.claims.find(tx, id), 'claim', id);
      if (
        target.version === opened.row.version &&
        !(await this.desk.claims.change(tx, target, {}, 'claim.merged-into'))
      )
        throw stale(target);
      return this.shown(tx, call, opened);
    });
  }

  private async others(tx: Tx, call: Call, { row }: ClaimCase, ids: readonly string[]): Promise<ClaimCase[]> {
    const known = await this.desk.casesOf(tx, call, [...ids]);
    const errors = ids.flatMap((id, index) =>
      known.some((one) => one.row.id === id && one.row.articleId === row.articleId)
        ? []
        : [{ pointer: `/claimIds/${index}`, code: 'unknown-id', detail: { id } }],
    );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    const locked: ClaimCase[] = [];
    for (const id of [...new Set(ids)].sort()) locked.push(await this.desk.openForWrite(tx, call, id, 'mergeClaim'));
    return ids.map((id) => locked.find((one) => one.row.id === id)!);
  }

  private async extend(tx: Tx, call: Call, opened: ClaimCase, others: readonly ClaimCase[]): Promise<void> {
    const revision = await this.revisionOf(tx, opened);
    const spots: Spot[] = [];
    for (const one of [opened, ...others]) spots.push(await this.spotOf(tx, one, revision));
    const hull = hullOf(spots);
    if (!hull) throw new Refusal('span-crosses-blocks', { blockId: spots[0]!.blockId });
    await this.placeAt(tx, call, opened, revision, hull);
  }

  /** Where the claim's words now are, as a person said; verdicts on other words are outdated. */
  private async placeAt(
    tx: Tx,
    call: Call,
    { row, article }: ClaimCase,
    revision: RevisionRow,
    spot: Stretched,
  ): Promise<void> {
    const words = wordsAt(revision, spot, article.language);
    const block = revision.blocks.find(({ id }) => id === spot.blockId)!;
    const where = { blockId: spot.blockId, ...codePoints(block, spot.start, spot.end), quote: words.quote };
    const by = call.actor.memberId;
    const anchor = { ...where, status: 'confirmed' as const, candidates: [], confirmedBy: by };
    await this.desk.claims.replaceAnchor(tx, row, revision.number, anchor, 'claim.reshaped');
    const position = positionOf(revision.blocks, spot.blockId, spot.start);
    const columns = { ...words, anchorStatus: 'confirmed' as const, position };
    if (!(await this.desk.claims.change(tx, row, columns, 'claim.reshaped'))) throw stale(row);
    if (words.textHash !== row.textHash) await this.changedWords.follow(tx, call, article, row.id, row.textHash);
  }

  private async carryEvidence(tx: Tx, { row, article }: ClaimCase, from: string): Promise<void> {
    for (const item of await this.evidence.ofClaims(tx, [from])) {
      if (item.withdrawnAt) continue;
      await this.evidence.copy(tx, article.id, item, { id: newId(), claimId: row.id });
    }
  }

  private async revisionOf(tx: Tx, { article }: ClaimCase): Promise<RevisionRow> {
    return found(await this.articles.revision(tx, article.id, article.revisionNumber), 'revision', article.id);
  }

  /** Where the claim stands now. @throws Refusal when it stands nowhere */
  private async spotOf(tx: Tx, { row }: ClaimCase, revision: RevisionRow): Promise<Spot> {
    const anchor = found(await this.desk.claims.anchorOf(tx, row.id, revision.number), 'anchor', row.id);
    return spotOf(revision, standingPlace(anchor));
  }

  private async shown(tx: Tx, call: Call, opened: ClaimCase): Promise<ClaimView> {
    const after = await this.desk.reopened(tx, call, opened);
    return claimView(call, after, await this.desk.claims.anchorOf(tx, after.row.id, after.article.revisionNumber));
  }
}

/** A quote is looked for inside the claim, not wherever the article has the same words. */
function withinClaim(part: PlaceInput, whole: Spot, revision: RevisionRow): PlaceInput {
  if (!('quote' in part)) return part;
  const { text } = revision.blocks.find(({ id }) => id === whole.blockId)!;
  const words = part.quote.normalize('NFC');
  const at = text.slice(whole.start, whole.end).indexOf(words);
  if (at < 0) throw new Refusal('quote-not-found', { occurrences: 0 });
  const start = whole.start + at;
  const end = start + words.length;
  return { blockId: whole.blockId, start: toCodePoint(text, start)!, end: toCodePoint(text, end)! };
}

function newPart(
  { row, article }: ClaimCase,
  revision: RevisionRow,
  spot: Spot,
  by: string,
): { claim: NewClaim; anchor: NewAnchor } {
  const id = newId();
  const words = wordsAt(revision, spot, article.language);
  const block = revision.blocks.find((one) => one.id === spot.blockId)!;
  const { kind, tier, verifies, disposition, selected, selectionReason, authorIds, dueAt, partyIds, articleId } = row;
  const scored = scoreClaim({
    quote: words.quote,
    sentence: words.context,
    language: article.language,
    kind,
    attribution: words.attribution,
  });
  const kept: Partial<ClaimRow> = { kind, tier, verifies, disposition, selected, selectionReason, dueAt, partyIds };
  const claim = {
    ...kept,
    ...words,
    id,
    articleId,
    authorIds,
    score: scored.score,
    scoreReasons: scored.reasons.map((reason) => ({ ...reason })),
    dismissalReason: null,
    dismissalNote: null,
    duplicateOf: null,
    entered: 'by-hand',
    enteredBy: by,
    groupId: null,
    position: positionOf(revision.blocks, spot.blockId, spot.start),
    anchorStatus: 'exact',
  } as NewClaim;
  const anchor = {
    claimId: id,
    articleId,
    revisionNumber: revision.number,
    status: 'exact' as const,
    blockId: spot.blockId,
    ...codePoints(block, spot.start, spot.end),
    quote: words.quote,
    flags: [],
    candidates: [],
    confirmedBy: null,
  };
  return { claim, anchor };
}
