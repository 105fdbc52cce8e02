import {
  authorsAfterRevision,
  Refusal,
  textHashOf,
  type Anchor,
  type AnchorStatus,
  type ClaimState,
  type Reanchoring,
} from '#domain';
import {
  ArticleRepository,
  MemberRepository,
  NewsroomRepository,
  UnitOfWork,
  type AnchorRow,
  type ArticleRow,
  type ClaimRow,
  type RevisionRow,
  type Tx,
  type Written,
} from '#persistence';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ChangedWords } from '../claim/changed.words.js';
import { anchorView, type AnchorView } from '../claim/claim.view.js';
import type { ArticleDesk } from './article.desk.js';
import { anchorRow, placeAll, withKeptIds, wordsAt } from './claim.placement.js';
import { newClaims, revisionOf } from './revision.rows.js';
import { revisionView, wireSpan, type RevisionView } from './article.view.js';
import { positionOf } from './claim.words.js';
import type { TextInput } from './prepared.text.js';
import type { PreparedText } from './prepared.types.js';
import type { TextReader } from './text.reader.js';

export interface RevisionInput extends TextInput {
  readonly note?: string | null | undefined;
  readonly onBehalfOf?: string | null | undefined;
}

/** What a revision did to one claim. */
export interface EffectView {
  readonly claimId: string;
  readonly status: AnchorStatus;
  readonly flags: readonly string[];
  /** Current verdicts that bind to other words now. */
  readonly outdatedVerdicts: number;
  readonly stateBefore: ClaimState;
  readonly stateAfter: ClaimState;
}

export interface RevisedView {
  readonly revision: RevisionView;
  readonly effects: readonly EffectView[];
  /** Claims found in words that no earlier claim covers. */
  readonly newClaimIds: readonly string[];
  readonly version: number;
}

export type Coverage = 'claimed' | 'dismissed' | 'open';

export interface RevisionDetail extends RevisionView {
  readonly anchors: readonly (AnchorView & { readonly claimId: string })[];
  readonly sentences: readonly {
    readonly blockId: string;
    readonly start: number;
    readonly end: number;
    readonly claimIds: readonly string[];
    /** `open`: nobody has made a claim of it, nor set one aside. */
    readonly coverage: Coverage;
  }[];
  /** Sentences by their coverage. */
  readonly coverage: Readonly<Record<Coverage, number>>;
}

const KEPT: readonly AnchorStatus[] = ['exact', 'typographic', 'moved'];
/** A claim in one of these waits for a person already; another revision takes nothing more from it. */
const UNPLACED: readonly string[] = ['suggested', 'ambiguous', 'orphaned'];
/** The fingerprint of a claim that has lost its words: no verdict binds to it until a person places it again. */
const UNPLACED_HASH = textHashOf({ quote: '', frame: null });

