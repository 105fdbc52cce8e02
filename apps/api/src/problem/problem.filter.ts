import { Refusal } from '#domain';
import { HasherBusy, SealBroken } from '#platform';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { negotiateLocale } from '../http/accept.language.js';
import { refusalOfDatabaseError } from './database.errors.js';
import { isRefusal, problemOf, type AnyRefusal } from './problem.js';
import { TransportRefusal } from './transport.refusal.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The one way out for everything that is not a success: a problem document, never a stack, a statement or a path. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    const problem = problemOf(refusal, {
      locale: request.isnad?.locale ?? negotiateLocale(request.headers['accept-language']),
      requestId: request.id,
      instance: (request.raw.url ?? '').split('?', 1)[0] ?? '',
    });
    if (request.isnad) request.isnad.refusedWith = problem.code;
    // A refusal for whoever signs in, a fault for whoever keeps the server: the error names the setting.
    if (error instanceof SealBroken)
      this.log.error({ requestId: request.id, err: error }, 'a second factor cannot be checked');
    else if (problem.status === 500) this.log.error({ requestId: request.id, err: error }, 'unexpected error');
    else if (problem.status === 503) this.log.warn({ requestId: request.id, err: error }, 'unavailable');
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    describe(refusal, reply);
    reply
      .code(problem.status)
      .header('content-type', PROBLEM_TYPE)
      .header('content-language', request.isnad?.locale ?? negotiateLocale(request.headers['accept-language']))
      .header('vary', 'accept-language')
      .send(JSON.stringify(problem));
  }
}

function describe(refusal: AnyRefusal, reply: FastifyReply): void {
  const facts = refusal.facts as Record<string, unknown>;
  switch (refusal.code) {
    case 'unauthenticated':
      reply.header('www-authenticate', 'Bearer realm="isnad"');
      break;
    case 'throttled':
    case 'unavailable':
      reply.header('retry-after', String(facts.retryAfter));
      break;
    case 'idempotency-in-flight':
      reply.header('retry-after', '1');
      break;
    case 'version-stale':
      reply.header('etag', `"${String(facts.currentVersion)}"`);
      break;
    case 'method-not-allowed':
      reply.header('allow', (facts.allowed as string[]).join(', '));
      break;
    default:
  }
}

/** Any error as a refusal of ours; what is not recognised is our mistake. */
export function refusalOf(error: unknown): AnyRefusal {
  if (isRefusal(error)) return error;
  if (error instanceof HasherBusy) return new Refusal('unavailable', { retryAfter: 1 });
  if (error instanceof SealBroken) return new Refusal('second-factor-sealed', {});
  if (error instanceof HttpException) return refusalOfStatus(error.getStatus(), error.cause);
  return refusalOfDatabaseError(error) ?? new Refusal('internal', {});
}

function refusalOfStatus(status: number, cause: unknown): AnyRefusal {
  if (isRefusal(cause)) return cause;
  if ((cause as { code?: string } | undefined)?.code === 'FST_ERR_BAD_URL')
    return new TransportRefusal('url-malformed', {});
  if (status === 404) return new Refusal('not-found', { kind: 'route', id: '' });
  if (status === 408) return new TransportRefusal('request-timeout', {});
  if (status === 414) return new TransportRefusal('url-malformed', {});
  if (status < 500) return new TransportRefusal('request-malformed', {});
  return status === 503 ? new Refusal('unavailable', { retryAfter: 1 }) : new Refusal('internal', {});
}
