import { EntitySchema } from 'typeorm';
import { bytes, key, maybeMoment, moment, text, uuid } from '../database/columns.js';

export interface SignInLinkRow {
  newsroomId: string;
  id: string;
  memberId: string;
  purpose: 'sign-in' | 'invitation';
  secretHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export const SignInLinkEntity = new EntitySchema<SignInLinkRow>({
  name: 'sign_in_link',
  columns: {
    newsroomId: key,
    id: key,
    memberId: uuid,
    purpose: text,
    secretHash: bytes,
    createdAt: moment,
    expiresAt: moment,
    usedAt: maybeMoment,
  },
});
