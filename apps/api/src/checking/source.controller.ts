import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  approveSource,
  createSource,
  getSource,
  getSourceOrigin,
  listSources,
  readConfidentialSource,
  updateSource,
} from '../contract/source.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class SourceController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listSources)
  list({ call, query }: Input<typeof listSources>) {
    const { q, type } = query;
    return paged(call, 'listSources', query, {}, (page) => this.app.sources.list(call, { q, type }, page));
  }

  @Operation(createSource)
  create({ call, body }: Input<typeof createSource>) {
    return this.app.sources.create(call, body);
  }

  @Operation(getSource)
  get({ call, params }: Input<typeof getSource>) {
    return this.app.sources.get(call, params.id);
  }

  @Operation(updateSource)
  update({ call, params, body }: Input<typeof updateSource>) {
    return this.app.sources.update(call, params.id, body);
  }

  @Operation(approveSource)
  approve({ call, params }: Input<typeof approveSource>) {
    return this.app.sources.approve(call, params.id);
  }

  @Operation(readConfidentialSource)
  readInConfidence({ call, params, body }: Input<typeof readConfidentialSource>) {
    return this.app.confidence.read(call, params.id, body.reason);
  }

  @Operation(getSourceOrigin)
  origin({ call, params }: Input<typeof getSourceOrigin>) {
    return this.app.sources.origin(call, params.id);
  }
}
