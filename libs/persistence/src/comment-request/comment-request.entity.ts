import type { CommentChannel, CommentOutcome, WaiverReason } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, key, maybeMoment, maybeText, moment, text, uuid, uuids } from '../database/columns.js';

export interface CommentRequestRow {
  newsroomId: string;
  id: string;
  articleId: string;
  claimIds: string[];
  addressee: string;
  channel: CommentChannel | null;
  questions: string | null;
  sentAt: Date | null;
  deadline: Date | null;
  outcome: CommentOutcome | null;
  answer: string | null;
  passage: string | null;
  outcomeAt: Date | null;
  waiverReason: WaiverReason | null;
  waiverNote: string | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const CommentRequestEntity = new EntitySchema<CommentRequestRow>({
  name: 'comment_request',
  columns: {
    newsroomId: key,
    id: key,
    articleId: uuid,
    claimIds: uuids,
    addressee: text,
    channel: maybeText,
    questions: maybeText,
    sentAt: maybeMoment,
    deadline: maybeMoment,
    outcome: maybeText,
    answer: maybeText,
    passage: maybeText,
    outcomeAt: maybeMoment,
    waiverReason: maybeText,
    waiverNote: maybeText,
    createdBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
