export {
  type Answer,
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type Exchange,
  type Input,
  type Item,
  type ListId,
} from './client/client.js';
export type { EventTerms, NewsroomEvent } from './event/event.stream.js';
export { ConnectionError, ProblemError } from './problem/problem.error.js';
export type { RetryPlan } from './request/retry.plan.js';
export type * from './schema/schema.gen.js';
