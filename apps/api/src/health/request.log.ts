import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line per request: which operation, by whom, how it ended, how long it took. Routes, never addresses: an address
 * may hold a secret, a route cannot. Bodies, headers and queries are never written.
 */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const state = request.isnad;
    const status = reply.statusCode;
    const actor = state?.identity?.actor;
    log[status >= 500 ? 'error' : 'info'](
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        operation: state?.plan?.spec.id,
        status,
        code: state?.refusedWith,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        newsroom: actor?.newsroomId,
        member: actor?.memberId,
        via: state?.identity?.via,
      },
      'request',
    );
    done();
  });
}
