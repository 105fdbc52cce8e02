import { canonicalJson, payloadCommit } from '#ledger';
import { randomBytes } from 'node:crypto';
import type { OpenTx, Tx } from './tx.js';

/** What the ledger is told of one write: a newsroom verb on an object, and where readers may look for it. */
export interface Change {
  /** `noun.verb`, past tense: `claim.extracted`, `verdict.given`. */
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly reason?: string | undefined;
  readonly articleId?: string | undefined;
  readonly claimId?: string | undefined;
}

export interface RecordedChange extends Change {
  readonly payload: Record<string, unknown>;
}

/**
 * Notes that an object changed. Two writes on one object in one transaction become one leaf: the later action, the
 * columns of both. The payload holds column values as JSON, so that replaying the leaves of an object gives its row.
 */
export function record(tx: Tx, change: Change, columns: Record<string, unknown>): void {
  const { changes } = tx as OpenTx;
  const key = `${change.object.type} ${change.object.id}`;
  const earlier = changes.get(key);
  changes.set(key, { ...change, payload: { ...earlier?.payload, ...columns } });
}

/** The changes as `ledger_append` takes them: canonical payload, fresh salt, commitment. */
export function sealed(changes: Iterable<RecordedChange>): object[] {
  return [...changes].map(({ object, payload, action, reason, articleId, claimId }) => {
    const salt = randomBytes(32);
    const plain = JSON.parse(JSON.stringify(payload)) as Record<string, never>;
    return {
      action,
      type: object.type,
      id: object.id,
      payload: canonicalJson(plain),
      salt: salt.toString('hex'),
      commit: payloadCommit(salt, plain),
      reason,
      articleId,
      claimId,
    };
  });
}
