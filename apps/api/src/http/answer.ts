import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { OperationPlan } from './operation.plan.js';

/** What a committed write says beside its value; the application's services return it. */
export interface Outcome<T> {
  readonly value: T;
  readonly ledgerSeq: number | null;
  readonly replayed: boolean;
}

/** A controller's answer where the operation's first status is not the one meant, or a header must be set. */
export class Answer<T> {
  constructor(
    readonly of: T | Outcome<T>,
    readonly options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {}
}

export function answer<T>(of: T | Outcome<T>, options: Answer<T>['options'] = {}): Answer<T> {
  return new Answer(of, options);
}

function isOutcome(payload: object): payload is Outcome<unknown> {
  return 'ledgerSeq' in payload && 'replayed' in payload && 'value' in payload;
}

function isBytesOrStream(payload: unknown): boolean {
  return payload instanceof Uint8Array || payload instanceof Readable;
}

type Done = (error: Error | null, payload?: unknown) => void;

/**
 * The one place where results become answers: status, ETag, Ledger-Seq, Idempotent-Replayed and Location.
 * `check` validates the body against the contract and is off in production.
 */
export function answerHook(check?: (plan: OperationPlan, status: number, body: unknown) => void) {
  return (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done): void => {
    const plan = request.isnad?.plan;
    if (!plan || reply.statusCode >= 400) return done(null, payload);
    let result = payload;
    if (result instanceof Answer) {
      const { of, options } = result as Answer<unknown>;
      if (options.status !== undefined) reply.code(options.status);
      if (options.headers) reply.headers(options.headers);
      result = of;
    }
    if (typeof result === 'object' && result !== null && isOutcome(result)) {
      if (result.ledgerSeq !== null) reply.header('ledger-seq', String(result.ledgerSeq));
      if (result.replayed) reply.header('idempotent-replayed', 'true');
      result = result.value;
    }
    if (isBytesOrStream(result)) return done(null, result);
    try {
      check?.(plan, reply.statusCode, result);
    } catch (error) {
      return done(error as Error);
    }
    if (reply.statusCode === 204 || result === undefined || result === null) {
      reply.removeHeader('content-type').serializer(() => '');
      return done(null, '');
    }
    describe(request, reply, plan, result);
    done(null, result);
  };
}

function describe(request: FastifyRequest, reply: FastifyReply, plan: OperationPlan, value: object): void {
  const { version } = value as { version?: unknown };
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  if (plan.spec.location && !reply.hasHeader('location') && (reply.statusCode === 201 || reply.statusCode === 202)) {
    const members = { ...(request.params as object), ...value } as Record<string, unknown>;
    const path = plan.spec.location.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(members[name])),
    );
    reply.header('location', `/api/v1${path}`);
  }
}
