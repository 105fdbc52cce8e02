import type { Claim, Query } from '#client';
import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { PanelForm } from '../../../form/panel.form.js';
import { useMay, useMe, useMembers } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { askReason } from '../../../state/reason.js';
import { ProblemNotice } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import classes from './entry.module.css';

interface Props {
  readonly query: Query;
  readonly claim: Claim;
}

/** A query to the author: what was asked, what he answered, how it was settled; and what can be done about it now. */
export function QueryItem({ query, claim }: Props) {
  const { t } = useTranslation('article');
  const settling = useSettling(query, claim);
  const { answering, setAnswering, mayAnswer, mayResolve } = settling;
  return (
    <article className={classes.entry} data-tone={query.status === 'open' ? 'disputes' : 'supports'}>
      <Exchange query={query} />
      {answering && mayAnswer && <AnswerForm {...settling} />}
      <div className={classes.foot}>
        {mayAnswer && !answering && (
          <button type="button" className={classes.text} onClick={() => setAnswering(true)}>
            {t('talk.answer')}
          </button>
        )}
        {mayResolve && (
          <button type="button" className={classes.text} onClick={() => void settling.resolve()}>
            {t('talk.resolve')}
          </button>
        )}
      </div>
      <ProblemNotice error={settling.error} />
    </article>
  );
}

/** Answers a query or resolves it. An answer that was begun stands open again, for it is kept in this browser. */
function useSettling(query: Query, claim: Claim) {
  const { t } = useTranslation('article');
  const { member } = useMe();
  const may = useMay();
  const cache = useQueryClient();
  const [answer, setAnswer, clear] = useDraft(`${member.id}.${query.id}.answer`);
  const [answering, setAnswering] = useState(answer !== '');
  const act = useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onSuccess: () => {
      clear();
      setAnswering(false);
      say(t('saved'));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
  });
  const params = { id: query.id };

  async function resolve() {
    const note = query.status === 'answered' ? undefined : await askReason(t('talk.resolveTitle'), t('reason'));
    if (note === null) return;
    act.mutate(() => api().call('resolveQuery', { params, body: note === undefined ? {} : { note } }));
  }

  return {
    answer,
    setAnswer,
    answering,
    setAnswering,
    mayAnswer: query.status === 'open' && claim.actions.includes('answer'),
    mayResolve: query.status !== 'resolved' && may('resolveQuery', query.askedBy === member.id ? ['asker'] : []),
    send: () => act.mutate(() => api().call('answerQuery', { params, body: { text: answer } })),
    resolve,
    busy: act.isPending,
    error: act.error,
  };
}

type Settling = ReturnType<typeof useSettling>;

function Exchange({ query }: { query: Query }) {
  const { t } = useTranslation('article');
  const members = useMembers();
  return (
    <>
      <div className={classes.top}>
        <span className={classes.stance}>{t(`talk.status.${query.status}`)}</span>
        <Foreign className={classes.source}>{members.get(query.askedBy)?.name ?? ''}</Foreign>
        <span className={classes.soft}>
          <Moment at={query.createdAt} />
        </span>
      </div>
      <p className={classes.prose} dir="auto">
        {query.text}
      </p>
      {query.answer !== null && (
        <>
          <p className={classes.soft}>
            {t('talk.answeredBy')} <Foreign>{members.get(query.answeredBy ?? '')?.name ?? ''}</Foreign>{' '}
            {query.answeredAt && <Moment at={query.answeredAt} />}
          </p>
          <blockquote className={classes.quote} dir="auto">
            {query.answer}
          </blockquote>
        </>
      )}
      {query.resolution !== null && <p dir="auto">{query.resolution}</p>}
    </>
  );
}

/** A refusal is told below the query, not here: it may be about resolving it. */
function AnswerForm({ answer, setAnswer, setAnswering, send, busy }: Settling) {
  const { t } = useTranslation('article');
  return (
    <PanelForm
      label={t('talk.answer')}
      submit={t('talk.send')}
      busy={busy}
      error={null}
      disabled={answer.trim() === ''}
      onSend={send}
      onCancel={() => setAnswering(false)}
      note={t('draftKept')}
    >
      <Textarea
        label={t('talk.answer')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        rows={3}
        dir="auto"
        autoFocus
      />
    </PanelForm>
  );
}
