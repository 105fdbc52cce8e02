import type { PolicyPreset } from '#domain';
import type { Client } from 'pg';

/** Words that were put somewhere to be recognised. */
export interface Canary {
  readonly mark: string;
  readonly room: 'A' | 'B';
  /** All but `open` are kept from whoever must still judge; `open` is for the whole newsroom. */
  readonly kind: 'verdict' | 'note' | 'comment' | 'open';
  readonly by: string;
  readonly claimId: string | null;
}

const MARK = /⟦[AB](\d+)⟧/g;

/** The canaries in a text that are not the reader's own. */
export function othersCanaries(all: readonly Canary[], readerId: string, text: string): Canary[] {
  const numbers = new Set([...text.matchAll(MARK)].map((match) => Number(match[1])));
  return [...numbers].map((number) => all[number]!).filter(({ by }) => by !== readerId);
}

const BLIND: Readonly<Record<PolicyPreset, boolean>> = { 'small-desk': false, standard: true, strict: true };

/**
 * Whether someone must not see what others concluded on a claim: it is undecided, he has no current verdict of his own, and he
 * holds an open assignment or is a reviewer who does not also decide.
 */
export async function blindness(
  look: Client,
  preset: PolicyPreset,
  reader: { readonly id: string; readonly roles: readonly string[] },
  claimId: string,
): Promise<boolean> {
  if (!BLIND[preset]) return false;
  const { rows } = await look.query<{ undecided: boolean; own: boolean; open: boolean }>(
    `SELECT state = 'needs-source' AND closure IS NULL AS undecided,
       EXISTS (SELECT FROM verdict v WHERE v.claim_id = c.id AND v.reviewer_id = $2 AND v.text_hash = c.text_hash
         AND v.verifies = c.verifies AND NOT EXISTS (SELECT FROM verdict n WHERE n.supersedes_id = v.id)
         AND NOT EXISTS (SELECT FROM verdict_withdrawal w WHERE w.verdict_id = v.id)) AS own,
       EXISTS (SELECT FROM assignment a WHERE a.claim_id = c.id AND a.reviewer_id = $2
         AND a.status IN ('assigned', 'in-progress', 'outdated')) AS open
     FROM claim c WHERE id = $1`,
    [claimId, reader.id],
  );
  const { undecided, own, open } = rows[0]!;
  const onlyReviews = reader.roles.includes('reviewer') && !reader.roles.includes('editor');
  return undecided && !own && (open || onlyReviews);
}
