import type { WebhookEvent, WebhookStop } from '#domain';
import { EntitySchema } from 'typeorm';
import {
  bigint,
  bytes,
  flag,
  integer,
  key,
  maybeBytes,
  maybeMoment,
  maybeText,
  moment,
  text,
  texts,
  uuid,
} from '../database/columns.js';

/** An address that is told what happens. */
export interface WebhookRow {
  newsroomId: string;
  id: string;
  url: string;
  description: string;
  events: WebhookEvent[];
  /** Sealed; secretsOf of the repository opens it. */
  secret: Buffer;
  earlierSecret: Buffer | null;
  earlierUntil: Date | null;
  active: boolean;
  disabledReason: WebhookStop | null;
  disabledAt: Date | null;
  removedAt: Date | null;
  /** The last leaf that was looked at for it. */
  readSeq: number;
  restsUntil: Date | null;
  succeededAt: Date | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const WebhookEntity = new EntitySchema<WebhookRow>({
  name: 'webhook',
  columns: {
    newsroomId: key,
    id: key,
    url: text,
    description: text,
    events: texts,
    secret: bytes,
    earlierSecret: maybeBytes,
    earlierUntil: maybeMoment,
    active: flag,
    disabledReason: maybeText,
    disabledAt: maybeMoment,
    removedAt: maybeMoment,
    readSeq: bigint,
    restsUntil: maybeMoment,
    succeededAt: maybeMoment,
    createdBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
