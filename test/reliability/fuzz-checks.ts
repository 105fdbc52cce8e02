import type { Contract, Endpoint } from './fuzz-contract.js';
import type { Json } from './fuzz-data.js';

export interface Sent {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  /** What is known of the request before it is sent. */
  readonly nature: 'valid' | 'broken' | 'raw' | 'no-header' | 'no-auth' | 'wrong-method';
  /** Of a broken one: that it does break the schema. */
  readonly surelyWrong?: boolean;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: unknown;
}

export interface Finding {
  readonly check: string;
  readonly operation: string;
  readonly what: string;
}

type Check = (contract: Contract, sent: Sent, received: Received) => string;

const LEAK = /\bat [\w.<>]+ \(|node_modules|\.ts:\d|SELECT |INSERT INTO|pg_|ECONN/;
const code = ({ json }: Received) => (json as { code?: string } | null)?.code ?? '';
const documented = ({ endpoint }: Sent, { status }: Received) => endpoint.responses[String(status)];
const isProblem = ({ headers }: Received) => String(headers['content-type']).startsWith('application/problem+json');

/** Mistakes that only a shape can have: a body made from the schema must not be told of one. */
const SHAPE_CODES = ['required', 'wrong-type', 'unknown-member', 'unknown-parameter', 'too-small', 'too-big'];

/** The checks of single answers; those that need several requests are in the run. */
export const CHECKS: Readonly<Record<string, Check>> = {
  not_a_server_error: (_, __, received) =>
    received.status >= 500
      ? `${received.status} ${code(received)}`
      : LEAK.test(received.text)
        ? 'insides in an answer'
        : '',

  status_code_conformance: (_, sent, received) => {
    if (sent.nature === 'wrong-method') return '';
    const answer = documented(sent, received);
    if (!answer) return `${received.status} ${code(received)} is not in the document`;
    const codes = answer['x-codes'];
    return codes && !codes.includes(code(received))
      ? `${received.status} ${code(received)} is not in the document`
      : '';
  },

  content_type_conformance: (_, sent, received) => {
    const content = documented(sent, received)?.content;
    const type = String(received.headers['content-type'] ?? '').split(';')[0]!;
    if (!content || received.status === 204 || sent.nature === 'wrong-method') return '';
    const fits = Object.keys(content).some((each) => each === type || each === 'application/octet-stream');
    return fits ? '' : `${received.status} as ${type || 'nothing'}`;
  },

  response_headers_conformance: (_, sent, received) => {
    const { headers, status } = received;
    const version = (received.json as { version?: unknown } | null)?.version;
    const promised = documented(sent, received)?.headers ?? {};
    if (!headers['x-request-id']) return 'no X-Request-Id';
    if ('Location' in promised && !headers.location) return 'no Location';
    if ('ETag' in promised && typeof version === 'number' && headers.etag !== `"${version}"`)
      return 'no ETag of the version';
    if ((status === 429 || status === 503) && !headers['retry-after']) return 'no Retry-After';
    if (headers['x-content-type-options'] !== 'nosniff') return 'no nosniff';
    if (!String(headers['content-security-policy']).startsWith("default-src 'none'")) return 'no policy';
    const repeated = Object.entries(headers).filter(([name, value]) => Array.isArray(value) && name !== 'set-cookie');
    return repeated.length > 0 ? `${repeated[0]![0]} twice` : '';
  },

  response_schema_conformance: (contract, sent, received) => {
    const type = isProblem(received) ? 'application/problem+json' : 'application/json';
    const schema = documented(sent, received)?.content?.[type]?.schema;
    if (!schema) return '';
    const mistakes = contract.mistakes(schema, received.json);
    const { status } = (received.json ?? {}) as Json;
    return mistakes || (isProblem(received) && status !== received.status ? 'another status in the problem' : '');
  },

  negative_data_rejection: (_, { nature, surelyWrong }, { status }) =>
    (nature === 'broken' || nature === 'raw') && surelyWrong && status < 400
      ? `${status} for what breaks the schema`
      : '',

  positive_data_acceptance: (_, { nature, endpoint }, received) => {
    if (nature !== 'valid') return '';
    const { errors = [] } = (received.json ?? {}) as { errors?: { code: string; pointer: string; in?: string }[] };
    // what has no body is told of something that is stored
    const sent = errors.filter((each) => endpoint.requestBody !== undefined || each.in !== undefined);
    const shape = sent.filter((each) => SHAPE_CODES.includes(each.code));
    if (received.status === 422 && code(received) === 'invalid' && shape.length > 0) {
      return `422 ${shape[0]!.code} for what the schema allows`;
    }
    const told = received.status === 400 && code(received) !== 'cursor-invalid';
    return told || received.status === 415 ? `${received.status} ${code(received)} for what the schema allows` : '';
  },

  missing_required_header: (_, { nature }, { status }) =>
    nature === 'no-header' && status < 400 ? `${status} without a header that is required` : '',

  ignored_auth: (_, { nature }, { status }) =>
    nature === 'no-auth' && status !== 401 ? `${status} without a credential` : '',

  unsupported_method: (contract, sent, { status, headers }) => {
    if (sent.nature !== 'wrong-method') return '';
    if (status !== 405) return `${status} for ${sent.method}`;
    const allowed = String(headers.allow).split(', ');
    return contract.methodsOf(sent.endpoint.path).every((method) => allowed.includes(method))
      ? ''
      : `Allow: ${headers.allow}`;
  },
};

export function findingsOf(contract: Contract, sent: Sent, received: Received): Finding[] {
  return Object.entries(CHECKS).flatMap(([check, judge]) => {
    const what = judge(contract, sent, received);
    return what === '' ? [] : [{ check, operation: sent.endpoint.operationId, what }];
  });
}
