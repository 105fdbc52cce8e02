import { canonicalJson, SALT_BYTES } from '#ledger';
import { createHash, randomBytes } from 'node:crypto';
import type { Change, RecordedChange } from './change.types.js';
import type { OpenTx, Tx } from './tx.js';

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
export function sealed(changes: readonly RecordedChange[]): object[] {
  const salts = randomBytes(SALT_BYTES * changes.length);
  return changes.map(({ object, payload, action, reason, articleId, claimId }, index) => {
    const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES);
    const canonical = canonicalJson(JSON.parse(JSON.stringify(payload)));
    // The ledger library's commitToText, by the engine's own SHA-256: an article has half a hundred of them.
    const commit = createHash('sha256').update(salt).update(canonical).digest('hex');
    return {
      action,
      type: object.type,
      id: object.id,
      payload: canonical,
      salt: salt.toString('hex'),
      commit,
      reason,
      articleId,
      claimId,
    };
  });
}
