/** One block of a text/event-stream; members the block lacks are undefined. */
export interface EventBlock {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly retry?: number;
}

/** Reads the WHATWG event-stream format: fields a line, a blank line ends a block, lines that begin with a colon are beats. */
export class EventParser {
  private rest = '';
  private lines: string[] = [];

  /** The blocks that `text` completes. A block that only proves the connection alive is left out. */
  take(text: string): EventBlock[] {
    const blocks: EventBlock[] = [];
    const whole = this.rest + text;
    // A carriage return at the end may be the first half of a line's end.
    const held = whole.endsWith('\r') ? '\r' : '';
    const lines = whole.slice(0, whole.length - held.length).split(/\r\n|\r|\n/);
    this.rest = lines.pop()! + held;
    for (const line of lines) {
      if (line !== '') this.lines.push(line);
      else blocks.push(...this.complete());
    }
    return blocks;
  }

  private complete(): EventBlock[] {
    const block = blockOf(this.lines);
    this.lines = [];
    return Object.keys(block).length > 0 ? [block] : [];
  }
}

function blockOf(lines: readonly string[]): EventBlock {
  const block: { -readonly [K in keyof EventBlock]: EventBlock[K] } = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'id' && !value.includes('\0')) block.id = value;
    else if (name === 'event') block.event = value;
    else if (name === 'data') block.data = block.data === undefined ? value : `${block.data}\n${value}`;
    else if (name === 'retry' && /^\d+$/.test(value)) block.retry = Number(value);
  }
  return block;
}
