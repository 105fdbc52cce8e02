import 'reflect-metadata';
import { openApplication, type Application } from '#application';
import type { PolicyPreset, Role } from '#domain';
import { createLog, newId, randomSecret } from '#platform';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { productOf } from '../../apps/api/src/api.js';
import { buildServer } from '../../apps/api/src/server.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { blindness, othersCanaries, type Canary } from './model-canary.js';

// What an answer says is looked at, not typed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;

export interface ModelPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly token: string;
}

export interface ModelRoom {
  readonly name: 'A' | 'B';
  readonly id: string;
  readonly people: readonly ModelPerson[];
}

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: Any;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  /** A body that is no JSON, and its type. */
  readonly raw?: { readonly type: string; readonly text: string };
  readonly version?: number | undefined;
}

/** Of what was asked for and done, how often it is asked for again. */
const ONE_REPEATED_IN = 5;

/** Who may take part: three who judge at a small desk, so that its exceptions apply, five elsewhere, one of them in two roles. */
const CAST: Readonly<Record<'small' | 'large', readonly (readonly [string, readonly Role[]])[]>> = {
  small: [
    ['editor', ['editor']],
    ['salma', ['reviewer']],
    ['omar', ['reviewer']],
    ['writer', ['writer']],
    ['admin', ['admin']],
  ],
  large: [
    ['editor', ['editor']],
    ['head', ['head']],
    ['salma', ['reviewer']],
    ['omar', ['reviewer']],
    ['lina', ['reviewer', 'editor']],
    ['writer', ['writer']],
    ['viewer', ['viewer']],
    ['admin', ['admin']],
  ],
};

/**
 * Two newsrooms on one database, asked through the whole server without a socket in between. Every answer is read for what its
 * reader must not see, whatever was asked.
 */
export class ModelWorld {
  readonly canaries: Canary[] = [];
  /** Answers that showed what they must not, and answers no client should get. */
  readonly leaks: string[] = [];
  asked = 0;
  done = 0;
  private posted = 0;

  private constructor(
    readonly database: FreshDatabase,
    readonly application: Application,
    readonly preset: PolicyPreset,
    readonly rooms: readonly [ModelRoom, ModelRoom],
    /** Sees everything, past row-level security. */
    readonly look: Client,
    private readonly fastify: FastifyInstance,
    private readonly shut: () => Promise<void>,
  ) {}

  static async open(preset: PolicyPreset): Promise<ModelWorld> {
    const database = await freshDatabase();
    const log = createLog('test', 'silent');
    const opened = await openApplication({
      connection: database,
      poolSize: 4,
      name: 'isnad test',
      log,
      poolWaitMs: 30_000,
    });
    const server = await buildServer({ ...productOf(opened), host: '127.0.0.1', log });
    const look = new Client({ connectionString: database.superuserUrl });
    await look.connect();
    const cast = CAST[preset === 'small-desk' ? 'small' : 'large'];
    const rooms = [
      await found(opened.application, 'A', preset, cast),
      await found(opened.application, 'B', preset, cast),
    ] as const;
    return new ModelWorld(database, opened.application, preset, rooms, look, server.fastify, async () => {
      await look.end();
      await server.app.close();
      await opened.close();
      await database.drop();
    });
  }

  close(): Promise<void> {
    return this.shut();
  }

  /** Words that give away whoever shows them: a verdict's reasons and a note on evidence while their reader is blind, all elsewhere. */
  canary(room: ModelRoom, by: ModelPerson, kind: Canary['kind'], claimId: string | null = null): string {
    const mark = `⟦${room.name}${this.canaries.length}⟧`;
    this.canaries.push({ mark, room: room.name, kind, by: by.id, claimId });
    return mark;
  }

  /** Asks once, and of what was done now and then a second time, as if the answer had been lost. */
  async ask(room: ModelRoom, by: ModelPerson, request: Request): Promise<Answer> {
    this.asked++;
    const key = newId();
    const answer = await this.answered(room, by, request, key);
    if (answer.status < 300) this.done++;
    if (request.method === 'POST' && answer.status < 300 && ++this.posted % ONE_REPEATED_IN === 0)
      await this.repeat(room, by, request, key, answer);
    return answer;
  }

