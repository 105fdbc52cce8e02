/** Languages a report can be rendered in. */
export type ReportLanguage = 'ar' | 'en';

/** Which side of the question a rating or an item of evidence stands on. */
export type RatingStance = 'supports' | 'disputes' | 'unproven';

/**
 * One rating of the newsroom's scale as it is to be printed. Arabic labels agree with the noun they qualify:
 * ادّعاء (external article) is masculine, معلومة (own draft) is feminine.
 */
export interface ReportLabel {
  /** Key in the rating scale, e.g. `mostly-true`. */
  readonly key: string;
  readonly stance: RatingStance;
  /** Number on the scale; null for labels without truth value, which never carry one. */
  readonly value: number | null;
  readonly ar: { readonly masculine: string; readonly feminine: string };
  readonly en: string;
}

/** Whoever acted: a member under the name the newsroom's policy publishes, or the server itself. */
export type ReportActor =
  { readonly kind: 'member'; readonly name: string; readonly pseudonym: boolean } | { readonly kind: 'system' };
