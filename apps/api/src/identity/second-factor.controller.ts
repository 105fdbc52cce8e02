import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { SignIn } from '../auth/sign-in.js';
import type { Input } from '../contract/input.js';
import {
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  startSecondFactor,
} from '../contract/second-factor.operations.js';
import { Operation } from '../http/operation.decorator.js';

/** Codes and passwords tried here are counted as at sign-in: whoever took a session over must not guess on. */
@Controller()
export class SecondFactorController {
  constructor(
    @Inject(APPLICATION) private readonly app: Application,
    private readonly signIn: SignIn,
  ) {}

  @Operation(getSecondFactor)
  mine({ call }: Input<typeof getSecondFactor>) {
    return this.app.secondFactor.mine(call);
  }

  @Operation(startSecondFactor)
  start({ call, body }: Input<typeof startSecondFactor>) {
    return this.counted(call.actor.memberId, () => this.app.secondFactor.start(call, body.password));
  }

  @Operation(confirmSecondFactor)
  confirm({ call, body }: Input<typeof confirmSecondFactor>) {
    return this.counted(call.actor.memberId, () => this.app.secondFactor.confirm(call, body.totp));
  }

  @Operation(renewRecoveryCodes)
  renew({ call, body }: Input<typeof renewRecoveryCodes>) {
    return this.counted(call.actor.memberId, () => this.app.secondFactor.renewRecoveryCodes(call, body.totp));
  }

  @Operation(removeSecondFactor)
  async remove({ call, body }: Input<typeof removeSecondFactor>) {
    const removed = await this.counted(call.actor.memberId, () => this.app.secondFactor.remove(call, body));
    return { ...removed, value: undefined };
  }

  @Operation(resetSecondFactor)
  async reset({ call, params }: Input<typeof resetSecondFactor>) {
    return { ...(await this.app.secondFactor.reset(call, params.id)), value: undefined };
  }

  private async counted<T>(memberId: string, judge: () => Promise<T>): Promise<T> {
    await this.signIn.countCode(memberId);
    const judged = await judge();
    await this.signIn.codeAccepted(memberId);
    return judged;
  }
}