  /** The same key has the same answer and no effect; with another body it is refused. */
  private async repeat(room: ModelRoom, by: ModelPerson, request: Request, key: string, first: Answer): Promise<void> {
    const what = `${request.method} ${request.path} as ${by.name}, asked again under its key`;
    const before = await this.recorded(room);
    const again = await this.answered(room, by, request, key);
    if (again.status !== first.status) this.leaks.push(`${what}: ${again.status} ${again.code} after ${first.status}`);
    if (again.body.id !== first.body.id) this.leaks.push(`${what}: made ${again.body.id} after ${first.body.id}`);
    const other = inOtherWords(request.body);
    if (other !== undefined) {
      const { status } = await this.answered(room, by, { ...request, body: other }, key);
      if (status < 400) this.leaks.push(`${what} with another body: ${status}`);
    }
    const after = await this.recorded(room);
    if (after !== before) this.leaks.push(`${what}: ${after - before} more changes`);
  }

  /** How many changes the ledger of a newsroom tells. */
  private async recorded({ id }: ModelRoom): Promise<number> {
    const counted = 'SELECT count(*)::int AS changes FROM ledger_leaf WHERE newsroom_id = $1';
    const { rows } = await this.look.query<{ changes: number }>(counted, [id]);
    return rows[0]!.changes;
  }

  private async answered(
    room: ModelRoom,
    by: ModelPerson,
    { method, path, body, raw, version }: Request,
    key: string,
  ): Promise<Answer> {
    const answered = await this.fastify.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: '127.0.0.1',
        authorization: `Bearer ${by.token}`,
        ...(method === 'POST' && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(raw !== undefined && { 'content-type': raw.type }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
      ...(raw !== undefined && { payload: raw.text }),
    });
    const { statusCode: status, payload: text } = answered;
    if (status >= 500) this.leaks.push(`${method} ${path} as ${by.name}: ${status} ${text.slice(0, 300)}`);
    await this.readFor(room, by, `${method} ${path} as ${by.name} of ${room.name}`, text);
    const isJson = String(answered.headers['content-type']).includes('json');
    const parsed = isJson && text !== '' ? JSON.parse(text) : {};
    return { status, code: parsed.code ?? '', body: parsed };
  }

  /** Looks for canaries that this reader must not see. */
  private async readFor(room: ModelRoom, reader: ModelPerson, where: string, text: string): Promise<void> {
    for (const canary of othersCanaries(this.canaries, reader.id, text)) {
      if (canary.room !== room.name) this.leaks.push(`${where}: shows ${canary.kind} of newsroom ${canary.room}`);
      else if (canary.claimId !== null && (await this.isBlind(reader, canary)))
        this.leaks.push(`${where}: shows a ${canary.kind} on ${canary.claimId} to someone who must still judge it`);
    }
  }

  /** What was found on one claim is shown on those it was carried to as well: by a merge, or with a precedent. */
  private async isBlind(reader: ModelPerson, { kind, mark, claimId }: Canary): Promise<boolean> {
    const carried =
      kind === 'note' ? 'SELECT claim_id AS id FROM evidence WHERE position($1 in note) > 0' : 'SELECT $1::uuid AS id';
    const { rows } = await this.look.query<{ id: string }>(carried, [kind === 'note' ? mark : claimId]);
    for (const { id } of rows) if (!(await blindness(this.look, this.preset, reader, id))) return false;
    return true;
  }
}

/** A body that asks for the same in other words, where it has words. */
function inOtherWords(body: unknown): object | undefined {
  const words = Object.entries(body ?? {}).find(([name]) => ['text', 'rationale', 'note', 'reason'].includes(name));
  return words && typeof words[1] === 'string' ? { ...(body as object), [words[0]]: `${words[1]} أيضًا` } : undefined;
}

async function found(
  { founding }: Application,
  name: ModelRoom['name'],
  preset: PolicyPreset,
  cast: (typeof CAST)['small'],
): Promise<ModelRoom> {
  const slug = `room-${name.toLowerCase()}-${newId().slice(-12)}`;
  const members = cast.map(([person, roles]) => ({
    email: `${person}@${slug}.example`,
    name: person,
    roles,
    locale: 'ar' as const,
    password: randomSecret(),
  }));
  const made = await founding.found({ slug, name: slug, locale: 'ar', preset, members });
  const people: ModelPerson[] = [];
  for (const [index, { id }] of made.members.entries()) {
    const [person, roles] = cast[index]!;
    people.push({ id, name: person, roles, token: await founding.token(made.newsroomId, id, 'model') });
  }
  return { name, id: made.newsroomId, people };
}
