import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { setClaimPresence } from '../contract/presence.operations.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class PresenceController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(setClaimPresence)
  set({ call, params, body }: Input<typeof setClaimPresence>) {
    return this.app.presence.set(call, params.id, body.present);
  }
}
