import { newId, newToken } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FuzzWire } from './fuzz-wire.js';
import { findingsOf, type Finding, type Received, type Sent } from './fuzz-checks.js';
import type { Contract, Endpoint, Parameter } from './fuzz-contract.js';
import { broken, Chance, rawBody, SchemaMaker, type Schema } from './fuzz-data.js';
import { FuzzPool } from './fuzz-pool.js';
import { tamed } from './fuzz-sense.js';

/** Somebody a request can come from. */
export interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FuzzRun {
  readonly wire: FuzzWire;
  readonly contract: Contract;
  readonly callers: readonly Caller[];
  /** Ids by kind (`claims`, `articles`, …, the first part of a path); grows with what requests make. */
  readonly pool: Map<string, string[]>;
  readonly seed: number;
  readonly count: number;
  /** Whether to stop before. */
  readonly isOver?: () => boolean;
}

export interface FuzzResult {
  readonly requests: number;
  /** How many were told to come again. */
  readonly shed: number;
  /** How many requests each operation got, and how many of them it did. */
  readonly byOperation: ReadonlyMap<string, { asked: number; done: number }>;
  readonly findings: ReadonlyMap<string, { finding: Finding; times: number; example: string }>;
}

export const AT_ONCE = 8;
/** How often a request told to come again does so. */
const COME_AGAIN = 4;
/** Sends requests made from the document, checks every answer; `checks` by several requests follow what was made. */
export class Fuzzer {
  private readonly byOperation = new Map<string, { asked: number; done: number }>();
  private readonly findings = new Map<string, { finding: Finding; times: number; example: string }>();
  private requests = 0;
  private turn = 0;
  private shed = 0;

  private readonly pool: FuzzPool;

  constructor(private readonly run: FuzzRun) {
    this.pool = new FuzzPool(run.pool);
  }

