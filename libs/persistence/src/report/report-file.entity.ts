import { EntitySchema } from 'typeorm';
import { integer, key, text } from '../database/columns.js';

/** What a finished file is; its bytes are in `report_piece`, in pieces numbered from 1. */
export interface ReportFileRow {
  newsroomId: string;
  reportId: string;
  name: string;
  format: string;
  mediaType: string;
  sha256: string;
  bytes: number;
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
  },
});
