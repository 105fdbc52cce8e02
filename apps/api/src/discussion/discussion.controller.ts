import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  answerQuery,
  askQuery,
  createComment,
  listComments,
  listQueries,
  resolveQuery,
} from '../contract/discussion.operations.js';
import type { Input } from '../contract/input.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

@Controller()
export class DiscussionController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listQueries)
  queries({ call, params, query }: Input<typeof listQueries>) {
    return paged(call, 'listQueries', query, { claim: params.id }, (page) =>
      this.app.queries.list(call, params.id, page),
    );
  }

  @Operation(askQuery)
  ask({ call, params, body }: Input<typeof askQuery>) {
    return this.app.queries.ask(call, params.id, body.text);
  }

  @Operation(answerQuery)
  answer({ call, params, body }: Input<typeof answerQuery>) {
    return this.app.queries.answer(call, params.id, body.text);
  }

  @Operation(resolveQuery)
  resolve({ call, params, body }: Input<typeof resolveQuery>) {
    return this.app.queries.resolve(call, params.id, body?.note ?? null);
  }

  @Operation(listComments)
  comments({ call, params, query }: Input<typeof listComments>) {
    return paged(call, 'listComments', query, { claim: params.id }, (page) =>
      this.app.comments.list(call, params.id, page),
    );
  }

  @Operation(createComment)
  comment({ call, params, body }: Input<typeof createComment>) {
    return this.app.comments.make(call, params.id, body);
  }
}
