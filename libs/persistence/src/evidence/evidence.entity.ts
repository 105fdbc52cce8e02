import type { Derivation, EvidenceStance, SocialPost, Translation } from '#domain';
import { EntitySchema } from 'typeorm';
import {
  flag,
  integer,
  key,
  maybeJson,
  maybeMoment,
  maybeText,
  maybeUuid,
  moment,
  text,
  uuid,
} from '../database/columns.js';

export interface EvidenceRow {
  newsroomId: string;
  id: string;
  claimId: string;
  sourceId: string;
  stance: EvidenceStance;
  locator: string;
  url: string | null;
  quote: string | null;
  isPrimary: boolean;
  captureId: string | null;
  derivesFromEvidenceId: string | null;
  derivesFromSourceId: string | null;
  derivesHow: Derivation | null;
  confidential: boolean;
  note: string | null;
  post: SocialPost | null;
  translation: Translation | null;
  authorId: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawalReason: string | null;
  createdAt: Date;
  version: number;
}

export const EvidenceEntity = new EntitySchema<EvidenceRow>({
  name: 'evidence',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    sourceId: uuid,
    stance: text,
    locator: text,
    url: maybeText,
    quote: maybeText,
    isPrimary: flag,
    captureId: maybeUuid,
    derivesFromEvidenceId: maybeUuid,
    derivesFromSourceId: maybeUuid,
    derivesHow: maybeText,
    confidential: flag,
    note: maybeText,
    post: maybeJson,
    translation: maybeJson,
    authorId: uuid,
    withdrawnAt: maybeMoment,
    withdrawnBy: maybeUuid,
    withdrawalReason: maybeText,
    createdAt: moment,
    version: integer,
  },
});
