import { EntitySchema } from 'typeorm';
import { bytes, integer, key, text } from '../database/columns.js';

export interface ReportFileRow {
  newsroomId: string;
  reportId: string;
  name: string;
  format: string;
  mediaType: string;
  sha256: string;
  bytes: number;
  content: Buffer;
}

export const ReportFileEntity = new EntitySchema<ReportFileRow>({
  name: 'report_file',
  columns: {
    newsroomId: key,
    reportId: key,
    name: { ...text, primary: true },
    format: text,
    mediaType: text,
    sha256: text,
    bytes: integer,
    content: bytes,
  },
});
