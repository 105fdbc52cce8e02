import type { Bilingual } from '#platform';

export type DatabaseFault = 'unreachable' | 'unfit' | 'forbidden' | 'busy';

/** The database cannot be used; `text` is one line that says what to do about it. */
export class DatabaseError extends Error {
  constructor(
    readonly fault: DatabaseFault,
    readonly text: Bilingual,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = 'DatabaseError';
  }
}
