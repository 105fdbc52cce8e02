import type { AssignmentStatus } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, key, maybeMoment, maybeText, moment, text, uuid } from '../database/columns.js';

export interface AssignmentRow {
  newsroomId: string;
  id: string;
  claimId: string;
  reviewerId: string;
  status: AssignmentStatus;
  dueAt: Date | null;
  reason: string | null;
  assignedBy: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const AssignmentEntity = new EntitySchema<AssignmentRow>({
  name: 'assignment',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    reviewerId: uuid,
    status: text,
    dueAt: maybeMoment,
    reason: maybeText,
    assignedBy: uuid,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
