/** A sentence for people in both languages of the house. */
export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

export type Language = keyof Bilingual;
