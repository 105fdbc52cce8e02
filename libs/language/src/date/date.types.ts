/** A date a claim speaks of. `start` and `end` are UTF-16 offsets like the claim's own; `from` and `to` are ISO days, both inclusive. */
export interface ClaimDate {
  readonly start: number;
  readonly end: number;
  /** The words, as written. */
  readonly text: string;
  /** Null where the words do not say which (a relative date without a publication date, 12/11/2024 in English). */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: 'day' | 'week' | 'month' | 'year';
  readonly calendar: 'gregorian' | 'hijri';
  /** Counted from the publication date, or from a date whose year is not written. */
  readonly relative: boolean;
}

export interface DateSetting {
  /** ISO date of publication, if known. */
  readonly publishedAt: string | undefined;
  readonly language: 'ar' | 'en';
  /** The claim is about what is to come: «Tuesday» is the next one. */
  readonly future: boolean;
}
