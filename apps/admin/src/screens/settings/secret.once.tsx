import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';

interface Props {
  readonly label: string;
  readonly secret: string;
  /** The secret as it is easier to read and type, where that is not how it is copied. */
  readonly shown?: ReactNode;
}

/** A secret that is shown this once: to be copied now, because nobody can show it again. */
export function SecretOnce({ label, secret, shown = secret }: Props) {
  const { t } = useTranslation('settings');
  const clipboard = useClipboard();
  return (
    <div className={classes.secret} role="status">
      <p>{label}</p>
      <code dir="ltr">{shown}</code>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        onClick={() => clipboard.copy(secret)}
      >
        {t(clipboard.copied ? 'copied' : 'copy')}
      </Button>
    </div>
  );
}
