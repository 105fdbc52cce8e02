import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  createMember,
  createPasswordLink,
  createToken,
  deleteToken,
  getMe,
  listMembers,
  listTokens,
  updateMember,
} from '../contract/session.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class MemberController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(getMe)
  me({ call }: Input<typeof getMe>) {
    return this.app.members.me(call);
  }

  @Operation(listMembers)
  list({ call, query }: Input<typeof listMembers>) {
    return paged(call, 'listMembers', query, {}, (page) => this.app.members.list(call, page));
  }

  @Operation(createMember)
  invite({ call, body }: Input<typeof createMember>) {
    return this.app.members.invite(call, body);
  }

  @Operation(createPasswordLink)
  letIn({ call, params }: Input<typeof createPasswordLink>) {
    return this.app.recovery.passwordLink(call, params.id);
  }

  @Operation(updateMember)
  update({ call, params, body }: Input<typeof updateMember>) {
    return this.app.members.update(call, params.id, body);
  }

  @Operation(listTokens)
  tokens({ call }: Input<typeof listTokens>) {
    return this.app.tokens.list(call);
  }

  @Operation(createToken)
  mint({ call, body }: Input<typeof createToken>) {
    return this.app.tokens.mint(call, body);
  }

  @Operation(deleteToken)
  async revoke({ call, params }: Input<typeof deleteToken>) {
    return { ...(await this.app.tokens.revoke(call, params.id)), value: undefined };
  }
}
