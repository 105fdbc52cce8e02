import { newId } from '#platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultMember } from './fault-room.js';

// What came over the wire is looked at, not typed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;

export interface Mutation {
  readonly method: 'POST' | 'PATCH';
  /** Under /api/v1. */
  readonly path: string;
  readonly body: object;
  readonly by: FaultMember;
  readonly roomId: string;
  /** The version it is made from, where one is asked for. */
  readonly version?: number;
}

/** A mutation whose success reached the client; from then on it may not be lost. */
export interface Acknowledgement extends Mutation {
  /** Its Idempotency-Key; each try's request id is this and its number. */
  readonly key: string;
  readonly status: number;
  readonly answer: Any;
  /** Null where the answer got lost and the effect was read instead. */
  readonly ledgerSeq: number | null;
  readonly replayed: boolean;
  readonly tries: number;
}

/** A refusal by the rules: no effect, and nothing to try again. */
export interface Refused {
  readonly refused: string;
}

const PATIENCE_MS = 60_000;
const TRY_MS = 15_000;
const PAUSE_MS = 25;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Any;
}

/** A client as ours must be: the same key until there is an answer, whatever happens to servers and connections in between. */
export class PatientClient {
  readonly acknowledged: Acknowledgement[] = [];
  /** Answers no client should ever see. */
  readonly violations: string[] = [];
  /** Tries that got no answer at all, by what was lost. */
  lostAnswers = 0;
  unavailable = 0;
  refused = 0;
  latestAcknowledgement = performance.now();
  longestSilenceMs = 0;

  constructor(private readonly address: () => string) {}

  async mutate(mutation: Mutation): Promise<Acknowledgement | Refused> {
    const key = newId();
    const deadline = performance.now() + PATIENCE_MS;
    let uncertain = 0;
    for (let tries = 1; performance.now() < deadline; tries++) {
      const answer = await this.attempt(mutation, key, tries);
      if (answer === 'lost' || answer === 'later') {
        uncertain++; // a 503 too may come after a COMMIT whose answer the server has lost
        await sleep(PAUSE_MS);
        continue;
      }
      if (answer.status < 300) return this.keep(mutation, key, tries, answer);
      if (answer.status === 412 && uncertain > 0 && mutation.method === 'PATCH') {
        const applied = await this.appliedAfterAll(mutation);
        if (applied !== undefined) return this.keep(mutation, key, tries, applied);
      }
      this.refused++;
      return { refused: `${answer.status} ${answer.body.code}` };
    }
    this.violations.push(`${mutation.method} ${mutation.path}: no answer in ${PATIENCE_MS} ms`);
    throw new Error(this.violations.at(-1));
  }

  /** Reads, trying again as long as the server cannot be reached. */
  async read(by: FaultMember, path: string): Promise<Any> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const answer = await this.send('GET', path, by, {}).catch(() => 'lost' as const);
      if (answer === 'lost' || this.isLater(answer, path)) {
        await sleep(PAUSE_MS);
        continue;
      }
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    }
    throw new Error(`GET ${path}: no answer in ${PATIENCE_MS} ms`);
  }

  /** The same request under the same key once more, as a client does who lost the answer. */
  async again({ method, path, body, by, version, key }: Acknowledgement): Promise<Answer> {
    for (const deadline = performance.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
      const headers = headersOf(key, `${key}.again`, version);
      const answer = await this.send(method, path, by, headers, body).catch(() => 'lost' as const);
      if (answer !== 'lost' && !this.isLater(answer, path)) return answer;
      if (performance.now() > deadline) throw new Error(`${method} ${path}: no answer in ${PATIENCE_MS} ms`);
    }
  }

  private async attempt(mutation: Mutation, key: string, tries: number): Promise<Answer | 'lost' | 'later'> {
    const { method, path, body, by, version } = mutation;
    const headers = headersOf(method === 'POST' ? key : undefined, `${key}.${tries}`, version);
    const answer = await this.send(method, path, by, headers, body).catch(() => 'lost' as const);
    if (answer === 'lost') {
      this.lostAnswers++;
      return 'lost';
    }
    return this.isLater(answer, path) ? 'later' : answer;
  }

  /** Whether to try again; every 5xx must be a proper 503. */
  private isLater({ status, headers, body }: Answer, path: string): boolean {
    if (status >= 500) {
      const proper =
        status === 503 &&
        headers.get('content-type')?.startsWith('application/problem+json') === true &&
        Number(headers.get('retry-after')) > 0 &&
        body.code === 'unavailable';
      if (!proper) this.violations.push(`${path}: ${status} ${JSON.stringify(body)}`);
      this.unavailable++;
      return true;
    }
    return status === 409 && (body.code === 'idempotency-in-flight' || body.code === 'conflict');
  }

  /** A PATCH has no key: whoever lost its answer looks whether the object is as he wanted it, one version on. */
  private async appliedAfterAll({ path, body, by, version }: Mutation): Promise<Answer | undefined> {
    const found = await this.read(by, path);
    const same = Object.entries(body).every(([name, value]) => found[name] === value);
    if (found.version !== version! + 1 || !same) return undefined;
    return { status: 200, headers: new Headers(), body: found };
  }

  private async send(
    method: string,
    path: string,
    by: FaultMember,
    headers: Record<string, string>,
    body?: object,
  ): Promise<Answer> {
    const response = await fetch(`${this.address()}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${by.token}`,
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TRY_MS),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  private keep(mutation: Mutation, key: string, tries: number, answer: Answer): Acknowledgement {
    const seq = answer.headers.get('ledger-seq');
    const acknowledgement: Acknowledgement = {
      ...mutation,
      key,
      status: answer.status,
      answer: answer.body,
      ledgerSeq: seq === null ? null : Number(seq),
      replayed: answer.headers.get('idempotent-replayed') === 'true',
      tries,
    };
    this.acknowledged.push(acknowledgement);
    const now = performance.now();
    this.longestSilenceMs = Math.max(this.longestSilenceMs, now - this.latestAcknowledgement);
    this.latestAcknowledgement = now;
    return acknowledgement;
  }
}

function headersOf(key: string | undefined, requestId: string, version: number | undefined): Record<string, string> {
  return {
    'x-request-id': requestId,
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  };
}
