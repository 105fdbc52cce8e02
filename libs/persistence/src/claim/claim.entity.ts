import type {
  AnchorStatusName,
  ClaimKind,
  ClaimState,
  Closure,
  DismissalReason,
  Disposition,
  Tier,
  Verifies,
} from '#domain';
import type { StoredAttribution, StoredReason } from './claim.text.js';
import { EntitySchema } from 'typeorm';
import {
  bigint,
  flag,
  integer,
  json,
  key,
  maybeJson,
  maybeMoment,
  maybeText,
  maybeUuid,
  moment,
  text,
  uuid,
  uuids,
} from '../database/columns.js';

export interface ClaimRow {
  newsroomId: string;
  id: string;
  articleId: string;
  quote: string;
  context: string;
  state: ClaimState;
  disposition: Disposition;
  dismissalReason: DismissalReason | null;
  dismissalNote: string | null;
  tier: Tier;
  kind: ClaimKind;
  verifies: Verifies;
  closure: Closure | null;
  selected: boolean;
  selectionReason: string | null;
  score: number;
  scoreReasons: StoredReason[];
  attribution: StoredAttribution | null;
  duplicateOf: string | null;
  textHash: string;
  rating: string | null;
  entered: 'extracted' | 'by-hand' | 'proposed';
  enteredBy: string | null;
  authorIds: string[];
  groupId: string | null;
  dueAt: Date | null;
  /** Whether it charges somebody; null while nobody has said so and the words decide. */
  accuses: boolean | null;
  /** When a claim published unsettled is looked at again. */
  recheckAt: Date | null;
  partyIds: string[];
  position: number;
  anchorStatus: AnchorStatusName | 'confirmed';
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const ClaimEntity = new EntitySchema<ClaimRow>({
  name: 'claim',
  columns: {
    newsroomId: key,
    id: key,
    articleId: uuid,
    quote: text,
    context: text,
    state: text,
    disposition: text,
    dismissalReason: maybeText,
    dismissalNote: maybeText,
    tier: text,
    kind: text,
    verifies: text,
    closure: maybeJson,
    selected: flag,
    selectionReason: maybeText,
    score: integer,
    scoreReasons: json,
    attribution: maybeJson,
    duplicateOf: maybeUuid,
    textHash: text,
    rating: maybeText,
    entered: text,
    enteredBy: maybeUuid,
    authorIds: uuids,
    groupId: maybeUuid,
    dueAt: maybeMoment,
    accuses: { type: 'boolean', nullable: true },
    recheckAt: maybeMoment,
    partyIds: uuids,
    position: bigint,
    anchorStatus: text,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
