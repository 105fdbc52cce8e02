import { Button } from '@mantine/core';
import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { IconMap2, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isGoneChunk, serverAnswers } from '../app/gone.chunk.js';
import { Empty, Failure, Loading } from '../state/states.js';

/** In place of a screen that could not be drawn. */
export function ScreenFailure({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary();
  if (isGoneChunk(error)) return <GoneScreen />;
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

/** A part of the program that this page asks for is not there: mostly because the server was updated since the page was opened. */
function GoneScreen() {
  const { t } = useTranslation('frame');
  const answers = useQuery({ queryKey: ['server-answers'], queryFn: serverAnswers, gcTime: 0, retry: false });
  if (answers.isPending) return <Loading lines={3} />;
  const words = answers.data ? 'updated' : 'unreachable';
  return (
    <Empty
      icon={<IconRefresh size={36} stroke={1.25} aria-hidden />}
      title={t(`${words}.title`)}
      action={<Button onClick={() => location.reload()}>{t('updated.reload')}</Button>}
    >
      {t(`${words}.words`)}
    </Empty>
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
