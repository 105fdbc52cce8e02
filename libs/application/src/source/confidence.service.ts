import { Refusal, type Relation } from '#domain';
import { EvidenceRepository, SourceRepository, UnitOfWork, type Written } from '#persistence';
import { newId } from '#platform';
import { requireRelation } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { readItem, wholeSource, type SourceReadingView } from './source.view.js';

/** Reads confidential sources for those who need to know, and leaves a leaf of every reading. */
export class ConfidenceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** @throws Refusal `relation-forbidden` for a reviewer who checks nothing that uses it, `not-in-state` where nothing is hidden */
  read(call: Call, sourceId: string, reason: string): Promise<Written<SourceReadingView>> {
    return this.work.write(
      call,
      async (tx) => {
        const row = found(await this.sources.find(tx, sourceId), 'source', sourceId);
        const uses = await this.sources.isUsedInWorkOf(tx, sourceId, call.actor.memberId);
        const holds: Relation[] = uses ? ['uses-source-assigned'] : [];
        requireRelation('readConfidentialSource', call.actor, holds);
        const items = await this.evidence.ofSource(tx, sourceId);
        if (!row.confidential && !items.some(({ confidential }) => confidential))
          throw new Refusal('not-in-state', { kind: 'source', state: 'open', allowed: ['confidential'] });
        const id = newId();
        await this.sources.insertReading(tx, { id, sourceId, readBy: call.actor.memberId, reason });
        const reading = found(await this.sources.findReading(tx, id), 'source_reading', id);
        return {
          id,
          source: wholeSource(row),
          evidence: items.map(readItem),
          shown: true as boolean,
          readBy: reading.readBy,
          reason,
          createdAt: reading.createdAt.toISOString(),
        };
      },
      { kept: (view) => ({ ...view, source: redacted(view), evidence: [], shown: false }) },
    );
  }
}

const redacted = ({ source }: SourceReadingView) => ({
  ...source,
  name: null,
  url: null,
  aliases: [],
  anonymity: null,
});
