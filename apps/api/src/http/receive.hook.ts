import { Refusal } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksForScreen, type PageAnswer } from '../admin/admin.pages.js';
import type { Authenticator } from '../auth/authenticator.js';
import { refuseForgery } from '../auth/forgery.check.js';
import { TransportRefusal } from '../problem/transport.refusal.js';
import { negotiateLocale } from './accept.language.js';
import type { OperationPlan } from './operation.plan.js';
import { hasCredentialInQuery, rawQueryOf } from './query.parser.js';
import { isAccepted, mediaTypeOf } from './request.headers.js';
import type { RouteTable } from './route.table.js';
import type { HeaderTable } from './security.headers.js';
import type { PageOperation } from './request.state.js';

export interface Reception {
  readonly headers: HeaderTable;
  readonly isOurHost: (header: string | undefined) => boolean;
  readonly ownOrigin: (request: FastifyRequest) => string;
  readonly authenticator: Authenticator;
  readonly routes: RouteTable;
  /** Answers the web admin's page. */
  readonly showScreen: PageAnswer;
}

/** Probes ask by address, whatever the server's name is, and learn nothing of anybody. */
const PROBES: ReadonlySet<PageOperation> = new Set(['getHealth', 'getReadiness', 'getMetrics']);

/**
 * The first hook: everything that can be judged before a byte of the body is read, in the promised order:
 * host, route and method, credential (401), forgery (403), media type (415).
 */
export function receiveHook({ headers, isOurHost, ownOrigin, authenticator, routes, showScreen }: Reception) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { plan, page } = request.routeOptions.config;
    const locale = negotiateLocale(request.headers['accept-language']);
    request.isnad = {
      visit: { requestId: request.id, locale, ip: request.ip, userAgent: request.headers['user-agent'] ?? '' },
      locale,
      plan,
    };
    reply.headers(headers).header('x-request-id', request.id);
    if (page && PROBES.has(page)) return undefined;
    if (!isOurHost(request.headers.host)) {
      throw new TransportRefusal('host-refused', { host: request.headers.host ?? '' });
    }
    if (page) return undefined;
    if (!plan) {
      return asksForScreen(request) ? showScreen(request, reply) : answerUnrouted(request, reply, routes);
    }
    if (routes.isMisspoken(request.raw.url ?? '/', request.method)) return answerUnrouted(request, reply, routes);
    const query = rawQueryOf(request.raw.url ?? '');
    if (hasCredentialInQuery(query)) throw new Refusal('unauthenticated', { reason: 'malformed' });
    if (plan.spec.public) {
      if (plan.isWrite) refuseForgery(request, ownOrigin(request), { signedIn: false });
    } else {
      const identity = await authenticator.identify(request);
      request.isnad.identity = identity;
      if (plan.permission.sessionOnly && identity.via === 'token') {
        throw new Refusal('unauthenticated', { reason: 'missing' });
      }
      if (plan.isWrite && identity.via === 'session') refuseForgery(request, ownOrigin(request), { signedIn: true });
    }
    if (plan.isWrite) refuseForeignMedia(request, plan);
    return undefined;
  };
}

/** No route: 404 where no operation has such a path, else what the path does understand. */
function answerUnrouted(request: FastifyRequest, reply: FastifyReply, routes: RouteTable): unknown {
  const allowed = routes.methodsAt(request.raw.url ?? '/');
  if (allowed.length === 0) throw new Refusal('not-found', { kind: 'route', id: '' });
  reply.header('allow', allowed.join(', '));
  if (request.method === 'OPTIONS') return reply.code(204).send();
  throw new Refusal('method-not-allowed', { allowed });
}

function refuseForeignMedia(request: FastifyRequest, plan: OperationPlan): void {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const declared = headers['content-type'];
  if (!hasBody && declared === undefined) return;
  const media = declared === undefined ? undefined : mediaTypeOf(declared);
  const isPlain = headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity';
  if (!media?.utf8 || !isPlain || !isAccepted(media.type, plan.accepted)) {
    throw new Refusal('media-type-unsupported', { accepted: plan.accepted });
  }
}
