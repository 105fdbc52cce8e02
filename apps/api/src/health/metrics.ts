import { sameSecret } from '#platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Refusal } from '#domain';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Rate, errors and duration of every operation, and how many readers follow the events. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Counter({
    name: 'isnad_http_requests_total',
    help: 'Answers by operation, method and status',
    labelNames: ['operation', 'method', 'status'] as const,
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'isnad_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['operation'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(openStreams: () => number) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'isnad_event_streams',
      help: 'Open event streams',
      registers: [this.registry],
      collect() {
        this.set(openStreams());
      },
    });
  }

  /** Counts every answer of a server. Labels come from the contract, so their number is bounded. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const operation = request.isnad?.plan?.spec.id ?? request.routeOptions.config.page ?? 'none';
      const method = request.routeOptions.url === undefined ? 'other' : request.method;
      this.requests.inc({ operation, method, status: reply.statusCode });
      this.seconds.observe({ operation }, reply.elapsedTime / 1000);
      done();
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** `/metrics` on the server's own port for whoever has the token; for everyone else there is no such page. */
  serveWithToken(fastify: FastifyInstance, token: string | undefined): void {
    fastify.get(
      '/metrics',
      { config: { page: 'getMetrics' } },
      async (request: FastifyRequest, reply: FastifyReply) => {
        const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
        if (token === undefined || given === undefined || !sameSecret(given, token)) {
          throw new Refusal('not-found', { kind: 'route', id: '' });
        }
        return reply.type(this.registry.contentType).send(await this.text());
      },
    );
  }

  /** `/metrics` on a port of its own, which only the operator's network reaches. */
  async servePort(host: string, port: number): Promise<Server> {
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      this.text().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    return server;
  }
}
