import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg, { type PoolClient, type QueryResult, type Submittable } from 'pg';
import { isLarge, sendBinding, type Binding } from './large.bind.js';

/** One parametrised statement. Its text is kept prepared, so texts must be few: values go into `values`. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What pg's own query does and its types do not tell. */
interface Wire {
  readonly stream: Writable;
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  close(target: { type: 'S'; name: string }): void;
  bind(binding: Binding): void;
  execute(portal: { portal: string }): void;
  sync(): void;
}
interface WireQuery {
  readonly text: string;
  readonly name: string;
  readonly values: readonly unknown[];
  prepare(wire: Wire): void;
  hasBeenParsed(wire: Wire): boolean;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}
const TIMESTAMPTZ = 1184;
const UTC_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
const readInstant = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;

/** As everywhere, and instants of a connection in UTC by the engine's own reader, which takes a third of the time. */
const TYPES = {
  getTypeParser: (oid: number, format: 'text' | 'binary') =>
    oid === TIMESTAMPTZ && format === 'text' ? instantOf : pg.types.getTypeParser(oid, format),
};

function instantOf(text: string): unknown {
  return UTC_INSTANT.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : readInstant(text);
}

const Query = pg.Query as unknown as new (
  config: { name: string; text: string; values: unknown[]; types: typeof TYPES; queryMode: 'extended' },
  values: undefined,
  done: (error: Error | null, result: QueryResult) => void,
) => WireQuery;

/** A query that leaves the synchronisation to its trip. */
class Step extends Query {
  override prepare(wire: Wire): void {
    if (!isLarge(this.values)) return super.prepare(wire);
    // The same connection, but for one of its messages.
    const bind = (binding: Binding) => sendBinding(wire.stream, binding);
    super.prepare(Object.create(wire, { bind: { value: bind } }) as Wire);
  }

  protected _getRows(wire: Wire): void {
    wire.execute({ portal: '' });
  }
}

/**
 * Statements sent and answered in one round trip: all of them before one synchronisation point, so that after a failure none of
 * the later ones runs. Outside of BEGIN and COMMIT they are one transaction.
 */
class Trip implements Submittable {
  private readonly results: QueryResult[] = [];
  private steps: readonly Step[] = [];
  /** An answer that could not be read; the statement itself has run. */
  private unreadable: Error | null = null;

  constructor(
    private readonly statements: readonly Statement[],
    private readonly done: (error: Error | null, results: QueryResult[]) => void,
  ) {}

  submit(connection: unknown): void {
    const wire = connection as Wire;
    this.steps = this.statements.map(({ text, values = [] }) => {
      const config = { name: nameOf(text), text, values: [...values], types: TYPES, queryMode: 'extended' as const };
      return new Step(config, undefined, this.finished);
    });
    wire.stream.cork();
    try {
      for (const step of this.steps) {
        // A name from a trip that failed half-way may be known to PostgreSQL already; closing one that is not does no harm.
        if (step.name && !step.hasBeenParsed(wire)) wire.close({ type: 'S', name: step.name });
        step.prepare(wire);
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleRowDescription(message: unknown): void {
    this.step.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.step.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    this.step.handleCommandComplete(message, wire);
    this.step.handleReadyForQuery(wire);
  }

  handleError(error: Error, wire: Wire): void {
    this.forget(wire);
    this.done(error, []);
  }

  handleReadyForQuery(wire: Wire): void {
    for (const { name, text } of this.steps) if (name) wire.parsedStatements[name] = text;
    this.forget(wire);
    this.done(this.unreadable, this.results);
  }

  private forget(wire: Wire): void {
    for (const { name } of this.steps) delete wire.submittedNamedStatements[name];
  }

  private get step(): Step {
    return this.steps[this.results.length]!;
  }

  private readonly finished = (error: Error | null, result: QueryResult): void => {
    this.unreadable ??= error;
    this.results.push(result);
  };
}

/** Statements a connection keeps ready at most; filters can be combined to more, and the rest are planned each time. */
const NAMES_LIMIT = 400;
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_LIMIT) return '';
  const name = `isnad_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** Runs the statements in one round trip; answers each one's result, or rejects with the error of the first that failed. */
export function inOneTrip(client: PoolClient, statements: readonly Statement[]): Promise<QueryResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new Trip([...statements], (error, results) => (error ? reject(error) : resolve(results))));
  });
}
