import type { FieldError } from '../refusal/refusal.facts.js';
import { LABELS_WITHOUT_TRUTH_VALUE } from './rating.presets.js';
import { STANCES, type Rating, type RatingScale, type Stance } from './rating.types.js';

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Says what is wrong with a scale; an empty list means nothing is. Pointers are relative to the scale.
 * Codes: key-malformed, repeated, label-empty, value-forbidden, not-finite, not-monotonic, stance-order, stance-missing,
 * stance-unknown.
 */
export function checkScale(scale: RatingScale): FieldError[] {
  return [
    ...scale.ratings.flatMap((rating, index) => rowErrors(scale, rating, index)),
    ...orderErrors(scale),
    ...stanceErrors(scale),
  ];
}

export function ratingOf(scale: RatingScale, key: string): Rating | undefined {
  return scale.ratings.find((rating) => rating.key === key);
}

export function stanceOf(scale: RatingScale, key: string): Stance | undefined {
  return ratingOf(scale, key)?.stance;
}

function rowErrors(scale: RatingScale, rating: Rating, index: number): FieldError[] {
  const at = `/ratings/${index}`;
  const errors: FieldError[] = [];
  if (!KEY.test(rating.key)) errors.push({ pointer: `${at}/key`, code: 'key-malformed' });
  if (scale.ratings.findIndex((other) => other.key === rating.key) !== index)
    errors.push({ pointer: `${at}/key`, code: 'repeated' });
  for (const language of ['ar', 'en'] as const)
    for (const gender of ['masculine', 'feminine'] as const)
      if (rating[language][gender].trim() === '')
        errors.push({ pointer: `${at}/${language}/${gender}`, code: 'label-empty' });
  if (!STANCES.includes(rating.stance)) errors.push({ pointer: `${at}/stance`, code: 'stance-unknown' });
  if (rating.value !== null && !Number.isFinite(rating.value))
    errors.push({ pointer: `${at}/value`, code: 'not-finite' });
  if (rating.value !== null && carriesNoTruthValue(rating))
    errors.push({ pointer: `${at}/value`, code: 'value-forbidden' });
  return errors;
}

function carriesNoTruthValue(rating: Rating): boolean {
  return rating.stance === 'unproven' || LABELS_WITHOUT_TRUTH_VALUE.includes(rating.key);
}

/** Numbered labels, in the order listed, must fall strictly from true to false; a disputing one may not outrank a supporting one. */
function orderErrors(scale: RatingScale): FieldError[] {
  const errors: FieldError[] = [];
  let previous: Rating | undefined;
  scale.ratings.forEach((rating, index) => {
    if (rating.value === null) return;
    const pointer = `/ratings/${index}/value`;
    if (previous !== undefined && rating.value >= (previous.value ?? Infinity))
      errors.push({ pointer, code: 'not-monotonic' });
    else if (previous?.stance === 'disputes' && rating.stance === 'supports')
      errors.push({ pointer, code: 'stance-order' });
    previous = rating;
  });
  return errors;
}

/** Without a label of each stance some decision could never be reached. */
function stanceErrors(scale: RatingScale): FieldError[] {
  return STANCES.filter((stance) => !scale.ratings.some((rating) => rating.stance === stance)).map((stance) => ({
    pointer: '/ratings',
    code: 'stance-missing',
    detail: { stance },
  }));
}
