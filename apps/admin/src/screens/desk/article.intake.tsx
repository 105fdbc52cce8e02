import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileText, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../text/foreign.js';
import classes from './intake.module.css';
import { paragraphsOf } from './page.reading.js';

/** A page as it was handed in: kept whole, because its markup says what is menu and what is text. */
export interface HandedPage {
  readonly name: string;
  readonly html: string;
}

/** Files whose text a browser can read. */
const READABLE = '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html';
const TEXTS = /\.(txt|md|markdown|html?|text)$/i;
const MOST_BYTES = 8 * 1024 * 1024;

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly page: HandedPage | null;
  readonly onPage: (page: HandedPage | null) => void;
  readonly language: 'ar' | 'en';
}

/** Where the text comes in: pasted, dropped or chosen; a page is shown as it reads, and may be turned into text. */
export function ArticleIntake({ text, onText, page, onPage, language }: Props) {
  const { t } = useTranslation('desk');
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<'type' | 'size' | null>(null);

  async function take(file: File | null | undefined) {
    if (!file) return;
    if (!TEXTS.test(file.name) && !/^text\//.test(file.type)) return setRefused('type');
    if (file.size > MOST_BYTES) return setRefused('size');
    setRefused(null);
    const content = await file.text();
    if (/html/.test(file.type) || /\.html?$/i.test(file.name)) return onPage({ name: file.name, html: content });
    onPage(null);
    onText(content);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div
      className={classes.drop}
      lang={language}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {page === null ? (
        <Textarea
          label={t('new.text')}
          description={t('new.textHint')}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          dir="auto"
          rows={8}
          data-autofocus
        />
      ) : (
        <PageCard
          page={page}
          onText={(words) => {
            onPage(null);
            onText(words);
          }}
          onRemove={() => onPage(null)}
        />
      )}
      <div className={classes.files}>
        <FileButton accept={READABLE} onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconFileUpload size={15} aria-hidden />}>
              {t('new.file')}
            </Button>
          )}
        </FileButton>
        <span className={classes.soft}>{t('new.accepted')}</span>
      </div>
      {refused && (
        <p className={classes.failure} role="alert">
          {t(`new.refused.${refused}`)}
        </p>
      )}
    </div>
  );
}

function PageCard({
  page,
  onText,
  onRemove,
}: {
  page: HandedPage;
  onText: (text: string) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('desk');
  const paragraphs = useMemo(() => paragraphsOf(page.html), [page.html]);
  return (
    <section className={classes.page} aria-label={t('new.page')}>
      <header className={classes.pageHead}>
        <IconFileText size={17} aria-hidden />
        <Foreign className={classes.pageName}>{page.name}</Foreign>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onText(paragraphs.map((one) => one.text).join('\n\n'))}
        >
          {t('new.asText')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onRemove}>
          {t('new.remove')}
        </Button>
      </header>
      <div className={classes.read} tabIndex={0} role="region" aria-label={t('new.read')}>
        {paragraphs.map(({ text, isHeading }, index) => (
          <p key={index} dir="auto" data-heading={isHeading || undefined}>
            {text}
          </p>
        ))}
      </div>
    </section>
  );
}
