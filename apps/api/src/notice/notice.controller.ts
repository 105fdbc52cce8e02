import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { createNotice, listNotices } from '../contract/notice.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class NoticeController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(createNotice)
  give({ call, body }: Input<typeof createNotice>) {
    return this.app.notices.give(call, body);
  }

  @Operation(listNotices)
  list({ call, query }: Input<typeof listNotices>) {
    const { type, sourceId } = query;
    return paged(call, 'listNotices', query, {}, (page) => this.app.notices.list(call, { type, sourceId }, page));
  }
}
