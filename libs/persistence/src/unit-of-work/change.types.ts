import type { LedgerAction } from '#domain';

/** What the ledger is told of one write: a newsroom verb on an object, and where readers may look for it. */
export interface Change {
  readonly action: LedgerAction;
  readonly object: { readonly type: string; readonly id: string };
  readonly reason?: string | undefined;
  readonly articleId?: string | undefined;
  readonly claimId?: string | undefined;
}

export interface RecordedChange extends Change {
  readonly payload: Record<string, unknown>;
}
