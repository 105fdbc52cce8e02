// Writes libs/client/src/schema/schema.gen.ts from docs/openapi.json: the named schemas as types, and for each operation what it takes
// and answers. With --check it writes nothing and fails when the committed file is another.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const SOURCE = new URL('../docs/openapi.json', import.meta.url);
const TARGET = new URL('../libs/client/src/schema/schema.gen.ts', import.meta.url);
const PREFIX = '/api/v1';

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
/** A literal beside the type that holds it says nothing more. */
function union(types) {
  const distinct = [...new Set(types)];
  return distinct.filter((type) => !(type.startsWith('"') && distinct.includes('string'))).join(' | ');
}

/** A JSON Schema (2020-12) as a TypeScript type. Lengths, ranges and patterns have no type; the server judges them. */
function typeOf(schema) {
  if (schema === undefined || schema === true) return 'unknown';
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.anyOf ?? schema.oneOf) return union((schema.anyOf ?? schema.oneOf).map(typeOf));
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return objectType(schema);
    case 'array':
      return `readonly (${typeOf(schema.items)})[]`;
    case 'integer':
      return 'number';
    case undefined:
      return 'unknown';
    default:
      return schema.type; // string, number, boolean, null
  }
}

function objectType({ properties, required = [], additionalProperties }) {
  const open = additionalProperties === undefined || additionalProperties === true;
  const members = Object.entries(properties ?? {}).map(
    ([name, schema]) => `readonly ${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  if (properties === undefined) return `Readonly<Record<string, ${open ? 'unknown' : typeOf(additionalProperties)}>>`;
  return `{ ${members.join(' ')} ${open ? 'readonly [fact: string]: unknown;' : ''} }`;
}

const parametersIn = (operation, place) => operation.parameters.filter((parameter) => parameter.in === place);

/** `number` where the document says integer: both are written into an address the same way. */
function parameterMembers(parameters) {
  return parameters.map(
    ({ name, required, schema }) => `readonly ${key(name)}${required ? '' : '?'}: ${typeOf(schema)};`,
  );
}

/** What reading the answer gives: JSON, nothing, bytes, or a stream of events. */
function answerOf(operation) {
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const media = successes.flatMap(([, { content = {} }]) => Object.entries(content));
  if (media.length === 0) return { reads: 'nothing', type: 'undefined' };
  if (media.every(([type]) => type === 'application/json')) {
    return { reads: 'json', type: union(media.map(([, { schema }]) => typeOf(schema))) };
  }
  return media[0][0] === 'text/event-stream'
    ? { reads: 'events', type: 'never' }
    : { reads: 'bytes', type: 'Uint8Array' };
}

function bodyOf({ requestBody }) {
  if (!requestBody) return [];
  const json = requestBody.content['application/json'];
  const raw = Object.keys(requestBody.content).some((type) => type !== 'application/json');
  const types = [
    ...(json?.schema && Object.keys(json.schema).length > 0 ? [typeOf(json.schema)] : []),
    ...(raw ? ['RawBody'] : []),
  ];
  return [`readonly body${requestBody.required ? '' : '?'}: ${union(types)};`];
}

function operationType(operation) {
  const params = parameterMembers(parametersIn(operation, 'path'));
  const query = parameterMembers(parametersIn(operation, 'query'));
  const optional = parametersIn(operation, 'query').every(({ required }) => !required);
  const members = [
    ...(params.length > 0 ? [`readonly params: { ${params.join(' ')} };`] : []),
    ...(query.length > 0 ? [`readonly query${optional ? '?' : ''}: { ${query.join(' ')} };`] : []),
    ...bodyOf(operation),
    ...(takesHeader(operation, 'If-Match') ? ['/** The version last read. */ readonly version: number;'] : []),
    `readonly answer: ${answerOf(operation).type};`,
  ];
  return `\n/** ${operation.summary}. */\nreadonly ${operation.operationId}: { ${members.join(' ')} };`;
}

const takesHeader = (operation, name) => parametersIn(operation, 'header').some((header) => header.name === name);

// A key belongs to a member: without one signed in it holds nothing back.
const isSignedIn = (operation) => (operation.security ?? []).length > 0;
const actsOnce = (method, operation) =>
  method === 'delete' || takesHeader(operation, 'Idempotency-Key') || takesHeader(operation, 'If-Match');

function routeOf(path, method, operation) {
  const route = {
    method: method.toUpperCase(),
    path: path.slice(PREFIX.length),
    reads: answerOf(operation).reads,
    keyed: takesHeader(operation, 'Idempotency-Key'),
    repeatable: method === 'get' || (isSignedIn(operation) && actsOnce(method, operation)),
  };
  return `${operation.operationId}: ${JSON.stringify(route)},`;
}

function schemaText(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components.schemas);
  return [
    '// Written by `node scripts/client-types.mjs` from docs/openapi.json; changed there, not here.',
    '/* eslint-disable max-lines */',
    '/** A body that is not JSON, with its media type. A Blob is sent as it is read, so that a large file is never whole in memory. */',
    'export interface RawBody { readonly contentType: string; readonly bytes: Uint8Array | Blob }',
    ...schemas.map(([name, schema]) =>
      schema.type === 'object'
        ? `export interface ${name} ${objectType(schema)}`
        : `export type ${name} = ${typeOf(schema)};`,
    ),
    '/** Every operation: what it takes and what it answers. */',
    `export interface Operations { ${operations.map(({ operation }) => operationType(operation)).join(' ')} }`,
    'export type OperationId = keyof Operations;',
    '/** `keyed`: takes an Idempotency-Key. `repeatable`: sent twice it acts once. */',
    'export interface Route { readonly method: string; readonly path: string;',
    "  readonly reads: 'json' | 'nothing' | 'bytes' | 'events'; readonly repeatable: boolean; readonly keyed: boolean }",
    '/** How every operation is reached, under /api/v1. */',
    `export const ROUTES: Readonly<Record<OperationId, Route>> = {`,
    ...operations.map(({ path, method, operation }) => routeOf(path, method, operation)),
    '};',
    '',
  ].join('\n');
}

const target = fileURLToPath(TARGET);
const document = JSON.parse(await readFile(SOURCE, 'utf8'));
const text = await format(schemaText(document), { ...(await resolveConfig(target)), filepath: target });
if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== text) {
    console.error(
      'libs/client/src/schema/schema.gen.ts is not what docs/openapi.json gives: node scripts/client-types.mjs',
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
}
