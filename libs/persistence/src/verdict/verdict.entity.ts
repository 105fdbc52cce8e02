import type { Confidence, Stance, Verifies } from '#domain';
import { EntitySchema } from 'typeorm';
import { flag, key, maybeUuid, moment, text, texts, uuid } from '../database/columns.js';

/** Append-only. */
export interface VerdictRow {
  newsroomId: string;
  id: string;
  claimId: string;
  reviewerId: string;
  assignmentId: string;
  rating: string;
  stance: Stance;
  confidence: Confidence;
  rationale: string;
  textHash: string;
  /** What the claim asked for when it was given. */
  verifies: Verifies;
  informed: boolean;
  supersedesId: string | null;
  /** Items of the policy's checklist ticked with it. */
  checklist: string[];
  /** The verdict it was taken over from, by an editor's explicit act. */
  precedentId: string | null;
  createdAt: Date;
}

export const VerdictEntity = new EntitySchema<VerdictRow>({
  name: 'verdict',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    reviewerId: uuid,
    assignmentId: uuid,
    rating: text,
    stance: text,
    confidence: text,
    rationale: text,
    textHash: text,
    verifies: text,
    informed: flag,
    supersedesId: maybeUuid,
    checklist: texts,
    precedentId: maybeUuid,
    createdAt: moment,
  },
});
