import { Refusal } from '#domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { RawBody, StreamedBody } from '../contract/input.js';
import type { OperationPlan } from '../http/operation.plan.js';
import { isAccepted, mediaTypeOf } from '../http/request.headers.js';
import { readStreamed, readWhole } from './body.reader.js';

/** The bytes as they came, not yet judged: reading comes before the checks of role and form, their refusals after. */
export type ReceivedBody =
  | { readonly kind: 'json'; readonly bytes: Buffer }
  | { readonly kind: 'raw'; readonly body: RawBody | StreamedBody }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

declare module 'fastify' {
  interface FastifyRequest {
    received: ReceivedBody | undefined;
  }
}

/** Replaces every content-type parser: media types were judged before, and each operation has its own limit. */
export function installBodyParser(server: FastifyInstance): void {
  server.decorateRequest('received', undefined);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage, done) => {
    const { plan } = request.routeOptions.config;
    if (!plan) {
      payload.resume();
      return done(null);
    }
    receive(request, payload, plan).then(
      (received) => {
        request.received = received;
        done(null);
      },
      (error: Error) => done(error),
    );
  });
}

async function receive(request: FastifyRequest, payload: IncomingMessage, plan: OperationPlan): Promise<ReceivedBody> {
  const contentType = request.headers['content-type'] ?? 'application/octet-stream';
  const type = mediaTypeOf(contentType)?.type ?? '';
  const isJson = type === 'application/json' && (plan.spec.body !== undefined || plan.raw === undefined);
  if (!isJson && plan.raw && isAccepted(type, plan.raw.types)) {
    const { limitBytes, streamed } = plan.raw;
    if (streamed) return { kind: 'raw', body: { contentType: type, stream: readStreamed(payload, limitBytes) } };
    const bytes = await read(request, payload, limitBytes);
    return bytes instanceof Refusal
      ? { kind: 'refused', refusal: bytes }
      : { kind: 'raw', body: { contentType: type, bytes } };
  }
  const bytes = await read(request, payload, plan.jsonLimit);
  return bytes instanceof Refusal ? { kind: 'refused', refusal: bytes } : { kind: 'json', bytes };
}

async function read(request: FastifyRequest, payload: IncomingMessage, limit: number): Promise<Buffer | Refusal> {
  const { outcome, unfinished } = await readWhole(payload, limit);
  if (unfinished) closeAfterAnswer(request);
  return outcome;
}

const CLOSING = new WeakSet<FastifyRequest>();

function closeAfterAnswer(request: FastifyRequest): void {
  CLOSING.add(request);
}

/** Whether the connection must end with this answer, because part of the body was never read. */
export function mustClose(request: FastifyRequest, reply: FastifyReply): void {
  if (CLOSING.has(request)) reply.header('connection', 'close');
}
