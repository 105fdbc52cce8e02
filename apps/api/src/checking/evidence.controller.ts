import type { Application } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import {
  addEvidence,
  confirmTranslation,
  createCapture,
  getCapture,
  listEvidence,
  withdrawEvidence,
} from '../contract/checking.operations.js';
import type { Input } from '../contract/input.js';
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
  keep({ call, body }: Input<typeof createCapture>) {
    return this.app.captures.keep(call, body.contentType, body.bytes);
  }

  @Operation(getCapture)
  async capture({ call, params }: Input<typeof getCapture>) {
    const { content, sha256, mediaType } = await this.app.captures.read(call, params.id);
    return answer(content, { headers: { ...attachment(sha256), 'x-capture-type': mediaType } });
  }
}
