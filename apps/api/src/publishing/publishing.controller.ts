import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import {
  createCommentRequest,
  createCorrectionRequest,
  createLegalNote,
  listCommentRequests,
  listCorrectionRequests,
  listLegalNotes,
  setLegalHold,
  updateCommentRequest,
  updateCorrectionRequest,
} from '../contract/publishing.operations.js';
import { Operation } from '../http/operation.decorator.js';
import { paged } from '../http/paging.js';

/** What surrounds publication: whoever is accused, whoever complains, whoever advises. */
@Controller()
export class PublishingController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listCommentRequests)
  commentRequests({ call, params }: Input<typeof listCommentRequests>) {
    return this.app.commentRequests.list(call, params.id);
  }

  @Operation(createCommentRequest)
  requestComment({ call, params, body }: Input<typeof createCommentRequest>) {
    return this.app.commentRequests.create(call, params.id, body);
  }

  @Operation(updateCommentRequest)
  settleComment({ call, params, body }: Input<typeof updateCommentRequest>) {
    return this.app.commentRequests.settle(call, params.id, body);
  }

  @Operation(listCorrectionRequests)
  complaints({ call, query }: Input<typeof listCorrectionRequests>) {
    return paged(call, 'listCorrectionRequests', query, {}, (page) =>
      this.app.correctionRequests.list(call, query.open, page),
    );
  }

  @Operation(createCorrectionRequest)
  receiveComplaint({ call, body }: Input<typeof createCorrectionRequest>) {
    return this.app.correctionRequests.create(call, body);
  }

  @Operation(updateCorrectionRequest)
  answerComplaint({ call, params, body }: Input<typeof updateCorrectionRequest>) {
    return this.app.correctionRequests.answer(call, params.id, body);
  }

  @Operation(listLegalNotes)
  legalNotes({ call, params }: Input<typeof listLegalNotes>) {
    return this.app.legal.list(call, params.id);
  }

  @Operation(setLegalHold)
  holdForTheLaw({ call, params, body }: Input<typeof setLegalHold>) {
    return this.app.legal.hold(call, params.id, body.hold?.reason ?? null);
  }

  @Operation(createLegalNote)
  writeLegalNote({ call, params, body }: Input<typeof createLegalNote>) {
    return this.app.legal.write(call, params.id, body.text);
  }
}
