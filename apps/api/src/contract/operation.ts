import type { OperationId, RefusalCode } from '#domain';
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A text of ours, in both languages of the house. */
export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

/** Bodies that are not JSON: which media types (`type/subtype`, `type/*`, or `any` for all), how many bytes, and whether they are handed on unread. */
export interface RawBodySpec {
  readonly types: readonly string[];
  readonly limitBytes: number;
  readonly streamed?: boolean;
}

/**
 * One operation of the HTTP contract. The same object routes, guards, validates, documents and types the call:
 * what is not declared here does not exist on the wire.
 */
export interface OperationSpec {
  readonly id: OperationId;
  readonly method: Method;
  /** Under /api/v1, parameters in braces: `/articles/{id}/revisions`. */
  readonly path: `/${string}`;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly raw?: RawBodySpec;
  /** Success answers by status; the first one is the default. `nothing` for 204. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** `required`: 400 without Idempotency-Key. Every other POST accepts one. */
  readonly idempotency?: 'required' | 'accepted';
  /** The application refuses with 428 when the version is absent and 412 when it is stale. */
  readonly ifMatch?: boolean;
  /** Bytes of a JSON body; 1 MiB unless told. */
  readonly bodyLimit?: number;
  /** Callable without a credential. */
  readonly public?: boolean;
  /** Media type of a success that is not JSON: the controller answers bytes or a stream. */
  readonly mediaType?: string;
  /** Path of a created object, `{member}` taken from the answer or the path: Location of a 201 and 202. */
  readonly location?: `/${string}`;
  /** What it may refuse with beside the refusals every operation shares. */
  readonly refusals?: readonly RefusalCode[];
  readonly example?: { readonly body?: unknown; readonly answer?: unknown };
}

export const API_PREFIX = '/api/v1';
export const MEBIBYTE = 1024 * 1024;
export const DEFAULT_BODY_LIMIT = MEBIBYTE;

/** Declares an operation; the argument's own type is kept, so that `Input` and `Answered` know its schemas. */
export function operation<const S extends OperationSpec>(spec: S): S {
  const named = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const declared = Object.keys(spec.params?.shape ?? {});
  if (named.join() !== declared.join()) {
    throw new Error(`operation ${spec.id}: the path names [${named.join()}], params declare [${declared.join()}]`);
  }
  if (spec.method === 'GET' && (spec.body || spec.raw || spec.idempotency || spec.ifMatch)) {
    throw new Error(`operation ${spec.id}: a GET has no body, no idempotency key and no If-Match`);
  }
  if (spec.idempotency && spec.method !== 'POST') {
    throw new Error(`operation ${spec.id}: idempotency keys belong to POST`);
  }
  return Object.freeze(spec);
}

/** The status of an answer that says nothing about its status. */
export function successStatus(spec: OperationSpec): number {
  return Number(Object.keys(spec.answers)[0]);
}

export const EVENT_STREAM = 'text/event-stream';
