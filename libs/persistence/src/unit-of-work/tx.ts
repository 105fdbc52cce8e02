import type { EntityManager } from 'typeorm';
import type { RecordedChange } from './change.types.js';
import type { Lane } from './lane.js';

declare const opaque: unique symbol;

/** An open transaction of one newsroom. Callers only pass it on; repositories alone can look inside. */
export interface Tx {
  readonly [opaque]: never;
  readonly newsroomId: string;
}

/** What a Tx really is. Not exported from the library. */
export class OpenTx implements Tx {
  declare readonly [opaque]: never;
  readonly changes = new Map<string, RecordedChange>();

  constructor(
    readonly newsroomId: string,
    readonly lane: Pick<Lane, 'run' | 'stream' | 'putOff' | 'manager'>,
  ) {}
}

export function managerOf(tx: Tx): EntityManager {
  return (tx as OpenTx).lane.manager;
}

/**
 * Parametrised SQL inside the transaction. Asked for in one breath (`Promise.all`), several statements go in one round trip and
 * run in that order. The text is prepared: values belong into the parameters, never into it.
 */
export function sql<T>(tx: Tx, text: string, parameters: readonly unknown[] = []): Promise<T[]> {
  return (tx as OpenTx).lane.run<T>(text, parameters);
}

/**
 * The rows of `COPY (SELECT one text …) TO STDOUT (FORMAT binary)` as bytes, `separator` between two of them and, when they continue
 * something, before the first. COPY takes no parameters: every value in the text must be quoted by the driver. What is yielded is
 * valid until the next is asked for.
 * @throws RangeError when a row is null
 */
export function streamed(
  tx: Tx,
  text: string,
  separator: number | undefined,
  continues: boolean,
): AsyncGenerator<Buffer> {
  return (tx as OpenTx).lane.stream(text, separator, continues);
}

/** A write that nobody waits for: it goes with the next statement, at the latest with the ledger's, and fails the transaction. */
export function putOff(tx: Tx, text: string, parameters: readonly unknown[]): void {
  (tx as OpenTx).lane.putOff(text, parameters);
}
