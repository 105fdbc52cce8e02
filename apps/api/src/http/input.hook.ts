import { mayByRole, mayByScope, Refusal, type FieldError } from '#domain';
import type { Call } from '#application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { mustClose } from '../body/body.parser.js';
import { parseJson } from '../body/json.reader.js';
import { checkValues } from '../body/value.check.js';
import { requireEnrolled } from '../auth/enrolment.js';
import type { Authenticator } from '../auth/authenticator.js';
import type { EventTerms, Input } from '../contract/input.js';
import { EVENT_STREAM, type OperationSpec } from '../contract/operation.js';
import { isRefusal } from '../problem/problem.js';
import { TransportRefusal, type LocatedError } from '../problem/transport.refusal.js';
import { fieldErrorsOf } from './field.errors.js';
import type { OperationPlan } from './operation.plan.js';
import { parseQuery, rawQueryOf } from './query.parser.js';
import { idempotencyKeyOf, ifMatchOf } from './request.headers.js';

type AnyInput = Input<OperationSpec>;
const NOTHING: Readonly<Record<never, never>> = Object.freeze({});

/**
 * The second hook, when the body is there: what cannot be read (400), what the role or scope forbids (403),
 * what breaks the contract (422), in that order; then the call is complete and the controller runs.
 */
export function inputHook(authenticator: Authenticator) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const { plan } = request.isnad;
    if (!plan) return done();
    try {
      const input = inputOf(request, reply, plan);
      const opensStream = plan.spec.mediaType === EVENT_STREAM;
      request.isnad.input = opensStream ? { ...input, events: eventTerms(request, plan, authenticator) } : input;
      // without a serializer of its own Fastify would refuse an Answer in a type that is not JSON
      if (plan.spec.mediaType) reply.type(plan.spec.mediaType).serializer((sent) => sent as string);
      // a stream that nobody reads would never end
      if (opensStream && request.method === 'HEAD') return void reply.send();
    } catch (error) {
      return done(error as Error);
    }
    done();
  };
}

