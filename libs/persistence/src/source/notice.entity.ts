import type { ClaimState, NoticeType } from '#domain';
import { EntitySchema } from 'typeorm';
import { flag, json, key, maybeUuid, moment, text, uuid } from '../database/columns.js';

/** What had gone out by then with claims on the noticed origin. */
export interface NoticeCarriers {
  releases: { id: string; articleId: string }[];
  reports: string[];
}

export interface NoticeRow {
  newsroomId: string;
  id: string;
  type: NoticeType;
  sourceId: string | null;
  evidenceId: string | null;
  text: string;
  carriers: NoticeCarriers;
  createdBy: string;
  createdAt: Date;
}

export const NoticeEntity = new EntitySchema<NoticeRow>({
  name: 'notice',
  columns: {
    newsroomId: key,
    id: key,
    type: text,
    sourceId: maybeUuid,
    evidenceId: maybeUuid,
    text,
    carriers: json,
    createdBy: uuid,
    createdAt: moment,
  },
});

/** A claim that rested on the noticed origin, as the notice found it. */
export interface NoticeClaimRow {
  newsroomId: string;
  noticeId: string;
  claimId: string;
  articleId: string;
  fromState: ClaimState;
  reopened: boolean;
}

export const NoticeClaimEntity = new EntitySchema<NoticeClaimRow>({
  name: 'notice_claim',
  columns: { newsroomId: key, noticeId: key, claimId: key, articleId: uuid, fromState: text, reopened: flag },
});
