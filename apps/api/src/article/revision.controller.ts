import type { Application } from '#application';
import { Refusal } from '#domain';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { diffRevisions, listRevisions } from '../contract/revision.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class RevisionController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listRevisions)
  list({ call, params, query }: Input<typeof listRevisions>) {
    return paged(call, 'listRevisions', query, { article: params.id }, (page) =>
      this.app.revisionHistory.list(call, params.id, page),
    );
  }

  @Operation(diffRevisions)
  diff({ call, params, query }: Input<typeof diffRevisions>) {
    if (!/^[1-9]\d{0,8}$/.test(params.number)) throw new Refusal('not-found', { kind: 'revision', id: params.number });
    const from = query.from === undefined ? undefined : Number(query.from);
    return this.app.revisionHistory.diff(call, params.id, Number(params.number), from);
  }
}
