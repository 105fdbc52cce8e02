import type { Item } from '#client';
import { Button, Select, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
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
import { ArchiveImport } from './archive.import.js';
import classes from './archive.module.css';
import { Matches } from './matches.js';

const LANGUAGES = ['ar', 'en'] as const;

/** Was this checked before? Any words, looked for among our own claims and what others published. */
export function ArchiveScreen() {
  const { t } = useTranslation('archive');
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [importing, setImporting] = useState(false);
  return (
    <>
      <ScreenHeader title={t('title')} about={t('about')}>
        {may('createArchiveImport') && (
          <Button
            variant="default"
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => setImporting(!importing)}
            aria-expanded={importing}
          >
            {t('import.open')}
          </Button>
        )}
      </ScreenHeader>
      {importing && <ArchiveImport />}
      <form
        className={classes.search}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <Textarea
          label={t('search')}
          description={t('searchHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          rows={2}
          maxLength={5000}
          dir="auto"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            setAsked(typed.trim());
          }}
        />
        <Button type="submit" disabled={!/[\p{L}\p{N}]/u.test(typed)}>
          {t('find')}
        </Button>
      </form>
      {asked === '' ? <Published /> : <Matches text={asked} onBack={() => setAsked('')} />}
    </>
  );
}

/** What others published, the newest first. */
function Published() {
  const { t } = useTranslation(['archive', 'terms']);
  const [language, setLanguage] = useState<'ar' | 'en' | null>(null);
  const items = usePages([...keys.archive, language], (cursor, signal) =>
    api().call('listArchive', { query: { limit: 50, ...(language && { language }), ...cursor }, signal }),
  );
  return (
    <section className={list.sheet} aria-labelledby="published">
      <h2 id="published" className={list.sheetTitle}>
        {t('published')}
      </h2>
      <Select
        className={list.short}
        aria-label={t('language')}
        placeholder={t('language')}
        data={LANGUAGES.map((value) => ({ value, label: t(`terms:language.${value}`) }))}
        value={language}
        onChange={setLanguage}
        clearable
      />
      <ListBody pages={items} empty={<Empty title={t('empty')}>{t('emptyWords')}</Empty>}>
        {(found) => (
          <ul role="list" className={classes.items}>
            {found.map((item) => (
              <Checked key={item.id} item={item} />
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}

function Checked({ item }: { item: Item<'listArchive'> }) {
  return (
    <li>
      <p lang={item.language === 'other' ? '' : item.language}>
        <Foreign>{item.claim}</Foreign>
      </p>
      <p className={list.quiet}>
        {item.rating && (
          <>
            <strong>
              <Foreign>{item.rating}</Foreign>
            </strong>
            {' · '}
          </>
        )}
        {item.url ? (
          <a href={item.url} target="_blank" rel="noreferrer noopener">
            <Foreign>{item.publisher ?? item.title ?? new URL(item.url).hostname}</Foreign>
          </a>
        ) : (
          <Foreign>{item.publisher ?? item.title ?? ''}</Foreign>
        )}
        {item.publishedOn && (
          <>
            {' · '}
            <time dateTime={item.publishedOn} dir="ltr">
              {item.publishedOn}
            </time>
          </>
        )}
      </p>
    </li>
  );
}
