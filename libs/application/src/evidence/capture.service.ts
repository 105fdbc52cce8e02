import { Refusal } from '#domain';
import { EvidenceRepository, SourceRepository, UnitOfWork, type Written } from '#persistence';
import { newId, sha256 } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';

export interface CaptureView {
  readonly id: string;
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
  readonly createdAt: string;
}

/** Saved copies of what evidence rests on, kept by their digest. */
export class CaptureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly sources: SourceRepository,
  ) {}

  keep(call: Call, mediaType: string, content: Buffer): Promise<Written<CaptureView>> {
    if (content.length === 0) throw new Refusal('invalid', { errors: [{ pointer: '', code: 'empty-file' }] });
    return this.work.write(call, async (tx) => {
      const id = newId();
      const digest = sha256(content).toString('hex');
      await this.evidence.insertCapture(tx, {
        id,
        sha256: digest,
        mediaType,
        bytes: content.length,
        content,
        createdBy: call.actor.memberId,
      });
      const { createdAt } = found(await this.evidence.findCapture(tx, id), 'capture', id);
      return { id, sha256: digest, type: mediaType, bytes: content.length, createdAt: createdAt.toISOString() };
    });
  }

  /** The bytes, always to be sent as an attachment: nothing that was collected runs in our origin. */
  read(call: Call, id: string): Promise<{ mediaType: string; sha256: string; content: Buffer }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const capture = found(await this.evidence.findCapture(tx, id), 'capture', id);
      const inConfidence = await this.evidence.confidentialSourcesOf(tx, id);
      const { memberId } = call.actor;
      if (inConfidence.length > 0 && capture.createdBy !== memberId)
        if (!(await this.sources.hasRead(tx, inConfidence, memberId)))
          throw new Refusal('relation-forbidden', { operation: 'getCapture', reason: 'reading-first' });
      return capture;
    });
  }
}
