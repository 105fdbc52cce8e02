import { ConnectionError, ProblemError } from '../problem/problem.error.js';
import { pause } from '../request/retry.plan.js';
import { EventParser } from './event.parser.js';

/** Something that happened in the newsroom. `id` is its place in the audit ledger, from which one resumes. */
export interface NewsroomEvent {
  readonly id: number;
  /** Such as `claim.changed` or `verdict.given`. */
  readonly type: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly articleId: string | null;
  readonly claimId: string | null;
}

export interface EventTerms {
  /** The last event already known; those after it follow without a gap. Absent: from now on. */
  readonly after?: number;
  readonly signal?: AbortSignal;
  /** Told each time the connection is lost, before it is made again. */
  readonly onLost?: (error: unknown) => void;
}

/** A live server beats every four seconds; after so much silence the connection is dead, whatever TCP believes. */
const SILENCE_MS = 30_000;
const REOPEN_MS = 2_000;

export type OpenStream = (lastEventId: number, signal: AbortSignal) => Promise<Response>;

/**
 * Events from `terms.after` on, over as many connections as it takes; ends when the signal is given.
 * @throws ProblemError when the server refuses for good: signed out, or not allowed
 */
export async function* follow(
  open: OpenStream,
  after: number,
  { signal, onLost }: EventTerms,
  silenceMs = SILENCE_MS,
): AsyncGenerator<NewsroomEvent> {
  let last = after;
  let reopenMs = REOPEN_MS;
  while (!signal?.aborted) {
    try {
      for await (const block of blocks(open, last, signal, silenceMs)) {
        if (signal?.aborted) return; // several may have come at once
        if (block.retry !== undefined) reopenMs = block.retry;
        if (block.id === undefined || block.data === undefined) continue;
        last = Number(block.id);
        const data = JSON.parse(block.data) as Omit<NewsroomEvent, 'id' | 'type'>;
        yield { id: last, type: block.event ?? 'message', ...data };
      }
      if (!signal?.aborted) onLost?.(new Error('the server ended the stream'));
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ProblemError) throw error;
      onLost?.(error);
    }
    await pause(reopenMs / 2 + (Math.random() * reopenMs) / 2, signal).catch(() => undefined);
  }
}

async function* blocks(
  open: OpenStream,
  last: number,
  outer: AbortSignal | undefined,
  silenceMs: number,
): AsyncGenerator<ReturnType<EventParser['take']>[number]> {
  const connection = new AbortController();
  const leave = () => connection.abort(outer?.reason);
  outer?.addEventListener('abort', leave, { once: true });
  let silence = setTimeout(() => connection.abort(new Error('silence')), silenceMs);
  try {
    const response = await open(last, connection.signal);
    if (!response.body) throw new ConnectionError(response.url, 1, 'no body');
    const parser = new EventParser();
    const decoder = new TextDecoder();
    for await (const bytes of chunks(response.body)) {
      clearTimeout(silence);
      silence = setTimeout(() => connection.abort(new Error('silence')), silenceMs);
      yield* parser.take(decoder.decode(bytes, { stream: true }));
    }
  } finally {
    clearTimeout(silence);
    outer?.removeEventListener('abort', leave);
    connection.abort();
  }
}

/** By a reader, not by `for await`: not every browser iterates a body. */
async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
