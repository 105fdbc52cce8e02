import type { Item } from '#client';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { useMay } from '../../session/session.query.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import classes from './turn.module.css';

const NOTIFICATIONS = ['attention', 'notifications'] as const;

/** What I was told: mentions, answers, assignments; the unread first marked as such. Held back until what stands above is there. */
export function Messages({ isHeldBack }: { isHeldBack: boolean }) {
  const { t } = useTranslation('turn');
  const may = useMay();
  const cache = useQueryClient();
  const allowed = may('listNotifications');
  const messages = usePages(
    NOTIFICATIONS,
    (cursor, signal) => api().call('listNotifications', { query: { limit: 20, ...cursor }, signal }),
    allowed,
  );
  const unread = messages.items.filter(({ readAt }) => readAt === null);
  const reading = useMutation({
    mutationFn: () => api().call('readNotifications', { body: { ids: unread.map(({ id }) => id) } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: NOTIFICATIONS }),
    onError: () => say(t('notRead'), { kind: 'refused' }),
  });
  if (!allowed || isHeldBack) return null;
  return (
    <section className={classes.messages} aria-labelledby="messages">
      <div className={classes.messagesHead}>
        <h2 id="messages">{t('messages')}</h2>
        {unread.length > 0 && (
          <Button size="compact-sm" variant="subtle" loading={reading.isPending} onClick={() => reading.mutate()}>
            {t('markRead')}
          </Button>
        )}
      </div>
      <ListBody pages={messages} empty={<p className={classes.none}>{t('noMessages')}</p>}>
        {(items) => (
          <ul role="list">
            {items.map((message) => (
              <li key={message.id}>
                <Message message={message} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}

function Message({ message }: { message: Item<'listNotifications'> }) {
  const { t } = useTranslation('turn');
  return (
    <Link
      to="/articles/$articleId"
      params={{ articleId: message.articleId }}
      search={{ claim: message.claimId }}
      className={classes.message}
      data-unread={message.readAt === null || undefined}
    >
      <span>
        {message.readAt === null && <span className="unseen">{t('unread')}: </span>}
        {t(`told.${message.kind}`)} <Foreign className={classes.who}>{message.by.name ?? t('someone')}</Foreign> ·{' '}
        <Moment at={message.at} />
      </span>
      {message.text !== null && (
        <span className={classes.said}>
          <Foreign>{message.text}</Foreign>
        </span>
      )}
      <span className={classes.about} dir="auto">
        {message.quote}
      </span>
    </Link>
  );
}
