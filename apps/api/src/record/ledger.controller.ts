import type { Application, Call, PresenceChange } from '#application';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import type { Input } from '../contract/input.js';
import { listLedgerEntries, streamEvents } from '../contract/record.operations.js';
import { Doorbell } from '../events/doorbell.js';
import { EventStreams, type ServerEvent } from '../events/event.streams.js';
import { Operation } from '../http/operation.decorator.js';

/** Looks again at least this often, so that a lost notification costs seconds and not an event. */
const LOOK_MS = 15_000;

@Controller()
export class LedgerController {
  constructor(
    @Inject(APPLICATION) private readonly app: Application,
    private readonly streams: EventStreams,
  ) {}

  @Operation(listLedgerEntries)
  entries({ call, query }: Input<typeof listLedgerEntries>) {
    return this.app.ledger.entries(call, Math.max(1, query.from), query.limit);
  }

  @Operation(streamEvents)
  async stream({ call, events }: Input<typeof streamEvents>) {
    return this.streams.follow(events, (after, signal) => this.follow(call, after, signal));
  }

  /** From the reader's last event, or from now; gap-free, because the ledger's order is. */
  private async *follow(call: Call, after: number | undefined, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    const bell = new Doorbell();
    const unsubscribe = this.app.ledger.subscribe(call, bell.ring);
    let moved: PresenceChange[] = [];
    const leave = this.app.presence.subscribe(call, (change) => {
      moved.push(change);
      bell.ring();
    });
    try {
      let seq = after ?? (await this.app.ledger.headSeq(call));
      while (!signal.aborted) {
        const heard = bell.rings;
        const { events, upTo } = await this.app.ledger.eventsAfter(call, seq);
        for (const { seq: id, type, ...data } of events) yield { id, event: type, data };
        const coming = moved;
        moved = [];
        for (const about of await this.app.presence.seenOf(call, coming)) yield presenceEvent(upTo, about);
        if (upTo === seq) await bell.untilRungAfter(heard, LOOK_MS, signal);
        seq = upTo;
      }
    } finally {
      unsubscribe();
      leave();
    }
  }
}

/** In no ledger: it stands under the number of the last leaf, so that a reader resumes where he was. */
function presenceEvent(id: number, { articleId, claimId }: PresenceChange): ServerEvent {
  return { id, event: 'presence.changed', data: { object: { type: 'presence', id: claimId }, articleId, claimId } };
}
