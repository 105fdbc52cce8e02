import { CLAIM_KINDS, GUARDED_ROLES, WEEK_NAMES, WEEKDAYS } from '#domain';
import { isTimeZone } from '#platform';
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
const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .meta({ example: '09:00' });
const WorkingWeek = z.strictObject({
  week: z.enum(WEEK_NAMES),
  days: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  hours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable(),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, { params: { code: 'unknown-time-zone' } })
    .meta({ example: 'Asia/Amman' }),
});
const Checklist = z.array(z.strictObject({ key: z.string().min(1).max(40), ar: label(200), en: label(200) })).max(20);
export const Checklists = z.strictObject({
  event: Checklist,
  statement: Checklist,
  statistic: Checklist,
  prediction: Checklist,
  opinion: Checklist,
  quote: Checklist,
});
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
  workingWeek: WorkingWeek,
  dueHours: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
  dueHoursOfKind: z.partialRecord(z.enum(CLAIM_KINDS), z.number()),
  checklists: Checklists,
  reviewersPerClaim: PerTier,
  openAssignmentsLimit: z.int(),
  anonymousSources: z.enum(['forbidden', 'editor-approval', 'allowed']),
  secondFactorOf: z.array(z.enum(GUARDED_ROLES)).max(GUARDED_ROLES.length),
  publicFeeds: z.boolean(),
});
const Newsroom = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  locale: Locale,
  policy: Policy,
  scale: z.strictObject({ external: Scale, draft: Scale }),
  /** What reports can be made as here. */
  reportFormats: z.array(z.string()),
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
  description: {
    en: 'Hours in which something is due are working hours: those of the working days of `workingWeek`, in its time zone, and within its hours where it has any. Naming a `week` sets its days; naming `days` finds the name of their week.',
    ar: 'ساعات الاستحقاق ساعات عمل: ساعات أيام العمل في `workingWeek` بتوقيتها، وضمن ساعات الدوام إن حُدّدت. تسمية `week` تضبط أيامه، وذكر `days` يعيّن اسم أسبوعها.',
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
        dueHoursOfKind: z.partialRecord(z.enum(CLAIM_KINDS), z.number().nullable()).optional(),
        reviewersPerClaim: PerTier.partial().optional(),
        workingWeek: WorkingWeek.partial().optional(),
        checklists: Checklists.partial().optional(),
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

named({ Scale, WorkingWeek, Policy, Newsroom });
