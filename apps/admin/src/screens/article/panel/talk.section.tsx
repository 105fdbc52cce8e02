import type { Claim, Comment } from '#client';
import { Button, Textarea } from '@mantine/core';
import { IconMessage, IconMessageQuestion } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import { listOf } from '../../../claim/claim.queries.js';
import { useMe, useMembers } from '../../../session/session.query.js';
import { useDraft } from '../../../state/draft.js';
import { Failure } from '../../../state/states.js';
import { say } from '../../../state/toast.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useAttention, useClose, useRoom } from '../article.room.js';
import classes from './entry.module.css';
import { PanelForm } from '../../../form/panel.form.js';
import { mentionedIn, piecesOf, typedName, withName } from './mention.js';
import { QueryItem } from './query.item.js';
import { Section } from './section.js';

/** Queries to the author, and what the desk says about the claim. */
export function TalkSection({ claim }: { claim: Claim }) {
  const { t } = useTranslation('article');
  const { open } = useRoom();
  const { sheet } = useAttention();
  const queries = useQuery(listOf('listQueries', claim.id));
  const comments = useQuery(listOf('listComments', claim.id));
  const count = (queries.data?.length ?? 0) + (comments.data?.length ?? 0);
  return (
    <Section
      title={t('talk.title')}
      count={count > 0 ? count : undefined}
      action={
        <span style={{ display: 'flex', gap: 6 }}>
          {claim.actions.includes('ask') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMessageQuestion size={14} aria-hidden />}
              onClick={() => open('query')}
            >
              {t('talk.ask')}
            </Button>
          )}
          {claim.actions.includes('comment') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMessage size={14} aria-hidden />}
              onClick={() => open('comment')}
            >
              {t('talk.comment')}
            </Button>
          )}
        </span>
      }
    >
      {(sheet === 'query' || sheet === 'comment') && <WriteForm key={sheet} claim={claim} kind={sheet} />}
      {(queries.isError || comments.isError) && <Failure error={queries.error ?? comments.error} />}
      {count === 0 && sheet !== 'query' && sheet !== 'comment' && <p className={classes.empty}>{t('talk.none')}</p>}
      {queries.data?.map((query) => (
        <QueryItem key={query.id} query={query} claim={claim} />
      ))}
      {comments.data?.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
    </Section>
  );
}

function WriteForm({ claim, kind }: { claim: Claim; kind: 'query' | 'comment' }) {
  const { t } = useTranslation('article');
  const close = useClose();
  const { member } = useMe();
  const members = useMembers();
  const cache = useQueryClient();
  const [text, setText, clear] = useDraft(`${member.id}.${claim.id}.${kind}`);
  const send = useMutation({
    mutationFn: (): Promise<unknown> =>
      kind === 'query'
        ? api().call('askQuery', { params: { id: claim.id }, body: { text } })
        : api().call('createComment', {
            params: { id: claim.id },
            body: { text, mentions: mentionedIn(text, [...members.values()]) },
          }),
    onSuccess: () => {
      clear();
      say(t(kind === 'query' ? 'talk.asked' : 'talk.commented'));
      close();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.claim(claim.id) }),
  });
  return (
    <PanelForm
      label={t(kind === 'query' ? 'talk.ask' : 'talk.comment')}
      submit={t('talk.send')}
      busy={send.isPending}
      error={send.error}
      disabled={text.trim() === ''}
      onSend={() => send.mutate()}
      onCancel={close}
      note={t('draftKept')}
    >
      <Textarea
        label={t(kind === 'query' ? 'talk.queryText' : 'talk.commentText')}
        description={t(kind === 'query' ? 'talk.queryHint' : 'talk.commentHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={3}
        dir="auto"
        autoFocus
      />
      {kind === 'comment' && <NameOffer text={text} onText={setText} />}
    </PanelForm>
  );
}

/** Colleagues whose name begins as what was typed after an @; Tab and Enter choose one. */
function NameOffer({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('article');
  const { member } = useMe();
  const members = useMembers();
  const typed = typedName(text);
  if (typed === null) return null;
  const fitting = [...members.values()].filter(
    ({ id, name, active, kind }) =>
      id !== member.id && active && kind === 'person' && name.toLowerCase().includes(typed.toLowerCase()),
  );
  if (fitting.length === 0 || fitting.some(({ name }) => name === typed.trim())) return null;
  return (
    <div className={classes.names} role="group" aria-label={t('talk.mention')}>
      {fitting.slice(0, 6).map(({ id, name }) => (
        <button key={id} type="button" className={classes.nameChoice} onClick={() => onText(withName(text, name))}>
          <Foreign>@{name}</Foreign>
        </button>
      ))}
    </div>
  );
}

function CommentItem({ comment }: { comment: Comment }) {
  const members = useMembers();
  return (
    <article className={classes.entry}>
      <div className={classes.top}>
        <Foreign className={classes.source}>{members.get(comment.authorId)?.name ?? ''}</Foreign>
        <span className={classes.soft}>
          <Moment at={comment.createdAt} />
        </span>
      </div>
      <p className={classes.prose} dir="auto">
        {piecesOf(comment.text, [...members.values()]).map(({ text, memberId }, at) =>
          memberId === null ? text : <strong key={at}>{text}</strong>,
        )}
      </p>
    </article>
  );
}
