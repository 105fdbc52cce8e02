import type { ComplaintOutcome, LegalBasis } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, key, maybeMoment, maybeText, maybeUuid, moment, text, uuid } from '../database/columns.js';

/** A complaint from outside about something published. */
export interface CorrectionRequestRow {
  newsroomId: string;
  id: string;
  articleId: string | null;
  claimId: string | null;
  receivedAt: Date;
  requester: string;
  contact: string | null;
  publishedAtUrl: string | null;
  demand: string;
  legalBasis: LegalBasis | null;
  dueAt: Date;
  outcome: ComplaintOutcome | null;
  outcomeNote: string | null;
  correctionId: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const CorrectionRequestEntity = new EntitySchema<CorrectionRequestRow>({
  name: 'correction_request',
  columns: {
    newsroomId: key,
    id: key,
    articleId: maybeUuid,
    claimId: maybeUuid,
    receivedAt: moment,
    requester: text,
    contact: maybeText,
    publishedAtUrl: maybeText,
    demand: text,
    legalBasis: maybeText,
    dueAt: moment,
    outcome: maybeText,
    outcomeNote: maybeText,
    correctionId: maybeUuid,
    answeredBy: maybeUuid,
    answeredAt: maybeMoment,
    createdBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
