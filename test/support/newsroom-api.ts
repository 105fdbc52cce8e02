import 'reflect-metadata';
import { openApplication, type Application } from '#application';
import { createClient, type Client } from '#client';
import type { PolicyPreset, Role } from '#domain';
import { randomBytesOf, newId, randomSecret, type ProviderSettings } from '#platform';
import { pino } from 'pino';
import { productOf } from '../../apps/api/src/api.js';
import { start, type RunningApi } from '../../apps/api/src/start.js';
import { ask, bearer, type Asked } from './ask.js';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

/** One member of a test newsroom, speaking HTTP with a token of every scope. */
export class Person {
  /** As an integrator speaks: what is prepared for a test goes this way, what is asked of the server itself goes by `send`. */
  readonly client: Client;

  constructor(
    private readonly base: string,
    readonly id: string,
    readonly email: string,
    readonly password: string,
    readonly token: string,
  ) {
    // a refusal that comes once would be hidden by asking again
    this.client = createClient({ url: base, token, language: 'ar', retry: { attempts: 1 } });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Asked> {
    return this.send('GET', path, undefined, headers);
  }

  /** With a fresh idempotency key unless one is given. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Asked> {
    return this.send('POST', path, body, { 'idempotency-key': newId(), ...headers });
  }

  patch(path: string, body: unknown, version: number): Promise<Asked> {
    return this.send('PATCH', path, body, ifMatch(version));
  }

  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Asked> {
    return ask(`${this.base}/api/v1${path}`, method, { ...bearer(this.token), ...headers }, body);
  }
}

export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

export interface Newsroom {
  readonly id: string;
  readonly editor: Person;
  readonly secondEditor: Person;
  readonly salma: Person;
  readonly omar: Person;
  readonly writer: Person;
  readonly viewer: Person;
  readonly admin: Person;
}

export interface NewsroomApi extends RunningApi {
  readonly database: FreshDatabase;
  readonly application: Application;
  readonly logged: string[];
  /** What secrets are sealed under, for a worker beside it. */
  readonly secretsKey: Uint8Array;
  found(preset?: PolicyPreset): Promise<Newsroom>;
}

const PEOPLE: readonly [keyof Newsroom, Role][] = [
  ['editor', 'editor'],
  ['secondEditor', 'editor'],
  ['salma', 'reviewer'],
  ['omar', 'reviewer'],
  ['writer', 'writer'],
  ['viewer', 'viewer'],
  ['admin', 'admin'],
];

/** The real server on a fresh database, every answer checked against its contract. */
export async function startNewsroomApi(
  poolSize = 20,
  ownDatabase?: FreshDatabase,
  adminFolder?: string,
  provider?: ProviderSettings,
): Promise<NewsroomApi> {
  const database = ownDatabase ?? (await freshDatabase());
  const logged: string[] = [];
  const secretsKey = randomBytesOf(32);
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const opened = await openApplication({
    connection: database,
    poolSize,
    name: 'isnad test',
    log,
    poolWaitMs: 30_000, // on a machine at its limit a new connection takes longer than requests shall wait for one
    provider,
    secretsKey,
  });
  const running = await start({
    ...productOf(opened),
    host: '127.0.0.1',
    port: 0,
    log,
    checkAnswers: true,
    adminFolder,
  });
  const url = `http://127.0.0.1:${running.port}`;
  return {
    ...running,
    url,
    database,
    application: opened.application,
    logged,
    secretsKey,
    found: (preset = 'standard') => foundNewsroom(opened.application, url, preset),
    stop: async () => {
      await running.stop();
      await opened.close();
      await database.drop();
    },
  };
}

/** A newsroom with one person a role, each with a token of every scope. */
export async function foundNewsroom(application: Application, url: string, preset: PolicyPreset): Promise<Newsroom> {
  const slug = `room-${newId().slice(-12)}`;
  const members = PEOPLE.map(([name, role]) => ({
    email: `${name.toLowerCase()}@${slug}.example`,
    name,
    roles: [role],
    locale: 'ar' as const,
    password: randomSecret(),
  }));
  const { newsroomId, members: made } = await application.founding.found({
    slug,
    name: slug,
    locale: 'ar',
    preset,
    members,
  });
  const people = await Promise.all(
    made.map(async ({ id, email, password }, index) => {
      const token = await application.founding.token(newsroomId, id, 'test');
      return [PEOPLE[index]![0], new Person(url, id, email, password, token)] as const;
    }),
  );
  return { id: newsroomId, ...Object.fromEntries(people) } as unknown as Newsroom;
}