export class RevisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly articles: ArticleRepository,
    private readonly changedWords: ChangedWords,
    private readonly members: MemberRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly reader: TextReader,
  ) {}

  get(call: Call, articleId: string, number: number): Promise<RevisionDetail> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      const row = found(await this.articles.revision(tx, articleId, number), 'revision', String(number));
      const anchors = await this.desk.claims.anchorsOf(tx, articleId, number);
      const dismissed = await this.desk.claims.dismissedOf(tx, articleId);
      return detail(row, anchors, dismissed);
    });
  }

  /** A new text: every claim is placed in it again, and falls back where its own words or their frame changed. */
  async revise(call: Call, articleId: string, input: RevisionInput): Promise<Written<RevisedView>> {
    // Reading the text takes a while: it happens before any lock is taken.
    const { language, outlet, sourceUrl } = await this.work.read(call.agent.newsroomId, (tx) =>
      this.desk.openForRead(tx, call, articleId),
    );
    const prepared = await this.reader.read(call, { language, outlet, ...input }, sourceUrl);
    return this.work.write(call, async (tx) => {
      const article = await this.desk.openForWrite(tx, call, articleId, 'createRevision');
      requireVersion(call, article);
      if (input.onBehalfOf) await this.requireAuthor(tx, article, input.onBehalfOf);
      const before = found(await this.articles.revision(tx, articleId, article.revisionNumber), 'revision', articleId);
      const number = article.revisionNumber + 1;
      const aligned = withKeptIds(before.blocks, prepared);
      await this.articles.insertRevision(
        tx,
        revisionOf(articleId, number, aligned, call.actor.memberId, input.onBehalfOf ?? null, input.note ?? null),
      );
      // A claim that falls back takes a released article with it.
      const state = article.state === 'released' ? 'correcting' : article.state;
      const columns = { revisionNumber: number, title: aligned.title, state } as const;
      if (!(await this.articles.change(tx, article, columns, 'article.revised'))) throw stale(article);
      const rows = await this.desk.claims.lockOfArticle(tx, articleId);
      const anchorsBefore = new Map(
        (await this.desk.claims.anchorsOf(tx, articleId, before.number)).map((anchor) => [anchor.claimId, anchor]),
      );
      const placements = placeAll(rows, anchorsBefore, before, aligned, article.language);
      const step: Step = { call, article, text: aligned, number, onBehalfOf: input.onBehalfOf ?? null };
      const effects = await this.applyAll(tx, step, rows, placements);
      const authorIds =
        article.kind === 'draft' ? [...new Set([...article.authorIds, input.onBehalfOf ?? call.actor.memberId])] : [];
      const newClaimIds = await this.addNewClaims(tx, article, aligned, number, placements, authorIds);
      await this.reader.askForMore(tx, articleId, number);
      const revision = found(await this.articles.revision(tx, articleId, number), 'revision', articleId);
      return { revision: revisionView(revision), effects, newClaimIds, version: article.version + 1 };
    });
  }

  /** Most claims stand where they stood: those are written together, the others one by one with what follows. */
  private async applyAll(tx: Tx, step: Step, rows: readonly ClaimRow[], placements: readonly Reanchoring[]) {
    const { text, number } = step;
    const moves = rows.map((row, index) => moveOf(row, placements[index]!, text));
    const steady = moves.filter(({ changes }) => !changes);
    await this.desk.claims.insertAnchors(
      tx,
      steady.map(({ row, placement }) => anchorRow(row, placement, text, number)),
      null,
    );
    await this.desk.claims.place(
      tx,
      steady.map(({ row, position, placement }) => ({ id: row.id, position, anchorStatus: placement.status })),
    );
    const effects: EffectView[] = [];
    for (const move of moves) effects.push(move.changes ? await this.apply(tx, step, move) : effectOf(move));
    return effects;
  }

  private async apply(tx: Tx, step: Step, move: Move): Promise<EffectView> {
    const { call, article, text, number, onBehalfOf } = step;
    const { row, placement, position } = move;
    const { status, flags } = placement;
    const action = `claim.${status}` as const;
    await this.desk.claims.insertAnchors(tx, [anchorRow(row, placement, text, number)], action);
    if (KEPT.includes(status)) {
      const { quote } = placement.anchor!;
      const columns = { quote, position, anchorStatus: status };
      if (!(await this.desk.claims.change(tx, row, columns, action))) throw stale(row);
      return effectOf(move);
    }
    // Somebody else's article has no author among us, whoever pastes its next version.
    const wordsChanged = article.kind === 'draft';
    const authorIds = [...authorsAfterRevision(row.authorIds, call.actor.memberId, { wordsChanged, onBehalfOf })];
    const earlierQuote = (await this.desk.claims.firstQuote(tx, row.id)) ?? undefined;
    const words = placement.anchor
      ? wordsAt(text, placement.anchor, article.language, earlierQuote)
      : { textHash: UNPLACED_HASH };
    const columns = { ...words, position, anchorStatus: status, authorIds };
    if (!(await this.desk.claims.change(tx, row, columns, action, flags.join(' ') || undefined))) throw stale(row);
    const { outdatedVerdicts, after } = await this.changedWords.follow(tx, call, article, row.id, row.textHash);
    return { ...effectOf(move), outdatedVerdicts, stateAfter: after.row.state };
  }

  private async addNewClaims(
    tx: Tx,
    article: ArticleRow,
    text: PreparedText,
    number: number,
    placements: readonly Reanchoring[],
    authorIds: readonly string[],
  ): Promise<string[]> {
    const taken: Anchor[] = placements.flatMap(({ anchor, candidates }): readonly Anchor[] =>
      anchor ? [anchor] : candidates,
    );
    const fresh = text.claims.flatMap((claim, index) =>
      taken.some((anchor) => anchor.blockId === claim.blockId && anchor.start < claim.end && claim.start < anchor.end)
        ? []
        : [index],
    );
    const { policy } = await this.newsrooms.current(tx);
    const { claims, anchors } = newClaims(article.id, number, text, fresh, authorIds, policy);
    await this.desk.claims.insertAll(tx, claims, anchors, 'claim.extracted');
    return claims.map(({ id }) => id);
  }

  private async requireAuthor(tx: Tx, article: ArticleRow, memberId: string): Promise<void> {
    const known = await this.members.find(tx, memberId);
    if (known && article.authorIds.includes(memberId)) return;
    throw new Refusal('invalid', {
      errors: [{ pointer: '/onBehalfOf', code: 'not-an-author', detail: { id: memberId } }],
    });
  }
}

