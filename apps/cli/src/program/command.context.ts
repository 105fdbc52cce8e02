import type { Environment } from '#platform';
import type { Terminal } from './terminal.js';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** Folder the command was called in. */
  readonly folder: string;
  /** Folder isnad is installed in; the demo's texts lie there. */
  readonly home: string;
}
