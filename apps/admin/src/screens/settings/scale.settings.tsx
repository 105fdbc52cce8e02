import type { Newsroom } from '#client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { useNewsroom, useNewsroomChange } from './newsroom.change.js';
import { NewsroomConflict } from './newsroom.conflict.js';
import { emptyRating, GENDERS, LANGUAGES, RatingRows } from './rating.rows.js';
import { type Rating, rebaseScale } from './scale.rebase.js';
import classes from './settings.module.css';

type Kind = 'draft' | 'external';

export function ScaleSettings() {
  const newsroom = useNewsroom();
  if (newsroom.isPending) return <Loading />;
  if (newsroom.isError) return <Failure error={newsroom.error} retry={() => void newsroom.refetch()} />;
  return (
    <>
      <ScaleEditor newsroom={newsroom.data} kind="external" />
      <ScaleEditor newsroom={newsroom.data} kind="draft" />
    </>
  );
}

/** The labels a verdict may carry, in both languages and genders; what a label stands for, and its number where it has one. */
function ScaleEditor({ newsroom, kind }: { newsroom: Newsroom; kind: Kind }) {
  const { t } = useTranslation(['settings', 'terms', 'frame']);
  const isReadOnly = !useMay()('updateNewsroom');
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
  const save = () => {
    const { before, now } = saving.overtaken ?? { before: seen, now: seen };
    const next = rebaseScale(before.scale[kind].ratings, ratings, now.scale[kind].ratings);
    sent.current = ratings;
    saving.run({ scale: { [kind]: { ratings: [...next] } } });
  };
  const change = (index: number, next: Rating) => setRatings(ratings.map((one, at) => (at === index ? next : one)));
  return (
    <section className={classes.scale} aria-labelledby={`scale-${kind}`}>
      <h2 id={`scale-${kind}`}>{t(`scale.${kind}`)}</h2>
      <p className={list.quiet}>{t('scale.words')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset className={classes.plain} disabled={isReadOnly}>
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t(`scale.${kind}`)}>
            <table className={list.table}>
              <caption className="unseen">{t(`scale.${kind}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('scale.key')}</th>
                  {LANGUAGES.flatMap((language) =>
                    GENDERS.map((gender) => (
                      <th key={`${language} ${gender}`} scope="col">
                        {t(`terms:language.${language}`)} · {t(`scale.${gender}`)}
                      </th>
                    )),
                  )}
                  <th scope="col">{t('scale.stance')}</th>
                  <th scope="col">{t('scale.value')}</th>
                  <th scope="col">
                    <span className="unseen">{t('scale.remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {ratings.map((rating, index) => (
                  <RatingRows
                    key={index}
                    rating={rating}
                    onChange={(next) => change(index, next)}
                    onRemove={() => setRatings(ratings.filter((_, at) => at !== index))}
                    onUp={index === 0 ? undefined : () => setRatings(movedUp(ratings, index))}
                    isReadOnly={isReadOnly}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <NewsroomConflict
            overtaken={saving.overtaken}
            onAgain={save}
            onForget={() => {
              if (saving.overtaken) begin(saving.overtaken.now);
              saving.forget();
            }}
          />
          <ProblemNotice error={saving.error} />
          {!isReadOnly && (
            <div className={list.buttons}>
              <Button type="submit" loading={saving.busy}>
                {t('frame:save')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setRatings([...ratings, emptyRating()])}
              >
                {t('scale.add')}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </section>
  );
}

const movedUp = (ratings: readonly Rating[], index: number): Rating[] =>
  ratings.map((one, at) => (at === index - 1 ? ratings[index]! : at === index ? ratings[index - 1]! : one));

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
