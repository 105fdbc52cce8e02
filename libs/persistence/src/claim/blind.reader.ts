/**
 * SQL: whether a member must not see what others judged of a claim; `seesOthersVerdicts` of the rules, for rows. Placeholders of the
 * member, of the tiers that are judged blind, and of whether he is blind without an assignment too; `c` is the claim.
 */
export const blindOn = (member: string, tiers: string, unassigned: string): string => `(
  c.tier = ANY (${tiers}) AND c.state = 'needs-source' AND c.closure IS NULL
  AND (${unassigned} OR EXISTS (SELECT 1 FROM assignment o WHERE o.newsroom_id = c.newsroom_id AND o.claim_id = c.id
    AND o.reviewer_id = ${member} AND o.status IN ('assigned', 'in-progress', 'outdated')))
  AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.newsroom_id = c.newsroom_id AND v.claim_id = c.id
    AND v.reviewer_id = ${member} AND v.text_hash = c.text_hash AND v.verifies = c.verifies
    AND NOT EXISTS (SELECT 1 FROM verdict_withdrawal w WHERE w.newsroom_id = v.newsroom_id AND w.verdict_id = v.id)))`;
