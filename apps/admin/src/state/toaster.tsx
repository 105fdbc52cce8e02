import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignal } from './signal.js';
import { putAway, toasts } from './toast.js';
import classes from './toaster.module.css';

/** What was done in passing, at the foot of the page; read out politely by screen readers. */
export function Toaster() {
  const { t } = useTranslation('frame');
  const list = useSignal(toasts);
  return (
    <div className={classes.stack} role="region" aria-live="polite" aria-label={t('messages')}>
      {list.map(({ id, text, detail, kind, undo }) => (
        <div key={id} className={classes.toast} data-kind={kind}>
          {kind === 'done' ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          <div className={classes.words}>
            <span>{text}</span>
            {detail && <span className={classes.detail}>{detail}</span>}
          </div>
          {undo && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                putAway(id);
                undo();
              }}
            >
              {t('undo')}
            </Button>
          )}
          <ActionIcon size="sm" aria-label={t('putAway')} onClick={() => putAway(id)}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </div>
  );
}
