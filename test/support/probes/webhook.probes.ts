import { newId } from '#platform';
import type { Probe } from './probe.js';

const UNCONDITIONAL = ['428 precondition-required'];
const address = () => ({ url: `https://receiver.example.org/${newId()}`, events: ['article.created'] });

/** On an address of the newsroom, and of another: it is nobody's own. */
const onWebhook = (allowed: readonly string[], body?: Probe['body']): Probe => ({
  relations: ['own', 'foreign'],
  params: ({ webhook }) => ({ id: webhook }),
  allowed,
  ...(body && { body }),
});

/** Addresses that are told what happens. */
export const WEBHOOK_PROBES: Readonly<Record<string, Probe>> = {
  listWebhooks: { relations: [], allowed: ['200'] },
  createWebhook: { relations: [], allowed: ['201', '409 limit-reached'], body: address },
  updateWebhook: onWebhook(UNCONDITIONAL, address),
  deleteWebhook: onWebhook(UNCONDITIONAL),
  rotateWebhookSecret: onWebhook(UNCONDITIONAL),
  testWebhook: onWebhook(['202']),
  listWebhookDeliveries: onWebhook(['200']),
  replayWebhookDelivery: {
    ...onWebhook(['409 not-in-state']),
    params: ({ webhook, delivery }) => ({ id: webhook, deliveryId: delivery }),
  },
};
