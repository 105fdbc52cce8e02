import type { Answer } from '#client';
import { COMMENT_OUTCOMES } from '#domain';
import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { Choice, PanelForm } from '../../../form/panel.form.js';
import { changedWords, ConflictNotice } from '../../../state/conflict.notice.js';
import { type Overtaken, useStaleWrite } from '../../../state/stale.write.js';
import { say } from '../../../state/toast.js';
import { useRoom } from '../article.room.js';

export type CommentRequest = Answer<'listCommentRequests'>['items'][number];

/** What came of a request for comment, and by which words the article shows it. */
export function OutcomeForm({ request, onDone }: { request: CommentRequest; onDone: () => void }) {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const cache = useQueryClient();
  const [outcome, setOutcome] = useState(request.outcome);
  const [answer, setAnswer] = useState(request.answer ?? '');
  const [passage, setPassage] = useState(request.passage ?? '');
  const [seen] = useState(request);
  const saving = useStaleWrite<CommentRequest>({
    seen,
    read: async () => {
      const { items } = await api().call('listCommentRequests', { params: { id: article.id } });
      return items.find(({ id }) => id === request.id) ?? request;
    },
    send: (_, version, on) =>
      api().call('updateCommentRequest', {
        params: { id: request.id },
        version,
        body: {
          outcome: (outcome === seen.outcome ? on.outcome : outcome)!,
          answer: answer === (seen.answer ?? '') ? on.answer : answer.trim() || null,
          passage: passage === (seen.passage ?? '') ? on.passage : passage.trim() || null,
        },
      }),
    onDone: () => {
      say(t('comment.settled'));
      onDone();
    },
    refresh: () => cache.invalidateQueries({ queryKey: keys.article(article.id) }),
  });
  const cameOf = (one: CommentRequest) => t(one.outcome ? `comment.outcome.${one.outcome}` : 'comment.waiting');
  const changesOf = ({ before, now }: Overtaken<CommentRequest>) =>
    changedWords([
      [t('comment.came'), cameOf(before), cameOf(now)],
      [t('comment.answer'), before.answer ?? '—', now.answer ?? '—'],
      [t('comment.passage'), before.passage ?? '—', now.passage ?? '—'],
    ]);
  return (
    <PanelForm
      label={t('comment.settle')}
      submit={t('frame:save')}
      busy={saving.busy}
      error={saving.error}
      disabled={outcome === null}
      onSend={() => saving.run()}
      onCancel={onDone}
    >
      <Choice
        label={t('comment.came')}
        value={outcome}
        onChange={setOutcome}
        options={COMMENT_OUTCOMES.map((value) => ({ value, label: t(`comment.outcome.${value}`) }))}
        autoFocus
      />
      <Textarea
        label={t('comment.answer')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        rows={3}
        dir="auto"
      />
      <Textarea
        label={t('comment.passage')}
        description={t('comment.passageHint')}
        value={passage}
        onChange={(event) => setPassage(event.currentTarget.value)}
        rows={2}
        dir="auto"
      />
      {saving.overtaken && (
        <ConflictNotice changes={changesOf(saving.overtaken)} onAgain={() => saving.run()} onForget={onDone} />
      )}
    </PanelForm>
  );
}
