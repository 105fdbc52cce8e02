import { randomBytesOf } from '#platform';
import 'reflect-metadata';
import { openApplication, type Application } from '#application';
import type { PolicyPreset } from '#domain';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { productOf } from '../../apps/api/src/api.js';
import { buildServer } from '../../apps/api/src/server.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';
import { foundNewsroom, type Newsroom } from './newsroom-api.js';

export interface BareApi {
  readonly url: string;
  readonly fastify: FastifyInstance;
  readonly application: Application;
  /** What a worker does, over connections of its own as a worker has them. */
  readonly jobs: Application['jobs'];
  readonly database: FreshDatabase;
  readonly logged: string[];
  found(preset?: PolicyPreset): Promise<Newsroom>;
  stop(): Promise<void>;
}

/**
 * The real server as it runs in earnest, for tens of thousands of requests: it listens, and its router can be asked without a socket;
 * its answers are for the caller to judge.
 */
export async function startBareApi(poolSize: number): Promise<BareApi> {
  const database = await freshDatabase();
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const opened = await openApplication({
    connection: database,
    poolSize,
    name: 'isnad test',
    log,
    secretsKey: randomBytesOf(32),
  });
  const worker = await openApplication({ connection: database, poolSize: 4, name: 'isnad test worker', log });
  const server = await buildServer({ ...productOf(opened), host: '127.0.0.1', log });
  await server.fastify.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.fastify.server.address() as AddressInfo).port}`;
  return {
    url,
    fastify: server.fastify,
    application: opened.application,
    jobs: worker.application.jobs,
    database,
    logged,
    found: (preset = 'standard') => foundNewsroom(opened.application, url, preset),
    stop: async () => {
      server.streams.closeAll();
      server.fastify.server.closeAllConnections();
      await server.app.close();
      await worker.close();
      await opened.close();
      await database.drop();
    },
  };
}
