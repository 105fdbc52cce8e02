import type { Role } from '#domain';
import { EntitySchema } from 'typeorm';
import { flag, integer, key, maybeText, moment, text, texts, uuids } from '../database/columns.js';

export interface MemberRow {
  newsroomId: string;
  id: string;
  kind: 'person' | 'service';
  email: string;
  name: string;
  roles: Role[];
  locale: 'ar' | 'en';
  languages: string[];
  deskIds: string[];
  active: boolean;
  passwordHash: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const MemberEntity = new EntitySchema<MemberRow>({
  name: 'member',
  columns: {
    newsroomId: key,
    id: key,
    kind: text,
    email: text,
    name: text,
    roles: texts,
    locale: text,
    languages: texts,
    deskIds: uuids,
    active: flag,
    passwordHash: maybeText,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
