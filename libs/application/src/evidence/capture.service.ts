import { Refusal } from '#domain';
import { EvidenceRepository, UnitOfWork, type Written } from '#persistence';
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
    return this.work.read(call.agent.newsroomId, async (tx) =>
      found(await this.evidence.findCapture(tx, id), 'capture', id),
    );
  }
}
