import { z } from 'zod';
import type { OperationSpec } from '../contract/operation.js';
import { IDEMPOTENCY_KEY_FORM } from '../http/request.headers.js';
import { jsonSchema } from './schema.js';

type Parameter = Record<string, unknown>;

/** Path, query and header parameters of an operation. */
export function parametersOf(spec: OperationSpec): Parameter[] {
  return [...membersOf(spec.params, 'path'), ...membersOf(spec.query, 'query'), ...headersOf(spec)];
}

function membersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Parameter>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...member }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: member,
  }));
}

function headersOf(spec: OperationSpec): Parameter[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(spec.method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            spec.idempotency === 'required',
            `${IDEMPOTENCY_KEY_FORM}. The same key with the same body gets the same answer for at least 72 hours.`,
          ),
        ]
      : []),
    ...(spec.ifMatch ? [header('If-Match', true, 'The ETag last read: "<version>".')] : []),
  ];
}
