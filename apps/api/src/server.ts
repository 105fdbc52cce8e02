import { newId, PasswordHasher } from '#platform';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { Authenticator } from './auth/authenticator.js';
import { PasswordStrategy, SessionStrategy, TokenStrategy } from './auth/credential.strategies.js';
import { CREDENTIAL_DIRECTORY, type CredentialDirectory } from './auth/identity.js';
import { SessionCookie } from './auth/session.cookie.js';
import { SignIn } from './auth/sign-in.js';
import type { OperationSpec } from './contract/operation.js';
import { serveDocs } from './docs/docs.pages.js';
import { serveAdmin } from './admin/admin.pages.js';
import { EventStreams } from './events/event.streams.js';
import { Metrics } from './health/metrics.js';
import { serveProbes, type Readiness } from './health/probes.js';
import { logRequests } from './health/request.log.js';
import { installBodyParser } from './body/body.parser.js';
import { answerHook } from './http/answer.js';
import { answerCheck } from './http/answer.check.js';
import { refuseUnparsed } from './http/client.error.js';
import { hostCheck } from './http/host.check.js';
import { inputHook } from './http/input.hook.js';
import { receiveHook } from './http/receive.hook.js';
import { RouteTable } from './http/route.table.js';
import { dataHeaders, pageHeaders } from './http/security.headers.js';
import { ProblemFilter } from './problem/problem.filter.js';

export interface ServerOptions {
  readonly host: string;
  /** The address people use when a proxy stands before the server; https there makes cookies Secure. */
  readonly publicUrl?: string | undefined;
  readonly allowedHosts?: readonly string[] | undefined;
  /** Addresses or networks whose X-Forwarded-For is believed; nobody's otherwise. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly log: Logger;
  readonly directory: CredentialDirectory;
  /** The contract; server and contract must have the same operations. */
  readonly operations: readonly OperationSpec[];
  /** Controllers and what they need; every route must be an operation of the contract. */
  readonly controllers: readonly Type[];
  readonly providers?: readonly Provider[] | undefined;
  /** Validates every answer against its schema and answers 500 for a broken one: for tests. */
  readonly checkAnswers?: boolean | undefined;
  /** Whether everything a request needs is there. */
  readonly ready: () => Promise<Readiness>;
  /** `/metrics` on the server's own port for whoever sends this bearer token; nobody without. */
  readonly metricsToken?: string | undefined;
  /** Where the built web admin lies; without one its addresses answer that it is missing. */
  readonly adminFolder?: string | undefined;
  /** Milliseconds between two beats of a silent event stream. */
  readonly eventBeatMs?: number | undefined;
}

export interface Server {
  readonly app: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  readonly routes: RouteTable;
  readonly cookie: SessionCookie;
  readonly streams: EventStreams;
  readonly metrics: Metrics;
}

@Module({})
class ApiModule {}

const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;
const PATH_PARAMETER_LIMIT = 512;

/** Builds the server up to, and not including, listening. @throws when a route is not in the contract. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const publicUrl = options.publicUrl === undefined ? undefined : new URL(options.publicUrl);
  const https = publicUrl?.protocol === 'https:';
  const cookie = new SessionCookie(https);
  const filter = new ProblemFilter(options.log);
  const routes = new RouteTable();
  const adapter = new FastifyAdapter({
    skipMiddie: true, // no middleware: everything happens in the three hooks below
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    genReqId: requestIdOf,
    bodyLimit: Number.MAX_SAFE_INTEGER, // each operation has its own, see body.parser
    routerOptions: { maxParamLength: PATH_PARAMETER_LIMIT, querystringParser: () => ({}) },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseUnparsed,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(dataHeaders(https)).header('x-request-id', request.id);
      filter.answer(adapter.mapException(error), request, reply);
    },
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  routes.watch(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(moduleOf(options, cookie), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(filter);
  installBodyParser(fastify);
  const showScreen = await serveAdmin(fastify, options.adminFolder, pageHeaders(https));
  installHooks(fastify, {
    headers: dataHeaders(https),
    isOurHost: hostCheck(options.host, publicUrl, options.allowedHosts),
    ownOrigin: (request) => publicUrl?.origin ?? `http://${request.headers.host ?? ''}`,
    authenticator: app.get(Authenticator),
    routes,
    showScreen,
  });
  fastify.addHook('preSerialization', answerHook(options.checkAnswers ? answerCheck : undefined));
  const streams = app.get(EventStreams);
  const metrics = new Metrics(() => streams.count);
  metrics.watch(fastify);
  logRequests(fastify, options.log);
  serveProbes(fastify, options.ready);
  serveDocs(fastify, options.operations, pageHeaders(https));
  metrics.serveWithToken(fastify, options.metricsToken);
  await app.init();
  await fastify.ready();
  routes.assertDeclared(options.operations);
  return { app, fastify, routes, cookie, streams, metrics };
}

function installHooks(fastify: FastifyInstance, reception: Parameters<typeof receiveHook>[0]): void {
  fastify.decorateRequest('isnad', null as never);
  fastify.addHook('onRequest', receiveHook(reception));
  fastify.addHook('preValidation', inputHook(reception.authenticator));
}

/** A request's own id when it is one, else a new one: clients and proxies follow a request by it, and the ledger names it. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
}

function moduleOf(options: ServerOptions, cookie: SessionCookie): DynamicModule {
  return {
    module: ApiModule,
    controllers: [...options.controllers],
    providers: [
      { provide: CREDENTIAL_DIRECTORY, useValue: options.directory },
      { provide: SessionCookie, useValue: cookie },
      { provide: PasswordHasher, useFactory: () => new PasswordHasher() },
      SessionStrategy,
      TokenStrategy,
      PasswordStrategy,
      Authenticator,
      SignIn,
      { provide: EventStreams, useFactory: () => new EventStreams(options.eventBeatMs) },
      ...(options.providers ?? []),
    ],
  };
}
