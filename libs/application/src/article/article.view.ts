import {
  articleStateOf,
  gateInTurn,
  gateOf,
  toCodePoint,
  type ArticleFacts,
  type ArticleState,
  type Requirement,
} from '#domain';
import type { ArticleRow, ProgressRow, RevisionRow, StoredBlock } from '#persistence';
import type { ClaimItem } from '../claim/claim.view.js';

export interface BlockView {
  readonly id: string;
  readonly field: StoredBlock['field'];
  readonly text: string;
}

export interface SetAsideView {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly text: string;
}

export interface FlagView {
  readonly code: string;
  readonly blockId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly detail: string | null;
}

export interface RevisionView {
  readonly number: number;
  readonly title: string;
  readonly blocks: readonly BlockView[];
  readonly rules: string;
  /** Of the text as received, and of the text as kept (NFC, LF). */
  readonly receivedSha256: string;
  readonly textSha256: string;
  readonly note: string | null;
  readonly postedBy: string;
  readonly onBehalfOf: string | null;
  readonly createdAt: string;
}

export interface ArticleItem {
  readonly id: string;
  readonly title: string;
  readonly kind: ArticleRow['kind'];
  readonly state: ArticleState;
  readonly language: ArticleRow['language'];
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly authorIds: readonly string[];
  readonly deskId: string | null;
  readonly dueAt: string | null;
  readonly sourceUrl: string | null;
  readonly publishedAt: string | null;
  readonly visibility: ArticleRow['visibility'];
  /** Who sees it besides its authors and whoever posted it, where it names its readers. */
  readonly visibleTo: readonly string[];
  readonly archived: boolean;
  readonly mode: ArticleRow['mode'];
  readonly embargoUntil: string | null;
  readonly legalHold: boolean;
  readonly revisionNumber: number;
  readonly progress: Omit<ProgressRow, 'articleId'>;
  readonly gate: readonly Requirement[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export interface ArticleView extends ArticleItem {
  readonly revision: RevisionView;
  readonly claims: readonly ClaimItem[];
  readonly setAside: readonly SetAsideView[];
  readonly flags: readonly FlagView[];
}

export function articleItem(
  row: ArticleRow,
  facts: ArticleFacts,
  progress: Omit<ProgressRow, 'articleId'>,
): ArticleItem {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    state: articleStateOf(facts),
    language: row.language,
    outlet: row.outlet,
    byline: row.byline,
    authorIds: row.authorIds,
    deskId: row.deskId,
    dueAt: row.dueAt?.toISOString() ?? null,
    sourceUrl: row.sourceUrl,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    visibility: row.visibility,
    visibleTo: row.visibleTo,
    archived: row.archived,
    mode: row.mode,
    embargoUntil: row.embargoUntil?.toISOString() ?? null,
    legalHold: row.legalHold,
    revisionNumber: row.revisionNumber,
    progress,
    gate: gateInTurn(gateOf(facts), facts),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export function revisionView(row: RevisionRow): RevisionView {
  const { number, title, rules, receivedSha256, textSha256, note, postedBy, onBehalfOf } = row;
  return {
    number,
    title,
    blocks: row.blocks.map(({ id, field, text }) => ({ id, field, text })),
    rules,
    receivedSha256,
    textSha256,
    note,
    postedBy,
    onBehalfOf,
    createdAt: row.createdAt.toISOString(),
  };
}

export function setAsideViews(row: RevisionRow): SetAsideView[] {
  return row.setAside.map((aside) => ({ ...aside, ...wireSpan(row.blocks, aside.blockId, aside.start, aside.end) }));
}

export function flagViews(row: RevisionRow): FlagView[] {
  return row.flags.map((flag) =>
    flag.blockId === null ? flag : { ...flag, ...wireSpan(row.blocks, flag.blockId, flag.start ?? 0, flag.end ?? 0) },
  );
}

/** UTF-16 offsets of a stored block as code points. */
export function wireSpan(
  blocks: readonly StoredBlock[],
  blockId: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const text = blocks.find(({ id }) => id === blockId)?.text ?? '';
  return { start: toCodePoint(text, start) ?? 0, end: toCodePoint(text, end) ?? 0 };
}
