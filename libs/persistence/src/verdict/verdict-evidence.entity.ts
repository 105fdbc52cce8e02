import { EntitySchema } from 'typeorm';
import { key } from '../database/columns.js';

export interface VerdictEvidenceRow {
  newsroomId: string;
  verdictId: string;
  evidenceId: string;
}

export const VerdictEvidenceEntity = new EntitySchema<VerdictEvidenceRow>({
  name: 'verdict_evidence',
  columns: {
    newsroomId: key,
    verdictId: key,
    evidenceId: key,
  },
});
