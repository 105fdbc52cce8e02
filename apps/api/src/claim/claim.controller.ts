import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  acceptClaim,
  createClaim,
  decideClaim,
  dismissClaim,
  getClaim,
  getClaimHistory,
  listArticleClaims,
  listClaims,
  placeAnchor,
  restoreClaim,
  selectClaim,
  updateClaim,
} from '../contract/claim.operations.js';
import type { Input } from '../contract/input.js';
import { answer } from '../http/answer.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class ClaimController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listClaims)
  list({ call, query }: Input<typeof listClaims>) {
    const { limit: _, cursor: __, sort, assignee, ...rest } = query;
    const filter = { ...rest, assignee: assignee === 'me' ? call.actor.memberId : assignee };
    return paged(call, 'listClaims', query, { member: call.actor.memberId }, (page) =>
      this.app.claimList.page(call, filter, sort, page),
    );
  }

  @Operation(listArticleClaims)
  ofArticle({ call, params, query }: Input<typeof listArticleClaims>) {
    const { limit: _, cursor: __, ...rest } = query;
    const filter = { ...rest, articleId: params.id };
    return paged(call, 'listArticleClaims', query, params, (page) =>
      this.app.claimList.page(call, filter, 'text', page),
    );
  }

  @Operation(createClaim)
  async create({ call, params, body }: Input<typeof createClaim>) {
    const { kind, tier, verifies, ...place } = body;
    const { value, ...outcome } = await this.app.claims.create(call, params.id, {
      place: place,
      kind,
      tier,
      verifies,
    });
    return answer({ ...outcome, value: value.claim }, { status: value.existing ? 200 : 201 });
  }

  @Operation(getClaim)
  get({ call, params }: Input<typeof getClaim>) {
    return this.app.claims.get(call, params.id);
  }

  @Operation(updateClaim)
  update({ call, params, body }: Input<typeof updateClaim>) {
    return this.app.claims.update(call, params.id, body);
  }

  @Operation(acceptClaim)
  accept({ call, params, body }: Input<typeof acceptClaim>) {
    return this.app.claims.move(call, params.id, 'accept', body ?? {});
  }

  @Operation(dismissClaim)
  dismiss({ call, params, body }: Input<typeof dismissClaim>) {
    return this.app.claims.move(call, params.id, 'dismiss', body);
  }

  @Operation(restoreClaim)
  restore({ call, params, body }: Input<typeof restoreClaim>) {
    return this.app.claims.move(call, params.id, 'restore', body ?? {});
  }

  @Operation(selectClaim)
  select({ call, params, body }: Input<typeof selectClaim>) {
    return this.app.claims.select(call, params.id, body.selected, body.reason ?? null);
  }

  @Operation(placeAnchor)
  placeAnchor({ call, params, body }: Input<typeof placeAnchor>) {
    return this.app.claims.placeAnchor(call, params.id, body);
  }

  @Operation(decideClaim)
  decide({ call, params, body }: Input<typeof decideClaim>) {
    return this.app.decisions.decide(call, params.id, body);
  }

  @Operation(getClaimHistory)
  history({ call, params, query }: Input<typeof getClaimHistory>) {
    return paged(call, 'getClaimHistory', query, params, (page) =>
      this.app.histories.ofClaim(call, params.id, page, query.order),
    );
  }
}
