import type { FieldError } from '#domain';
import type { z } from 'zod';
import { pointerSegment, withoutLoneSurrogates } from '../body/value.check.js';

const LIMIT = 50;

type Issue = z.core.$ZodIssue;

/** What zod found, as pointers and codes of ours: one entry per unknown member, at most 50 in all. */
export function fieldErrorsOf(error: z.ZodError, value: unknown): FieldError[] {
  return error.issues.flatMap((issue) => errorsOf(issue, value, '')).slice(0, LIMIT);
}

function errorsOf(issue: Issue, value: unknown, base: string): FieldError[] {
  const pointer = base + issue.path.map((key) => pointerSegment(typeof key === 'symbol' ? '' : key)).join('');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointer + withoutLoneSurrogates(pointerSegment(key)),
        code: 'unknown-member',
      }));
    case 'invalid_type':
      return [
        at(value, issue.path) === undefined
          ? { pointer, code: 'required' }
          : { pointer, code: 'wrong-type', detail: { expected: issue.expected } },
      ];
    case 'invalid_value':
      return [
        at(value, issue.path) === undefined
          ? { pointer, code: 'required' }
          : { pointer, code: 'not-allowed', detail: { allowed: issue.values.map(String).join(', ') } },
      ];
    case 'too_big':
      return [{ pointer, code: 'too-big', detail: { limit: Number(issue.maximum) } }];
    case 'too_small':
      return [{ pointer, code: 'too-small', detail: { limit: Number(issue.minimum) } }];
    case 'not_multiple_of':
      return [{ pointer, code: 'wrong-form' }];
    case 'invalid_format':
      return [{ pointer, code: 'wrong-form', detail: { format: String(issue.format) } }];
    case 'invalid_union':
      return unionErrors(issue, value, pointer);
    case 'invalid_key':
    case 'invalid_element':
      return [{ pointer, code: 'not-allowed' }];
    case 'custom':
      // our own refinements name their code in `params`
      return [{ pointer, code: String((issue.params as { code?: string } | undefined)?.code ?? 'not-allowed') }];
  }
}

/** Of several possible forms the one meant is the one with the fewest mistakes; report those. */
function unionErrors(issue: z.core.$ZodIssueInvalidUnion, value: unknown, pointer: string): FieldError[] {
  const inner = at(value, issue.path);
  const attempts = issue.errors
    .map((issues) => issues.flatMap((each) => errorsOf(each, inner, pointer)))
    .filter((errors) => errors.length > 0)
    .sort((a, b) => a.length - b.length);
  return attempts[0] ?? [{ pointer, code: inner === undefined ? 'required' : 'not-allowed' }];
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
