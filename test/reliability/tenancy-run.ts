import { newId } from '#platform';
import { sliceOfTime } from './fault-scale.js';
import { Chance, SchemaMaker, type Json } from './fuzz-data.js';
import type { Contract, Endpoint } from './fuzz-contract.js';
import type { FuzzWire } from './fuzz-wire.js';
import type { Received } from './fuzz-checks.js';

/** Somebody of one newsroom, and what no answer to anybody else may hold. */
export interface Tenant {
  readonly name: string;
  /** In everything that this newsroom wrote. */
  readonly mark: string;
  readonly callers: readonly Readonly<Record<string, string>>[];
  /** Ids by kind, and versions where they have one. */
  readonly pool: ReadonlyMap<string, readonly string[]>;
}

export interface TenancyResult {
  readonly requests: number;
  readonly byOperation: ReadonlyMap<string, number>;
  readonly byStatus: ReadonlyMap<number, number>;
  readonly hits: readonly string[];
}

/** A stream does not end, and who signs in is nobody yet: test/api/tenancy.spec.ts has both. */
const LEFT_OUT = new Set(['streamEvents', 'createSession']);
/** About one's own things they would end the credentials of the run. */
const OF_OTHERS_ONLY = new Set(['deleteSession', 'deleteToken', 'changePassword']);
const KINDS: Readonly<Record<string, string>> = {
  reviewerId: 'members',
  onBehalfOf: 'members',
  assigneeId: 'members',
  authorIds: 'members',
  ownerId: 'sources',
  derivesFromId: 'sources',
  vouchedById: 'sources',
  evidenceIds: 'evidence',
  evidenceId: 'evidence',
};
/** The collection that an `{id}` of the path is of; some stand in a folder of their own. */
const kindOfPath = (path: string) => {
  const [, , , kind = '', inner = ''] = path.split('/');
  if (kind === 'imports') return 'page-fetches'; // an import is a page fetched to be read
  return kind === 'archive' ? `archive-${inner}` : kind;
};
const kindOf = (name: string) => KINDS[name] ?? `${name.replace(/Ids?$/, '')}s`;

/** Sends requests of tenants made from the document, with ids of `of`, and looks at every answer. */
export class TenancyRun {
  private readonly byOperation = new Map<string, number>();
  private readonly byStatus = new Map<number, number>();
  private readonly hits: string[] = [];
  private requests = 0;
  private readonly owners: ReadonlyMap<string, Tenant>;

  constructor(
    private readonly wire: FuzzWire,
    private readonly contract: Contract,
    private readonly seed: number,
    tenants: readonly Tenant[],
  ) {
    this.owners = new Map(tenants.flatMap((tenant) => [...tenant.pool.values()].flat().map((id) => [id, tenant])));
  }

  get result(): TenancyResult {
    const { requests, byOperation, byStatus, hits } = this;
    return { requests, byOperation, byStatus, hits };
  }

  /** `count` requests of `by` that name something of `of`: refused each, and telling nothing. */
  async cross(by: Tenant, of: Tenant, count: number): Promise<void> {
    const endpoints = this.contract.endpoints.filter((each) => !LEFT_OUT.has(each.operationId));
    await this.atOnce(count, async (number) => {
      const chance = new Chance(this.seed + number);
      const endpoint = endpoints[number % endpoints.length]!;
      // half of those that name things in a body are about something of one's own
      const mayBeOwn = this.contract.bodySchema(endpoint) && !OF_OTHERS_ONLY.has(endpoint.operationId);
      const about = mayBeOwn && chance.happens(0.5) ? by : of;
      const made = this.made(endpoint, of, chance, about);
      if (made === undefined || made.named.length === 0) return false;
      const received = await this.send(endpoint, made, by, chance);
      const taken = received.status < 400 && (made.inPath || (made.inBody && endpoint.method !== 'GET'));
      if (taken) this.hit(endpoint, `answered ${received.status} to ${by.name}: ${JSON.stringify(made).slice(0, 300)}`);
      this.judge(endpoint, received, of, made.named);
      return true;
    });
  }