/** What all claims of one revision share. */
interface Step {
  readonly call: Call;
  readonly article: ArticleRow;
  readonly text: PreparedText;
  readonly number: number;
  readonly onBehalfOf: string | null;
}

interface Move {
  readonly row: ClaimRow;
  readonly placement: Reanchoring;
  readonly position: number;
  /** Whether anything of the claim itself changes, its mere place left aside. */
  readonly changes: boolean;
}

function moveOf(row: ClaimRow, placement: Reanchoring, text: PreparedText): Move {
  const { status, anchor } = placement;
  const position = anchor ? positionOf(text.blocks, anchor.blockId, anchor.start) : row.position;
  const sameWords = KEPT.includes(status) && anchor?.quote === row.quote;
  return {
    row,
    placement,
    position,
    changes: !sameWords && !(status === 'orphaned' && UNPLACED.includes(row.anchorStatus)),
  };
}

function effectOf({ row, placement: { status, flags } }: Move): EffectView {
  return { claimId: row.id, status, flags, outdatedVerdicts: 0, stateBefore: row.state, stateAfter: row.state };
}

function detail(row: RevisionRow, anchors: readonly AnchorRow[], dismissed: ReadonlySet<string>): RevisionDetail {
  const views = anchors.map((anchor) => ({ claimId: anchor.claimId, ...anchorView(anchor)! }));
  const sentences = row.sentences.map((sentence) => {
    const { start, end } = wireSpan(row.blocks, sentence.blockId, sentence.start, sentence.end);
    const inside = views.filter((view) => view.blockId === sentence.blockId && view.start! < end && view.end! > start);
    const claimIds = inside.map(({ claimId }) => claimId);
    return { blockId: sentence.blockId, start, end, claimIds, coverage: coverageOf(claimIds, dismissed) };
  });
  const count = (of: Coverage) => sentences.filter(({ coverage }) => coverage === of).length;
  const coverage = { claimed: count('claimed'), dismissed: count('dismissed'), open: count('open') };
  return { ...revisionView(row), anchors: views, sentences, coverage };
}

function coverageOf(claimIds: readonly string[], dismissed: ReadonlySet<string>): Coverage {
  if (claimIds.length === 0) return 'open';
  return claimIds.every((id) => dismissed.has(id)) ? 'dismissed' : 'claimed';
}
