import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { useMe } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { useRoom } from '../article.room.js';
import classes from './revision.module.css';

/** A new text of the article. Its blocks keep their fields: headline, standfirst, captions are edited where they stand. */
export function RevisionForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const { member } = useMe();
  const cache = useQueryClient();
  const { blocks, number } = article.revision;
  const [kept, setKept, clear] = useDraft(`${member.id}.${article.id}.revision.${number}`);
  const [note, setNote] = useState('');
  const first = blocks.map(({ text }) => text);
  const texts = textsFrom(kept, first);
  const changed = texts.some((text, index) => text !== first[index]);

  const post = useMutation({
    mutationFn: () =>
      api().call('createRevision', {
        params: { id: article.id },
        version: article.version,
        body: {
          blocks: blocks.flatMap(({ field }, index) =>
            paragraphsOf(texts[index] ?? '').map((text) => ({ field, text })),
          ),
          language: article.language,
          ...(note.trim() && { note }),
        },
      }),
    onSuccess: async ({ effects }) => {
      clear();
      say(t('revise.done', { count: effects.filter(({ outdatedVerdicts }) => outdatedVerdicts > 0).length }));
      await cache.invalidateQueries({ queryKey: keys.article(article.id) });
      onDone();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.articles }),
  });

  function write(index: number, text: string) {
    setKept(JSON.stringify(texts.map((old, at) => (at === index ? text : old))));
  }

  return (
    <form
      className={classes.form}
      aria-label={t('views.revise')}
      onSubmit={(event) => {
        event.preventDefault();
        post.mutate();
      }}
    >
      <p>{t('revise.hint')}</p>
      {blocks.map(({ id, field }, index) => (
        <Textarea
          key={id}
          aria-label={t(`terms:field.${field}`)}
          label={field === 'body' ? undefined : t(`terms:field.${field}`)}
          lang={article.language}
          dir="auto"
          autosize
          value={texts[index] ?? ''}
          onChange={(event) => write(index, event.currentTarget.value)}
        />
      ))}
      <TextInput
        label={t('revise.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        dir="auto"
      />
      <ProblemNotice error={post.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={post.isPending} disabled={!changed}>
          {t('revise.post')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('frame:cancel')}
        </Button>
        {kept !== '' && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t('revise.reset')}
          </Button>
        )}
      </div>
      <p>{t('draftKept')}</p>
    </form>
  );
}

/** What was kept, if it was kept of this very text. */
function textsFrom(kept: string, first: readonly string[]): readonly string[] {
  if (kept === '') return first;
  const parsed: unknown = JSON.parse(kept);
  const fits =
    Array.isArray(parsed) && parsed.length === first.length && parsed.every((text) => typeof text === 'string');
  return fits ? parsed : first;
}

/** An empty line makes two paragraphs of one; an emptied field takes its paragraph away. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
