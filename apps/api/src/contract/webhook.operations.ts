import { WEBHOOK_EVENTS } from '#domain';
import { z } from 'zod';
import { operation } from './operation.js';
import { anyOf, Id, Instant, label, named, nothing, PAGE, pageOf, Version, WebAddress } from './wire.js';

const WebhookEvent = z.enum(WEBHOOK_EVENTS);
const Events = z.array(WebhookEvent).min(1).max(WEBHOOK_EVENTS.length);
const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'withheld', 'cancelled'] as const;
const Description = z.union([label(200), z.literal('')]);

const Webhook = z.strictObject({
  id: Id,
  url: z.string(),
  description: z.string(),
  events: z.array(WebhookEvent),
  active: z.boolean(),
  disabledReason: z.enum(['admin', 'gone', 'failing']).nullable(),
  disabledAt: Instant.nullable(),
  earlierSecretUntil: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
  secret: z.string().optional(),
  secretShown: z.literal(true).optional(),
});
const WebhookAttempt = z.strictObject({
  number: z.int(),
  at: Instant,
  status: z.int().nullable(),
  failure: z.string().nullable(),
  durationMs: z.int(),
});
const WebhookDelivery = z.strictObject({
  id: Id,
  event: z.string(),
  seq: z.int().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  createdAt: Instant,
  nextAttemptAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  attempts: z.array(WebhookAttempt),
});
const OfWebhook = z.strictObject({ id: Id });

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  summary: { en: 'Addresses that are told what happens', ar: 'العناوين التي تُرسَل إليها الإشعارات' },
  answers: { 200: pageOf(Webhook) },
});

export const createWebhook = operation({
  id: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  summary: {
    en: 'Have an address told what happens; its secret is shown once',
    ar: 'إرسال الإشعارات إلى عنوان، ويظهر سرّه مرة واحدة',
  },
  description: {
    en: 'From now on, in the order of the ledger, at least once, under the headers and the signature (`v1`) of Standard Webhooks. What is sent are ids, states and where to look: nothing of articles kept for named members or held for the law, and nothing of how others judge while verdicts are independent. Ten attempts in some 75 hours; any answer but 2xx is a failure, a redirect too; 410 ends it.',
    ar: 'ابتداءً من الآن، بترتيب سجل التدقيق، ومرة على الأقل، بترويسات Standard Webhooks وتوقيعها (`v1`). لا يُرسَل إلا المعرّفات والحال وموضع الاطلاع: لا شيء من مواد مقصورة على أعضاء بأسمائهم أو محفوظة لسبب قانوني، ولا مما يدلّ على تقييم الآخرين ما دام التقييم مستقلًا. عشر محاولات في نحو 75 ساعة، وكل جواب غير 2xx إخفاق، والتحويل إخفاق أيضًا، والجواب 410 ينهي الإرسال.',
  },
  body: z.strictObject({ url: WebAddress, description: Description.optional(), events: Events }),
  answers: { 201: Webhook },
  location: '/webhooks/{id}',
  refusals: ['address-forbidden', 'limit-reached'],
});

export const updateWebhook = operation({
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/webhooks/{id}',
  summary: { en: 'Change an address, or stop and resume it', ar: 'تعديل عنوان إشعار أو إيقافه أو استئنافه' },
  description: {
    en: 'Stopped, what still waits for it is cancelled; resumed, it is told what happens from then on.',
    ar: 'عند الإيقاف يُلغى ما ينتظر الإرسال، وعند الاستئناف تُرسَل الإشعارات بما يحدث بعده.',
  },
  params: OfWebhook,
  body: z.strictObject({
    url: WebAddress.optional(),
    description: Description.optional(),
    events: Events.optional(),
    active: z.boolean().optional(),
  }),
  answers: { 200: Webhook },
  ifMatch: true,
  refusals: ['address-forbidden'],
});

export const deleteWebhook = operation({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/webhooks/{id}',
  summary: { en: 'Remove an address and its secret', ar: 'حذف عنوان إشعار وسرّه' },
  params: OfWebhook,
  answers: { 204: nothing },
  ifMatch: true,
});

export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/{id}/secret',
  summary: { en: 'A new secret; it is shown once', ar: 'سرّ جديد يظهر مرة واحدة' },
  description: {
    en: 'For 24 hours everything is signed with both, the new one first.',
    ar: 'يُوقَّع كل شيء بالسرّين معًا مدة 24 ساعة، والجديد أولًا.',
  },
  params: OfWebhook,
  answers: { 200: Webhook },
  ifMatch: true,
});

export const testWebhook = operation({
  id: 'testWebhook',
  method: 'POST',
  path: '/webhooks/{id}/test',
  summary: { en: 'Send a message that tells of nothing', ar: 'إرسال إشعار تجريبي لا يخبر بشيء' },
  params: OfWebhook,
  answers: { 202: WebhookDelivery },
  refusals: ['not-in-state'],
});

export const listWebhookDeliveries = operation({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  summary: { en: 'What was sent to an address, newest first', ar: 'ما أُرسل إلى عنوان، الأحدث أولًا' },
  params: OfWebhook,
  query: z.strictObject({ ...PAGE, status: anyOf(DELIVERY_STATUSES).optional() }),
  answers: { 200: pageOf(WebhookDelivery) },
});

export const replayWebhookDelivery = operation({
  id: 'replayWebhookDelivery',
  method: 'POST',
  path: '/webhooks/{id}/deliveries/{deliveryId}/replay',
  summary: { en: 'Send a message again, under the same id', ar: 'إعادة إرسال إشعار بالمعرّف نفسه' },
  params: z.strictObject({ id: Id, deliveryId: Id }),
  answers: { 202: WebhookDelivery },
  refusals: ['not-in-state'],
});

named({ Webhook, WebhookAttempt, WebhookDelivery });
