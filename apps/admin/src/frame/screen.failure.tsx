import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Failure } from '../state/states.js';

/** In place of a screen that could not be drawn. */
export function ScreenFailure({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary();
  return (
    <Failure
      error={error}
      retry={() => {
        queries.reset();
        reset();
      }}
    />
  );
}

export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <Empty
      icon={<IconMap2 size={36} stroke={1.25} aria-hidden />}
      title={t('notFound.title')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('notFound.home')}
        </Button>
      }
    >
      {t('notFound.words')}
    </Empty>
  );
}
