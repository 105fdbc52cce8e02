import type { Application } from '#application';
import { Refusal } from '#domain';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  createArticle,
  createExtraction,
  getArticle,
  listArticles,
  updateArticle,
} from '../contract/article.operations.js';
import { createRevision, getRevision } from '../contract/revision.operations.js';
import { createCorrection, listCorrections, listReleases, releaseArticle } from '../contract/release.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class ArticleController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(createExtraction)
  async extract({ body }: Input<typeof createExtraction>) {
    return this.app.extractions.extract(body);
  }

  @Operation(createArticle)
  create({ call, body }: Input<typeof createArticle>) {
    return this.app.articles.create(call, body);
  }

  @Operation(listArticles)
  list({ call, query }: Input<typeof listArticles>) {
    const { limit: _, cursor: __, ...filter } = query;
    return paged(call, 'listArticles', query, {}, (page) => this.app.articles.list(call, filter, page));
  }

  @Operation(getArticle)
  get({ call, params }: Input<typeof getArticle>) {
    return this.app.articles.get(call, params.id);
  }

  @Operation(updateArticle)
  update({ call, params, body }: Input<typeof updateArticle>) {
    return this.app.articles.update(call, params.id, body);
  }

  @Operation(createRevision)
  revise({ call, params, body }: Input<typeof createRevision>) {
    return this.app.revisions.revise(call, params.id, body);
  }

  @Operation(getRevision)
  revision({ call, params }: Input<typeof getRevision>) {
    if (!/^[1-9]\d{0,8}$/.test(params.number)) throw new Refusal('not-found', { kind: 'revision', id: params.number });
    return this.app.revisions.get(call, params.id, Number(params.number));
  }

  @Operation(releaseArticle)
  release({ call, params, body }: Input<typeof releaseArticle>) {
    return this.app.releases.release(call, params.id, body ?? {});
  }

  @Operation(listReleases)
  releases({ call, params }: Input<typeof listReleases>) {
    return this.app.releases.releases(call, params.id);
  }

  @Operation(createCorrection)
  correct({ call, params, body }: Input<typeof createCorrection>) {
    const { earlierWasRight, ...rest } = body;
    return this.app.releases.correct(
      call,
      params.id,
      earlierWasRight === undefined ? rest : { ...rest, earlierWasRight },
    );
  }

  @Operation(listCorrections)
  corrections({ call, params }: Input<typeof listCorrections>) {
    return this.app.releases.corrections(call, params.id);
  }
}
