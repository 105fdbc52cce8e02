import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { createClaimGroup, getClaimGroup, takePrecedent, updateClaimGroup } from '../contract/group.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class GroupController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(createClaimGroup)
  make({ call, body }: Input<typeof createClaimGroup>) {
    return this.app.groups.make(call, body);
  }

  @Operation(updateClaimGroup)
  update({ call, params, body }: Input<typeof updateClaimGroup>) {
    return this.app.groups.update(call, params.id, body);
  }

  @Operation(getClaimGroup)
  get({ call, params }: Input<typeof getClaimGroup>) {
    return this.app.groups.get(call, params.id);
  }

  @Operation(takePrecedent)
  take({ call, params, body }: Input<typeof takePrecedent>) {
    return this.app.precedents.take(call, params.id, body);
  }
}
