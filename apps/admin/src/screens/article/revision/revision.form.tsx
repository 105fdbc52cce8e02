import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { sendsOnCtrlEnter } from '../../../form/send.key.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { useRoom } from '../article.room.js';
import { ArticleConflict, useArticleWrite } from '../article.write.js';
import { blocksOf, bodyOf, isChanged, type RevisionDraft, wholeOf } from './revision.draft.js';
import { useRevisionDraft } from './revision.kept.js';
import classes from './revision.module.css';

type Way = 'places' | 'whole';

/** A new text of the article: changed where it stands, with the fields of its paragraphs, or pasted as a whole. */
export function RevisionForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const { draft, isKept, write, clear } = useRevisionDraft(article);
  const [note, setNote] = useState('');
  const changed = isChanged(draft, article.revision);
  const way: Way = 'whole' in draft ? 'whole' : 'places';

  const post = useArticleWrite(article, {
    send: (_: void, version) =>
      api().call('createRevision', {
        params: { id: article.id },
        version,
        body: { ...bodyOf(draft), language: article.language, ...(note.trim() && { note }) },
      }),
    onDone: ({ effects }) => {
      clear();
      say(t('revise.done', { count: effects.filter(({ outdatedVerdicts }) => outdatedVerdicts > 0).length }));
      onDone();
    },
  });

  function choose(next: Way) {
    if (next === way) return;
    const of = draft.of;
    if (next === 'whole')
      write({ of, whole: 'blocks' in draft ? draft.blocks.map(({ text }) => text).join('\n\n') : '' });
    else if (isKept && 'whole' in draft && draft.whole.trim() === wholeOf(article.revision).trim()) clear();
    else write({ of, blocks: blocksOf(article.revision) });
  }

  return (
    <form
      className={classes.form}
      aria-label={t('views.revise')}
      onSubmit={(event) => {
        event.preventDefault();
        post.run();
      }}
      onKeyDown={sendsOnCtrlEnter(() => {
        if (changed && !post.busy) post.run();
      })}
    >
      <SegmentedControl
        className={classes.way}
        value={way}
        onChange={choose}
        aria-label={t('revise.way')}
        data={(['places', 'whole'] as const).map((value) => ({ value, label: t(`revise.ways.${value}`) }))}
      />
      <p>{t(`revise.hint.${way}`)}</p>
      {draft.of < article.revisionNumber && isKept && (
        <p className={classes.overtaken} role="status">
          {t('revise.overtaken', { of: draft.of, now: article.revisionNumber })}
        </p>
      )}
      <Words draft={draft} onWrite={write} />
      <TextInput
        label={t('revise.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        dir="auto"
      />
      <ArticleConflict {...post} onAgain={() => post.run()} onForget={post.forget} />
      <ProblemNotice error={post.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={post.busy} disabled={!changed}>
          {t('revise.post')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('frame:cancel')}
        </Button>
        {isKept && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t('revise.reset')}
          </Button>
        )}
      </div>
      <p>{t('draftKept')}</p>
    </form>
  );
}

function Words({ draft, onWrite }: { draft: RevisionDraft; onWrite: (draft: RevisionDraft) => void }) {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const shared = { lang: article.language, dir: 'auto', autosize: true } as const;
  if ('whole' in draft) {
    return (
      <Textarea
        {...shared}
        label={t('revise.whole')}
        minRows={12}
        value={draft.whole}
        onChange={(event) => onWrite({ of: draft.of, whole: event.currentTarget.value })}
      />
    );
  }
  return draft.blocks.map(({ field, text }, index) => (
    <Textarea
      key={index}
      {...shared}
      aria-label={t(`terms:field.${field}`)}
      label={field === 'body' ? undefined : t(`terms:field.${field}`)}
      value={text}
      onChange={(event) => {
        const words = event.currentTarget.value;
        onWrite({ of: draft.of, blocks: draft.blocks.map((old, at) => (at === index ? { field, text: words } : old)) });
      }}
    />
  ));
}
