import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../text/foreign.js';
import classes from './notice.module.css';

/** One thing that is no longer as it was. */
export interface Change {
  readonly name: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** Of named words those that are no longer as they were. */
export const changedWords = (words: readonly (readonly [name: string, before: string, after: string])[]): Change[] =>
  words.flatMap(([name, before, after]) =>
    before === after ? [] : [{ name, before: <Foreign>{before}</Foreign>, after: <Foreign>{after}</Foreign> }],
  );

interface Props {
  readonly changes: readonly Change[];
  readonly onAgain: () => void;
  readonly onForget: () => void;
}

/** Somebody was quicker: what changed, and the same again with one key, for the first button has the focus. */
export function ConflictNotice({ changes, onAgain, onForget }: Props) {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.notice} role="alert" data-kind="conflict">
      <p className={classes.title}>{t('conflict.title')}</p>
      {changes.length === 0 ? (
        <p>{t('conflict.unseen')}</p>
      ) : (
        <ul className={classes.list}>
          {changes.map(({ name, before, after }) => (
            <li key={name}>
              {name}: <del>{before}</del> <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.actions}>
        <Button size="compact-sm" onClick={onAgain} autoFocus>
          {t('conflict.again')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onForget}>
          {t('conflict.leave')}
        </Button>
      </div>
    </div>
  );
}
