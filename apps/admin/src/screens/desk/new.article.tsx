import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { useMembers } from '../../session/session.query.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { type ArticleDraft, bodyOf, useArticleDraft } from './article.draft.js';
import { ArticleImport } from './article.import.js';
import { ArticleIntake } from './article.intake.js';
import { ArticleParticulars } from './article.particulars.js';
import classes from './desk.module.css';
import { ExtractionPreview } from './extraction.preview.js';

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

function ArticleForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  useMembers(); // asked for with the form: whoever is to be named in it is known by then
  const draft = useArticleDraft();
  const save = useSaving(draft);
  return (
    <div className={classes.sheet}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ArticleImport onPage={draft.take} />
        <ArticleIntake
          text={draft.text}
          onText={draft.setText}
          page={draft.page}
          onPage={draft.hand}
          language={draft.language}
        />
        <ArticleParticulars draft={draft} />
        <ProblemNotice error={save.error} />
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={draft.isEmpty}>
            {t('new.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('frame:cancel')}
          </Button>
          {draft.page === null && <span className={classes.soft}>{t('new.kept')}</span>}
        </div>
      </form>
      <ExtractionPreview content={draft.content} particulars={draft.particulars} />
    </div>
  );
}

/** Saves it, and goes to it: the draft is put away when the server has it. */
function useSaving(draft: ArticleDraft) {
  const { t } = useTranslation('desk');
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api().call('createArticle', { body: bodyOf(draft) }),
    onSuccess: async (article) => {
      draft.clear();
      cache.setQueryData(keys.article(article.id), article);
      say(t('new.saved', { count: article.claims.length }));
      await cache.invalidateQueries({ queryKey: keys.articles });
      await navigate({ to: '/articles/$articleId', params: { articleId: article.id } });
    },
  });
}
