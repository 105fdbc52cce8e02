import { EntitySchema } from 'typeorm';
import { key, moment, text, uuid } from '../database/columns.js';

export interface VerdictWithdrawalRow {
  newsroomId: string;
  verdictId: string;
  reason: string;
  withdrawnBy: string;
  createdAt: Date;
}

export const VerdictWithdrawalEntity = new EntitySchema<VerdictWithdrawalRow>({
  name: 'verdict_withdrawal',
  columns: {
    newsroomId: key,
    verdictId: key,
    reason: text,
    withdrawnBy: uuid,
    createdAt: moment,
  },
});
