import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { listArticleOrigins } from '../contract/origin.operations.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class OriginController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listArticleOrigins)
  ofArticle({ call, params }: Input<typeof listArticleOrigins>) {
    return this.app.origins.ofArticle(call, params.id);
  }
}
