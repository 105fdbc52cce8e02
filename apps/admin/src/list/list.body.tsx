import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Loading } from '../state/states.js';
import classes from './list.module.css';
import type { Pages } from './pages.query.js';

/** What a list shows while it is fetched, when it failed, when it is empty, and otherwise; with a way to its next page. */
export function ListBody<T>({
  pages,
  empty,
  children,
}: {
  pages: Pages<T>;
  empty: ReactNode;
  children: (items: readonly T[]) => ReactNode;
}) {
  const { t } = useTranslation('frame');
  if (pages.isPending) return <Loading />;
  if (pages.error !== null && pages.items.length === 0) return <Failure error={pages.error} retry={pages.retry} />;
  if (pages.items.length === 0) return <>{empty}</>;
  return (
    <>
      {children(pages.items)}
      {pages.more && (
        <div className={classes.foot}>
          <Button variant="default" onClick={pages.more} loading={pages.isFetchingMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
