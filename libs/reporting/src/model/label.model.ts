import type { Rating } from '#domain';

/** Languages a report can be rendered in. */
export type ReportLanguage = 'ar' | 'en';

/**
 * One rating of the newsroom's scale as it is to be printed. Labels agree with the noun they qualify: ادّعاء (external
 * article) is masculine, معلومة (own draft) is feminine. `value` is null for labels without truth value.
 */
export type ReportLabel = Pick<Rating, 'key' | 'stance' | 'value' | 'ar' | 'en'>;

/** Whoever acted: a member under the name the newsroom's policy publishes, or the server itself. */
export type ReportActor =
  { readonly kind: 'member'; readonly name: string; readonly pseudonym: boolean } | { readonly kind: 'system' };
