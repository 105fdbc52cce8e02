export type Stance = 'supports' | 'disputes' | 'unproven';
export const STANCES: readonly Stance[] = ['supports', 'disputes', 'unproven'];

/** A label in Arabic agrees with what it describes: «ادّعاء صحيح», «معلومة صحيحة». */
export interface GenderedLabel {
  readonly masculine: string;
  readonly feminine: string;
}

export interface Rating {
  readonly key: string;
  readonly ar: GenderedLabel;
  readonly en: GenderedLabel;
  /** Wording for posts and media where the usage of the trade differs. */
  readonly media?: { readonly ar: GenderedLabel; readonly en: GenderedLabel };
  /** Truth value; null for labels that say something other than how true it is. */
  readonly value: number | null;
  readonly stance: Stance;
}

export interface RatingScale {
  readonly version: number;
  readonly ratings: readonly Rating[];
}

/** A newsroom keeps one scale for its own drafts and one for other people's articles. */
export interface NewsroomScales {
  readonly external: RatingScale;
  readonly draft: RatingScale;
}
