import { z } from 'zod';

/** A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. `input` is what a client writes, `output` what it reads. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return made;
}

/** Paths of objects in a body that would let unknown members pass; the contract allows none. */
export function openObjectsIn(schema: z.ZodType): string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, properties, additionalProperties } = node as Record<string, unknown>;
    if (type === 'object' && properties && additionalProperties !== false) found.push(path || '/');
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  };
  visit(jsonSchema(schema, 'input'), '');
  return found;
}
