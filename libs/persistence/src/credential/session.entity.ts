import { EntitySchema } from 'typeorm';
import { bytes, key, maybeMoment, moment, text, uuid } from '../database/columns.js';

export interface SessionRow {
  newsroomId: string;
  id: string;
  memberId: string;
  secretHash: Buffer;
  userAgent: string;
  createdAt: Date;
  authenticatedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    newsroomId: key,
    id: key,
    memberId: uuid,
    secretHash: bytes,
    userAgent: text,
    createdAt: moment,
    authenticatedAt: moment,
    lastSeenAt: moment,
    expiresAt: moment,
    endedAt: maybeMoment,
  },
});
