import type { Article } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { revisionQuery } from '../../../claim/claim.queries.js';
import type { Wash } from './article.text.js';

/** Sentences nobody has touched, while coverage is shown. */
export function useCoverage(article: Article, shown: boolean): readonly Wash[] {
  const revision = useQuery({ ...revisionQuery(article.id, article.revisionNumber), enabled: shown });
  const sentences = shown ? revision.data?.sentences : undefined;
  return useMemo(
    () =>
      (sentences ?? [])
        .filter(({ coverage }) => coverage === 'open')
        .map(({ blockId, start, end }) => ({
          id: `open-${blockId}-${start}`,
          kind: 'untouched' as const,
          blockId,
          start,
          end,
        })),
    [sentences],
  );
}

export function useCoverageCounts(article: Article, shown: boolean) {
  const revision = useQuery({ ...revisionQuery(article.id, article.revisionNumber), enabled: shown });
  return shown ? revision.data?.coverage : undefined;
}
