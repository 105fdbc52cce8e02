import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { getNewsroom, updateNewsroom } from '../contract/newsroom.operations.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class NewsroomController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(getNewsroom)
  get({ call }: Input<typeof getNewsroom>) {
    return this.app.newsroom.get(call);
  }

  @Operation(updateNewsroom)
  update({ call, body }: Input<typeof updateNewsroom>) {
    return this.app.newsroom.update(call, body);
  }
}
