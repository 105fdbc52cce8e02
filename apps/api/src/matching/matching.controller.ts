import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  createArchiveImport,
  getArchiveImport,
  listArchive,
  listSimilarClaims,
  matchText,
} from '../contract/matching.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class MatchingController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(matchText)
  match({ call, query }: Input<typeof matchText>) {
    return this.app.matching.matchText(call, query);
  }

  @Operation(listSimilarClaims)
  similar({ call, params, query }: Input<typeof listSimilarClaims>) {
    return this.app.matching.similarTo(call, params.id, query.limit);
  }

  @Operation(createArchiveImport)
  receive({ call, body }: Input<typeof createArchiveImport>) {
    return this.app.archive.receive(call, body.contentType, body.stream);
  }

  @Operation(getArchiveImport)
  get({ call, params }: Input<typeof getArchiveImport>) {
    return this.app.archive.get(call, params.id);
  }

  @Operation(listArchive)
  list({ call, query }: Input<typeof listArchive>) {
    const { limit: _, cursor: __, ...filter } = query;
    return paged(call, 'listArchive', query, {}, (page) => this.app.archive.list(call, filter, page));
  }
}
