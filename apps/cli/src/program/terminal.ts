import type { Bilingual, Language } from '#platform';

/** Where a command reads and writes; a test gives its own. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };
  readonly output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  readonly errors: NodeJS.WritableStream & { isTTY?: boolean };
}

/** Results go to standard output and nothing else does; everything said to a person goes to standard error, in their language. */
export class Terminal {
  private mark = performance.now();
  private inProgress = false;

  constructor(
    private readonly streams: Streams,
    readonly language: Language,
    readonly verbose: boolean,
  ) {}

  get input(): Streams['input'] {
    return this.streams.input;
  }

  /** Someone watches standard error: progress is worth showing. */
  get isWatched(): boolean {
    return this.streams.errors.isTTY === true;
  }

  /** Width of the terminal that shows standard output; undefined when a program reads it. 0 when the width is not known. */
  get columns(): number | undefined {
    return this.streams.output.isTTY === true ? (this.streams.output.columns ?? 0) : undefined;
  }

  /** A question on standard error, its answer to follow on the same line. */
  ask(text: Bilingual): void {
    this.endProgress();
    this.streams.errors.write(`${this.worded(text)} `);
  }

  /** Ends the line of a question whose answer was not shown. */
  endLine(): void {
    this.streams.errors.write('\n');
  }

  /** Writes a result; resolves when the reader has taken it, so that a long one does not pile up in memory. */
  async result(text: string | Uint8Array): Promise<void> {
    this.endProgress();
    if (this.streams.output.write(text)) return;
    await new Promise<void>((resolve) => this.streams.output.once('drain', resolve));
  }

  say(text: Bilingual): void {
    this.endProgress();
    this.streams.errors.write(`${this.worded(text)}\n`);
  }

  /** Shows how far long work is, in place; only where someone watches. */
  progress(text: Bilingual): void {
    if (!this.isWatched) return;
    this.streams.errors.write(`\r\u001b[K${this.worded(text)}`);
    this.inProgress = true;
  }

  fail(text: Bilingual): void {
    this.endProgress();
    const named = { en: `isnad: ${text.en}`, ar: `isnad: ${text.ar}` };
    this.streams.errors.write(`${this.worded(named)}\n`);
  }

  private worded(text: Bilingual): string {
    return this.language === 'ar' && this.isWatched ? rightToLeft(text.ar) : text[this.language];
  }

  detail(text: string): void {
    if (this.verbose) this.streams.errors.write(`${text}\n`);
  }

  /** What follows is timed from now. */
  restartTiming(): void {
    this.mark = performance.now();
  }

  /** With --verbose: time since the last such line. */
  timing(what: string): void {
    const now = performance.now();
    this.detail(`${String(Math.round(now - this.mark)).padStart(6)} ms  ${what}`);
    this.mark = now;
  }

  endProgress(): void {
    if (this.inProgress) this.streams.errors.write('\n');
    this.inProgress = false;
  }
}

const RIGHT_TO_LEFT_MARK = '\u200F';
/** Commands with their words, and options: what a line of Arabic names in Latin letters. */
const TYPED = /(?<![\w/-])(?:isnad(?: [A-Za-z0-9][\w-]*)*|--[a-z][\w-]*)/g;

/**
 * Arabic as a terminal needs it: each line begins right to left even where its first letter is Latin, and the hyphens of an option
 * stay before its name.
 */
export function rightToLeft(text: string): string {
  const lines = text.split('\n').map((line) => {
    const isolated = line.replace(/\u2068[^\u2069]*\u2069|[^\u2068]+/g, (part) =>
      part.startsWith('\u2068') ? part : part.replace(TYPED, '\u2068$&\u2069'),
    );
    return line === '' || line.startsWith(RIGHT_TO_LEFT_MARK) ? isolated : RIGHT_TO_LEFT_MARK + isolated;
  });
  return lines.join('\n');
}
