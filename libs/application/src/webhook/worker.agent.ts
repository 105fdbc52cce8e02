import type { Agent } from '#persistence';
import { newId } from '#platform';

/** The worker, who acts for nobody. */
export function workerAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
