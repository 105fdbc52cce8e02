import {
  changeSelection,
  changeTier,
  changeVerifies,
  defaultVerifies,
  moveDisposition,
  Refusal,
  startOfManual,
  type ClaimKind,
  type DispositionVerb,
  type OperationId,
  type Tier,
  type Verifies,
} from '#domain';
import { scoreClaim } from '#language';
import {
  ArticleRepository,
  UnitOfWork,
  type ArticleRow,
  type ClaimRow,
  type RevisionRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { ArticleDesk } from '../article/article.desk.js';
import { codePoints, positionOf } from '../article/claim.words.js';
import { wordsAt } from '../article/claim.placement.js';
import type { Call } from '../call/call.js';
import { found, stale } from '../call/precondition.js';
import type { ChangedWords } from './changed.words.js';
import type { ClaimCase, ClaimDesk } from './claim.desk.js';
import { spotOf, standingPlace, type PlaceInput, type Spot } from './claim.spot.js';
import { claimView, type ClaimView } from './claim.view.js';

export interface ClaimInput {
  readonly place: PlaceInput;
  readonly kind?: ClaimKind | undefined;
  readonly tier?: Tier | undefined;
  readonly verifies?: Verifies | undefined;
}

export interface ClaimPatch {
  readonly tier?: Tier | undefined;
  readonly kind?: ClaimKind | undefined;
  readonly verifies?: Verifies | undefined;
  readonly dueAt?: string | null | undefined;
  readonly accuses?: boolean | null | undefined;
  readonly recheckAt?: string | null | undefined;
  /** Why a tier A claim is lowered. */
  readonly reason?: string | undefined;
}

export interface MoveInput {
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export type AnchorInput =
  | { readonly action: 'confirm' | 'cut' }
  | { readonly action: 'attach'; readonly blockId: string; readonly start: number; readonly end: number };

export interface CreatedClaim {
  readonly claim: ClaimView;
  /** An active or proposed claim already had exactly this span. */
  readonly existing: boolean;
}

const OPERATION_OF: Readonly<Record<DispositionVerb, OperationId>> = {
  accept: 'acceptClaim',
  dismiss: 'dismissClaim',
  restore: 'restoreClaim',
};

export class ClaimService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly articleDesk: ArticleDesk,
    private readonly articles: ArticleRepository,
    private readonly changedWords: ChangedWords,
  ) {}

  get(call: Call, id: string): Promise<ClaimView> {
    return this.work.read(call.agent.newsroomId, async (tx) =>
      this.shown(tx, call, await this.desk.openForRead(tx, call, id, 'getClaim')),
    );
  }

  /** By hand: from a span or a quote of the current revision, outside what was set aside. */
  create(call: Call, articleId: string, input: ClaimInput): Promise<Written<CreatedClaim>> {
    return this.work.write(call, async (tx) => {
      const article = await this.articleDesk.openForWrite(tx, call, articleId, 'createClaim');
      const revision = found(
        await this.articles.revision(tx, articleId, article.revisionNumber),
        'revision',
        articleId,
      );
      const spot = spotOf(revision, input.place);
      const block = revision.blocks.find(({ id }) => id === spot.blockId)!;
      const { startAt, endAt } = codePoints(block, spot.start, spot.end);
      const twin = await this.desk.claims.atSpan(tx, articleId, revision.number, spot.blockId, startAt, endAt);
      if (twin)
        return { claim: await this.shown(tx, call, await this.desk.caseOf(tx, call, twin, article)), existing: true };
      const id = newId();
      const words = wordsAt(revision, spot, article.language);
      const kind = input.kind ?? 'event';
      const scored = scoreClaim({
        quote: words.quote,
        sentence: words.context,
        language: article.language,
        kind,
        attribution: words.attribution,
      });
      const anchor = {
        claimId: id,
        articleId,
        revisionNumber: revision.number,
        status: 'exact' as const,
        blockId: spot.blockId,
        startAt,
        endAt,
        quote: words.quote,
      };
      const row = {
        id,
        articleId,
        ...words,
        kind,
        score: scored.score,
        scoreReasons: scored.reasons.map((reason) => ({ ...reason })),
      };
      await this.desk.claims.insertAll(
        tx,
        [{ ...row, ...this.standing(call, article, revision, input, spot, words.attribution !== null) }],
        [{ ...anchor, flags: [], candidates: [], confirmedBy: null }],
        'claim.proposed',
      );
      const created = found(await this.desk.claims.find(tx, id), 'claim', id);
      return { claim: await this.shown(tx, call, await this.desk.caseOf(tx, call, created, article)), existing: false };
    });
  }

  private standing(
    call: Call,
    article: ArticleRow,
    revision: RevisionRow,
    input: ClaimInput,
    spot: Spot,
    attributed: boolean,
  ) {
    const disposition = startOfManual(call.actor.roles);
    return {
      disposition,
      dismissalReason: null,
      dismissalNote: null,
      tier: input.tier ?? ('B' as const),
      verifies: input.verifies ?? (attributed ? ('attribution' as const) : defaultVerifies(null)),
      selected: article.kind === 'external' && disposition === 'active',
      selectionReason: null,
      duplicateOf: null,
      entered: disposition === 'active' ? ('by-hand' as const) : ('proposed' as const),
      enteredBy: call.agent.memberId,
      authorIds: article.authorIds,
      groupId: null,
      dueAt: null,
      partyIds: [],
      position: positionOf(revision.blocks, spot.blockId, spot.start),
      anchorStatus: 'exact' as const,
    };
  }

  update(call: Call, id: string, patch: ClaimPatch): Promise<Written<ClaimView>> {
    return this.changing(call, id, 'updateClaim', (tx, opened) => this.updateUnder(tx, opened, patch));
  }

  /** The same under a lock somebody else holds. @throws Refusal */
  async updateUnder(tx: Tx, { row }: ClaimCase, patch: ClaimPatch): Promise<void> {
    const columns: Partial<ClaimRow> = {};
    if (patch.tier !== undefined) {
      const changed = changeTier(row.tier, patch.tier, 'person', patch.reason ?? null);
      if (!changed.ok) throw Refusal.of(changed);
      columns.tier = changed.tier;
    }
    if (patch.kind !== undefined) columns.kind = patch.kind;
    if (patch.accuses !== undefined) columns.accuses = patch.accuses;
    if (patch.recheckAt !== undefined) columns.recheckAt = patch.recheckAt === null ? null : new Date(patch.recheckAt);
    if (patch.dueAt !== undefined) columns.dueAt = patch.dueAt === null ? null : new Date(patch.dueAt);
    if (patch.verifies !== undefined) {
      const changed = changeVerifies(row, patch.verifies);
      if (!changed.ok) throw Refusal.of(changed);
      columns.verifies = changed.verifies;
    }
    if (!(await this.desk.claims.change(tx, row, columns, 'claim.edited', patch.reason))) throw stale(row);
  }

  move(call: Call, id: string, verb: DispositionVerb, input: MoveInput): Promise<Written<ClaimView>> {
    return this.changing(call, id, OPERATION_OF[verb], (tx, opened) => this.moveUnder(tx, opened, verb, input));
  }

  /** The same under a lock somebody else holds. @throws Refusal */
  async moveUnder(tx: Tx, { row }: ClaimCase, verb: DispositionVerb, input: MoveInput): Promise<void> {
    const moved = moveDisposition(row, verb, input.reason ?? null);
    if (!moved.ok) throw Refusal.of(moved);
    const columns = {
      disposition: moved.disposition,
      dismissalReason: moved.reason,
      dismissalNote: moved.reason ? (input.note ?? null) : null,
      // What is brought back stands for itself again.
      duplicateOf: verb === 'restore' ? null : row.duplicateOf,
    };
    if (!(await this.desk.claims.change(tx, row, columns, `claim.${PAST[verb]}`, moved.reason ?? undefined)))
      throw stale(row);
  }

  select(call: Call, id: string, selected: boolean, reason: string | null): Promise<Written<ClaimView>> {
    return this.changing(call, id, 'selectClaim', async (tx, { row, article }) => {
      const changed = changeSelection(row, article.kind, selected, reason);
      if (!changed.ok) throw Refusal.of(changed);
      const columns = { selected, selectionReason: selected ? reason : null };
      if (
        !(await this.desk.claims.change(
          tx,
          row,
          columns,
          selected ? 'claim.selected' : 'claim.deselected',
          reason ?? undefined,
        ))
      )
        throw stale(row);
    });
  }

  /** A person settles where a claim stands after a revision: confirms the place, attaches it to another, or cuts it. */
  placeAnchor(call: Call, id: string, input: AnchorInput): Promise<Written<ClaimView>> {
    return this.changing(call, id, 'placeAnchor', async (tx, { row, article }) => {
      if (input.action === 'cut') {
        const columns = { disposition: 'dismissed', dismissalReason: 'cut', dismissalNote: null } as const;
        if (!(await this.desk.claims.change(tx, row, columns, 'claim.dismissed', 'cut'))) throw stale(row);
        return;
      }
      const revision = found(
        await this.articles.revision(tx, article.id, article.revisionNumber),
        'revision',
        article.id,
      );
      const anchor = found(await this.desk.claims.anchorOf(tx, id, revision.number), 'anchor', id);
      const place = input.action === 'attach' ? input : standingPlace(anchor);
      const spot = spotOf(revision, place);
      const words = wordsAt(revision, spot, article.language);
      const block = revision.blocks.find((one) => one.id === spot.blockId)!;
      const where = { blockId: spot.blockId, ...codePoints(block, spot.start, spot.end), quote: words.quote };
      const confirmed = { ...where, status: 'confirmed' as const, candidates: [], confirmedBy: call.agent.memberId };
      await this.desk.claims.replaceAnchor(tx, row, revision.number, confirmed, 'claim.placed');
      const columns = {
        ...words,
        anchorStatus: 'confirmed' as const,
        position: positionOf(revision.blocks, spot.blockId, spot.start),
      };
      if (!(await this.desk.claims.change(tx, row, columns, 'claim.placed'))) throw stale(row);
      if (words.textHash !== row.textHash) await this.changedWords.follow(tx, call, article, id, row.textHash);
    });
  }

  private changing(
    call: Call,
    id: string,
    operation: OperationId,
    work: (tx: Tx, opened: ClaimCase) => Promise<void>,
  ): Promise<Written<ClaimView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openAtVersion(tx, call, id, operation);
      await work(tx, opened);
      return this.shown(tx, call, await this.desk.reopened(tx, call, opened));
    });
  }

  private async shown(tx: Tx, call: Call, opened: ClaimCase): Promise<ClaimView> {
    return claimView(call, opened, await this.desk.claims.anchorOf(tx, opened.row.id, opened.article.revisionNumber));
  }
}

const PAST = { accept: 'accepted', dismiss: 'dismissed', restore: 'restored' } as const;
