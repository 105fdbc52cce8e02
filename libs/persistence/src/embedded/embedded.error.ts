/** The embedded PostgreSQL could not be made or started; `message` is one line that says what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    message: string,
    readonly detail = '',
  ) {
    super(message);
    this.name = 'EmbeddedDatabaseError';
  }
}

/** The last lines of what a PostgreSQL program wrote, for an error's detail. */
export function tail(output: string, lines = 12): string {
  return output.trim().split('\n').slice(-lines).join('\n');
}
