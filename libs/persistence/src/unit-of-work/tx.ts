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
    readonly lane: Pick<Lane, 'run' | 'putOff' | 'manager'>,
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

/** A write that nobody waits for: it goes with the next statement, at the latest with the ledger's, and fails the transaction. */
export function putOff(tx: Tx, text: string, parameters: readonly unknown[]): void {
  (tx as OpenTx).lane.putOff(text, parameters);
}
