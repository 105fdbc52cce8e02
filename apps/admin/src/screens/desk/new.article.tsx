import { Button, FileButton, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useMe, useMembers } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import classes from './desk.module.css';
import { ExtractionPreview } from './extraction.preview.js';
import { languageOf } from './text.language.js';

/** Files whose text a browser can read; the others are the server's to open. */
const READABLE = '.txt,.md,.html,.htm,text/plain,text/markdown,text/html';

/** A new article, pasted or dropped, beside what extraction finds in it; saved only when asked. */
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

function ArticleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { member } = useMe();
  const members = useMembers();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const writes = member.roles.includes('writer');
  const [text, setText, clearText] = useDraft(`${member.id}.new-article`);
  const [isHtml, setIsHtml] = useState(false);
  const [title, setTitle, clearTitle] = useDraft(`${member.id}.new-article.title`);
  const [kind, setKind] = useState<Kind>('draft');
  const [outlet, setOutlet] = useState('');
  const [sourceUrl, setSourceUrl] = useState('');
  const [dueAt, setDueAt] = useState('');
  const [language, setLanguage] = useState<'ar' | 'en' | null>(null);
  const [authorId, setAuthorId] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const tongue = language ?? languageOf(text);
  const content = isHtml ? { html: text } : { text };
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

  async function take(file: File | null | undefined) {
    if (!file) return;
    setIsHtml(/html/.test(file.type) || /\.html?$/i.test(file.name));
    setText(await file.text());
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div className={classes.sheet}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div
          className={classes.drop}
          lang={tongue}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Textarea
            label={t('new.text')}
            description={t('new.textHint')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (event.currentTarget.value === '') setIsHtml(false);
            }}
            dir="auto"
            rows={14}
            data-autofocus
          />
        </div>
        <FileButton accept={READABLE} onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconFileUpload size={15} aria-hidden />}>
              {t('new.file')}
            </Button>
          )}
        </FileButton>
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
        <ProblemNotice error={save.error} />
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={text.trim() === ''}>
            {t('new.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          <span className={classes.soft}>{t('new.kept')}</span>
        </div>
      </form>
      <ExtractionPreview content={content} particulars={particulars} />
    </div>
  );
}
