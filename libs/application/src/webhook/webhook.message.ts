import type { WebhookEvent } from '#domain';
import type { LeafRow } from '#persistence';

/** Whose state is told: it shows on them, to everybody who may see them. */
const STATED: readonly string[] = ['article', 'claim'];

/**
 * The body of a message, as Standard Webhooks lays it out: what, when, and where to look. Ids, the state where it changed, and the
 * address of what did; never a text, a name, a rating or a reason.
 */
export function messageOf(event: WebhookEvent, leaf: LeafRow): string {
  const { seq, objectType, objectId, articleId, claimId } = leaf;
  const { at } = JSON.parse(leaf.bytes) as { at: string };
  const state = STATED.includes(objectType) ? stateIn(leaf.payload) : undefined;
  const data = { seq, object: { type: objectType, id: objectId }, articleId, claimId, state, href: hrefOf(leaf) };
  return JSON.stringify({ type: event, timestamp: at, data });
}

/** The body of a message that only tries an address. */
export function testMessage(event: string, at: Date, webhookId: string): string {
  return JSON.stringify({ type: event, timestamp: at.toISOString(), data: { webhookId } });
}

function stateIn(payload: string | null): string | undefined {
  const { state } = JSON.parse(payload ?? '{}') as { state?: unknown };
  return typeof state === 'string' ? state : undefined;
}

/** Under the server's own address: of the claim where there is one, for verdicts and queries are read there. */
function hrefOf({ articleId, claimId }: LeafRow): string {
  return claimId === null ? `/api/v1/articles/${articleId}` : `/api/v1/claims/${claimId}`;
}
