import type { Scale } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newsroomQuery } from './claim.queries.js';
import type { Gender } from './claim.standing.js';

export type Rating = Scale['ratings'][number];

/** The newsroom's labels for drafts or for external articles, in the screen's language and the claim's gender. */
export function useScale(kind: 'draft' | 'external', gender: Gender) {
  const { i18n } = useTranslation();
  const { data } = useQuery(newsroomQuery);
  const ratings: readonly Rating[] = data?.scale[kind].ratings ?? [];
  const nameOf = (rating: Rating) => {
    const forms = i18n.language === 'ar' ? rating.ar : rating.en;
    return gender === 'f' ? forms.feminine : forms.masculine;
  };
  const known = new Map(ratings.map((rating) => [rating.key, nameOf(rating)]));
  return { ratings, nameOf, labelOf: (key: string) => (data === undefined ? '…' : (known.get(key) ?? key)) };
}
