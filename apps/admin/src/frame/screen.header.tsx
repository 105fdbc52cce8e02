import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './screen.header.module.css';

/** The head of a screen: its name, what it is about, and what can be done with the whole of it. */
export function ScreenHeader({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  useTitle(title);
  return (
    <div className={classes.header}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {about && <p className={classes.about}>{about}</p>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}

/** Names the browser's tab after the screen. */
export function useTitle(title: string): void {
  const { t } = useTranslation('frame');
  const name = t('name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
