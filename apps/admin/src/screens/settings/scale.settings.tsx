import type { Newsroom, Scale } from '#client';
import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { useNewsroom, useNewsroomChange } from './newsroom.change.js';
import classes from './settings.module.css';

type Rating = Scale['ratings'][number];
type Kind = 'draft' | 'external';
const STANCES = ['supports', 'disputes', 'unproven'] as const;
const LANGUAGES = ['ar', 'en'] as const;
const GENDERS = ['masculine', 'feminine'] as const;

export function ScaleSettings() {
  const newsroom = useNewsroom();
  if (newsroom.isPending) return <Loading />;
  if (newsroom.isError) return <Failure error={newsroom.error} retry={() => void newsroom.refetch()} />;
  return (
    <>
      <ScaleEditor key={`external ${newsroom.data.version}`} newsroom={newsroom.data} kind="external" />
      <ScaleEditor key={`draft ${newsroom.data.version}`} newsroom={newsroom.data} kind="draft" />
    </>
  );
}

/** The labels a verdict may carry, in both languages and genders; what a label stands for, and its number where it has one. */
function ScaleEditor({ newsroom, kind }: { newsroom: Newsroom; kind: Kind }) {
  const { t } = useTranslation(['settings', 'terms', 'frame']);
  const isReadOnly = !useMay()('updateNewsroom');
  const [ratings, setRatings] = useState<readonly Rating[]>(newsroom.scale[kind].ratings);
  const saving = useNewsroomChange(newsroom, () => say(t('scaleSaved')));
  const change = (index: number, next: Rating) => setRatings(ratings.map((one, at) => (at === index ? next : one)));
  return (
    <section className={classes.scale} aria-labelledby={`scale-${kind}`}>
      <h2 id={`scale-${kind}`}>{t(`scale.${kind}`)}</h2>
      <p className={list.quiet}>{t('scale.words')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ scale: { [kind]: { ratings: [...ratings] } } });
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
                  <RatingRow
                    key={index}
                    rating={rating}
                    onChange={(next) => change(index, next)}
                    onRemove={() => setRatings(ratings.filter((_, at) => at !== index))}
                    isReadOnly={isReadOnly}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <ProblemNotice error={saving.error} />
          {!isReadOnly && (
            <div className={list.buttons}>
              <Button type="submit" loading={saving.isPending}>
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

const emptyRating = (): Rating => ({
  key: '',
  ar: { masculine: '', feminine: '' },
  en: { masculine: '', feminine: '' },
  value: null,
  stance: 'disputes',
});

function RatingRow({
  rating,
  onChange,
  onRemove,
  isReadOnly,
}: {
  rating: Rating;
  onChange: (next: Rating) => void;
  onRemove: () => void;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation(['settings', 'terms']);
  const of = (name: string) => t('scale.of', { what: name, rating: rating.key });
  return (
    <tr>
      <td>
        <TextInput
          aria-label={of(t('scale.key'))}
          value={rating.key}
          dir="ltr"
          size="xs"
          required
          onChange={(event) => onChange({ ...rating, key: event.currentTarget.value })}
        />
      </td>
      {LANGUAGES.flatMap((language) =>
        GENDERS.map((gender) => (
          <td key={`${language} ${gender}`}>
            <TextInput
              aria-label={of(`${t(`terms:language.${language}`)} ${t(`scale.${gender}`)}`)}
              value={rating[language][gender]}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              lang={language}
              size="xs"
              required
              onChange={(event) =>
                onChange({ ...rating, [language]: { ...rating[language], [gender]: event.currentTarget.value } })
              }
            />
          </td>
        )),
      )}
      <td>
        <Select
          aria-label={of(t('scale.stance'))}
          size="xs"
          data={STANCES.map((value) => ({ value, label: t(`terms:stance.${value}`) }))}
          value={rating.stance}
          onChange={(value) => value && onChange({ ...rating, stance: value })}
          allowDeselect={false}
        />
      </td>
      <td>
        <NumberInput
          aria-label={of(t('scale.value'))}
          size="xs"
          value={rating.value ?? ''}
          placeholder="—"
          onChange={(value) => onChange({ ...rating, value: value === '' ? null : Number(value) })}
        />
      </td>
      <td>
        {!isReadOnly && (
          <ActionIcon aria-label={of(t('scale.remove'))} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
