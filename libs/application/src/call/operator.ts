import type { Agent } from '#persistence';
import { newId } from '#platform';

/** Whoever keeps the server, by the command line: no member, and told apart in the ledger by that. */
export function operator(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'cli', credentialId: null, requestId: newId() };
}
