import type { Call } from '#application';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { EVENT_STREAM, OperationSpec } from './operation.js';

/** A request nobody has signed in for: what public operations get in place of a call. */
export interface Visit {
  readonly requestId: string;
  readonly locale: 'ar' | 'en';
  /** The client's address as far as the trusted proxies vouch for it. */
  readonly ip: string;
  readonly userAgent: string;
}

/** A body that is not JSON, read whole. */
export interface RawBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A body that is handed on while it arrives; reading past the limit destroys it with `body-too-large`. */
export interface StreamedBody {
  readonly contentType: string;
  readonly stream: Readable;
}

/** What an event stream needs of its request. */
export interface EventTerms {
  /** Last-Event-ID: the ledger sequence after which to go on; absent when the reader starts anew. */
  readonly after?: number | undefined;
  /** Whether the credential the stream was opened with still opens it. */
  readonly stillMay: () => Promise<boolean>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<never, never>;
type RawOf<O extends OperationSpec> = O['raw'] extends { streamed: true } ? StreamedBody : RawBody;
type BodyOf<O extends OperationSpec> = O['raw'] extends object
  ? O['body'] extends z.ZodType
    ? RawOf<O> | z.output<O['body']>
    : RawOf<O>
  : Parsed<O['body']>;

/** What a controller method gets: checked, and typed by its operation. */
export interface Input<O extends OperationSpec> {
  readonly call: O['public'] extends true ? Visit : Call;
  readonly visit: Visit;
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: BodyOf<O>;
  readonly events: O['mediaType'] extends typeof EVENT_STREAM ? EventTerms : undefined;
}

type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** The value an operation answers with: any of its success schemas. */
export type AnswerValue<O extends OperationSpec> = O['mediaType'] extends string
  ? Readable | Uint8Array
  : Frozen<z.input<O['answers'][keyof O['answers']]>>;

export function isRawBody(body: object): body is RawBody {
  return 'bytes' in body && Buffer.isBuffer(body.bytes);
}
