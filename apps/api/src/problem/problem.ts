import { Refusal, type FieldError } from '#domain';
import type { Locale } from '../http/accept.language.js';
import { PROBLEM_STATUS } from './problem.statuses.js';
import { detailOf, fieldDetailOf, titleOf } from './problem.texts.js';
import { TransportRefusal, type LocatedError, type ProblemCode } from './transport.refusal.js';

/** RFC 9457, with the members every problem of ours has; the facts of its code stand beside them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly { in?: string; pointer: string; code: string; detail: string }[];
}

export interface ProblemContext {
  readonly locale: Locale;
  readonly requestId: string;
  /** The path that was asked, without its query. */
  readonly instance: string;
}

export type AnyRefusal = Refusal | TransportRefusal;

export function isRefusal(error: unknown): error is AnyRefusal {
  return error instanceof Refusal || error instanceof TransportRefusal;
}

/** A foreign object and a missing one must answer byte for byte alike, so this code never tells what was looked for. */
const SILENT: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['not-found', 'internal']);

export function problemOf(refusal: AnyRefusal, { locale, requestId, instance }: ProblemContext): Problem {
  const { code, facts } = refusal;
  const { errors, ...members } = facts as { errors?: readonly LocatedError[] };
  return {
    ...(SILENT.has(code) ? {} : members), // first: facts may not override what follows
    type: `/docs#problem-${code}`,
    title: titleOf(code, locale),
    status: PROBLEM_STATUS[code],
    detail: detailOf(code, locale, facts),
    instance,
    code,
    requestId,
    ...(errors && { errors: errors.map((error) => said(error, locale)) }),
  };
}

function said({ pointer, code, detail, in: part }: FieldError & LocatedError, locale: Locale) {
  return { ...(part && { in: part }), pointer, code, detail: fieldDetailOf(code, locale, detail ?? {}) };
}
