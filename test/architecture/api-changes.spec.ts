import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakingChanges } from '../../scripts/api-changes.mjs';

type Json = Record<string, unknown>;

const text = { type: 'string' };
const object = (properties: Json, required = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

interface Small {
  readonly body?: unknown;
  readonly answer?: unknown;
  readonly parameters?: unknown[];
  readonly status?: string;
  readonly permission?: Json;
  readonly path?: string;
  readonly bodyRequired?: boolean;
}

/** A document of one operation that takes a body and answers. */
function document(small: Small = {}): Json {
  const { body = object({ name: text }), answer = object({ id: text }), parameters = [], status = '200' } = small;
  const operation = {
    operationId: 'make',
    parameters,
    requestBody: { required: small.bodyRequired ?? true, ...json(body) },
    responses: { [status]: json(answer), 404: {} },
    'x-permission': small.permission ?? { who: 'all-members', scopes: ['write'] },
  };
  const components = { schemas: { Thing: object({ id: text, more: text }), Lesser: object({ id: text }) } };
  return { paths: { [small.path ?? '/things']: { post: operation } }, components };
}

const query = (name: string, more: Json = {}) => ({ in: 'query', name, required: false, schema: text, ...more });
const oneOf = (...values: string[]) => ({ type: 'string', enum: values });
const orNull = (schema: unknown) => ({ anyOf: [schema, { type: 'null' }] });

describe('a change that breaks clients', () => {
  it.each<[string, Small, Small, string]>([
    ['a path', {}, { path: '/objects' }, 'make: POST /things became POST /objects'],
    ['a status', {}, { status: '202' }, 'make: 200: no longer answered'],
    ['a member of an answer gone', { answer: object({ id: text, at: text }) }, {}, 'make: 200/at: gone'],
    ['a member that may be missing', {}, { answer: object({ id: text }, []) }, 'make: 200/id: may be missing'],
    ['a member that may be null', {}, { answer: object({ id: orNull(text) }) }, 'make: 200/id: may now be null'],
    ['a new value', { answer: oneOf('a') }, { answer: oneOf('a', 'b') }, 'make: 200: may now be b'],
    ['values no more', { answer: oneOf('a') }, { answer: text }, 'make: 200: no longer one of a'],
    ['a fraction', { answer: { type: 'integer' } }, { answer: { type: 'number' } }, 'make: 200: may now be number'],
    [
      'behind a reference',
      { answer: { $ref: '#/components/schemas/Thing' } },
      { answer: { $ref: '#/components/schemas/Lesser' } },
      'make: 200/more: gone',
    ],
    [
      'in a list',
      { answer: { type: 'array', items: object({ a: text }) } },
      { answer: { type: 'array', items: object({}) } },
      'make: 200[]/a: gone',
    ],
    ['a new required member', {}, { body: object({ name: text, at: text }) }, 'make: body/at: now required'],
    ['a member that became required', { body: object({ name: text }, []) }, {}, 'make: body/name: now required'],
    ['a member no longer known', {}, { body: object({}) }, 'make: body/name: no longer accepted'],
    ['a narrowed enum', { body: oneOf('a', 'b') }, { body: oneOf('a') }, 'make: body: b is no longer accepted'],
    ['a text that became an enum', { body: text }, { body: oneOf('a') }, 'make: body: now only a'],
    ['no null any more', { body: orNull(text) }, { body: text }, 'make: body: null is no longer accepted'],
    [
      'a shorter limit',
      { body: { ...text, maxLength: 9 } },
      { body: { ...text, maxLength: 8 } },
      'make: body: maxLength is now 8',
    ],
    ['a first limit', { body: text }, { body: { ...text, minLength: 1 } }, 'make: body: minLength is now 1'],
    ['another form', { body: text }, { body: { ...text, pattern: '^a' } }, 'make: body: pattern is now ^a'],
    ['a body that became required', { bodyRequired: false }, {}, 'make: body: now required'],
    ['a parameter gone', { parameters: [query('q')] }, {}, 'make: query q: no longer accepted'],
    ['a required parameter', {}, { parameters: [query('q', { required: true })] }, 'make: query q: now required'],
    [
      'a role less',
      { permission: { who: ['a', 'b'], scopes: [] } },
      { permission: { who: ['a'], scopes: [] } },
      'make: who: b no longer suffices',
    ],
    ['roles for the first time', {}, { permission: { who: ['a'], scopes: ['write'] } }, 'make: who: now only a'],
    [
      'another scope',
      {},
      { permission: { who: 'all-members', scopes: ['admin'] } },
      'make: scopes: write no longer suffices',
    ],
  ])('%s', (_, before, after, said) => expect(breakingChanges(document(before), document(after))).toEqual([said]));

  it('an operation that is gone', () => {
    expect(breakingChanges(document(), { paths: {} })).toEqual(['make: the operation is gone']);
  });

  it('one of several forms of a body, told by the closest one', () => {
    const forms = [
      object({ kind: { const: 'a', type: 'string' } }),
      object({ kind: { const: 'b', type: 'string' }, at: text }),
    ];
    const after = [forms[0], object({ kind: { const: 'b', type: 'string' } })];
    expect(breakingChanges(document({ body: { oneOf: forms } }), document({ body: { oneOf: after } }))).toEqual([
      'make: body/at: no longer accepted',
    ]);
  });
});

describe('a change that breaks nobody', () => {
  it.each<[string, Small, Small]>([
    ['none', {}, {}],
    ['a new member of an answer', {}, { answer: object({ id: text, at: text }) }],
    ['an answer that is never null any more', { answer: orNull(text) }, { answer: text }],
    ['a value less in an answer', { answer: oneOf('a', 'b') }, { answer: oneOf('a') }],
    ['a new optional member', {}, { body: object({ name: text, at: text }, ['name']) }],
    ['a value more in a request', { body: oneOf('a') }, { body: oneOf('a', 'b') }],
    ['a wider limit', { body: { ...text, maxLength: 8 } }, { body: { ...text, maxLength: 9 } }],
    ['a form more', { body: object({ a: text }) }, { body: { anyOf: [object({ a: text }), object({ b: text })] } }],
    ['a new optional parameter', {}, { parameters: [query('q')] }],
    [
      'a role and a scope more',
      { permission: { who: ['a'], scopes: ['x'] } },
      { permission: { who: ['a', 'b'], scopes: ['x', 'y'] } },
    ],
    [
      'a reference in place of what it refers to',
      { answer: object({ id: text }) },
      { answer: { $ref: '#/components/schemas/Lesser' } },
    ],
  ])('%s', (_, before, after) => expect(breakingChanges(document(before), document(after))).toEqual([]));

  it('the document beside itself', () => {
    const whole = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as Json;
    expect(breakingChanges(whole, structuredClone(whole))).toEqual([]);
  });
});

describe('the command, in a repository of its own', () => {
  const ROOT = join(__dirname, '../..');
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
  const write = (content: Json) => writeFileSync(join(folder, 'docs/openapi.json'), JSON.stringify(content));
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/api-changes.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: stdout.trim().split('\n') };
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'isnad-api-changes-'));
    for (const name of ['docs', 'scripts']) mkdirSync(join(folder, name));
    cpSync(join(ROOT, 'scripts/api-changes.mjs'), join(folder, 'scripts/api-changes.mjs'));
    write(document({ answer: object({ id: text, at: text }) }));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has nothing to compare with before the first tag', () => {
    expect(run()).toEqual({ status: 0, said: ['no tag yet: nothing to compare with'] });
  });

  it('compares with the last tag, and with a commit that is named', () => {
    git('tag', 'v1');
    expect(run()).toEqual({ status: 0, said: ['nothing breaks a client of v1'] });
    write(document());
    const broken = ['make: 200/at: gone', '1 change could break a client of v1'];
    expect(run()).toEqual({ status: 1, said: broken });
    git('commit', '--quiet', '--all', '--message', 'second');
    expect(run()).toEqual({ status: 1, said: broken });
    expect(run('--against', 'HEAD').status).toBe(0);
    git('tag', 'v2');
    expect(run()).toEqual({ status: 0, said: ['nothing breaks a client of v2'] });
  });
});
