import type { HeadlineComparison } from '#domain';
import { headlineLinks, type HeadlineDifference } from '#language';
import type { FieldClaimRow } from '#persistence';

/** By id of a headline's claim: the body claim of its article that it repeats, and in what they are equal. Claims come grouped by article. */
export function headlineComparisons(claims: readonly FieldClaimRow[]): Map<string, HeadlineComparison> {
  const compared = new Map<string, HeadlineComparison>();
  for (let from = 0; from < claims.length;) {
    let to = from + 1;
    while (to < claims.length && claims[to]!.articleId === claims[from]!.articleId) to += 1;
    const own = claims.slice(from, to);
    from = to;
    const placed = own.flatMap((claim) =>
      claim.field === 'aside' || claim.field === null ? [] : [{ ...claim, field: claim.field }],
    );
    for (const { claim, body, differences } of headlineLinks(placed)) {
      if (body === null) continue;
      const equal = (difference: HeadlineDifference) => !differences.includes(difference);
      compared.set(placed[claim]!.id, {
        bodyClaimId: placed[body]!.id,
        numbersEqual: equal('number'),
        negationEqual: equal('negation'),
        namesEqual: equal('name'),
        attributionEqual: equal('attribution'),
      });
    }
  }
  return compared;
}
