import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../file/save.file.js';
import list from '../../../list/list.module.css';
import { useMe } from '../../../session/session.query.js';
import classes from '../settings.module.css';

interface Props {
  /** Undefined where the answer that carried them did not arrive. */
  readonly codes: readonly string[] | undefined;
  readonly onKept: () => void;
}

/** Recovery codes, which nobody can show again: to be copied or saved before anything else is done here. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const { t } = useTranslation('factor');
  const { member } = useMe();
  const clipboard = useClipboard();
  if (codes === undefined) return <p role="alert">{t('codesLost')}</p>;
  const title = t('fileTitle', { email: member.email });
  return (
    <div className={classes.secret} role="status">
      <p>{t('codes')}</p>
      <ol className={classes.codes} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={list.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={() => clipboard.copy(codes.join('\n'))}
        >
          {t(clipboard.copied ? 'copied' : 'copyCodes')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => saveFile('isnad-recovery-codes.txt', [title, '', ...codes, ''].join('\n'), 'text/plain')}
        >
          {t('saveCodes')}
        </Button>
        <Button size="compact-sm" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
