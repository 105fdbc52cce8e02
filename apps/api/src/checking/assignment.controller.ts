import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  createAssignment,
  giveVerdict,
  listAssignments,
  listMyAssignments,
  listVerdicts,
  updateAssignment,
  withdrawVerdict,
} from '../contract/checking.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class AssignmentController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listAssignments)
  ofClaim({ call, params }: Input<typeof listAssignments>) {
    return this.app.assignments.ofClaim(call, params.id);
  }

  @Operation(listMyAssignments)
  mine({ call, query }: Input<typeof listMyAssignments>) {
    return paged(call, 'listMyAssignments', query, { member: call.actor.memberId }, (page) =>
      this.app.assignments.mine(call, query.status, page),
    );
  }

  @Operation(createAssignment)
  give({ call, params, body }: Input<typeof createAssignment>) {
    return this.app.assignments.give(call, params.id, body);
  }

  @Operation(updateAssignment)
  update({ call, params, body }: Input<typeof updateAssignment>) {
    return this.app.assignments.update(call, params.id, body);
  }

  @Operation(listVerdicts)
  verdicts({ call, params }: Input<typeof listVerdicts>) {
    return this.app.verdicts.list(call, params.id);
  }

  @Operation(giveVerdict)
  judge({ call, params, body }: Input<typeof giveVerdict>) {
    return this.app.verdicts.give(call, params.id, body);
  }

  @Operation(withdrawVerdict)
  withdraw({ call, params, body }: Input<typeof withdrawVerdict>) {
    return this.app.verdicts.withdraw(call, params.id, body.reason);
  }
}
