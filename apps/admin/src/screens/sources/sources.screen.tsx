import type { Source } from '#client';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { ListBody } from '../../list/list.body.js';
import list from '../../list/list.module.css';
import { usePages } from '../../list/pages.query.js';
import { useMay } from '../../session/session.query.js';
import { Empty } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { OriginForest } from './origin.forest.js';
import { SourceDialog } from './source.dialog.js';
import { SOURCE_TYPES } from './source.types.js';

/** The register of sources, and which of them go back to the same origin. */
export function SourcesScreen() {
  const { t } = useTranslation(['sources', 'terms']);
  const may = useMay();
  const [q, setQ] = useState('');
  const [type, setType] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [wanted] = useDebouncedValue(q.trim(), 250);
  const filter = { limit: 200, ...(wanted && { q: wanted }), ...(type && { type }) };
  const sources = usePages([...keys.sources, 'list', filter], (cursor, signal) =>
    api().call('listSources', { query: { ...filter, ...cursor }, signal }),
  );
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        {may('createSource') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </ScreenHeader>
      <div className={list.filters} role="search">
        <TextInput
          className={list.field}
          label={t('search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
        />
        <Select
          className={list.field}
          label={t('type')}
          placeholder={t('anyType')}
          data={SOURCE_TYPES.map((value) => ({ value, label: t(`terms:source.${value}`) }))}
          value={type}
          onChange={setType}
          clearable
          clearButtonProps={{ 'aria-label': t('anyType') }}
        />
      </div>
      <ListBody
        pages={sources}
        empty={<Empty title={t(wanted || type ? 'nothingFound' : 'empty')}>{t('emptyWords')}</Empty>}
      >
        {(items) => (
          <>
            <OriginForest sources={items} />
            <Register sources={items} />
          </>
        )}
      </ListBody>
      {isAdding && <SourceDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function Register({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation(['sources', 'terms']);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return (
    <div className={list.scroll} tabIndex={0} role="region" aria-label={t('register')}>
      <table className={`${list.table} ${list.stacking}`}>
        <caption className="unseen">{t('register')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('derivesFrom')}</th>
            <th scope="col">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <td className={list.lead}>
                <Link to="/sources/$sourceId" params={{ sourceId: source.id }}>
                  {source.name === null ? t('nameWithheld') : <Foreign>{source.name}</Foreign>}
                </Link>
                {source.confidential && <span className={list.quiet}> · {t('confidential')}</span>}
              </td>
              <td className={list.nowrap}>{t(`terms:source.${source.type}`)}</td>
              <NameOf label={t('derivesFrom')} names={names} id={source.derivesFromId ?? source.vouchedById} />
              <NameOf label={t('owner')} names={names} id={source.ownerId} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NameProps {
  readonly label: string;
  readonly names: ReadonlyMap<string, string | null>;
  readonly id: string | null;
}

/** A cell that names another source. */
function NameOf({ label, names, id }: NameProps) {
  const { t } = useTranslation('sources');
  if (id === null) return <td className={`${list.quiet} ${list.blank}`}>—</td>;
  return (
    <td data-label={label}>
      <Link to="/sources/$sourceId" params={{ sourceId: id }}>
        <Foreign>{names.get(id) ?? t('another')}</Foreign>
      </Link>
    </td>
  );
}
