import { type Bilingual, ConfigError } from '#platform';
import { EXIT, type ExitCode } from './exit.code.js';

/** A command could not do its work; `text` is the one line that says what to do. */
export class CommandFailure extends Error {
  constructor(
    readonly code: ExitCode,
    readonly text: Bilingual,
  ) {
    super(text.en);
    this.name = 'CommandFailure';
  }
}

export interface Verdict {
  readonly code: ExitCode;
  readonly text: Bilingual;
  /** More for whoever asked for it with --verbose. */
  readonly detail?: string | undefined;
}

/** Errors of the libraries below that carry a line for people, known by name so that `extract` need not load a database. */
const UNAVAILABLE = new Set(['DatabaseError', 'EmbeddedDatabaseError']);

/** Exit status and line for whatever a command threw. */
export function judge(error: unknown): Verdict {
  if (error instanceof CommandFailure) return { code: error.code, text: error.text };
  if (error instanceof ConfigError) return { code: EXIT.usage, text: error.text };
  const known = error as { name?: string; text?: Bilingual; detail?: string; message?: string; stack?: string };
  if (known.text !== undefined && UNAVAILABLE.has(known.name ?? '')) {
    return { code: EXIT.unavailable, text: known.text, detail: known.detail };
  }
  const message = (known.message ?? String(error)).split('\n')[0]!;
  return {
    code: EXIT.internal,
    text: {
      en: `something went wrong inside isnad: ${message} (run again with --verbose for more)`,
      ar: `حدث خطأ داخل isnad: ‏${message} (أعد التشغيل بالخيار --verbose للتفاصيل)`,
    },
    detail: known.stack,
  };
}
