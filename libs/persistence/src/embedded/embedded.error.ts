import type { Bilingual } from '#platform';

/** The embedded PostgreSQL could not be made or started; `text` is one line that says what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    readonly text: Bilingual,
    readonly detail = '',
  ) {
    super(text.en);
    this.name = 'EmbeddedDatabaseError';
  }
}

/** The last lines of what a PostgreSQL program wrote, for an error's detail. */
export function tail(output: string, lines = 12): string {
  return output.trim().split('\n').slice(-lines).join('\n');
}