  /** `count` requests, each of the next tenant about his own things: no answer holds a mark of another. */
  async mix(tenants: readonly Tenant[], count: number): Promise<void> {
    const endpoints = this.contract.endpoints.filter(
      ({ operationId, method }) => !LEFT_OUT.has(operationId) && (method === 'GET' || WRITTEN.has(operationId)),
    );
    await this.atOnce(count, async (number) => {
      const chance = new Chance(this.seed - 1 - number);
      const by = tenants[number % tenants.length]!;
      const endpoint = endpoints[Math.floor(number / tenants.length) % endpoints.length]!;
      // written now and then, so that there is something new to leak, but lists do not outgrow everything else
      if (WRITTEN.has(endpoint.operationId) && !chance.happens(0.1)) return false;
      const made = this.made(endpoint, by, chance);
      if (made === undefined) return false;
      const received = await this.send(endpoint, made, by, chance);
      for (const other of tenants) if (other !== by) this.judge(endpoint, received, other, []);
      return true;
    });
  }

  private async atOnce(count: number, one: (number: number) => Promise<boolean>): Promise<void> {
    const until = this.requests + count;
    let number = 0;
    const isOver = sliceOfTime();
    const lane = async () => {
      while (this.requests < until && !isOver()) if (await one(number++)) this.requests++;
    };
    await Promise.all(Array.from({ length: 16 }, lane));
  }

  /** A request as the document has it, every id in it one of `of`'s. */
  private made(endpoint: Endpoint, of: Tenant, chance: Chance, about = of) {
    const named: string[] = [];
    const idFrom = (tenant: Tenant, kind: string): string => {
      const ids = tenant.pool.get(kind);
      const id = ids ? chance.of(ids) : newId();
      if (ids && tenant === of) named.push(id);
      return id;
    };
    const kind = kindOfPath(endpoint.path);
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'id' ? idFrom(about, kind) : name === 'number' ? '1' : name === 'name' ? 'report.json' : newId(),
    );
    const inPath = named.length > 0;
    const maker = new SchemaMaker(chance, this.contract.components, (name) => idFrom(of, kindOf(name)));
    const schema = this.contract.bodySchema(endpoint);
    const body = schema && marked(maker.make(schema), about.mark);
    if (body && this.contract.mistakes(schema, body) !== '') return undefined;
    const inBody = named.length > (inPath ? 1 : 0);
    const query = endpoint.parameters
      .filter(({ in: place, name, schema: { format } }) => place === 'query' && (format === 'uuid' || name === 'q'))
      .filter(() => chance.happens(0.5))
      .map(({ name }) => `${name}=${encodeURIComponent(name === 'q' ? of.mark : idFrom(of, kindOf(name)))}`);
    return { url: query.length > 0 ? `${path}?${query.join('&')}` : path, body, named, inPath, inBody };
  }

  private async send(
    endpoint: Endpoint,
    { url, body }: { url: string; body: Json | undefined },
    by: Tenant,
    chance: Chance,
  ): Promise<Received> {
    const headers = {
      ...chance.of(by.callers),
      'idempotency-key': newId(),
      'if-match': '"1"',
      ...(body && { 'content-type': 'application/json' }),
    };
    const bytes = body && Buffer.from(JSON.stringify(body));
    const received = await this.wire.straight({ method: endpoint.method, url, headers, body: bytes });
    this.byOperation.set(endpoint.operationId, (this.byOperation.get(endpoint.operationId) ?? 0) + 1);
    this.byStatus.set(received.status, (this.byStatus.get(received.status) ?? 0) + 1);
    // 503 is the honest answer of a pool that is too small for a moment; the spec says how many there may be
    if (received.status >= 500 && received.status !== 503)
      this.hit(endpoint, `${received.status} ${received.text.slice(0, 200)}`);
    return received;
  }

  /** Marks and ids of a newsroom in an answer, but those that the request itself named. */
  private judge(endpoint: Endpoint, { text }: Received, of: Tenant, named: readonly string[]): void {
    if (text.includes(of.mark)) this.hit(endpoint, `shows words of ${of.name}: ${text.slice(0, 300)}`);
    for (const [id] of text.matchAll(UUID))
      if (this.owners.get(id) === of && !named.includes(id)) this.hit(endpoint, `shows an id of ${of.name}`);
  }

  private hit(endpoint: Endpoint, what: string): void {
    this.hits.push(`${endpoint.operationId}: ${what}`);
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What is written says whose it is. */
function marked(body: unknown, mark: string): Json | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined; // nothing need be said
  const said = Object.entries(body).map(([name, value]) => {
    const isSaid = typeof value === 'string' && ['title', 'name', 'note', 'rationale'].includes(name);
    return [name, isSaid ? `${mark} ${value}`.slice(0, 150) : value];
  });
  return Object.fromEntries(said) as Json;
}

/** What the mixed run writes beside reading: each puts the newsroom's mark somewhere. */
const WRITTEN = new Set(['createSource', 'createArticle', 'createExtraction', 'createReport']);
