import { Client } from 'pg';

/** Ways a query can fail. The SQLSTATEs are raised by PostgreSQL itself, so that the transaction is in the state it would be in. */
export const FAULT_KINDS = ['40001', '40P01', '57014', '53300', '53100', '08006'] as const;
/** Beside them: COMMIT succeeds and its answer never arrives. */
export type FaultKind = (typeof FAULT_KINDS)[number] | 'commit-lost';

type Query = (this: Client, ...args: unknown[]) => Promise<unknown>;
interface InnerClient {
  readonly connectionParameters: { readonly application_name?: string };
  readonly connection: { readonly stream: { destroy(): void } };
}

/** Stands between the application's pool and PostgreSQL: counts its queries and lets the k-th one fail. */
export class QueryFaults {
  /** Texts of the queries seen since `watch`, in order. */
  readonly seen: string[] = [];
  private armed: { readonly at: number; readonly kind: FaultKind } | undefined;
  private watching = false;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the client it is asked of
  private readonly original = Client.prototype.query as unknown as Query;

  /** Only connections of this application name are counted and hurt. */
  constructor(private readonly applicationName: string) {}

  install(): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const faults = this;
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      return faults.pass(this, args);
    } as typeof Client.prototype.query;
  }

  remove(): void {
    Client.prototype.query = this.original as unknown as typeof Client.prototype.query;
  }

  /** Counts from here on; the query number `at` (from 1) fails, once. */
  watch(fault?: { at: number; kind: FaultKind }): void {
    this.seen.length = 0;
    this.armed = fault;
    this.watching = true;
  }

  /** Ends the count; answers whether the fault came to pass. */
  unwatch(): boolean {
    const fired = this.armed === undefined;
    this.armed = undefined;
    this.watching = false;
    return fired;
  }

  private pass(client: Client, args: unknown[]): unknown {
    const go = () => this.original.apply(client, args);
    const inner = client as unknown as InnerClient;
    if (!this.watching || inner.connectionParameters.application_name !== this.applicationName) return go();
    const [query] = args;
    if (isTrip(query)) return this.passTrip(inner, query, go);
    const kind = this.seeing(textOf(query));
    if (kind === undefined) return go();
    if (kind === '08006') {
      inner.connection.stream.destroy();
      return go();
    }
    if (kind === 'commit-lost') return this.loseAnswer(inner, go);
    return this.original.call(client, raising(kind));
  }

  /** Each statement of a round trip is a query of its own: one may fail, and the rest behind it then does not run. */
  private passTrip(client: InnerClient, trip: TripInside, go: () => unknown): unknown {
    for (const [at, { text }] of trip.statements.entries()) {
      const kind = this.seeing(text);
      if (kind === undefined) continue;
      if (kind === '08006') client.connection.stream.destroy();
      else if (kind === 'commit-lost') loseTrip(client, trip);
      else trip.statements[at] = { text: raising(kind) };
    }
    return go();
  }

  /** Counts a query; the kind of its fault when it is the one that fails. */
  private seeing(text: string): FaultKind | undefined {
    this.seen.push(text);
    if (this.armed?.at !== this.seen.length) return undefined;
    const { kind } = this.armed;
    this.armed = undefined;
    return kind;
  }

  private async loseAnswer(client: InnerClient, go: () => Promise<unknown>): Promise<never> {
    await go();
    client.connection.stream.destroy();
    throw new Error('Connection terminated unexpectedly');
  }
}

/** Statements that go to PostgreSQL together; see libs/persistence/src/database/trip.ts. */
interface TripInside {
  readonly statements: { text: string }[];
  done: (error: Error | null, results: unknown[]) => void;
}

function isTrip(query: unknown): query is TripInside {
  return typeof query === 'object' && query !== null && 'statements' in query;
}

function loseTrip(client: InnerClient, trip: TripInside): void {
  const { done } = trip;
  trip.done = (error) => {
    client.connection.stream.destroy();
    done(error ?? new Error('Connection terminated unexpectedly'), []);
  };
}

function raising(kind: string): string {
  return `DO $$ BEGIN RAISE EXCEPTION 'a fault made for a test' USING ERRCODE = '${kind}'; END $$`;
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
}
