import { z } from 'zod';

type Json = Record<string, unknown>;
export type Direction = 'input' | 'output';

/** The named schemas of a document, filled while its parts are made. */
export type Components = Map<string, Json>;

const LOCAL = '#/$defs/';

/**
 * A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. `input` is what a client writes, `output` what it reads.
 * Schemas with a name become components and are referred to; what is written and read differs, so inputs have names of their own.
 */
export function jsonSchema(schema: z.ZodType, io: Direction, components: Components = new Map()): Json {
  // inside an object, so that a schema that is itself named becomes a reference too
  const made = z.toJSONSchema(z.strictObject({ it: schema }), { io, target: 'draft-2020-12', unrepresentable: 'any' });
  const componentName = (id: string) => (io === 'input' ? `${id}Input` : id);
  const refer = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(refer);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]): [string, unknown] =>
      key === '$ref' && typeof value === 'string' && value.startsWith(LOCAL)
        ? [key, `#/components/schemas/${componentName(value.slice(LOCAL.length))}`]
        : [key, refer(value)],
    );
    return Object.fromEntries(entries.filter(([key, value]) => !isNoise(key, value, made.$defs ?? {})));
  };
  for (const [id, definition] of Object.entries(made.$defs ?? {})) {
    components.set(componentName(id), refer(definition) as Json);
  }
  return refer(made.properties?.it) as Json;
}

/** zod leaves a schema's name in it as `id`, and says of every integer that JavaScript can hold it. */
function isNoise(key: string, value: unknown, named: Json): boolean {
  if (key === 'id') return typeof value === 'string' && value in named;
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
}

/** Paths of objects in a body that would let unknown members pass; the contract allows none. */
export function openObjectsIn(schema: z.ZodType): string[] {
  const components: Components = new Map();
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, properties, additionalProperties } = node as Json;
    if (type === 'object' && properties && additionalProperties !== false) found.push(path || '/');
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  };
  visit(jsonSchema(schema, 'input', components), '');
  for (const [name, component] of components) visit(component, name);
  return found;
}
