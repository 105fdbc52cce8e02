import type { Scale } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import type { Gender } from '../../claim/claim.standing.js';

type Rating = Scale['ratings'][number];

export const newsroomQuery = {
  queryKey: keys.newsroom,
  queryFn: () => api().call('getNewsroom'),
};

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
  return { ratings, nameOf, labelOf: (key: string) => known.get(key) ?? key };
}
