import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { createDesk, listDesks, updateDesk } from '../contract/desk.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class DeskController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listDesks)
  list({ call }: Input<typeof listDesks>) {
    return this.app.desks.list(call);
  }

  @Operation(createDesk)
  create({ call, body }: Input<typeof createDesk>) {
    return this.app.desks.create(call, body);
  }

  @Operation(updateDesk)
  update({ call, params, body }: Input<typeof updateDesk>) {
    return this.app.desks.update(call, params.id, body);
  }
}
