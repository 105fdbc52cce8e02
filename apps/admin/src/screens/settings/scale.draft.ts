import type { Newsroom } from '#client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../../state/toast.js';
import { useNewsroomChange } from './newsroom.change.js';
import { emptyRating } from './rating.rows.js';
import { type Rating, rebaseScale } from './scale.rebase.js';

/** Two scales, for what others publish and for what we write ourselves. */
export type ScaleKind = 'draft' | 'external';

/** A scale while somebody changes it: what he typed stays over an answer that comes late and over a colleague's labels. */
export function useScaleDraft(newsroom: Newsroom, kind: ScaleKind) {
  const { t } = useTranslation('settings');
  const [seen, setSeen] = useState(newsroom);
  const [ratings, setRatings] = useState<readonly Rating[]>(seen.scale[kind].ratings);
  const begin = (from: Newsroom) => {
    setSeen(from);
    setRatings(from.scale[kind].ratings);
  };
  /** The labels when they were sent: what was typed since stays. */
  const sent = useRef(ratings);
  const saving = useNewsroomChange(seen, (saved) => {
    setSeen(saved);
    setRatings((typed) => rebaseScale(sent.current, typed, saved.scale[kind].ratings));
    say(t('scaleSaved'));
  });
  const isTouched = !same(ratings, seen.scale[kind].ratings);
  // A colleague's scale shows at once where nothing has been typed; else what was typed stays, and the conflict is told at saving.
  if (newsroom.version > seen.version && !saving.busy) {
    if (!isTouched) begin(newsroom);
    else if (same(newsroom.scale[kind], seen.scale[kind])) setSeen(newsroom);
  }
  return {
    ratings,
    saving,
    change: (index: number, next: Rating) => setRatings(ratings.map((one, at) => (at === index ? next : one))),
    remove: (index: number) => setRatings(ratings.filter((_, at) => at !== index)),
    moveUp: (index: number) => setRatings(movedUp(ratings, index)),
    add: () => setRatings([...ratings, emptyRating()]),
    save: () => {
      const { before, now } = saving.overtaken ?? { before: seen, now: seen };
      const next = rebaseScale(before.scale[kind].ratings, ratings, now.scale[kind].ratings);
      sent.current = ratings;
      saving.run({ scale: { [kind]: { ratings: [...next] } } });
    },
    /** Mine is given up for the labels as they are now. */
    forget: () => {
      if (saving.overtaken) begin(saving.overtaken.now);
      saving.forget();
    },
  };
}

export type ScaleDraft = ReturnType<typeof useScaleDraft>;

const movedUp = (ratings: readonly Rating[], index: number): Rating[] =>
  ratings.map((one, at) => (at === index - 1 ? ratings[index]! : at === index ? ratings[index - 1]! : one));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
