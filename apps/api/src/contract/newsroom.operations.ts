import { z } from 'zod';
import { operation } from './operation.js';
import { Id, label, Version, named } from './wire.js';
import { Locale, RequirementName, VerdictStance } from './vocabulary.js';

const Gendered = z.strictObject({ masculine: label(80), feminine: label(80) });
const Rating = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  ar: Gendered,
  en: Gendered,
  media: z.strictObject({ ar: Gendered, en: Gendered }).optional(),
  value: z.number().nullable(),
  stance: VerdictStance,
});
const Scale = z.strictObject({ version: z.int(), ratings: z.array(Rating).min(1).max(30) });
const PerTier = z.strictObject({ A: z.int(), B: z.int(), C: z.int() });
const Policy = z.strictObject({
  version: z.int(),
  preset: z.enum(['small-desk', 'standard', 'strict']),
  verdictsNeeded: PerTier,
  originsNeeded: PerTier.extend({ namedB: z.int() }),
  blind: z.enum(['off', 'tier-a', 'all']),
  selfClaim: z.boolean(),
  overridable: z.array(RequirementName).max(30),
  triageThreshold: z.number(),
  assignmentTimeoutHours: z.number(),
  dueHours: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
  reviewersPerClaim: PerTier,
  openAssignmentsLimit: z.int(),
  anonymousSources: z.enum(['forbidden', 'editor-approval', 'allowed']),
  publicFeeds: z.boolean(),
});
const Newsroom = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  locale: Locale,
  policy: Policy,
  scale: z.strictObject({ external: Scale, draft: Scale }),
  version: Version,
});

export const getNewsroom = operation({
  id: 'getNewsroom',
  method: 'GET',
  path: '/newsroom',
  summary: { en: 'The newsroom: policy and rating scales', ar: 'غرفة الأخبار: السياسة وسلّما التقييم' },
  answers: { 200: Newsroom },
});

export const updateNewsroom = operation({
  id: 'updateNewsroom',
  method: 'PATCH',
  path: '/newsroom',
  summary: {
    en: 'Change policy or rating scales; each change is a new version',
    ar: 'تغيير السياسة أو سلّمي التقييم، وكل تغيير إصدار جديد',
  },
  body: z.strictObject({
    name: label(200).optional(),
    locale: Locale.optional(),
    policy: Policy.omit({ version: true })
      .partial()
      .extend({
        verdictsNeeded: PerTier.partial().optional(),
        originsNeeded: PerTier.extend({ namedB: z.int() }).partial().optional(),
        dueHours: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }).partial().optional(),
        reviewersPerClaim: PerTier.partial().optional(),
      })
      .optional(),
    scale: z
      .strictObject({ external: Scale.omit({ version: true }), draft: Scale.omit({ version: true }) })
      .partial()
      .optional(),
  }),
  answers: { 200: Newsroom },
  ifMatch: true,
});

named({ Scale, Policy, Newsroom });
