import type { Stem } from '#language';
import { ArrayWriter } from '../database/array.binary.js';
import { PostingSheet } from '../matching/posting.sheet.js';

/** A published check as it is stored. */
export interface NewArchiveItem {
  /** 16 bytes, a character each */
  readonly key: string;
  /** 'other': in a language that is neither (Persian, Urdu, French …); it is kept and found, and called what it is. */
  readonly language: 'ar' | 'en' | 'other';
  readonly claim: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly claimant: string | null;
  /** The label as the publisher wrote it: no rating of ours, and never turned into one. */
  readonly rating: string | null;
  /** YYYY-MM-DD */
  readonly publishedOn: string | null;
  /** Its words and their stems as the index keeps them. */
  readonly line: string;
  readonly stems: string;
}

/** As the statements that store them list them. */
export const ARCHIVE_COLUMNS = [
  'key',
  'language',
  'claim',
  'title',
  'url',
  'publisher',
  'claimant',
  'rating',
  'publishedOn',
  'line',
  'stems',
] as const satisfies readonly (keyof NewArchiveItem)[];
type Column = (typeof ARCHIVE_COLUMNS)[number];

/** Rows of `archive_item` that wait to be stored, a column an array, so that nothing of the records they were read from is held. */
export class ArchiveSheet {
  /** What the index keeps of each. */
  readonly postings = new PostingSheet();
  private readonly keys: string[] = [];
  private readonly columns = new Map(
    ARCHIVE_COLUMNS.map((name) => [name, new ArrayWriter(name === 'key' ? 'bytea' : 'text')]),
  );

  get size(): number {
    return this.keys.length;
  }

  /** `terms` are the item's stems in their order. */
  add(item: NewArchiveItem, terms: readonly Stem[]): void {
    this.keys.push(item.key);
    for (const [name, column] of this.columns) column.addText(item[name], name === 'key' ? 'latin1' : 'utf8');
    this.postings.add(terms);
  }

  /** The documents' numbers from `next` on; 0 for what is known or came before in the sheet. */
  numbered(known: ReadonlySet<string>, next: number): Int32Array {
    const met = new Set(known);
    let number = next;
    return Int32Array.from(this.keys, (key) => {
      if (met.has(key)) return 0;
      met.add(key);
      return number++;
    });
  }

  /** One column as PostgreSQL reads an array; valid until something is added. */
  column(name: Column): Buffer {
    return this.columns.get(name)!.value();
  }

  clear(): void {
    this.keys.length = 0;
    for (const column of this.columns.values()) column.clear();
    this.postings.clear();
  }
}
