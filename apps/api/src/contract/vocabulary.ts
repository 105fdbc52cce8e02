import {
  ACCOUNT_STANDINGS,
  ASSIGNMENT_STATUSES,
  CLAIM_KINDS,
  CLAIM_STATES,
  CORRECTION_CLASSES,
  DERIVATIONS,
  DISMISSAL_REASONS,
  DISPOSITIONS,
  EVIDENCE_STANCES,
  KNOWLEDGE_BASES,
  NOTICE_TYPES,
  REQUIREMENT_NAMES,
  ROLES,
  SCOPES,
  SOURCE_TYPES,
  STANCES,
  TIERS,
  TURN_ROLES,
  TURN_TASKS,
  VERIFIES,
} from '#domain';
import { z } from 'zod';

/** The domain's enumerations on the wire; the lists themselves are the domain's own. */
export const Role = z.enum(ROLES);
export const Scope = z.enum(SCOPES);
export const Locale = z.enum(['ar', 'en']);
export const State = z.enum(CLAIM_STATES);
export const Disposition = z.enum(DISPOSITIONS);
export const DismissalReason = z.enum(DISMISSAL_REASONS);
export const Tier = z.enum(TIERS);
export const Kind = z.enum(CLAIM_KINDS);
export const Verifies = z.enum(VERIFIES);
export const VerdictStance = z.enum(STANCES);
export const EvidenceStance = z.enum(EVIDENCE_STANCES);
export const SourceType = z.enum(SOURCE_TYPES);
export const NoticeType = z.enum(NOTICE_TYPES);
export const KnowledgeBasis = z.enum(KNOWLEDGE_BASES);
export const AccountStanding = z.enum(ACCOUNT_STANDINGS);
export const Derivation = z.enum(DERIVATIONS);
export const AssignmentStatus = z.enum(ASSIGNMENT_STATUSES);
export const RequirementName = z.enum(REQUIREMENT_NAMES);
export const CorrectionClass = z.enum(CORRECTION_CLASSES);
export const ArticleKind = z.enum(['draft', 'external']);
export const ArticleState = z.enum(['checking', 'ready', 'released', 'correcting']);
export const AnchorStatus = z.enum([
  'exact',
  'typographic',
  'moved',
  'changed',
  'suggested',
  'ambiguous',
  'orphaned',
  'confirmed',
]);
export const BlockField = z.enum(['title', 'dek', 'heading', 'body', 'caption', 'pullquote', 'dateline', 'aside']);
export const Confidence = z.enum(['low', 'medium', 'high']);
export const Closure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unproven'),
    searchLog: z
      .array(
        z.strictObject({
          where: z.string().min(1).max(500),
          when: z.string().min(1).max(100),
          query: z.string().min(1).max(1000),
        }),
      )
      .max(100),
  }),
  z.strictObject({ kind: z.literal('as-attributed'), recheckAt: z.iso.datetime({ offset: true }) }),
]);

/** What a decision or a release asks for, as the rules report it; `withheld` while the reader must still judge for himself. */
export const Requirement = z.strictObject({
  name: RequirementName,
  status: z.enum(['satisfied', 'unsatisfied', 'overridden', 'not-applicable', 'withheld']),
  have: z.int().optional(),
  need: z.int().optional(),
  detail: z.string(),
  facts: z.record(z.string(), z.unknown()).optional(),
  exception: z.strictObject({ kind: z.enum(['override', 'small-desk']), reason: z.string().nullable() }).optional(),
  /** Of an unmet one: whose turn it is, to do what. */
  turn: z
    .strictObject({
      role: z.enum(TURN_ROLES),
      task: z.enum(TURN_TASKS),
      memberIds: z.array(z.string()),
      exceptIds: z.array(z.string()),
    })
    .optional(),
});

export const Override = z.strictObject({ requirement: RequirementName, reason: z.string().max(4000) });
