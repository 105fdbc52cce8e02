import type { FastifyInstance } from 'fastify';

/** Whether requests can be served: each thing they need by name, and whether it is there. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, boolean>>;
}

const NOT_READY: Readiness = { ready: false, checks: {} };

/** `/livez`: the process answers, whatever else is down. `/readyz`: it can serve. Neither needs a credential, neither tells more. */
export function serveProbes(fastify: FastifyInstance, ready: () => Promise<Readiness>): void {
  fastify.get('/livez', { config: { page: 'getHealth' } }, async () => ({ status: 'ok' }));
  fastify.get('/readyz', { config: { page: 'getReadiness' } }, async (_request, reply) => {
    const { ready: isReady, checks } = await ready().catch(() => NOT_READY);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', checks });
  });
}
