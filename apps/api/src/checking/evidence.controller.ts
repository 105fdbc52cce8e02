import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  createCapture,
  getCapture,
  getPageFetch,
  listPageFetches,
  refetchCapture,
} from '../contract/capture.operations.js';
import { addEvidence, confirmTranslation, listEvidence, withdrawEvidence } from '../contract/evidence.operations.js';
import { isRawBody, type Input } from '../contract/input.js';
import { answer } from '../http/answer.js';
import { attachment } from '../http/attachment.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class EvidenceController {
  constructor(@Inject(APPLICATION) private readonly app: Application) {}

  @Operation(listEvidence)
  list({ call, params }: Input<typeof listEvidence>) {
    return this.app.evidence.list(call, params.id);
  }

  @Operation(addEvidence)
  add({ call, params, body }: Input<typeof addEvidence>) {
    return this.app.evidence.add(call, params.id, body);
  }

  @Operation(withdrawEvidence)
  withdraw({ call, params, body }: Input<typeof withdrawEvidence>) {
    return this.app.evidence.withdraw(call, params.id, body.reason);
  }

  @Operation(confirmTranslation)
  confirmTranslation({ call, params }: Input<typeof confirmTranslation>) {
    return this.app.evidence.confirmTranslation(call, params.id);
  }

  @Operation(createCapture)
  async keep({ call, body }: Input<typeof createCapture>) {
    if (isRawBody(body)) return this.app.captures.keep(call, body.contentType, body.bytes);
    const asked = await this.app.captures.fetch(call, body.url);
    return answer(asked, { status: 202, headers: { location: `/api/v1/page-fetches/${asked.value.id}` } });
  }

  @Operation(refetchCapture)
  fetchAgain({ call, params }: Input<typeof refetchCapture>) {
    return this.app.captures.fetchAgain(call, params.id);
  }

  @Operation(listPageFetches)
  fetches({ call, params }: Input<typeof listPageFetches>) {
    return this.app.captures.fetchesOf(call, params.id);
  }

  @Operation(getPageFetch)
  fetched({ call, params }: Input<typeof getPageFetch>) {
    return this.app.captures.fetched(call, params.id);
  }

  @Operation(getCapture)
  async capture({ call, params }: Input<typeof getCapture>) {
    const { content, sha256, mediaType } = await this.app.captures.read(call, params.id);
    return answer(content, { headers: { ...attachment(sha256), 'x-capture-type': mediaType } });
  }
}
