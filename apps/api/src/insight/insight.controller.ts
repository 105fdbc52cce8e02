import type { Application } from '#application';
import { Refusal } from '#domain';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  getAgreement,
  getArticleHistory,
  getChecklists,
  getLoad,
  getThroughput,
} from '../contract/insight.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

/** A year and a day: a row for each is still a page. */
const LONGEST_MS = 366 * 86_400_000;

@Controller()
export class InsightController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(getAgreement)
  agreement({ call, query }: Input<typeof getAgreement>) {
    return this.app.insights.agreement(call, { ...query, informed: query.informed ?? false });
  }

  @Operation(getThroughput)
  throughput({ call, query }: Input<typeof getThroughput>) {
    const { from, to } = query;
    const length = (to === undefined ? Date.now() : Date.parse(to)) - (from === undefined ? NaN : Date.parse(from));
    if (length <= 0 || length > LONGEST_MS)
      throw new Refusal('invalid', {
        errors: [{ pointer: '/from', code: 'out-of-range', detail: { least: 1, most: 366 } }],
      });
    return this.app.insights.throughput(call, query);
  }

  @Operation(getLoad)
  load({ call }: Input<typeof getLoad>) {
    return this.app.insights.load(call);
  }

  @Operation(getChecklists)
  async checklists({ call }: Input<typeof getChecklists>) {
    return (await this.app.newsroom.get(call)).policy.checklists;
  }

  @Operation(getArticleHistory)
  history({ call, params, query }: Input<typeof getArticleHistory>) {
    return paged(call, 'getArticleHistory', query, { article: params.id }, (page) =>
      this.app.histories.ofArticle(call, params.id, page, query.order),
    );
  }
}
