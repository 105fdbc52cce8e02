import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../../list/list.module.css';
import { ProblemNotice } from '../../state/states.js';
import classes from './settings.module.css';

interface Deed {
  /** on the button that asks; also what the group of words and buttons is called */
  ask: string;
  /** what it will mean */
  words: string;
  confirm: string;
  /** said where it was done and its answer is gone */
  lost?: string | false;
  running: { isPending: boolean; error: Error | null; mutate: () => void };
}

/** A deed done to a member: what it means first, then the deed. */
export function AskedTwice({ ask, words, confirm, lost, running }: Deed) {
  const { t } = useTranslation('frame');
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {ask}
      </Button>
    );
  return (
    <div className={classes.secret} role="group" aria-label={ask}>
      <p>{words}</p>
      {lost && <p role="alert">{lost}</p>}
      <ProblemNotice error={running.error} />
      <div className={list.buttons}>
        <Button loading={running.isPending} onClick={() => running.mutate()} autoFocus>
          {confirm}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
