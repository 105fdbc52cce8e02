import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { EventTerms } from '../contract/input.js';

/** One thing that happened; `id` is its ledger sequence, from which a reader resumes. */
export interface ServerEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** Opens the events after a sequence number; `signal` says that the reader has gone. */
export type EventSource = (after: number | undefined, signal: AbortSignal) => AsyncIterable<ServerEvent>;

/** How often a silent stream shows that it lives, and checks that its reader still may read: a revocation holds within it. */
const BEAT_MS = 4000;
/** What a reader waits before it connects again, with some spread so that a restart is not answered by everybody at once. */
const RETRY_MS = 2000;

/** All open event streams of this process. */
export class EventStreams {
  private readonly open = new Set<AbortController>();
  private closing = false;

  constructor(private readonly beatMs = BEAT_MS) {}

  get count(): number {
    return this.open.size;
  }

  /** A stream for one reader, to be answered as `text/event-stream`. Reads on from the source only as fast as the reader does. */
  follow({ after, stillMay }: EventTerms, source: EventSource): Readable {
    const ending = new AbortController();
    const stream = Readable.from(this.lines(source(after, ending.signal), stillMay, ending.signal), {
      objectMode: false,
    });
    this.open.add(ending);
    stream.once('close', () => {
      ending.abort();
      this.open.delete(ending);
    });
    if (this.closing) ending.abort();
    return stream;
  }

  /** Ends every stream cleanly; those opened from now on end at once. */
  closeAll(): void {
    this.closing = true;
    for (const ending of this.open) ending.abort();
  }

  private async *lines(
    events: AsyncIterable<ServerEvent>,
    stillMay: EventTerms['stillMay'],
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    const iterator = events[Symbol.asyncIterator]();
    const gone = new Promise<'gone'>((resolve) =>
      signal.addEventListener('abort', () => resolve('gone'), { once: true }),
    );
    try {
      yield `retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_MS)}\n\n`;
      let next = nextOf(iterator);
      while (!signal.aborted) {
        const beat = new AbortController();
        const came = await Promise.race([next, gone, this.beat(beat.signal)]);
        beat.abort();
        if (came === 'gone') return;
        if (came === 'beat') {
          if (!(await stillMay())) return;
          yield ':\n\n';
        } else if (came.done) return;
        else {
          yield written(came.value);
          next = nextOf(iterator);
        }
      }
    } finally {
      // not awaited: a source that waits for its next event ends by the signal, not by being asked
      void Promise.resolve(iterator.return?.()).catch(() => undefined);
    }
  }

  private beat(signal: AbortSignal): Promise<'beat' | 'gone'> {
    return wait(this.beatMs, 'beat' as const, { signal, ref: false }).catch(() => 'gone' as const);
  }
}

/** The next event; its failure is heard by whoever awaits it, and by nobody when the reader has gone before. */
function nextOf(iterator: AsyncIterator<ServerEvent>): Promise<IteratorResult<ServerEvent, unknown>> {
  const next = iterator.next();
  next.catch(() => undefined);
  return next;
}

/** JSON has no raw line breaks, so one data line is always enough. */
function written({ id, event, data }: ServerEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
