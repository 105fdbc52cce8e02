import 'reflect-metadata';
import { EventEmitter, once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal, type Role, type Scope } from '#domain';
import { newId, newToken, PasswordHasher, randomSecret, sha256 } from '#platform';
import { Controller } from '@nestjs/common';
import { pino } from 'pino';
import { z } from 'zod';
import type { CredentialDirectory, CredentialHolder, Login } from '../../apps/api/src/auth/identity.js';
import { SessionCookie } from '../../apps/api/src/auth/session.cookie.js';
import { SignIn } from '../../apps/api/src/auth/sign-in.js';
import { isRawBody, type Input } from '../../apps/api/src/contract/input.js';
import { EVENT_STREAM, operation } from '../../apps/api/src/contract/operation.js';
import { anyOf, Id, label, nothing, PAGE, pageOf, Version } from '../../apps/api/src/contract/wire.js';
import { EventStreams, type EventSource, type ServerEvent } from '../../apps/api/src/events/event.streams.js';
import { answer } from '../../apps/api/src/http/answer.js';
import { Operation } from '../../apps/api/src/http/operation.decorator.js';
import { readCursor, writeCursor } from '../../apps/api/src/http/page.cursor.js';
import { start, type RunningApi, type StartOptions } from '../../apps/api/src/start.js';

/** A small newsroom kept in memory: enough of one to hold the HTTP layer to its promises without a database. */
export class MemoryDirectory implements CredentialDirectory {
  private readonly sessions = new Map<string, CredentialHolder>();
  private readonly tokens = new Map<string, CredentialHolder>();
  private readonly logins = new Map<string, Login>();
  private readonly tries = new Map<string, { since: number; count: number }>();
  /** How often the store was asked, to show that bad checksums never reach it. */
  asked = 0;

  session(roles: readonly Role[], more: Partial<CredentialHolder> = {}): string {
    const secret = randomSecret();
    this.sessions.set(sha256(secret).toString('hex'), holder(roles, null, more));
    return secret;
  }

  token(roles: readonly Role[], scopes: readonly Scope[], more: Partial<CredentialHolder> = {}): string {
    const token = newToken('pat');
    this.tokens.set(sha256(token).toString('hex'), holder(roles, scopes, more));
    return token;
  }

  revoke(token: string): void {
    const hash = sha256(token).toString('hex');
    this.tokens.set(hash, { ...this.tokens.get(hash)!, fault: 'revoked' });
  }

  async login(email: string, password: string): Promise<void> {
    const passwordHash = await new PasswordHasher().hash(password);
    this.logins.set(email, { newsroomId: newId(), memberId: newId(), passwordHash });
  }

  async findSession(hash: Buffer): Promise<CredentialHolder | null> {
    this.asked += 1;
    return this.sessions.get(hash.toString('hex')) ?? null;
  }

  async findToken(hash: Buffer): Promise<CredentialHolder | null> {
    this.asked += 1;
    return this.tokens.get(hash.toString('hex')) ?? null;
  }

  async findLogins(email: string): Promise<Login[]> {
    return [this.logins.get(email)].filter((login) => login !== undefined);
  }

  async takeThrottle(key: string, limit: number, windowSeconds: number): Promise<number> {
    const now = Date.now();
    const known = this.tries.get(key);
    const entry = known && known.since > now - windowSeconds * 1000 ? known : { since: now, count: 0 };
    entry.count += 1;
    this.tries.set(key, entry);
    return entry.count > limit ? windowSeconds : 0;
  }
}

function holder(
  roles: readonly Role[],
  scopes: readonly Scope[] | null,
  more: Partial<CredentialHolder>,
): CredentialHolder {
  return {
    credentialId: newId(),
    newsroomId: newId(),
    memberId: newId(),
    kind: 'person',
    roles,
    scopes,
    authenticatedAt: scopes ? null : new Date(),
    locale: 'ar',
    fault: null,
    lacksSecondFactor: false,
    ...more,
  };
}

const Article = z.strictObject({ id: Id, title: z.string(), version: Version });
const en = (text: string) => ({ en: text, ar: text });

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/sessions',
  summary: en('Sign in'),
  body: z.strictObject({ email: z.string().max(320), password: z.string().max(128) }),
  answers: { 201: z.strictObject({ id: Id }) },
  public: true,
});
export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  summary: en('Who am I'),
  answers: { 200: z.strictObject({ id: Id, requestId: z.string(), via: z.string(), locale: z.string() }) },
});
export const updateMe = operation({
  id: 'updateMe',
  method: 'PATCH',
  path: '/me',
  summary: en('Change my own'),
  body: z.strictObject({ locale: z.enum(['ar', 'en']) }),
  answers: { 200: z.strictObject({ locale: z.string() }) },
});
export const listArticles = operation({
  id: 'listArticles',
  method: 'GET',
  path: '/articles',
  summary: en('Articles'),
  query: z.strictObject({ ...PAGE, state: anyOf(['checking', 'ready']).optional(), q: z.string().max(200).optional() }),
  answers: { 200: pageOf(Article) },
});
export const createArticle = operation({
  id: 'createArticle',
  method: 'POST',
  path: '/articles',
  summary: en('Post an article'),
  body: z.strictObject({
    title: label(300),
    text: z.string().max(2_000_000).optional(),
    count: z.number().optional(),
    tags: z.array(z.string()).optional(),
    blocks: z.array(z.strictObject({ field: z.enum(['title', 'body']), text: z.string() })).optional(),
  }),
  bodyLimit: 64 * 1024,
  answers: { 201: Article },
  location: '/articles/{id}',
  idempotency: 'required',
});
export const updateArticle = operation({
  id: 'updateArticle',
  method: 'PATCH',
  path: '/articles/{id}',
  summary: en('Change an article'),
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ title: label(300) }),
  answers: { 200: Article },
  ifMatch: true,
});
export const deleteToken = operation({
  id: 'deleteToken',
  method: 'DELETE',
  path: '/tokens/{id}',
  summary: en('Revoke a token'),
  params: z.strictObject({ id: Id }),
  answers: { 204: nothing },
});
export const createCapture = operation({
  id: 'createCapture',
  method: 'POST',
  path: '/captures',
  summary: en('Keep a copy'),
  raw: { types: ['application/pdf', 'image/*'], limitBytes: 1024 * 1024 },
  answers: { 201: z.strictObject({ id: Id, bytes: z.int(), type: z.string() }) },
});
export const getSource = operation({
  id: 'getSource',
  method: 'GET',
  path: '/sources/{id}',
  summary: en('Fails in the way its name says'),
  params: z.strictObject({ id: z.string() }),
  answers: { 200: z.strictObject({ id: z.string() }) },
});

export const streamEvents = operation({
  id: 'streamEvents',
  method: 'GET',
  path: '/events',
  summary: en('What happens'),
  answers: { 200: z.unknown() },
  mediaType: EVENT_STREAM,
});
export const downloadReportFile = operation({
  id: 'downloadReportFile',
  method: 'GET',
  path: '/reports/{id}/files/{name}',
  summary: en('A file'),
  params: z.strictObject({ id: Id, name: z.enum(['report.csv', 'report.txt']) }),
  answers: { 200: z.unknown() },
  mediaType: 'application/octet-stream',
});
export const OPERATIONS = [
  createSession,
  getMe,
  updateMe,
  listArticles,
  createArticle,
  updateArticle,
  deleteToken,
  createCapture,
  getSource,
  streamEvents,
  downloadReportFile,
];

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
