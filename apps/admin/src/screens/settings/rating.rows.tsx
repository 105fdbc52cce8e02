import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rating } from './scale.rebase.js';
import classes from './settings.module.css';

const STANCES = ['supports', 'disputes', 'unproven'] as const;
export const LANGUAGES = ['ar', 'en'] as const;
export const GENDERS = ['masculine', 'feminine'] as const;
type Labels = Pick<Rating, 'ar' | 'en'>;
const EMPTY: Labels = { ar: { masculine: '', feminine: '' }, en: { masculine: '', feminine: '' } };
export const emptyRating = (): Rating => ({ key: '', ...EMPTY, value: null, stance: 'disputes' });

interface Props {
  readonly rating: Rating;
  readonly onChange: (next: Rating) => void;
  readonly onRemove: () => void;
  /** Absent for the first. */
  readonly onUp: (() => void) | undefined;
  readonly isReadOnly: boolean;
}

/** One label: what it is called in both languages and genders, and, below, what it is called of posts, pictures and recordings. */
export function RatingRows({ rating, onChange, onRemove, onUp, isReadOnly }: Props) {
  const { t } = useTranslation(['settings', 'terms']);
  const of = (name: string) => t('scale.of', { what: name, rating: rating.key });
  const { media, ...plain } = rating;
  return (
    <>
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
        <LabelCells labels={rating} name={of} onChange={(labels) => onChange({ ...rating, ...labels })} />
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
            <div className={classes.ways}>
              <ActionIcon aria-label={of(t('scale.up'))} disabled={onUp === undefined} onClick={onUp}>
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={of(t('scale.mediaAdd'))}
                disabled={media !== undefined}
                onClick={() => onChange({ ...rating, media: EMPTY })}
              >
                <IconPhoto size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon aria-label={of(t('scale.remove'))} onClick={onRemove}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          )}
        </td>
      </tr>
      {media && (
        <tr>
          <th scope="row" className={classes.media}>
            {t('scale.media')}
          </th>
          <LabelCells
            labels={media}
            name={(what) => of(`${what} (${t('scale.media')})`)}
            onChange={(labels) => onChange({ ...rating, media: labels })}
          />
          <td colSpan={2} />
          <td>
            {!isReadOnly && (
              <ActionIcon aria-label={of(t('scale.mediaRemove'))} onClick={() => onChange(plain)}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

interface CellProps {
  readonly labels: Labels;
  readonly name: (what: string) => string;
  readonly onChange: (labels: Labels) => void;
}

function LabelCells({ labels: { ar, en }, name, onChange }: CellProps) {
  const { t } = useTranslation(['settings', 'terms']);
  const labels = { ar, en };
  return LANGUAGES.flatMap((language) =>
    GENDERS.map((gender) => (
      <td key={`${language} ${gender}`}>
        <TextInput
          aria-label={name(`${t(`terms:language.${language}`)} ${t(`scale.${gender}`)}`)}
          value={labels[language][gender]}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          lang={language}
          size="xs"
          required
          onChange={(event) =>
            onChange({ ...labels, [language]: { ...labels[language], [gender]: event.currentTarget.value } })
          }
        />
      </td>
    )),
  );
}
