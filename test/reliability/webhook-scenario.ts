import { newId } from '#platform';
import { done, type Any } from '../support/checking-work.js';
import { makeWebhook } from '../support/webhook-work.js';
import { by, match, type Scenario, type Stage } from './mutation-stage.js';

/** An address of its own, in place of those of scenarios before it: there are at most twenty. */
async function fresh({ desk: { admin } }: Stage): Promise<Any> {
  const { items } = await done(admin.get('/webhooks'));
  for (const { id, version } of items) await done(admin.send('DELETE', `/webhooks/${id}`, undefined, match(version)));
  return makeWebhook(admin);
}

/** Addresses that are told what happens, one example of each mutation. */
export const WEBHOOKS: Record<string, Scenario> = {
  createWebhook: async (stage) => {
    await fresh(stage);
    const body = { url: `https://receiver.example.org/${newId()}`, events: ['article.released'] };
    return by(stage.desk.admin, 'POST', '/webhooks', body);
  },
  updateWebhook: async (stage) => {
    const { id, version } = await fresh(stage);
    return by(stage.desk.admin, 'PATCH', `/webhooks/${id}`, { active: false }, match(version));
  },
  deleteWebhook: async (stage) => {
    const { id, version } = await fresh(stage);
    return by(stage.desk.admin, 'DELETE', `/webhooks/${id}`, undefined, match(version));
  },
  rotateWebhookSecret: async (stage) => {
    const { id, version } = await fresh(stage);
    return by(stage.desk.admin, 'POST', `/webhooks/${id}/secret`, undefined, match(version));
  },
  testWebhook: async (stage) => by(stage.desk.admin, 'POST', `/webhooks/${(await fresh(stage)).id}/test`),
  replayWebhookDelivery: async (stage) => {
    const { admin } = stage.desk;
    const { id, version } = await fresh(stage);
    const message = await done(admin.post(`/webhooks/${id}/test`, undefined));
    const stopped = await done(admin.patch(`/webhooks/${id}`, { active: false }, version));
    await done(admin.patch(`/webhooks/${id}`, { active: true }, stopped.version));
    return by(admin, 'POST', `/webhooks/${id}/deliveries/${message.id}/replay`);
  },
};
