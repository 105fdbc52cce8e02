import { Button, FileButton, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { ProblemNotice } from '../../state/states.js';
import { formatNumber } from '../../text/numerals.js';

const LOOK_AGAIN_MS = 1_000;
/** Refused lines shown; the rest is a number. */
const SHOWN = 20;
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/jsonl',
};

/** Published checks from a file: ClaimReview as NDJSON or JSON, or a table; how far it is, and which lines were refused. */
export function ArchiveImport() {
  const { t, i18n } = useTranslation('archive');
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const sending = useMutation({
    mutationFn: async (file: File) => {
      setName(file.name);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
      return api().call('createArchiveImport', { body: { contentType: TYPES[ending] ?? file.type, bytes } });
    },
  });
  const id = sending.data?.id ?? null;
  const import_ = useQuery({
    queryKey: [...keys.archive, 'import', id],
    queryFn: ({ signal }) => api().call('getArchiveImport', { params: { id: id! }, signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isOver(state.data?.status) ? false : LOOK_AGAIN_MS),
  });
  const now = import_.data ?? sending.data;
  const over = isOver(now?.status);
  useEffect(() => {
    if (over) void cache.invalidateQueries({ queryKey: [...keys.archive, null] });
  }, [over, cache]);
  const number = (value: number) => formatNumber(value, i18n.language);
  return (
    <section className={list.sheet} aria-labelledby="import">
      <h2 id="import" className={list.sheetTitle}>
        {t('import.title')}
      </h2>
      <p className={list.quiet}>{t('import.words')}</p>
      <FileButton
        onChange={(file) => file && sending.mutate(file)}
        accept={Object.keys(TYPES)
          .map((ending) => `.${ending}`)
          .join(',')}
      >
        {(props) => (
          <div>
            <Button {...props} loading={sending.isPending || (now !== undefined && !over)}>
              {t('import.choose')}
            </Button>
          </div>
        )}
      </FileButton>
      <ProblemNotice error={sending.error ?? import_.error} />
      {now && (
        <div role="status">
          <p>
            <bdi>{name}</bdi>: {t(`import.status.${now.status}`)}
          </p>
          <Progress value={now.progress} aria-label={t('import.progress')} />
          <p>
            {t('import.counts', {
              accepted: number(now.accepted),
              repeated: number(now.repeated),
              rejected: number(now.rejectedCount),
            })}
          </p>
          {now.rejected.length > 0 && (
            <ul>
              {now.rejected.slice(0, SHOWN).map(({ line, errors }) => (
                <li key={line}>
                  {t('import.line', { line: number(line) })}{' '}
                  <code dir="ltr">{errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}</code>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

const isOver = (status: string | undefined) => status === 'done' || status === 'failed';
