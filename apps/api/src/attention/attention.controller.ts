import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { listAttention, listNotifications, readNotifications } from '../contract/attention.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class AttentionController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listAttention)
  async attention({ call, query }: Input<typeof listAttention>) {
    let beside = { total: 0, counts: {} };
    const page = await paged(call, 'listAttention', query, { member: call.actor.memberId }, async (request) => {
      const { items, next, ...rest } = await this.app.attention.mine(call, query, request);
      beside = rest;
      return { items, next };
    });
    return { ...page, ...beside };
  }

  @Operation(listNotifications)
  async notifications({ call, query }: Input<typeof listNotifications>) {
    let unread = 0;
    const page = await paged(call, 'listNotifications', query, { member: call.actor.memberId }, async (request) => {
      const told = await this.app.notifications.mine(call, query.unread ?? false, request);
      unread = told.unread;
      return told;
    });
    return { ...page, unread };
  }

  @Operation(readNotifications)
  read({ call, body }: Input<typeof readNotifications>) {
    return this.app.notifications.read(call, 'ids' in body ? body.ids : 'all');
  }
}
