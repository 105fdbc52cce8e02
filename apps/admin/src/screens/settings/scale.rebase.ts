import type { Scale } from '#client';

export type Rating = Scale['ratings'][number];
type Ratings = readonly Rating[];

/**
 * What I typed, done again on the scale as a colleague has left it: a label I did not touch is as he has it, one he added stays, one
 * he removed is gone unless I changed it. The order is mine; what he added comes last.
 */
export function rebaseScale(before: Ratings, typed: Ratings, now: Ratings): Ratings {
  const [was, is] = [byKey(before), byKey(now)];
  const mine = new Set(typed.map(({ key }) => key));
  const kept = typed.flatMap((rating) => {
    if (!same(was.get(rating.key), rating)) return [rating];
    const theirs = is.get(rating.key);
    return theirs ? [theirs] : [];
  });
  return [...kept, ...now.filter(({ key }) => !was.has(key) && !mine.has(key))];
}

const byKey = (ratings: Ratings) => new Map(ratings.map((rating) => [rating.key, rating]));
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
