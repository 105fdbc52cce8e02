import type { Notice } from '#client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ListBody } from '../../list/list.body.js';
import list from '../../list/list.module.css';
import { usePages } from '../../list/pages.query.js';
import { useMay, useMembers } from '../../session/session.query.js';
import { Empty } from '../../state/states.js';
import { Foreign } from '../../text/foreign.js';
import { Moment } from '../../text/moment.js';
import { NoticeForm } from './notice.form.js';
import classes from './outside.module.css';

export const useNotices = () =>
  usePages(keys.notices, (cursor, signal) => api().call('listNotices', { query: { limit: 50, ...cursor }, signal }));

/** What publishers said of what they had published, and what of ours rests on it. */
export function Notices() {
  const { t } = useTranslation('outside');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const notices = useNotices();
  return (
    <section className={list.card} aria-labelledby="notices">
      <h2 id="notices">{t('notice.title')}</h2>
      <p className={list.quiet}>{t('notice.words')}</p>
      {may('createNotice') && !adding && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('notice.add')}
          </Button>
        </div>
      )}
      {adding && <NoticeForm onDone={() => setAdding(false)} />}
      <ListBody pages={notices} empty={<Empty title={t('notice.none')} />}>
        {(items) => (
          <ul role="list" className={classes.items}>
            {items.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
      </ListBody>
    </section>
  );
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { t } = useTranslation('outside');
  const members = useMembers();
  const reopened = notice.claims.filter((claim) => claim.reopened).length;
  return (
    <li>
      <strong>{t(`notice.type.${notice.type}`)}</strong>
      <p className={classes.text}>
        <Foreign>{notice.text}</Foreign>
      </p>
      {notice.sourceId !== null && (
        <Link to="/sources/$sourceId" params={{ sourceId: notice.sourceId }}>
          {t('notice.source')}
        </Link>
      )}
      <p>
        {t('notice.claims', { count: notice.claims.length })} · {t('notice.reopened', { count: reopened })}
      </p>
      {notice.articles.length > 0 && (
        <ul className={classes.affected}>
          {notice.articles.map(({ id, title }) => (
            <li key={id}>
              <Link to="/articles/$articleId" params={{ articleId: id }}>
                <Foreign>{title}</Foreign>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className={list.quiet}>
        <Foreign>{members.get(notice.createdBy)?.name ?? ''}</Foreign> · <Moment at={notice.createdAt} as="both" />
      </p>
    </li>
  );
}