function eventTerms(request: FastifyRequest, plan: OperationPlan, authenticator: Authenticator): EventTerms {
  const header = request.headers['last-event-id'];
  if (header !== undefined && !(typeof header === 'string' && /^(0|[1-9]\d{0,14})$/.test(header))) {
    throw new TransportRefusal('header-malformed', { header: 'Last-Event-ID', form: '<seq>' });
  }
  const stillMay = async () => {
    try {
      const { actor, lacksSecondFactor } = await authenticator.identify(request);
      return !lacksSecondFactor && mayByRole(plan.spec.id, actor).ok && mayByScope(plan.spec.id, actor).ok;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
  return { after: header === undefined ? undefined : Number(header), stillMay };
}

function inputOf(request: FastifyRequest, reply: FastifyReply, plan: OperationPlan): AnyInput {
  const sent = readable(request, reply, plan);
  const { identity, visit } = request.isnad;
  if (identity) {
    requireEnrolled(identity, plan.spec.id);
    refuseUnlessOk(mayByRole(plan.spec.id, identity.actor));
    refuseUnlessOk(mayByScope(plan.spec.id, identity.actor));
  }
  const errors: LocatedError[] = [];
  const query = checked(plan.spec.query, sent.query, 'query', errors);
  const body = sent.raw ?? bodyOf(plan, sent.json, errors);
  if (errors.length > 0) throw new Refusal('invalid', { errors });
  const params = pathParameters(plan, request.params);
  return { call: callOf(request, plan, sent), visit, params, query, body } as unknown as AnyInput;
}

interface Sent {
  readonly query: Readonly<Record<string, string>>;
  readonly key: string | undefined;
  readonly ifMatch: number | undefined;
  readonly json: unknown;
  readonly bytes: Buffer | undefined;
  readonly raw: unknown;
}

/** Everything of the request in readable form. @throws the 400s and 413 */
function readable(request: FastifyRequest, reply: FastifyReply, plan: OperationPlan): Sent {
  const { received, headers } = request;
  if (received?.kind === 'refused') {
    mustClose(request, reply);
    throw received.refusal;
  }
  const query = parseQuery(rawQueryOf(request.raw.url ?? ''));
  if (!plan.isWrite)
    return { query, key: undefined, ifMatch: undefined, json: undefined, bytes: undefined, raw: undefined };
  const key =
    plan.spec.method === 'POST'
      ? idempotencyKeyOf(headers['idempotency-key'], plan.spec.idempotency === 'required')
      : undefined;
  const ifMatch = ifMatchOf(headers['if-match']);
  if (received?.kind === 'raw') {
    const bytes = 'bytes' in received.body ? received.body.bytes : undefined;
    return { query, key, ifMatch, json: undefined, bytes, raw: received.body };
  }
  const bytes = received?.bytes.length ? received.bytes : undefined;
  return { query, key, ifMatch, json: bytes && parseJson(bytes), bytes, raw: undefined };
}

function refuseUnlessOk(permitted: ReturnType<typeof mayByRole>): void {
  if (!permitted.ok) throw Refusal.of(permitted);
}

function bodyOf(plan: OperationPlan, json: unknown, errors: LocatedError[]): unknown {
  if (!plan.isWrite) return NOTHING;
  if (plan.spec.body === undefined) {
    const names = json === undefined ? [] : typeof json === 'object' && json !== null ? Object.keys(json) : [''];
    errors.push(...names.map((name) => ({ pointer: name === '' ? '' : `/${name}`, code: 'unknown-member' })));
    return NOTHING;
  }
  if (json === undefined && plan.spec.body.safeParse(undefined).success) return undefined;
  if (json === undefined) {
    errors.push({ pointer: '', code: 'body-required' });
    return undefined;
  }
  const unsafe = checkValues(json);
  if (unsafe.length > 0) {
    errors.push(...unsafe);
    return undefined;
  }
  return checked(plan.spec.body, json, undefined, errors);
}

function checked(
  schema: z.ZodType | undefined,
  value: unknown,
  part: LocatedError['in'],
  errors: LocatedError[],
): unknown {
  if (!schema) {
    for (const name of Object.keys(value as object))
      errors.push(located({ pointer: `/${name}`, code: 'unknown-parameter' }, part));
    return NOTHING;
  }
  if (part === 'query') errors.push(...checkValues(value).map((error) => located(error, part)));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  errors.push(...fieldErrorsOf(result.error, value).map((error) => located(error, part)));
  return undefined;
}

function located(error: FieldError, part: LocatedError['in']): LocatedError {
  return part ? { ...error, in: part } : error;
}

/** An id that could not be one names nothing: it answers like an id that is not there. */
function pathParameters(plan: OperationPlan, params: unknown): unknown {
  if (!plan.spec.params) return NOTHING;
  const result = plan.spec.params.safeParse(params);
  if (result.success) return result.data;
  throw new Refusal('not-found', { kind: 'route', id: '' });
}

function callOf(request: FastifyRequest, plan: OperationPlan, sent: Sent): Call | AnyInput['visit'] {
  const { identity, visit, locale } = request.isnad;
  if (!identity) return visit;
  const { actor, via, credentialId, authenticatedAt } = identity;
  return {
    agent: {
      newsroomId: actor.newsroomId,
      memberId: actor.memberId,
      actorKind: actor.kind,
      via,
      credentialId,
      requestId: request.id,
    },
    actor,
    idempotency:
      sent.key === undefined
        ? undefined
        : { key: sent.key, operation: plan.spec.id, requestHash: requestHash(request, sent) },
    ifMatch: sent.ifMatch,
    locale,
    authenticatedAt,
  };
}

/** Same operation, same object, same content: what "the same request" means under one key. If-Match is not part of it: a retry may have read anew. */
function requestHash(request: FastifyRequest, { json, bytes, query }: Sent): string {
  const hash = createHash('sha256').update(JSON.stringify([request.params, sorted(query)]));
  if (json !== undefined) hash.update(JSON.stringify(sorted(json)));
  else if (bytes) hash.update(bytes);
  return hash.digest('hex');
}

/** The value with the members of every object in one order, so that a client may build its body anew. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]);
}
