import { ConnectionError, ProblemError } from '#client';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconInbox, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemTitle } from './problem.title.js';
import classes from './state.module.css';

interface BlockProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

function Block({ icon, title, children, action }: BlockProps) {
  return (
    <div className={classes.block}>
      {icon}
      <p className={classes.title}>{title}</p>
      {children && <div className={classes.words}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}

/** Nothing here, and what to do about it. */
export function Empty({ icon, ...rest }: Omit<BlockProps, 'icon'> & { icon?: ReactNode }) {
  return <Block icon={icon ?? <IconInbox size={36} stroke={1.25} aria-hidden />} {...rest} />;
}

/** The outline of what is coming, as high as it will be, so that nothing jumps when it comes. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.bars} role="status" aria-busy="true">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={classes.bar} style={{ inlineSize: `${92 - ((index * 23) % 47)}%` }} aria-hidden />
      ))}
    </div>
  );
}

/** A screen the reader's roles do not open. */
export function NoPermission() {
  const { t } = useTranslation('frame');
  return (
    <Block icon={<IconLock size={36} stroke={1.25} aria-hidden />} title={t('noPermission.title')}>
      {t('noPermission.words')}
    </Block>
  );
}

/** Whatever kept a part of the screen from being shown: the server's own words, and another try. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('frame');
  const again = retry && (
    <Button variant="default" onClick={retry}>
      {t('tryAgain')}
    </Button>
  );
  if (error instanceof ProblemError && error.status === 403) return <NoPermission />;
  if (error instanceof ProblemError) {
    return (
      <Block icon={<IconAlertTriangle size={36} stroke={1.25} aria-hidden />} title={error.title} action={again}>
        {error.detail}
      </Block>
    );
  }
  const lost = error instanceof ConnectionError;
  return (
    <Block
      icon={<IconCloudOff size={36} stroke={1.25} aria-hidden />}
      title={t(lost ? 'unreachable.title' : 'broken.title')}
      action={again}
    >
      {t(lost ? 'unreachable.words' : 'broken.words')}
    </Block>
  );
}

/** A refusal beside the form it refuses: what, why, and each mistake. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { t } = useTranslation('frame');
  if (error === null || error === undefined) return null;
  const known = error instanceof ProblemError ? error : null;
  const title = problemTitle(error, t);
  const words = known?.detail ?? t(error instanceof ConnectionError ? 'unreachable.kept' : 'broken.words');
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <p className={classes.problemTitle}>{title}</p>
      <span />
      <p className={classes.problemWords}>{words}</p>
      {known && known.errors.length > 0 && (
        <ul className={classes.problemList}>
          {known.errors.map(({ pointer, code, detail }) => (
            <li key={`${pointer} ${code}`}>{detail}</li>
          ))}
        </ul>
      )}
      {known && known.status >= 500 && (
        <p className={classes.problemNumber}>{t('requestNumber', { id: known.requestId })}</p>
      )}
    </div>
  );
}
