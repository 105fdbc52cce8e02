import type { ArticleItem, ClaimItem } from '#client';

/** What a claim counts as at a glance: its state while it is active, else why it is out of the count. */
export type Standing = 'needs-source' | 'verified' | 'disputed' | 'closed' | 'proposed' | 'dismissed';
export const STANDINGS: readonly Standing[] = [
  'disputed',
  'needs-source',
  'closed',
  'verified',
  'proposed',
  'dismissed',
];

export function standingOf({
  disposition,
  state,
  closure,
}: Pick<ClaimItem, 'disposition' | 'state' | 'closure'>): Standing {
  if (disposition !== 'active') return disposition;
  return state === 'needs-source' && closure !== null ? 'closed' : state;
}

/** Grammatical gender of what we call a claim: معلومة in our own draft, ادّعاء in somebody else's article. */
export type Gender = 'm' | 'f';
export function genderOf(kind: ArticleItem['kind']): Gender {
  return kind === 'draft' ? 'f' : 'm';
}
