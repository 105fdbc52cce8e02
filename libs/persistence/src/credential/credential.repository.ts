import type { LedgerAction } from '#domain';
import { change, findRow, insert, insertUnrecorded } from '../unit-of-work/row.js';
import { record } from '../unit-of-work/change.js';
import type { Change } from '../unit-of-work/change.types.js';
import { managerOf, sql, type Tx } from '../unit-of-work/tx.js';
import { AccessTokenEntity, type AccessTokenRow } from './access-token.entity.js';
import { SessionEntity, type SessionRow } from './session.entity.js';
import { SignInLinkEntity, type SignInLinkRow } from './sign-in-link.entity.js';

export type NewAccessToken = Omit<AccessTokenRow, 'newsroomId' | 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'version'>;
export type NewSession = Pick<SessionRow, 'id' | 'memberId' | 'secretHash' | 'userAgent' | 'expiresAt'>;
export type NewSignInLink = Omit<SignInLinkRow, 'newsroomId' | 'createdAt' | 'usedAt'>;

const ofToken = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'token', id } });
const ofSession = (action: LedgerAction, id: string): Change => ({ action, object: { type: 'session', id } });

/** Sessions, one-time links and access tokens; only hashes of their secrets are ever stored. */
export class CredentialRepository {
  async insertSession(tx: Tx, row: NewSession): Promise<void> {
    await insertUnrecorded(tx, SessionEntity, [row]);
    record(tx, ofSession('session.opened', row.id), { memberId: row.memberId });
  }

  sessionsOf(tx: Tx, memberId: string): Promise<SessionRow[]> {
    return managerOf(tx)
      .createQueryBuilder(SessionEntity, 'session')
      .where('session.newsroomId = :newsroomId AND session.memberId = :memberId', {
        newsroomId: tx.newsroomId,
        memberId,
      })
      .andWhere('session.endedAt IS NULL AND session.expiresAt > now()')
      .orderBy('session.createdAt', 'DESC')
      .getMany();
  }

  /** False when there was no such open session of that member. */
  async endSession(tx: Tx, id: string, memberId: string): Promise<boolean> {
    const ended = await sql<{ id: string }>(
      tx,
      `WITH ended AS (UPDATE session SET ended_at = now()
         WHERE newsroom_id = $1 AND id = $2 AND member_id = $3 AND ended_at IS NULL RETURNING id) SELECT id FROM ended`,
      [tx.newsroomId, id, memberId],
    );
    if (ended.length === 0) return false;
    record(tx, ofSession('session.ended', id), { memberId });
    return true;
  }

  /** Ends every session of a member, for a changed password, role or a disabled member. */
  async endSessionsOf(tx: Tx, memberId: string, except?: string): Promise<void> {
    const ended = await sql<{ id: string }>(
      tx,
      `WITH ended AS (UPDATE session SET ended_at = now()
         WHERE newsroom_id = $1 AND member_id = $2 AND ended_at IS NULL AND id IS DISTINCT FROM $3 RETURNING id) SELECT id FROM ended`,
      [tx.newsroomId, memberId, except ?? null],
    );
    for (const { id } of ended) record(tx, ofSession('session.ended', id), { memberId });
  }

  async insertLink(
    tx: Tx,
    row: NewSignInLink,
    action: 'link.made' | 'link.recovery-made' = 'link.made',
  ): Promise<void> {
    await insertUnrecorded(tx, SignInLinkEntity, [row]);
    record(
      tx,
      { action, object: { type: 'link', id: row.id } },
      { memberId: row.memberId, purpose: row.purpose, expiresAt: row.expiresAt },
    );
  }

  /** What was handed out and not used is good for nothing from now on. */
  async endLinksOf(tx: Tx, memberId: string, purpose: SignInLinkRow['purpose']): Promise<void> {
    await sql(
      tx,
      `UPDATE sign_in_link SET expires_at = now()
       WHERE newsroom_id = $1 AND member_id = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > now()`,
      [tx.newsroomId, memberId, purpose],
    );
  }

  insertToken(tx: Tx, row: NewAccessToken): Promise<void> {
    return insert(tx, AccessTokenEntity, row, ofToken('token.minted', row.id));
  }

  findToken(tx: Tx, id: string): Promise<AccessTokenRow | null> {
    return findRow(tx, AccessTokenEntity, { id });
  }

  /** Of one member, or of the whole newsroom; the newest first. */
  tokens(tx: Tx, memberId?: string): Promise<AccessTokenRow[]> {
    return managerOf(tx).find(AccessTokenEntity, {
      where: memberId ? { newsroomId: tx.newsroomId, memberId } : { newsroomId: tx.newsroomId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  revokeToken(tx: Tx, row: AccessTokenRow, at: Date): Promise<boolean> {
    return change(tx, AccessTokenEntity, row, { revokedAt: at }, ofToken('token.revoked', row.id));
  }
}
