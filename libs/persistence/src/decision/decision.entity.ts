import type { ClaimState, Closure, Verifies } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, json, key, maybeJson, maybeText, maybeUuid, moment, text, uuid } from '../database/columns.js';

/** Append-only; `decidedBy` is null for an automatic fall-back, which names its cause. */
export interface DecisionRow {
  newsroomId: string;
  id: string;
  claimId: string;
  fromState: ClaimState;
  toState: ClaimState;
  decidedBy: string | null;
  cause: string | null;
  rationale: string | null;
  rating: string | null;
  closure: Closure | null;
  overrides: unknown;
  adjudication: unknown;
  requirements: unknown;
  verifies: Verifies;
  textHash: string;
  revisionNumber: number;
  policyVersion: number;
  createdAt: Date;
}

export const DecisionEntity = new EntitySchema<DecisionRow>({
  name: 'decision',
  columns: {
    newsroomId: key,
    id: key,
    claimId: uuid,
    fromState: text,
    toState: text,
    decidedBy: maybeUuid,
    cause: maybeText,
    rationale: maybeText,
    rating: maybeText,
    closure: maybeJson,
    overrides: json,
    adjudication: json,
    requirements: json,
    verifies: text,
    textHash: text,
    revisionNumber: integer,
    policyVersion: integer,
    createdAt: moment,
  },
});
