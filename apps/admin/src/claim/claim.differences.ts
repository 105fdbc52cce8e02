import type { ClaimItem } from '#client';

/** Members of a claim in which people see that somebody else has been there. */
const SEEN = [
  'quote',
  'state',
  'disposition',
  'tier',
  'kind',
  'verifies',
  'rating',
  'closure',
  'selected',
  'dueAt',
] as const;
export type SeenMember = (typeof SEEN)[number] | 'place';

export interface Difference {
  readonly member: SeenMember;
  readonly before: unknown;
  readonly after: unknown;
}

/** What has changed between the claim somebody had before him and the claim as it is now. */
export function differencesOf(before: ClaimItem, after: ClaimItem): Difference[] {
  const changed: Difference[] = SEEN.filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
  ).map((member) => ({ member, before: before[member], after: after[member] }));
  const placeOf = ({ anchor }: ClaimItem) =>
    anchor ? [anchor.blockId, anchor.start, anchor.end, anchor.status] : null;
  if (JSON.stringify(placeOf(before)) !== JSON.stringify(placeOf(after))) {
    changed.push({ member: 'place', before: before.anchor?.status ?? null, after: after.anchor?.status ?? null });
  }
  return changed;
}