  async go(): Promise<FuzzResult> {
    let number = 0;
    const { count, isOver = () => false } = this.run;
    const work = async () => {
      while (this.requests < count && !isOver()) await this.one(number++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { requests: this.requests, shed: this.shed, byOperation: this.byOperation, findings: this.findings };
  }

  private async one(number: number): Promise<void> {
    const chance = new Chance(this.run.seed * 1_000_003 + number);
    const { endpoints } = this.run.contract;
    // every operation in turn, so that none depends on luck
    const made = this.made(endpoints[number % endpoints.length]!, chance);
    if (!made) return;
    const sent = await this.afterReading(made, chance);
    const received = await this.sendPatiently(sent);
    this.note(sent, received, findingsOf(this.run.contract, sent, received));
    this.pool.learn(sent, received);
    if (received.status === 201) await this.followUp(sent, received);
    if (sent.method === 'DELETE' && received.status === 204) await this.useAfterFree(sent);
  }

  /**
   * A server on a machine that has too much to do may say 503 and when to come again; after a few times it must answer. Every such
   * answer is counted, and the whole run may have few.
   */
  private async sendPatiently(sent: Sent): Promise<Received> {
    for (let turn = 1; ; turn++) {
      const received = await this.send(sent);
      const wait = Number(received.headers['retry-after']);
      if (received.status !== 503 || !(wait > 0) || turn > COME_AGAIN) return received;
      this.shed += 1;
      await sleep(wait * 1000);
    }
  }

  /** Most who change something have just read it, and name the version they read. */
  private async afterReading(sent: Sent, chance: Chance): Promise<Sent> {
    if (!sent.headers['if-match'] || chance.happens(0.2)) return sent;
    const url = sent.url.split(/[/?]/).slice(0, 5).join('/');
    const { authorization, cookie } = sent.headers;
    const headers = { ...(authorization && { authorization }), ...(cookie && { cookie }) };
    const endpoint = this.run.contract.endpoints.find((each) => each.method === 'GET' && matches(each.path, url));
    if (!endpoint) return sent;
    const nature = sent.nature === 'valid' ? 'valid' : 'broken';
    const reading: Sent = { endpoint, method: 'GET', url, headers, nature };
    const received = await this.sendPatiently(reading);
    this.note(reading, received, findingsOf(this.run.contract, reading, received));
    const { version } = (received.json ?? {}) as { version?: number };
    return version === undefined ? sent : { ...sent, headers: { ...sent.headers, 'if-match': `"${version}"` } };
  }

  private made(endpoint: Endpoint, chance: Chance): Sent | undefined {
    const { contract, callers } = this.run;
    const maker = new SchemaMaker(chance, contract.components, (name) =>
      this.pool.idFor(name, endpoint.operationId, chance),
    );
    const schema = contract.bodySchema(endpoint);
    const drawn = this.natureOf(endpoint, schema, chance);
    const query = this.query(endpoint, maker, chance, drawn === 'broken' && !schema);
    // what cannot be read as an address is refused before anything else is asked
    const path = this.path(endpoint, chance, drawn === 'valid' || drawn === 'broken');
    const url = `${path.text}${query.text}`;
    const nature = path.hostile && drawn === 'valid' ? 'broken' : drawn;
    const headers: Record<string, string> = {
      'accept-language': chance.of(['ar', 'en']),
      ...(nature !== 'no-auth' && endpoint.security.length > 0 && chance.of(callers).headers),
      ...(nature === 'no-auth' && chance.happens(0.5) && { authorization: `Bearer ${newToken('pat')}` }),
      ...this.conditions(endpoint, url, chance),
    };
    if (nature === 'no-header') for (const name of requiredHeaders(endpoint)) delete headers[name];
    const base = { endpoint, method: endpoint.method, url, headers, nature };
    if (nature === 'wrong-method') {
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (each) => !contract.methodsOf(endpoint.path).includes(each),
      );
      return { ...base, method: chance.of(others) };
    }
    if (endpoint.requestBody && !schema)
      return { ...base, body: Buffer.from('نص'), headers: { ...headers, 'content-type': 'text/plain' } };
    if (!schema) return { ...base, surelyWrong: query.surelyWrong };
    return this.withBody(base, schema, maker, chance);
  }

  private withBody(base: Sent, schema: Schema, maker: SchemaMaker, chance: Chance): Sent | undefined {
    const value = tamed(base.endpoint.operationId, maker.make(schema), chance);
    if (this.run.contract.mistakes(schema, value) !== '') return undefined; // beyond this maker
    const headers = { ...base.headers, 'content-type': 'application/json' };
    if (base.nature === 'raw') {
      const { body, type, encoding, surelyWrong } = rawBody(JSON.stringify(value), chance);
      const { requestBody } = base.endpoint;
      const raw = {
        ...base.headers,
        ...(type && { 'content-type': type }),
        ...(encoding && { 'content-encoding': encoding }),
      };
      return {
        ...base,
        headers: raw,
        body,
        surelyWrong: surelyWrong && requestBody?.required === true && isOfJson(base.endpoint),
      };
    }
    if (base.nature !== 'broken') return { ...base, headers, body: Buffer.from(JSON.stringify(value)) };
    const wrong = broken(value, chance);
    const text = JSON.stringify(wrong);
    // judged as it arrives: JSON has no 2^53 + 1 and no undefined
    const surelyWrong = isOfJson(base.endpoint) && this.run.contract.mistakes(schema, JSON.parse(text)) !== '';
    return { ...base, headers, body: Buffer.from(text), surelyWrong };
  }

  private natureOf(endpoint: Endpoint, schema: Schema | undefined, chance: Chance): Sent['nature'] {
    const roll = chance.next();
    if (roll < 0.04 && endpoint.security.length > 0) return 'no-auth';
    if (roll < 0.06) return 'wrong-method';
    if (roll < 0.09 && requiredHeaders(endpoint).length > 0) return 'no-header';
    if (roll < 0.19 && schema) return 'raw';
    return roll < 0.42 ? 'broken' : 'valid';
  }

  private path(endpoint: Endpoint, chance: Chance, mayBeHostile: boolean): { text: string; hostile: boolean } {
    const kind = endpoint.path.split('/')[3] ?? '';
    const hostile = mayBeHostile && endpoint.path.includes('{') && chance.happens(0.05);
    const text = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (hostile) return chance.of(['x', '%00', '..', '%ff', '0', 'a'.repeat(600), '%E2%80%AE']);
      if (name === 'number') return chance.of(['1', '1', '2', '-1', '99999999999999999999']);
      if (name === 'name') return chance.of(['report.json', 'report.html', 'nothing']);
      if (name.endsWith('Id')) return this.pool.idFor(name, endpoint.operationId, chance);
      return name === 'token' ? newId() : this.pool.idOf(this.pool.kindFor(endpoint, kind, chance), chance);
    });
    return { text, hostile };
  }

  private query({ parameters }: Endpoint, maker: SchemaMaker, chance: Chance, breakIt: boolean) {
    const given = parameters.filter(
      (each) => each.in === 'query' && each.name !== 'cursor' && (each.required || chance.happens(0.3)),
    );
    const pairs = given.map((each): [string, string] => [
      each.name,
      valueOf(maker.make(withDescription(each), each.name)),
    ]);
    if (breakIt) {
      const wrong: [string, string][] = [
        ['unknown', '1'],
        ['limit', '0'],
        ['limit', '1e3'],
        ['limit', '201'],
        ['cursor', 'x'],
      ];
      pairs.push(chance.of(wrong));
    }
    const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
    return { text: text ? `?${text}` : '', surelyWrong: breakIt };
  }

  private conditions(endpoint: Endpoint, url: string, chance: Chance): Record<string, string> {
    const names = endpoint.parameters.filter((each) => each.in === 'header').map(({ name }) => name);
    const id = url.split('/')[4] ?? '';
    const known = chance.happens(0.8) ? this.pool.versionOf(id) : chance.below(9);
    return {
      ...(names.includes('Idempotency-Key') && { 'idempotency-key': newId() }),
      ...(names.includes('If-Match') && { 'if-match': `"${known}"` }),
    };
  }

  /** ensure_resource_availability: what was made can be read where the answer says, by whoever made it. */
  private async followUp(sent: Sent, { headers }: Received): Promise<void> {
    const url = typeof headers.location === 'string' ? headers.location : undefined;
    const endpoint =
      url && this.run.contract.endpoints.find((each) => each.method === 'GET' && matches(each.path, url));
    if (!endpoint) return;
    const { authorization, cookie } = sent.headers;
    const asked = { ...(authorization && { authorization }), ...(cookie && { cookie }) };
    const next: Sent = { endpoint, method: 'GET', url, headers: asked, nature: 'valid' };
    const received = await this.sendPatiently(next);
    // an author may name a claim or an article that the token's scopes do not let him read
    const gone = received.status === 404 || received.status >= 500;
    const what = `${received.status} for what was just made`;
    const missing = { check: 'ensure_resource_availability', operation: sent.endpoint.operationId, what };
    this.note(next, received, [...findingsOf(this.run.contract, next, received), ...(gone ? [missing] : [])]);
  }

  /** use_after_free: what was deleted is gone, or at least stays deleted. */
  private async useAfterFree(sent: Sent): Promise<void> {
    const received = await this.sendPatiently(sent);
    const kept = sent.endpoint.operationId === 'deleteToken' ? [204, 404] : [404];
    const what = `${received.status} for what was deleted`;
    const found = kept.includes(received.status)
      ? []
      : [{ check: 'use_after_free', operation: sent.endpoint.operationId, what }];
    this.note(sent, received, [...findingsOf(this.run.contract, sent, received), ...found]);
  }

  private note(sent: Sent, received: Received, findings: readonly Finding[]): void {
    this.requests += 1;
    const seen = this.byOperation.get(sent.endpoint.operationId) ?? { asked: 0, done: 0 };
    const done = seen.done + (received.status < 400 ? 1 : 0);
    this.byOperation.set(sent.endpoint.operationId, { asked: seen.asked + 1, done });
    for (const finding of findings) {
      const key = `${finding.check} ${finding.operation}: ${finding.what}`;
      const body = sent.body?.toString('utf8').slice(0, 600) ?? '';
      const example = `${sent.method} ${sent.url} ${body}\n→ ${received.status} ${received.text.slice(0, 600)}`;
      const before = this.findings.get(key);
      this.findings.set(key, { finding, times: (before?.times ?? 0) + 1, example: before?.example ?? example });
    }
  }

  /** What bends HTTP itself goes by a socket, and one in sixteen of everything else. */
  private send(sent: Sent): Promise<Received> {
    const { wire } = this.run;
    const plain =
      (sent.nature === 'valid' || sent.nature === 'broken' || sent.nature === 'no-auth') && PLAIN.test(sent.url);
    return plain && sent.endpoint.operationId !== 'streamEvents' && this.turn++ % 16 > 0
      ? wire.straight(sent)
      : wire.bySocket(sent);
  }
}

/** Addresses that mean the same to every parser. */
const PLAIN = /^(?:\/[\w-]+(?:\.\w+)?)+(?:\?[\w=&%.~!*'()-]*)?$/;
const requiredHeaders = ({ parameters }: Endpoint) =>
  parameters.filter((each) => each.in === 'header' && each.required).map(({ name }) => name.toLowerCase());
/** A file may be anything, whatever the JSON beside it must look like. */
const isOfJson = ({ requestBody }: Endpoint) => Object.keys(requestBody?.content ?? {}).length === 1;
const withDescription = ({ schema, description }: Parameter): Schema => ({ ...schema, description });
const valueOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const matches = (path: string, url: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url);
