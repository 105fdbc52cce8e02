import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  createWebhook,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  replayWebhookDelivery,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
} from '../contract/webhook.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class WebhookController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listWebhooks)
  list({ call }: Input<typeof listWebhooks>) {
    return this.app.webhooks.list(call);
  }

  @Operation(createWebhook)
  create({ call, body }: Input<typeof createWebhook>) {
    return this.app.webhooks.create(call, body);
  }

  @Operation(updateWebhook)
  update({ call, params, body }: Input<typeof updateWebhook>) {
    return this.app.webhooks.update(call, params.id, body);
  }

  @Operation(deleteWebhook)
  async remove({ call, params }: Input<typeof deleteWebhook>) {
    return { ...(await this.app.webhooks.remove(call, params.id)), value: undefined };
  }

  @Operation(rotateWebhookSecret)
  rotate({ call, params }: Input<typeof rotateWebhookSecret>) {
    return this.app.webhooks.rotateSecret(call, params.id);
  }

  @Operation(testWebhook)
  test({ call, params }: Input<typeof testWebhook>) {
    return this.app.webhookDeliveries.test(call, params.id);
  }

  @Operation(listWebhookDeliveries)
  deliveries({ call, params, query }: Input<typeof listWebhookDeliveries>) {
    return paged(call, 'listWebhookDeliveries', query, params, (page) =>
      this.app.webhookDeliveries.list(call, params.id, query.status, page),
    );
  }

  @Operation(replayWebhookDelivery)
  replay({ call, params }: Input<typeof replayWebhookDelivery>) {
    return this.app.webhookDeliveries.replay(call, params.id, params.deliveryId);
  }
}
