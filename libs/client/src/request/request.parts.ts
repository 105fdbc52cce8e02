import type { RawBody, Route } from '../schema/schema.gen.js';

/** What an operation may be given, whichever it is; the typed forms are in schema.gen.ts. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly version?: number;
}

export interface RequestParts {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer> | Blob;
}

export function addressOf(base: string, route: Route, { params = {}, query = {} }: AnyInput): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    // An empty segment would silently name another resource.
    if (value === undefined || value === '') throw new TypeError(`the parameter ${name} is missing`);
    return encodeURIComponent(value);
  });
  const url = new URL(`${base}/api/v1${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** The request that is sent, and sent again unchanged: the same key stands for the same deed. */
export function partsOf(
  route: Route,
  { body, version }: AnyInput,
  common: Readonly<Record<string, string>>,
  key: string | undefined,
): RequestParts {
  const headers: Record<string, string> = { ...common };
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (route.keyed) headers['idempotency-key'] = key ?? newKey();
  if (body === undefined) return { method: route.method, headers };
  if (isRaw(body)) {
    headers['content-type'] = body.contentType;
    return {
      method: route.method,
      headers,
      body: body.bytes instanceof Blob ? body.bytes : new Uint8Array(body.bytes),
    };
  }
  headers['content-type'] = 'application/json';
  return { method: route.method, headers, body: JSON.stringify(body) };
}

function isRaw(body: unknown): body is RawBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    'bytes' in body &&
    (body.bytes instanceof Uint8Array || body.bytes instanceof Blob)
  );
}

/** 128 random bits. Not crypto.randomUUID: browsers give that to https pages only. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
