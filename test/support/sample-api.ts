import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '#domain';
import { randomSecret } from '#platform';
import { Controller } from '@nestjs/common';
import { pino } from 'pino';
import { z } from 'zod';
import { SessionCookie } from '../../apps/api/src/auth/session.cookie.js';
import { SignIn } from '../../apps/api/src/auth/sign-in.js';
import { isRawBody, type Input } from '../../apps/api/src/contract/input.js';
import { EventStreams, type EventSource, type ServerEvent } from '../../apps/api/src/events/event.streams.js';
import { answer } from '../../apps/api/src/http/answer.js';
import { Operation } from '../../apps/api/src/http/operation.decorator.js';
import { readCursor, writeCursor } from '../../apps/api/src/http/page.cursor.js';
import { start, type RunningApi, type StartOptions } from '../../apps/api/src/start.js';
import { MemoryDirectory } from './memory-directory.js';
import {
  createArticle,
  createCapture,
  createSession,
  deleteToken,
  downloadReportFile,
  getMe,
  getSource,
  listArticles,
  OPERATIONS,
  streamEvents,
  updateArticle,
  updateMe,
} from './sample-operations.js';

/** What the sample's use cases were called with, newest last. */
export const calls: unknown[] = [];
/** Errors that getSource throws, by the id asked for. */
export const failures = new Map<string, unknown>();
export const ARTICLE_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

@Controller()
export class SampleController {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly streams: EventStreams,
  ) {}

  @Operation(createSession)
  async createSession({ body, visit }: Input<typeof createSession>) {
    const { memberId } = await this.signIn.withPassword(body.email, body.password, visit.ip);
    return answer({ id: memberId }, { headers: { 'set-cookie': this.cookie.issue(randomSecret()) } });
  }

  @Operation(getMe)
  async getMe({ call }: Input<typeof getMe>) {
    const { requestId, via } = call.agent;
    return { id: call.actor.memberId, requestId, via, locale: call.locale };
  }

  @Operation(updateMe)
  async updateMe({ body }: Input<typeof updateMe>) {
    return { value: { locale: body.locale }, ledgerSeq: 7, replayed: false };
  }

  @Operation(listArticles)
  async listArticles({ call, query }: Input<typeof listArticles>) {
    const scope = { operation: 'listArticles', newsroomId: call.actor.newsroomId, filters: query };
    const after = readCursor(scope, query.cursor, z.int()) ?? 0;
    const items = Array.from({ length: query.limit }, (_, i) => ({
      id: ARTICLE_ID,
      title: `مادة ${after + i + 1}`,
      version: 1,
    }));
    return { items, next: writeCursor(scope, after + query.limit) };
  }

  @Operation(createArticle)
  async createArticle({ call, body }: Input<typeof createArticle>) {
    calls.push({ call, body });
    return {
      value: { id: ARTICLE_ID, title: body.title, version: 1 },
      ledgerSeq: 41,
      replayed: body.title === 'again',
    };
  }

  @Operation(updateArticle)
  async updateArticle({ call, params, body }: Input<typeof updateArticle>) {
    if (params.id !== ARTICLE_ID) throw new Refusal('not-found', { kind: 'article', id: params.id });
    if (body.title === 'not mine')
      throw new Refusal('relation-forbidden', { operation: 'updateArticle', reason: 'own-article' });
    if (call.ifMatch === undefined) throw new Refusal('precondition-required', { header: 'If-Match' });
    if (call.ifMatch !== 3) throw new Refusal('version-stale', { currentVersion: 3 });
    return { value: { id: params.id, title: body.title, version: 4 }, ledgerSeq: 42, replayed: false };
  }

  @Operation(deleteToken)
  async deleteToken(_input: Input<typeof deleteToken>) {
    return { value: undefined, ledgerSeq: 43, replayed: false };
  }

  @Operation(createCapture)
  async createCapture({ body }: Input<typeof createCapture>) {
    if (!isRawBody(body)) throw new Error('a capture has bytes');
    return {
      value: { id: ARTICLE_ID, bytes: body.bytes.length, type: body.contentType },
      ledgerSeq: 44,
      replayed: false,
    };
  }

  @Operation(getSource)
  async getSource({ params }: Input<typeof getSource>): Promise<{ id: string }> {
    const failure = failures.get(params.id);
    if (failure) throw failure as Error;
    if (params.id === 'slow') await slowRequests.one();
    return { id: params.id };
  }

  @Operation(streamEvents)
  async streamEvents({ events }: Input<typeof streamEvents>) {
    return this.streams.follow(events, happenings);
  }

  @Operation(downloadReportFile)
  async downloadReportFile({ params }: Input<typeof downloadReportFile>) {
    const bytes = Buffer.from('id,claim\r\n1,معلومة\r\n');
    if (params.name === 'report.txt') return Readable.from([bytes]);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="report.csv"',
    };
    return answer(bytes, { headers });
  }
}

/** Requests that take their time, and how many of them are under way. */
export const slowRequests = {
  running: 0,
  async one(): Promise<void> {
    this.running++;
    await wait(600);
    this.running--;
  },
};

/** A source of events that anyone may feed; new readers get what came after the event they name. */
export class Happenings {
  private readonly kept: ServerEvent[] = [];
  private readonly bell = new EventEmitter().setMaxListeners(100);
  /** Readers who are listening right now. */
  readers = 0;

  tell(data: unknown): void {
    this.kept.push({ id: this.kept.length + 1, event: 'claim.changed', data });
    this.bell.emit('ring');
  }

  async *after(after: number | undefined, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    this.readers += 1;
    try {
      for (let next = after ?? this.kept.length; !signal.aborted;) {
        const event = this.kept[next];
        if (event) {
          next += 1;
          yield event;
        } else await once(this.bell, 'ring', { signal }).catch(() => undefined);
      }
    } finally {
      this.readers -= 1;
    }
  }
}
export const happened = new Happenings();
const happenings: EventSource = (after, signal) => happened.after(after, signal);

export interface Sample extends RunningApi {
  readonly directory: MemoryDirectory;
  readonly logged: string[];
}

/** A listening server of the sample, on a port of its own. */
export async function startSample(options: Partial<StartOptions> = {}): Promise<Sample> {
  const directory = new MemoryDirectory();
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const running = await start({
    host: '127.0.0.1',
    port: 0,
    log,
    directory,
    operations: OPERATIONS,
    controllers: [SampleController],
    ready: async () => ({ ready: true, checks: { database: true } }),
    checkAnswers: true,
    ...options,
  });
  return { ...running, url: `http://127.0.0.1:${running.port}`, directory, logged };
}
