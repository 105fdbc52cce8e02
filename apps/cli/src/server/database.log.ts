import type { EmbeddedEvent } from '#persistence';
import type { Log } from '#platform';

/** Tells the server's log what happens to its embedded database. */
export function databaseLog(log: Log): (event: EmbeddedEvent) => void {
  return (event) => {
    switch (event.kind) {
      case 'created':
        return log.info({ folder: event.folder }, 'made a new database');
      case 'ended-unexpectedly':
        return log.error(
          { code: event.code, output: event.output },
          'PostgreSQL ended unexpectedly and is started again',
        );
      case 'restarted':
        return log.warn('PostgreSQL runs again');
      case 'restart-failed':
        return log.error({ reason: event.reason, nextInMs: event.nextInMs }, 'PostgreSQL could not be started again');
      case 'log':
        return /\b(ERROR|FATAL|PANIC|WARNING)\b/.test(event.line)
          ? log.debug({ line: event.line }, 'PostgreSQL')
          : undefined;
    }
  };
}
