import type { AnchorStatusName } from '#domain';
import type { StoredCandidate } from './claim.text.js';
import { EntitySchema } from 'typeorm';
import { json, key, maybeInteger, maybeText, maybeUuid, text, texts, uuid } from '../database/columns.js';

/** Where a claim stands in one revision; offsets in code points of the block. */
export interface AnchorRow {
  newsroomId: string;
  claimId: string;
  articleId: string;
  revisionNumber: number;
  status: AnchorStatusName | 'confirmed';
  blockId: string | null;
  startAt: number | null;
  endAt: number | null;
  quote: string;
  flags: string[];
  candidates: StoredCandidate[];
  confirmedBy: string | null;
}

export const AnchorEntity = new EntitySchema<AnchorRow>({
  name: 'anchor',
  columns: {
    newsroomId: key,
    claimId: key,
    articleId: uuid,
    revisionNumber: { type: 'integer', primary: true },
    status: text,
    blockId: maybeText,
    startAt: maybeInteger,
    endAt: maybeInteger,
    quote: text,
    flags: texts,
    candidates: json,
    confirmedBy: maybeUuid,
  },
});
