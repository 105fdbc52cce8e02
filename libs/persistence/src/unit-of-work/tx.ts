import type { EntityManager } from 'typeorm';
import type { RecordedChange } from './change.types.js';

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
    readonly manager: EntityManager,
  ) {}
}

export function managerOf(tx: Tx): EntityManager {
  return (tx as OpenTx).manager;
}

/** Parametrised SQL inside the transaction; for reads the query builder would slow down or obscure. */
export function sql<T>(tx: Tx, text: string, parameters: unknown[] = []): Promise<T[]> {
  return managerOf(tx).query(text, parameters);
}
