import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buildServer, type Server, type ServerOptions } from './server.js';

export interface StartOptions extends ServerOptions {
  readonly port: number;
  /** How many ports after `port` are tried when it is taken; none unless told. */
  readonly portsToTry?: number | undefined;
  readonly metricsPort?: number | undefined;
}

export interface RunningApi {
  readonly url: string;
  readonly port: number;
  /** True when the port asked for was taken and another was used. */
  readonly moved: boolean;
  /** `METHOD /path` of everything that is served. */
  readonly routes: readonly string[];
  /** Stops taking requests, ends event streams, lets running requests finish; resolves within 10 s whatever they do. */
  stop(): Promise<void>;
}

/** What running requests get to finish in; after it their connections are cut. */
const DRAIN_MS = 8000;
const SWEEP_MS = 100;

/** Builds the HTTP server and listens. @throws when the contract does not hold or no port is free. */
export async function start(options: StartOptions): Promise<RunningApi> {
  let stopping = false;
  const server = await buildServer({
    ...options,
    ready: async () => (stopping ? { ready: false, checks: { running: false } } : options.ready()),
  });
  const unused = unusedConnections(server.fastify.server);
  const port = await listen(server, options);
  const metrics =
    options.metricsPort === undefined ? undefined : await server.metrics.servePort(options.host, options.metricsPort);
  let stopped: Promise<void> | undefined;
  return {
    url: addressOf(options, port),
    port,
    moved: options.port !== 0 && port !== options.port,
    routes: server.routes.list(),
    stop: () => {
      stopping = true;
      metrics?.close();
      metrics?.closeAllConnections();
      return (stopped ??= drain(server, unused));
    },
  };
}

async function listen({ fastify }: Server, { host, port, portsToTry = 0 }: StartOptions): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fastify.listen({ host, port: port === 0 ? 0 : port + attempt });
      return (fastify.server.address() as AddressInfo).port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || attempt >= portsToTry) {
        await fastify.close();
        throw error;
      }
    }
  }
}

function addressOf({ host, publicUrl }: StartOptions, port: number): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny || host === '127.0.0.1' || host === '::1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Connections on which nothing was asked yet: browsers open them in advance, and Node does not count them as idle. */
function unusedConnections(server: HttpServer): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  return unused;
}

async function drain({ app, fastify, streams }: Server, unused: ReadonlySet<Socket>): Promise<void> {
  streams.closeAll();
  // connections fall idle as their last request ends; Node only closes those that were idle at the start
  const sweep = setInterval(() => {
    fastify.server.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  }, SWEEP_MS);
  const cut = setTimeout(() => fastify.server.closeAllConnections(), DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
