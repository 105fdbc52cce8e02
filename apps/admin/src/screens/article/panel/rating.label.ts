import { type Rating, useScale } from '../../../claim/rating.scale.js';
import { useRoom } from '../article.room.js';

/** The labels of the newsroom's scale for this kind of article. */
export function useRatings(): readonly Rating[] {
  const { article, gender } = useRoom();
  return useScale(article.kind, gender).ratings;
}

/** The words of a label, agreeing with what we call a claim of this article. */
export function useRatingLabel(): (key: string) => string {
  const { article, gender } = useRoom();
  return useScale(article.kind, gender).labelOf;
}
