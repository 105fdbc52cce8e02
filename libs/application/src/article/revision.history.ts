import { revisionDiff, toCodePoint, wordChanges, type BlockChange, type DiffSpan } from '#domain';
import {
  ArticleRepository,
  UnitOfWork,
  type AnchorRow,
  type ClaimRow,
  type PageRequest,
  type StoredBlock,
} from '#persistence';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { anchorView, type AnchorView } from '../claim/claim.view.js';
import type { ArticleDesk } from './article.desk.js';

export interface SpanView {
  /** Code points in the block's text. */
  readonly start: number;
  readonly end: number;
}

export interface BlockChangeView {
  readonly kind: BlockChange['kind'];
  readonly before: Pick<StoredBlock, 'id' | 'field' | 'text'> | null;
  readonly after: Pick<StoredBlock, 'id' | 'field' | 'text'> | null;
  readonly changes: readonly { readonly before: SpanView; readonly after: SpanView; readonly typographic: boolean }[];
}

/** What became of one claim between two revisions. */
export interface ClaimChangeView {
  readonly claimId: string;
  /** `new` where the earlier revision did not have it; otherwise how it was placed last. */
  readonly status: AnchorRow['status'] | 'new';
  /** Everything re-anchoring raised on the way. */
  readonly flags: readonly string[];
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
  readonly wordsChanged: boolean;
  /** A decision on it was taken back on the way because its words changed. */
  readonly fellBack: boolean;
  readonly disposition: ClaimRow['disposition'];
  readonly before: AnchorView | null;
  readonly after: AnchorView | null;
}

export interface RevisionDiffView {
  readonly from: number;
  readonly to: number;
  readonly titleBefore: string;
  readonly titleAfter: string;
  readonly blocks: readonly BlockChangeView[];
  readonly claims: readonly ClaimChangeView[];
}

/** Earlier texts of an article, and what changed between any two of them. */
export class RevisionHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly articles: ArticleRepository,
  ) {}

  list(call: Call, articleId: string, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      const { items, next } = await this.articles.revisions(tx, articleId, page);
      return { items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })), next };
    });
  }

  /** `from` is the revision before `to` unless given; both exist, in whichever order. */
  diff(call: Call, articleId: string, to: number, from = Math.max(1, to - 1)): Promise<RevisionDiffView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, articleId);
      const revision = async (number: number) =>
        found(await this.articles.revision(tx, articleId, number), 'revision', String(number));
      const [before, after] = [await revision(from), await revision(to)];
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      const steps = await this.desk.claims.anchorsBetween(tx, articleId, first, last);
      const fellBack = await this.desk.claims.fellBackBetween(tx, articleId, first, last);
      const rows = await this.desk.claims.ofArticle(tx, articleId);
      return {
        from,
        to,
        titleBefore: before.title,
        titleAfter: after.title,
        blocks: revisionDiff(before.blocks, after.blocks).map(blockChangeView),
        claims: rows.flatMap((row) => claimChangeView(row, stepsOf(steps, row.id), from, to, fellBack.has(row.id))),
      };
    });
  }
}

const stepsOf = (steps: readonly AnchorRow[], id: string) => steps.filter(({ claimId }) => claimId === id);

function claimChangeView(
  row: ClaimRow,
  steps: readonly AnchorRow[],
  from: number,
  to: number,
  fellBack: boolean,
): ClaimChangeView[] {
  const at = (number: number) => steps.find(({ revisionNumber }) => revisionNumber === number) ?? null;
  const [before, after] = [at(from), at(to)];
  if (!before && !after) return [];
  const between = steps.filter(({ revisionNumber }) => revisionNumber > Math.min(from, to));
  const last = between.at(-1);
  const [quoteBefore, quoteAfter] = [before?.quote ?? null, after?.quote ?? null];
  return [
    {
      claimId: row.id,
      status: before && last ? last.status : before ? before.status : 'new',
      flags: [...new Set(between.flatMap(({ flags }) => flags))],
      quoteBefore,
      quoteAfter,
      wordsChanged: quoteBefore !== null && quoteAfter !== null && differ(quoteBefore, quoteAfter),
      fellBack,
      disposition: row.disposition,
      before: anchorView(before),
      after: anchorView(after),
    },
  ];
}

const differ = (before: string, after: string) => wordChanges(before, after).some(({ typographic }) => !typographic);

function blockChangeView({ kind, before, after, changes }: BlockChange<StoredBlock>): BlockChangeView {
  return {
    kind,
    before: before && { id: before.id, field: before.field, text: before.text },
    after: after && { id: after.id, field: after.field, text: after.text },
    changes: changes.map((change) => ({
      before: inCodePoints(before!.text, change.before),
      after: inCodePoints(after!.text, change.after),
      typographic: change.typographic,
    })),
  };
}

function inCodePoints(text: string, { start, end }: DiffSpan): SpanView {
  return { start: toCodePoint(text, start) ?? 0, end: toCodePoint(text, end) ?? 0 };
}
