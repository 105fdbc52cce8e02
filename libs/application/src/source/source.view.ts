import type { Anonymity, SourceType } from '#domain';
import type { EvidenceRow, SourceRow } from '#persistence';

export interface SourceView {
  readonly id: string;
  /** Null when the source is confidential: only a recorded reading shows it. */
  readonly name: string | null;
  readonly type: SourceType;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly ownerId: string | null;
  readonly derivesFromId: string | null;
  readonly vouchedById: string | null;
  readonly confidential: boolean;
  readonly anonymity: Anonymity | null;
  readonly approval: { readonly by: string; readonly at: string } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** A source as every list, claim and origin shows it: of a confidential one nothing by which it could be recognised. */
export function sourceView(row: SourceRow): SourceView {
  return row.confidential
    ? { ...wholeSource(row), name: null, url: null, aliases: [], anonymity: null }
    : wholeSource(row);
}

/** A source with its name, for whoever has just written it or whose reading has been recorded. */
export function wholeSource(row: SourceRow): SourceView {
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    url: row.url,
    aliases: row.aliases,
    ownerId: row.ownerId,
    derivesFromId: row.derivesFromId,
    vouchedById: row.vouchedById,
    confidential: row.confidential,
    anonymity: row.anonymity,
    approval:
      row.approvedBy === null || row.approvedAt === null
        ? null
        : { by: row.approvedBy, at: row.approvedAt.toISOString() },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export interface ReadItem {
  readonly id: string;
  readonly claimId: string;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string | null;
  readonly captureId: string | null;
  readonly addedBy: string;
}

export interface SourceReadingView {
  readonly id: string;
  /** Whole the first time; a repeated answer under the same key hides it again. */
  readonly source: SourceView;
  readonly evidence: readonly ReadItem[];
  readonly shown: boolean;
  readonly readBy: string;
  readonly reason: string;
  readonly createdAt: string;
}

/** What was found through the source, without which way it points: that is judged, and may be another's judgment. */
export function readItem({ id, claimId, locator, url, quote, captureId, authorId }: EvidenceRow): ReadItem {
  return { id, claimId, locator, url, quote, captureId, addedBy: authorId };
}

export interface OriginView {
  readonly rootId: string;
  readonly path: readonly {
    readonly id: string;
    readonly kind: string;
    readonly by: string | null;
    readonly name: string | null;
  }[];
}
