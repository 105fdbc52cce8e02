import { ENROLLING } from '../auth/enrolment.js';
import { OPERATION_IDS, permissionOf } from '#domain';
import { API_PREFIX, type OperationSpec } from '../contract/operation.js';
import { planOf } from '../http/operation.plan.js';
import { PROBLEM_STATUS } from '../problem/problem.statuses.js';
import { titleOf } from '../problem/problem.texts.js';
import type { ProblemCode } from '../problem/transport.refusal.js';
import { parametersOf } from './parameters.js';
import { PROBLEM_SCHEMA } from './problem.schema.js';
import { jsonSchema, type Components } from './schema.js';

export const API_VERSION = '0.1.0';
const INFO = {
  title: 'Isnad',
  version: API_VERSION,
  summary:
    'Fact-checking for newsrooms: claims, evidence, independent verdicts, decisions and a ledger anyone can verify.',
  'x-summary-ar':
    'التحقق من المعلومات في غرف الأخبار: معلومات وأدلة وتقييمات مستقلة وقرارات وسجل تدقيق يمكن لأي أحد التثبت منه.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a set of operations, made from the very schemas that validate. Same operations, same bytes. */
export function openApiDocument(operations: readonly OperationSpec[]): Json {
  const paths: Record<string, Json> = {};
  const components: Components = new Map();
  const order = (spec: OperationSpec) => OPERATION_IDS.indexOf(spec.id);
  for (const spec of [...operations].sort((a, b) => order(a) - order(b))) {
    (paths[API_PREFIX + spec.path] ??= {})[spec.method.toLowerCase()] = operationObject(spec, components);
  }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(tagOf))].sort().map((name) => ({ name })),
    paths,
    'x-problems': problemList(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of the form isn_…, with scopes and an expiry.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-isnad_session',
          description:
            'A session; over plain http on this machine the cookie is called isnad_session. Writes must come from the same origin and carry the header X-Isnad-CSRF with any value.',
        },
      },
      headers: HEADER_COMPONENTS,
      schemas: { Problem: PROBLEM_SCHEMA, ...Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))) },
    },
  };
}

function tagOf({ path }: OperationSpec): string {
  return path.split('/')[1] ?? '';
}

function operationObject(spec: OperationSpec, components: Components): Json {
  const { who, scopes, sessionOnly, verb } = permissionOf(spec.id);
  return {
    operationId: spec.id,
    tags: [tagOf(spec)],
    summary: spec.summary.en,
    'x-summary-ar': spec.summary.ar,
    ...(spec.description && { description: spec.description.en, 'x-description-ar': spec.description.ar }),
    'x-permission': { verb, who, scopes },
    security: spec.public ? [] : [...(sessionOnly ? [] : [{ token: [...scopes] }]), { session: [] }],
    parameters: parametersOf(spec),
    ...requestBody(spec, components),
    responses: { ...successes(spec, components), ...problems(spec) },
  };
}

function requestBody(spec: OperationSpec, components: Components): Json {
  if (!spec.body && !spec.raw) return {};
  const content: Record<string, Json> = {};
  if (spec.body) {
    content['application/json'] = {
      schema: jsonSchema(spec.body, 'input', components),
      ...(spec.example?.body !== undefined && { example: spec.example.body }),
    };
  }
  for (const type of spec.raw?.types ?? []) content[type === 'any' ? '*/*' : type] = { schema: {} };
  return { requestBody: { required: !spec.body?.safeParse(undefined).success, content } };
}

function successes(spec: OperationSpec, components: Components): Json {
  const plan = planOf(spec);
  return Object.fromEntries(
    Object.entries(spec.answers).map(([status, schema]) => [
      status,
      {
        description: spec.summary.en,
        ...headersOf(spec, Number(status)),
        ...(Number(status) !== 204 && {
          content: spec.mediaType
            ? { [spec.mediaType]: {} }
            : {
                'application/json': {
                  schema: jsonSchema(schema, 'output', components),
                  ...(Number(status) === plan.status &&
                    spec.example?.answer !== undefined && { example: spec.example.answer }),
                },
              },
        }),
      },
    ]),
  );
}

const HEADERS = {
  'X-Request-Id': 'The id of this request, in the ledger and in the log',
  'Ledger-Seq': 'The last ledger leaf this write appended',
  'Idempotent-Replayed': 'true when this answer was given before',
  ETag: '"<version>" where the answer has a version',
  Location: 'Where it is',
} as const;
const HEADER_COMPONENTS = Object.fromEntries(
  Object.entries(HEADERS).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
);

function headersOf({ method, location }: OperationSpec, status: number): Json {
  const sent: Record<keyof typeof HEADERS, boolean> = {
    'X-Request-Id': true,
    'Ledger-Seq': method !== 'GET',
    'Idempotent-Replayed': method === 'POST',
    ETag: status !== 204,
    Location: location !== undefined && (status === 201 || status === 202),
  };
  const names = Object.entries(sent).filter(([, isSent]) => isSent);
  return { headers: Object.fromEntries(names.map(([name]) => [name, { $ref: `#/components/headers/${name}` }])) };
}

function problems(spec: OperationSpec): Json {
  const codes = [...new Set([...commonCodes(spec), ...(spec.refusals ?? [])])];
  const byStatus = groups(codes);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, named]) => [
        status,
        {
          description: named.join(', '),
          'x-codes': named,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

/** Every refusal there is, in both languages; operations name theirs by code. */
function problemList(): Json[] {
  return (Object.keys(PROBLEM_STATUS) as ProblemCode[]).map((code) => ({
    code,
    status: PROBLEM_STATUS[code],
    title: titleOf(code, 'en'),
    'title-ar': titleOf(code, 'ar'),
  }));
}

function groups(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const found = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const status = PROBLEM_STATUS[code];
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return found;
}

/** What one may not see, or is not one's own, answers as if it did not exist. */
const ANSWERED_AS_MISSING: ReadonlySet<string> = new Set(['article-visible', 'self']);

function commonCodes(spec: OperationSpec): ProblemCode[] {
  const { who, personOnly, relation } = permissionOf(spec.id);
  const ties = Object.values(relation ?? {}).filter((tie) => !ANSWERED_AS_MISSING.has(tie));
  const isWrite = spec.method !== 'GET';
  return [
    'query-malformed',
    ...(spec.query && 'cursor' in spec.query.shape ? (['cursor-invalid'] as const) : []),
    ...(spec.public ? [] : (['unauthenticated', 'credentials-mixed', 'scope-missing'] as const)),
    ...(spec.public || ENROLLING.has(spec.id) ? [] : (['second-factor-unset'] as const)),
    ...(Array.isArray(who) ? (['role-forbidden'] as const) : []),
    ...(personOnly ? (['person-required'] as const) : []),
    ...(ties.length > 0 ? (['relation-forbidden'] as const) : []),
    ...(spec.params ? (['not-found', 'url-malformed'] as const) : []),
    ...(isWrite
      ? (['csrf-refused', 'media-type-unsupported', 'invalid', 'conflict'] as const)
      : (['invalid'] as const)),
    ...(spec.body ? (['body-malformed', 'body-too-deep', 'body-too-large'] as const) : []),
    ...(spec.raw ? (['body-too-large'] as const) : []),
    ...(spec.ifMatch ? (['header-malformed', 'precondition-required', 'version-stale'] as const) : []),
    ...(spec.idempotency === 'required' ? (['key-required'] as const) : []),
    ...(spec.method === 'POST' ? (['key-malformed', 'idempotency-mismatch', 'idempotency-in-flight'] as const) : []),
    'internal',
    'unavailable',
  ];
}
