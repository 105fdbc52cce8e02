import type { Newsroom } from '#client';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { useMay } from '../../session/session.query.js';
import { Failure, Loading, ProblemNotice } from '../../state/states.js';
import { useNewsroom } from './newsroom.change.js';
import { NewsroomConflict } from './newsroom.conflict.js';
import { usePolicyDraft } from './policy.draft.js';
import { Rule } from './policy.rule.js';
import { HouseRules, JudgingRules, WorkRules } from './policy.rules.js';
import { PresetRule } from './preset.rule.js';
import classes from './settings.module.css';

export function PolicySettings() {
  const newsroom = useNewsroom();
  if (newsroom.isPending) return <Loading />;
  if (newsroom.isError) return <Failure error={newsroom.error} retry={() => void newsroom.refetch()} />;
  return <PolicyForm newsroom={newsroom.data} />;
}

/** The rules the newsroom checks by, each with what it does to the work, in plain words. */
function PolicyForm({ newsroom }: { newsroom: Newsroom }) {
  const { t } = useTranslation(['settings', 'terms', 'frame']);
  const isReadOnly = !useMay()('updateNewsroom');
  const { inForce, draft, change, saving, save, apply, forget } = usePolicyDraft(newsroom);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset className={classes.plain} disabled={isReadOnly}>
        <Rule name="preset">
          <PresetRule policy={inForce} busy={saving.busy} onApply={apply} />
        </Rule>
        <JudgingRules draft={draft} known={inForce.overridable} onChange={change} />
        <WorkRules draft={draft} onChange={change} />
        <HouseRules draft={draft} onChange={change} />
      </fieldset>
      <NewsroomConflict overtaken={saving.overtaken} onAgain={save} onForget={forget} />
      <ProblemNotice error={saving.error} />
      {isReadOnly ? (
        <p className={list.quiet}>{t('readOnly')}</p>
      ) : (
        <div className={classes.save}>
          <Button type="submit" loading={saving.busy}>
            {t('frame:save')}
          </Button>
        </div>
      )}
    </form>
  );
}
