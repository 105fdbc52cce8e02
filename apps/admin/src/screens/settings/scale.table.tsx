import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { GENDERS, LANGUAGES, RatingRows } from './rating.rows.js';
import type { ScaleDraft, ScaleKind } from './scale.draft.js';
import classes from './settings.module.css';

interface Props {
  readonly kind: ScaleKind;
  readonly scale: ScaleDraft;
  readonly isReadOnly: boolean;
}

/** The labels of a scale, one below the other: the first is offered first. */
export function ScaleTable({ kind, scale, isReadOnly }: Props) {
  const { t } = useTranslation('settings');
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t(`scale.${kind}`)}>
      <table className={list.table}>
        <caption className="unseen">{t(`scale.${kind}`)}</caption>
        <thead>
          <ColumnNames />
        </thead>
        <tbody>
          {scale.ratings.map((rating, index) => (
            <RatingRows
              key={index}
              rating={rating}
              onChange={(next) => scale.change(index, next)}
              onRemove={() => scale.remove(index)}
              onUp={index === 0 ? undefined : () => scale.moveUp(index)}
              isReadOnly={isReadOnly}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnNames() {
  const { t } = useTranslation(['settings', 'terms']);
  return (
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
  );
}
