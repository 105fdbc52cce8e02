import type { Scale } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newsroomQuery } from '../../../claim/claim.queries.js';
import { useRoom } from '../article.room.js';

export type Rating = Scale['ratings'][number];

/** The labels of the newsroom's scale for this kind of article. */
export function useRatings(): readonly Rating[] {
  const { article } = useRoom();
  const { data } = useQuery(newsroomQuery);
  return data?.scale[article.kind].ratings ?? [];
}

/** The words of a label, agreeing with what we call a claim of this article. */
export function useRatingLabel(): (key: string) => string {
  const { i18n } = useTranslation();
  const { gender } = useRoom();
  const ratings = useRatings();
  const form = gender === 'f' ? 'feminine' : 'masculine';
  return (key) => {
    const found = ratings.find((rating) => rating.key === key);
    return found ? found[i18n.language === 'ar' ? 'ar' : 'en'][form] : key;
  };
}
