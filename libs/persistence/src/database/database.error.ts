export type DatabaseFault = 'unreachable' | 'unfit' | 'forbidden' | 'busy';

/** The database cannot be used; `message` is one line that says what to do about it. */
export class DatabaseError extends Error {
  constructor(
    readonly fault: DatabaseFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseError';
  }
}
