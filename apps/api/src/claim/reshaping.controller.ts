import type { Application, Call } from '#application';
import type { Refusal } from '#domain';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  balanceAssignments,
  changeClaimsInBulk,
  handOverAssignments,
  mergeClaim,
  splitClaim,
} from '../contract/reshaping.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { detailOf } from '../problem/problem.texts.js';

@Controller()
export class ReshapingController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(splitClaim)
  split({ call, params, body }: Input<typeof splitClaim>) {
    return this.app.reshaping.split(call, params.id, body.parts);
  }

  @Operation(mergeClaim)
  merge({ call, params, body }: Input<typeof mergeClaim>) {
    return this.app.reshaping.join(call, params.id, body.claimIds, body.extend);
  }

  @Operation(changeClaimsInBulk)
  async bulk({ call, body }: Input<typeof changeClaimsInBulk>) {
    return this.app.bulk.run(call, body.claimIds, body, (one) => skippedView(call, one));
  }

  @Operation(balanceAssignments)
  balance({ call, params, body }: Input<typeof balanceAssignments>) {
    return this.app.rota.balance(call, params.id, body ?? {});
  }

  @Operation(handOverAssignments)
  handOver({ call, body }: Input<typeof handOverAssignments>) {
    return this.app.rota.handOver(call, body, (one) => skippedView(call, one));
  }
}

/** A claim that was left alone: by which refusal, in the reader's words, and what a decision still misses. */
function skippedView({ locale }: Call, { claimId, refusal }: { claimId: string; refusal: Refusal }) {
  const why = { claimId, why: refusal.code, detail: detailOf(refusal.code, locale, refusal.facts) };
  if (!refusal.is('requirements-unmet')) return why;
  const missing = refusal.facts.requirements.filter(({ status }) => status === 'unsatisfied');
  return { ...why, missing: missing.map(({ name }) => name) };
}
