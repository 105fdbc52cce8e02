import { EntitySchema } from 'typeorm';
import { bytes, integer, key, moment, text, uuid } from '../database/columns.js';

export interface CaptureRow {
  newsroomId: string;
  id: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  content: Buffer;
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
    createdBy: uuid,
    createdAt: moment,
  },
});
