import type { Scope } from '#domain';
import { EntitySchema } from 'typeorm';
import { bytes, integer, key, maybeMoment, moment, text, texts, uuid } from '../database/columns.js';

export interface AccessTokenRow {
  newsroomId: string;
  id: string;
  memberId: string;
  name: string;
  secretHash: Buffer;
  scopes: Scope[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  version: number;
}

export const AccessTokenEntity = new EntitySchema<AccessTokenRow>({
  name: 'access_token',
  columns: {
    newsroomId: key,
    id: key,
    memberId: uuid,
    name: text,
    secretHash: bytes,
    scopes: texts,
    createdBy: uuid,
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: maybeMoment,
    revokedAt: maybeMoment,
    version: integer,
  },
});
