type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript serialises them.
 * @throws TypeError for what has no canonical form: undefined, NaN, infinities, lone surrogates, functions.
 */
export function canonicalForm(value: unknown): string {
  const parts: string[] = [];
  write(value as Json, parts);
  return parts.join('');
}

function write(value: Json, parts: string[]): void {
  if (typeof value === 'string') parts.push(quoted(value));
  else if (typeof value === 'number') parts.push(finite(value));
  else if (value === null || typeof value === 'boolean') parts.push(String(value));
  else if (Array.isArray(value)) writeItems(value as readonly Json[], parts);
  else if (typeof value === 'object') writeMembers(value as { readonly [name: string]: Json }, parts);
  else throw new TypeError(`a ${typeof value} has no place in a report`);
}

function writeItems(items: readonly Json[], parts: string[]): void {
  parts.push('[');
  items.forEach((item, index) => {
    if (index > 0) parts.push(',');
    write(item, parts);
  });
  parts.push(']');
}

function writeMembers(members: { readonly [name: string]: Json }, parts: string[]): void {
  parts.push('{');
  // The default order of sort() is by UTF-16 code units, which is what RFC 8785 asks for.
  Object.keys(members)
    .sort()
    .forEach((name, index) => {
      if (index > 0) parts.push(',');
      parts.push(quoted(name), ':');
      write(members[name] as Json, parts);
    });
  parts.push('}');
}

function quoted(text: string): string {
  // An encoder would replace half a surrogate pair in silence, and the bytes would no longer be what was checked.
  if (LONE_SURROGATE.test(text)) throw new TypeError('a lone surrogate cannot be written to a report');
  return JSON.stringify(text);
}

function finite(number: number): string {
  if (!Number.isFinite(number)) throw new TypeError(`${number} cannot be written to a report`);
  return JSON.stringify(number);
}
