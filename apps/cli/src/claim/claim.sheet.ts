import type { Article, Claim, Evidence, Item, Verdict } from '#client';
import type { Rating } from '../wording/claim.words.js';

/** Everything a person needs to check one claim. */
export interface ClaimSheet {
  readonly claim: Claim;
  readonly article: Article;
  readonly evidence: readonly Evidence[];
  readonly verdicts: readonly Verdict[];
  readonly queries: readonly Item<'listQueries'>[];
  readonly ratings: readonly Rating[];
  /** Names of members by id. */
  readonly names: ReadonlyMap<string, string>;
}
