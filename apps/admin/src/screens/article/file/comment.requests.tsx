import { requestComment } from '#domain';
import { Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';
import list from '../../../list/list.module.css';
import { useActor, useMay, useMembers } from '../../../session/session.query.js';
import { Failure, Loading } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { Moment } from '../../../text/moment.js';
import { useRoom } from '../article.room.js';
import { CommentForm, WaiverForm } from './comment.form.js';
import classes from './file.module.css';
import { type CommentRequest, OutcomeForm } from './outcome.form.js';

export const commentRequestsQuery = (articleId: string) =>
  queryOptions({
    queryKey: keys.ofArticle(articleId, 'comment-requests'),
    queryFn: ({ signal }) => api().call('listCommentRequests', { params: { id: articleId }, signal }),
  });

/** Whom the article accuses and who was asked about it, what came of it, and why somebody was not. */
export function CommentRequests() {
  const { t } = useTranslation('file');
  const { article } = useRoom();
  const may = useMay();
  const actor = useActor();
  const [writing, setWriting] = useState<'request' | 'waiver' | null>(null);
  const requests = useQuery(commentRequestsQuery(article.id));
  const mayWaive = requestComment({ addressee: '-', waiver: { reason: 'court-order' } }, actor).ok;
  const close = () => setWriting(null);
  return (
    <section className={classes.card} aria-labelledby="comment-requests">
      <h3 id="comment-requests">{t('comment.title')}</h3>
      <p className={classes.quiet}>{t('comment.words')}</p>
      {requests.isPending && <Loading lines={3} />}
      {requests.isError && <Failure error={requests.error} retry={() => void requests.refetch()} />}
      {requests.data?.items.length === 0 && <p className={classes.quiet}>{t('comment.none')}</p>}
      <ul role="list" className={classes.items}>
        {requests.data?.items.map((request) => (
          <Requested key={request.id} request={request} />
        ))}
      </ul>
      {writing === 'request' && <CommentForm onDone={close} />}
      {writing === 'waiver' && <WaiverForm onDone={close} />}
      {writing === null && may('createCommentRequest') && (
        <div className={list.buttons}>
          <Button variant="default" onClick={() => setWriting('request')}>
            {t('comment.record')}
          </Button>
          {mayWaive && (
            <Button variant="subtle" onClick={() => setWriting('waiver')}>
              {t('comment.waive')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Requested({ request }: { request: CommentRequest }) {
  const { t } = useTranslation('file');
  const { byId } = useRoom();
  const members = useMembers();
  const may = useMay();
  const [settling, setSettling] = useState(false);
  const { waiver, outcome, channel, deadline, sentAt } = request;
  return (
    <li>
      <strong>
        <Foreign>{request.addressee}</Foreign>
      </strong>
      {request.claimIds
        .flatMap((id) => byId.get(id) ?? [])
        .map((claim) => (
          <q key={claim.id} className={classes.quiet}>
            <Foreign>{claim.quote}</Foreign>
          </q>
        ))}
      {waiver ? (
        <p>
          {t('comment.waived')}: {t(`comment.waiver.${waiver.reason}`)}
          {waiver.note && (
            <>
              {' · '}
              <Foreign>{waiver.note}</Foreign>
            </>
          )}
        </p>
      ) : (
        <>
          {request.questions && (
            <p className={classes.text}>
              <Foreign>{request.questions}</Foreign>
            </p>
          )}
          <p className={classes.quiet}>
            {channel && t(`comment.channel.${channel}`)}
            {sentAt && (
              <>
                {' · '}
                {t('comment.sent')} <Moment at={sentAt} />
              </>
            )}
            {deadline && (
              <>
                {' · '}
                {t('comment.deadline')} <Moment at={deadline} />
              </>
            )}
          </p>
          <p>
            <strong>{t(outcome ? `comment.outcome.${outcome}` : 'comment.waiting')}</strong>
          </p>
          {request.answer && (
            <blockquote className={classes.text}>
              <Foreign>{request.answer}</Foreign>
            </blockquote>
          )}
          {request.passage && (
            <p className={classes.quiet}>
              {t('comment.passage')}: <Foreign>{request.passage}</Foreign>
            </p>
          )}
        </>
      )}
      <p className={classes.quiet}>
        <Foreign>{members.get(request.createdBy)?.name ?? ''}</Foreign> · <Moment at={request.createdAt} />
      </p>
      {!waiver &&
        may('updateCommentRequest') &&
        (settling ? (
          <OutcomeForm request={request} onDone={() => setSettling(false)} />
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => setSettling(true)}>
            {t(outcome ? 'comment.amend' : 'comment.settle')}
            <span className="unseen"> {request.addressee}</span>
          </Button>
        ))}
    </li>
  );
}
