import type { Article } from '#client';
import { useMemo } from 'react';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { draftFrom, fresh, type RevisionDraft } from './revision.draft.js';

/** What somebody has written of a new revision, kept in the browser; of the current text while he has written nothing. */
export function useRevisionDraft(article: Article) {
  const { member } = useMe();
  const [kept, keep, clear] = useDraft(`${member.id}.${article.id}.revision`);
  const draft = useMemo(() => draftFrom(kept) ?? fresh(article), [kept, article]);
  return { draft, isKept: kept !== '', write: (next: RevisionDraft) => keep(JSON.stringify(next)), clear };
}
