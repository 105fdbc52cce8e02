import type { Bilingual, Language } from '#platform';
import type { Terminal } from '../program/terminal.js';
import { cutTo, padTo, textWidth, wrapTo } from './text.width.js';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200F';
/** What could move a terminal's cursor, change its colours or turn the text around it. Articles may hold anything. */
const COMMANDING = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;
/** Where nobody says how wide the terminal is, and at most: longer lines are hard to read. */
const USUAL_COLUMNS = 80;
const MOST_COLUMNS = 120;

/**
 * Lays lines out for whoever reads: in a terminal with foreign text in isolation, so that an English name does not tear an Arabic
 * line apart, and wrapped; in a pipe the bare words.
 */
export class Page {
  readonly language: Language;
  /** A terminal shows the page; a program reads it otherwise. */
  readonly isShown: boolean;
  readonly columns: number;
  private readonly lines: string[] = [];

  constructor(terminal: Terminal) {
    this.language = terminal.language;
    this.isShown = terminal.columns !== undefined;
    this.columns = Math.min(terminal.columns || USUAL_COLUMNS, MOST_COLUMNS);
  }

  say(text: Bilingual): string {
    return text[this.language];
  }

  /** Foreign text on one line, in isolation where it is shown: names, quotes, ids, addresses. */
  foreign(text: string): string {
    const bare = plain(text);
    return this.isShown ? `${FIRST_STRONG_ISOLATE}${bare}${POP_ISOLATE}` : bare;
  }

  /** Arabic lines begin with a mark, for terminals that take a line's direction from its first letter. */
  line(text = ''): this {
    this.lines.push(this.isShown && this.language === 'ar' && text !== '' ? `${RIGHT_TO_LEFT_MARK}${text}` : text);
    return this;
  }

  /** Long foreign text, wrapped in a terminal and indented by so many columns. */
  paragraph(text: string, indent = 2): this {
    const bare = plain(text);
    const parts = this.isShown ? wrapTo(bare, this.columns - indent) : [bare];
    for (const part of parts) this.line(' '.repeat(indent) + this.foreign(part));
    return this;
  }

  /** Columns as wide as their widest text, the last one cut to what is left. In a pipe: fields divided by tabs. */
  table(rows: readonly (readonly string[])[]): this {
    const bare = rows.map((row) => row.map(plain));
    if (!this.isShown) {
      for (const row of bare) this.line(row.join('\t'));
      return this;
    }
    const widths = (bare[0] ?? []).map((_, at) => Math.max(...bare.map((row) => textWidth(row[at] ?? ''))));
    const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
    const rest = Math.max(20, this.columns - before);
    for (const row of bare) {
      const cells = row.map((cell, at) =>
        at === row.length - 1 ? this.last(cutTo(cell, rest)) : this.padded(cell, widths[at]! + 2),
      );
      this.line(cells.join(''));
    }
    return this;
  }

  private last(cell: string): string {
    return cell === '' ? '' : this.foreign(cell);
  }

  private padded(cell: string, columns: number): string {
    return cell === '' ? ' '.repeat(columns) : this.foreign(cell) + padTo('', columns - textWidth(cell));
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }
}

/** One line without anything a terminal would obey. */
export function plain(text: string): string {
  return text.replace(COMMANDING, ' ').replace(/\s+/g, ' ').trim();
}
