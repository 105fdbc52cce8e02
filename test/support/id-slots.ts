import { z } from 'zod';
import type { OperationSpec } from '../../apps/api/src/contract/operation.js';
import type { Any } from './checking-work.js';

/** Where a schema takes an id, as pointers; the first item stands for a list. */
function idPointers(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const found = new Set<string>();
  const walk = (node: Any, at: string): void => {
    if (node.format === 'uuid') found.add(at);
    for (const one of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]) walk(one, at);
    for (const [name, inner] of Object.entries(node.properties ?? {})) walk(inner, `${at}/${name}`);
    if (node.items) walk(node.items, `${at}/0`);
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), '');
  return [...found];
}

/** Ids in a path go by their own names: `{id}`, `{deliveryId}`. */
const inPath = (spec: OperationSpec): string[] => spec.path.match(/\{(?:id|\w+Id)\}/g) ?? [];
/** Everywhere an operation takes an id: in its path, its body and its query. */
export const slotsOf = (spec: OperationSpec): string[] => [
  ...inPath(spec),
  ...idPointers(spec.body),
  ...Object.keys(spec.query?.shape ?? {})
    .filter((name) => idPointers((spec.query!.shape as Any)[name]).length > 0)
    .map((name) => `?${name}`),
];
export function valueAt(body: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Any>((inner, name) => inner?.[name], body);
}

/** The body with another value at the pointer. */
export function withValue(body: object, pointer: string, value: string): object {
  const copy = structuredClone(body);
  const names = pointer.split('/').slice(1);
  const last = names.pop()!;
  (valueAt(copy, names.map((name) => `/${name}`).join('')) as Any)[last] = value;
  return copy;
}
