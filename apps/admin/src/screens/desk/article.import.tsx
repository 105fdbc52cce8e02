import type { Answer } from '#client';
import { Button, TextInput } from '@mantine/core';
import { IconWorldDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ProblemNotice } from '../../state/states.js';
import classes from './intake.module.css';

export type ImportedPage = NonNullable<Answer<'getImport'>['page']>;

/** The event says at once that the page has come; this is for a line that is cut meanwhile. */
const LOOK_AGAIN_MS = 4_000;

/** An address, and what stands there: fetched by the server, looked at here, saved only with the article. */
export function ArticleImport({ onPage }: { onPage: (page: ImportedPage) => void }) {
  const { t } = useTranslation('desk');
  const [address, setAddress] = useState('');
  const ask = useMutation({
    mutationFn: (url: string) => api().call('importArticle', { body: { url } }),
  });
  const id = ask.data && 'importId' in ask.data ? ask.data.importId : null;
  const found = useQuery({
    queryKey: keys.import(id ?? ''),
    queryFn: ({ signal }) => api().call('getImport', { params: { id: id! }, signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isOver(state.data?.status) ? false : LOOK_AGAIN_MS),
  });
  const page = found.data?.page;
  const handed = useRef<string | null>(null);
  useEffect(() => {
    if (!page || handed.current === id) return;
    handed.current = id;
    onPage(page);
  }, [page, id, onPage]);

  const url = /^https?:\/\//i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
  const isAddress = address.trim().includes('.') && URL.canParse(url);
  const busy = ask.isPending || (id !== null && !found.isError && !isOver(found.data?.status));
  const send = () => {
    if (isAddress && !busy) ask.mutate(url);
  };
  const failure = found.data?.failure ?? null;
  return (
    <div className={classes.address}>
      <TextInput
        label={t('import.address')}
        description={t('import.hint')}
        placeholder="https://"
        dir="ltr"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // fetches, and does not post the article
          send();
        }}
      />
      <Button
        variant="default"
        leftSection={<IconWorldDownload size={16} aria-hidden />}
        loading={busy}
        disabled={!isAddress}
        onClick={send}
      >
        {t('import.fetch')}
      </Button>
      {failure !== null && !busy && (
        <p className={classes.failure} role="alert">
          {t(`import.failure.${failure}`)}
        </p>
      )}
      <ProblemNotice error={ask.error ?? found.error} />
    </div>
  );
}

const isOver = (status: string | undefined) => status === 'done' || status === 'failed';
