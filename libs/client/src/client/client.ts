import { type EventTerms, follow, type NewsroomEvent } from '../event/event.stream.js';
import { addressOf, type AnyInput, partsOf } from '../request/request.parts.js';
import { RETRY_PLAN, type RetryPlan } from '../request/retry.plan.js';
import { send } from '../request/request.sender.js';
import { type OperationId, type Operations, type Route, ROUTES } from '../schema/schema.gen.js';

export interface ClientOptions {
  /** Address of the server, such as https://isnad.example.org; without /api/v1. */
  readonly url: string;
  /** Access token (`isn_…`). Absent: only what needs no credential, or the browser's own session. */
  readonly token?: string;
  /** Language of problems. */
  readonly language?: 'ar' | 'en';
  /** Sent with every request, such as X-Isnad-CSRF beside a session cookie. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly retry?: Partial<RetryPlan>;
  /** Milliseconds one attempt of a call may take; a minute unless told. Event streams have no end. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** One's own key, to be able to repeat the call after a crash; a new one for each call otherwise. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds one attempt may take, where the client's own measure does not fit: a large file over a slow line. */
  readonly timeoutMs?: number;
}

export type Answer<Id extends OperationId> = Operations[Id]['answer'];
/** What an operation takes: `params`, `query`, `body` and `version` (sent as If-Match), as far as it has them. */
export type Input<Id extends OperationId> = Omit<Operations[Id], 'answer'> & CallOptions;
type Arguments<Id extends OperationId> =
  Record<never, never> extends Input<Id> ? [input?: Input<Id>] : [input: Input<Id>];

/** Operations that answer a page of things. */
export type ListId = {
  [Id in OperationId]: Answer<Id> extends { readonly items: readonly unknown[] } ? Id : never;
}[OperationId];
export type Item<Id extends ListId> = Answer<Id> extends { readonly items: readonly (infer T)[] } ? T : never;

/** An answer with what came beside it. */
export interface Exchange<Id extends OperationId> {
  readonly answer: Answer<Id>;
  readonly status: number;
  readonly headers: Headers;
  /** How often the request was sent. */
  readonly attempts: number;
}

export interface Client {
  /** Runs one operation. @throws ProblemError, ConnectionError */
  call<Id extends OperationId>(id: Id, ...input: Arguments<Id>): Promise<Answer<Id>>;
  /** The same, with status and headers of the answer. */
  exchange<Id extends OperationId>(id: Id, ...input: Arguments<Id>): Promise<Exchange<Id>>;
  /** Every item of a list, page after page. */
  pages<Id extends ListId>(id: Id, ...input: Arguments<Id>): AsyncGenerator<Item<Id>, void, undefined>;
  /** What happens in the newsroom, as it happens, over reconnections and without a gap. */
  events(terms?: EventTerms): AsyncGenerator<NewsroomEvent, void, undefined>;
}

/** A client of one server. Holds no connection: nothing to close. */
export function createClient(options: ClientOptions): Client {
  const base = options.url.replace(/\/+$/, '');
  const plan = { ...RETRY_PLAN, ...options.retry };
  const ask = options.fetch ?? fetch;
  const common = {
    accept: 'application/json, application/problem+json, */*',
    ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
    ...(options.language !== undefined && { 'accept-language': options.language }),
    ...options.headers,
  };

  async function exchange<Id extends OperationId>(id: Id, input: AnyInput & CallOptions = {}): Promise<Exchange<Id>> {
    const route = ROUTES[id];
    const parts = partsOf(route, input, common, input.idempotencyKey);
    const { value, response, attempts } = await send(addressOf(base, route, input), parts, {
      fetch: ask,
      plan,
      signal: input.signal,
      timeoutMs: input.timeoutMs ?? options.timeoutMs ?? 60_000,
      repeatable: route.repeatable,
      read: READERS[route.reads],
    });
    return { answer: value as Answer<Id>, status: response.status, headers: response.headers, attempts };
  }

  async function* pages<Id extends ListId>(id: Id, input: AnyInput & CallOptions = {}) {
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? input.query : { ...input.query, cursor };
      const page = (await exchange(id, { ...input, ...(query && { query }) })).answer as Page<Item<Id>>;
      yield* page.items;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  async function openStream(lastEventId: number, signal: AbortSignal): Promise<Response> {
    const headers = { ...common, accept: 'text/event-stream', 'last-event-id': String(lastEventId) };
    const sending = { fetch: ask, plan, signal, timeoutMs: undefined, repeatable: true };
    const read = (response: Response) => Promise.resolve(response);
    return (await send(addressOf(base, ROUTES.streamEvents, {}), { method: 'GET', headers }, { ...sending, read }))
      .value;
  }

  /** Told by the ledger where "now" is, so that a connection lost before the first event leaves no gap either. */
  async function* events(terms: EventTerms = {}) {
    const signal = terms.signal && { signal: terms.signal };
    const now = async () => (await exchange('listLedgerEntries', { query: { limit: 1 }, ...signal })).answer.head.seq;
    yield* follow(openStream, terms.after ?? (await now()), terms);
  }

  const client = {
    exchange,
    pages,
    events,
    call: async (id: OperationId, input?: AnyInput) => (await exchange(id, input)).answer,
  };
  return client as Client;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

const READERS: Readonly<Record<Route['reads'], (response: Response) => Promise<unknown>>> = {
  json: (response) => response.json(),
  bytes: async (response) => new Uint8Array(await response.arrayBuffer()),
  nothing: async (response) => void (await response.arrayBuffer()),
  events: () => Promise.reject(new TypeError('an event stream is read by events()')),
};
