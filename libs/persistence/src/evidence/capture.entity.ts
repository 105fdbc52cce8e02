import { EntitySchema } from 'typeorm';
import { bytes, integer, key, maybeMoment, maybeText, moment, text, uuid } from '../database/columns.js';

export interface CaptureRow {
  newsroomId: string;
  id: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  content: Buffer;
  /** Of a page: where it was asked for, where redirects led, and when; null for a file that was sent in. */
  url: string | null;
  finalUrl: string | null;
  fetchedAt: Date | null;
  createdBy: string;
  createdAt: Date;
}

export const CaptureEntity = new EntitySchema<CaptureRow>({
  name: 'capture',
  columns: {
    newsroomId: key,
    id: key,
    sha256: text,
    mediaType: text,
    bytes: integer,
    content: bytes,
    url: maybeText,
    finalUrl: maybeText,
    fetchedAt: maybeMoment,
    createdBy: uuid,
    createdAt: moment,
  },
});
