import { PRESENCE_CHANNEL } from '../ledger/ledger.listener.js';
import { sql, type Tx } from '../unit-of-work/tx.js';

/** That a member has a claim open, or has it open no longer. */
export interface PresenceWord {
  readonly newsroomId: string;
  readonly articleId: string;
  readonly claimId: string;
  readonly memberId: string;
  readonly present: boolean;
}

/** Tells every process who is where. Nothing of it is written: no table, no ledger leaf. */
export class PresenceChannel {
  async say(tx: Tx, word: PresenceWord): Promise<void> {
    await sql(tx, 'SELECT pg_notify($1, $2)', [PRESENCE_CHANNEL, JSON.stringify(word)]);
  }
}
