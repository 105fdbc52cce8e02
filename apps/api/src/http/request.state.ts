import type { OperationId } from '#domain';
import type { Visit } from '../contract/input.js';
import type { Identity } from '../auth/identity.js';
import type { OperationPlan } from './operation.plan.js';
import type { Locale } from './accept.language.js';

/** What the hooks of one request hand on to the next. */
export interface RequestState {
  readonly visit: Visit;
  readonly locale: Locale;
  readonly plan?: OperationPlan | undefined;
  identity?: Identity | undefined;
  /** The code of the problem it was answered with. */
  refusedWith?: string;
  input?: unknown;
}

/** Routes outside the contract, each under a public row of the permission table: probes, metrics, documents. */
export type PageOperation = Extract<
  OperationId,
  'getHealth' | 'getReadiness' | 'getMetrics' | 'getOpenApi' | 'readDocs' | 'readAdmin'
>;

declare module 'fastify' {
  interface FastifyRequest {
    isnad: RequestState;
  }
  interface FastifyContextConfig {
    plan?: OperationPlan;
    page?: PageOperation;
  }
}
