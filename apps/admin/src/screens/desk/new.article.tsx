import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { VisibilityFields } from '../../form/visibility.fields.js';
import { useMe, useMembers } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { ArticleImport, type ImportedPage } from './article.import.js';
import { ArticleIntake, type HandedPage } from './article.intake.js';
import classes from './desk.module.css';
import { ExtractionPreview } from './extraction.preview.js';
import { languageOf } from './text.language.js';

/** A new article, pasted, dropped or fetched from its address, beside what extraction finds in it; saved only when asked. */
export function NewArticle({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('new.title')}
      size="76rem"
      yOffset="4vh"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <ArticleForm onClose={onClose} />
    </Modal>
  );
}

type Kind = 'draft' | 'external';
type Told = Pick<ImportedPage, 'byline' | 'publishedAt'>;
type Readers = Parameters<Parameters<typeof VisibilityFields>[0]['onChange']>[0];
const EVERYBODY: Readers = { visibility: 'newsroom', visibleTo: [] };
const UNTOLD: Told = { byline: null, publishedAt: null };

function ArticleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { member } = useMe();
  const members = useMembers();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const writes = member.roles.includes('writer');
  const [text, setText, clearText] = useDraft(`${member.id}.new-article`);
  const [page, setPage] = useState<HandedPage | null>(null);
  /** What the imported page says of itself beside its words. */
  const [told, setTold] = useState<Told>(UNTOLD);
  const [title, setTitle, clearTitle] = useDraft(`${member.id}.new-article.title`);
  const [kind, setKind] = useState<Kind>('draft');
  const [outlet, setOutlet] = useState('');
  const [sourceUrl, setSourceUrl] = useState('');
  const [dueAt, setDueAt] = useState('');
  const [language, setLanguage] = useState<'ar' | 'en' | null>(null);
  const [authorId, setAuthorId] = useState<string | null>(null);
  const [readers, setReaders] = useState<Readers>(EVERYBODY);
  const tongue = language ?? languageOf(page?.html.replace(/<[^>]*>/g, ' ') ?? text);
  const content = page ? { html: page.html } : { text };
  const particulars = {
    language: tongue,
    ...(title.trim() && { title: title.trim() }),
    ...(outlet.trim() && { outlet: outlet.trim() }),
  };

  const save = useMutation({
    mutationFn: () =>
      api().call('createArticle', {
        body: {
          ...content,
          ...particulars,
          kind,
          ...(kind === 'external' && sourceUrl && { sourceUrl }),
          ...(kind === 'external' && told.byline && { byline: told.byline }),
          ...(told.publishedAt && { publishedAt: told.publishedAt }),
          ...(readers.visibility === 'named' && { ...readers }),
          ...(dueAt && { dueAt: new Date(`${dueAt}T18:00:00`).toISOString() }),
          // An author who posts is its author by himself; whoever posts for others says for whom, or that it is agency copy.
          ...(kind === 'draft' && !writes && { authorIds: authorId ? [authorId] : [] }),
        },
      }),
    onSuccess: async (article) => {
      clearText();
      clearTitle();
      cache.setQueryData(keys.article(article.id), article);
      say(t('new.saved', { count: article.claims.length }));
      await cache.invalidateQueries({ queryKey: keys.articles });
      await navigate({ to: '/articles/$articleId', params: { articleId: article.id } });
    },
  });

  const take = useCallback(
    (found: ImportedPage) => {
      setPage({ name: found.title ?? found.url, html: found.html });
      setKind('external');
      setTitle(found.title ?? '');
      setOutlet(found.outlet ?? '');
      setSourceUrl(found.url);
      setLanguage(found.language);
      setTold({ byline: found.byline, publishedAt: found.publishedAt });
    },
    [setTitle],
  );

  return (
    <div className={classes.sheet}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ArticleImport onPage={take} />
        <ArticleIntake
          text={text}
          onText={setText}
          page={page}
          onPage={(next) => {
            setPage(next);
            setTold(UNTOLD);
          }}
          language={tongue}
        />
        <TextInput
          label={t('new.name')}
          description={t('new.nameHint')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          dir="auto"
        />
        <div className={classes.pair}>
          <Select
            label={t('kind')}
            data={(['draft', 'external'] as const).map((value) => ({ value, label: t(`terms:articleKind.${value}`) }))}
            value={kind}
            onChange={(value) => value && setKind(value)}
            allowDeselect={false}
          />
          <Select
            label={t('language')}
            data={(['ar', 'en'] as const).map((value) => ({ value, label: t(`terms:language.${value}`) }))}
            value={tongue}
            onChange={(value) => setLanguage(value)}
            allowDeselect={false}
          />
          <TextInput
            label={t('new.outlet')}
            value={outlet}
            onChange={(event) => setOutlet(event.currentTarget.value)}
            dir="auto"
          />
          <TextInput
            type="date"
            label={t('terms:due.on')}
            value={dueAt}
            onChange={(event) => setDueAt(event.currentTarget.value)}
          />
        </div>
        {kind === 'external' ? (
          <TextInput
            label={t('new.address')}
            type="url"
            dir="ltr"
            placeholder="https://"
            value={sourceUrl}
            onChange={(event) => setSourceUrl(event.currentTarget.value)}
          />
        ) : (
          !writes && (
            <Select
              label={t('new.author')}
              description={t('new.authorHint')}
              data={[...members.values()]
                .filter(({ active, kind: being }) => active && being === 'person')
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={authorId}
              onChange={setAuthorId}
              searchable
              clearable
              dir="auto"
            />
          )
        )}
        <VisibilityFields {...readers} onChange={setReaders} />
        <ProblemNotice error={save.error} />
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={page === null && text.trim() === ''}>
            {t('new.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          {page === null && <span className={classes.soft}>{t('new.kept')}</span>}
        </div>
      </form>
      <ExtractionPreview content={content} particulars={particulars} />
    </div>
  );
}
