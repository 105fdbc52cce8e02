import type { Newsroom } from '#client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { useNewsroom } from './newsroom.change.js';
import { NewsroomConflict } from './newsroom.conflict.js';
import { type ScaleKind, useScaleDraft } from './scale.draft.js';
import { ScaleTable } from './scale.table.js';
import classes from './settings.module.css';

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
function ScaleEditor({ newsroom, kind }: { newsroom: Newsroom; kind: ScaleKind }) {
  const { t } = useTranslation(['settings', 'terms', 'frame']);
  const isReadOnly = !useMay()('updateNewsroom');
  const scale = useScaleDraft(newsroom, kind);
  const { saving, save } = scale;
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
          <ScaleTable kind={kind} scale={scale} isReadOnly={isReadOnly} />
          <NewsroomConflict overtaken={saving.overtaken} onAgain={save} onForget={scale.forget} />
          <ProblemNotice error={saving.error} />
          {!isReadOnly && (
            <div className={list.buttons}>
              <Button type="submit" loading={saving.busy}>
                {t('frame:save')}
              </Button>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={scale.add}>
                {t('scale.add')}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </section>
  );
}
