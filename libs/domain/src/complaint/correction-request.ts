import { addWorkingDays, type WorkingCalendar } from '../calendar/working.time.js';
import { invalid, type Outcome } from '../refusal/refusal.js';
import type { FieldError } from '../refusal/refusal.facts.js';

export const LEGAL_BASES = ['right-of-reply', 'defamation', 'privacy', 'court-order', 'regulator', 'other'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

export const COMPLAINT_OUTCOMES = ['corrected', 'clarified', 'reply-published', 'refused', 'withdrawn'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

const DAY_MS = 86_400_000;
const WORKING_DAYS = 3;

/**
 * When a complaint must be answered: within 24 hours, whatever the day, where a legal basis is claimed; else at the same time of
 * the third working day after the one it came in on. ISO 8601 UTC in and out.
 */
export function complaintDue(receivedAt: string, legalBasis: LegalBasis | null, calendar: WorkingCalendar): string {
  if (legalBasis !== null) return new Date(Date.parse(receivedAt) + DAY_MS).toISOString();
  return addWorkingDays(receivedAt, WORKING_DAYS, calendar);
}

export interface ComplaintAnswer {
  readonly outcome: ComplaintOutcome;
  readonly note?: string | null | undefined;
  readonly correctionId?: string | null | undefined;
}

/** An answer says what was done: a correction is named, a refusal gives its reason. */
export function answerComplaint(answer: ComplaintAnswer): Outcome<object> {
  const errors: FieldError[] = [];
  const corrects = answer.outcome === 'corrected' || answer.outcome === 'clarified';
  if (corrects && !answer.correctionId) errors.push({ pointer: '/correctionId', code: 'required-in-this-case' });
  if (!corrects && answer.correctionId) errors.push({ pointer: '/correctionId', code: 'only-when-corrected' });
  if (answer.outcome === 'refused' && (answer.note ?? '').trim() === '')
    errors.push({ pointer: '/note', code: 'required-in-this-case' });
  return errors.length > 0 ? invalid(...errors) : { ok: true };
}
