import { newId } from '#platform';
import { done, type Any } from './checking-work.js';
import type { Person } from './newsroom-api.js';

/** An address that is told of articles, and a message that only tries it; sent by whoever may. */
export async function webhookOf(person: Person): Promise<{ webhook: string; delivery: string }> {
  const webhook = await makeWebhook(person);
  const delivery = await done(person.post(`/webhooks/${webhook.id}/test`, undefined));
  return { webhook: webhook.id, delivery: delivery.id };
}

export function makeWebhook(person: Person, body: object = {}): Promise<Any> {
  const url = `https://receiver.example.org/${newId()}`;
  return done(person.post('/webhooks', { url, events: ['article.created'], ...body }));
}
